"""Numbers, dates and lists, by hand; ``~`` stands for a no-break space, ``_`` for a narrow one."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.locales import Language, Locale
from generator.locales.currencies import names_amount

FR, EN = Locale(Language.FR), Locale(Language.EN)


def spaced(text: str) -> str:
    return text.replace("~", "\u00a0").replace("_", "\u202f").replace("-", "−")


@pytest.mark.parametrize(
    ("amount", "fr", "en"),
    [
        ("1131000", "1,13~M€", "€1.13M"),
        ("1650000", "1,65~M€", "€1.65M"),
        ("1500000", "1,5~M€", "€1.5M"),
        ("333400", "333~k€", "€333k"),
        ("999499", "999~k€", "€999k"),
        ("999500", "1~M€", "€1M"),
        ("12500", "12,5~k€", "€12.5k"),
        ("850.40", "850_€", "€850"),
        ("999.5", "1~k€", "€1k"),
        ("0", "0_€", "€0"),
        ("-333000", "-333~k€", "-€333k"),
        ("1234567890", "1_235~M€", "€1,235M"),
    ],
)
def test_short_amounts_have_three_significant_digits(amount: str, fr: str, en: str) -> None:
    assert FR.money_short(Decimal(amount)) == spaced(fr)
    assert EN.money_short(Decimal(amount)) == spaced(en)


def test_whole_amounts_show_cents_only_when_there_are_some() -> None:
    assert FR.money(Decimal(1650000)) == spaced("1_650_000_€")
    assert FR.money(Decimal("1234.5")) == spaced("1_234,50_€")
    assert EN.money(Decimal("-1234.5"), signed=True) == spaced("-€1,234.50")
    assert FR.money(Decimal("0.1") + Decimal("0.2")) == spaced("0,30_€")


def test_thousands_stay_thousands() -> None:
    assert FR.thousands(Decimal(1650000)) == spaced("1_650~k€")
    assert EN.thousands(Decimal(1650499), signed=True) == "+€1,650k"


def test_other_currencies_keep_their_sign() -> None:
    assert Locale(Language.EN, "GBP").money_short(Decimal(333000)) == "£333k"
    assert Locale(Language.EN, "CHF").money(Decimal(850)) == spaced("CHF~850")
    assert Locale(Language.FR, "CHF").money_short(Decimal(1650000)) == spaced("1,65~MCHF")


@pytest.mark.parametrize(
    ("rate", "fr", "en"), [("0.964", "96,4_%", "96.4%"), ("0.4", "40_%", "40%"), ("1", "100_%", "100%")]
)
def test_rates_show_one_decimal_unless_it_is_zero(rate: str, fr: str, en: str) -> None:
    assert FR.percent(Decimal(rate)) == spaced(fr)
    assert EN.percent(Decimal(rate)) == en


def test_rates_as_asked() -> None:
    assert FR.percent(Decimal("0.0906"), 1, signed=True) == spaced("+9,1_%")
    assert FR.percent(Decimal("0.565"), 0) == spaced("57_%")
    assert FR.percent_exact(Decimal("0.0045")) == spaced("0,45_%")


def test_points_take_the_plural_of_their_language() -> None:
    assert FR.points(Decimal("1.5")) == spaced("1,5~pt")
    assert FR.points(Decimal(2)) == spaced("2~pts")
    assert EN.points(Decimal("-4.25"), signed=True) == "−4.3 pts"


def test_numbers_keep_their_digits_and_round_halves_away_from_zero() -> None:
    assert FR.number(Decimal("1234.50")) == spaced("1_234,5")
    assert FR.number(Decimal("2.5"), 0) == "3"
    assert FR.number(Decimal("-2.5"), 0) == "−3"
    assert FR.number(Decimal("-0.001"), 1) == "0,0"
    assert FR.number(Decimal("1E+3")) == spaced("1_000")
    assert EN.number(-1234567) == "−1,234,567"


@given(st.decimals(min_value=-(10**30), max_value=10**30, places=4))
def test_no_digit_is_lost(value: Decimal) -> None:
    said = EN.number(value).replace(",", "").replace("−", "-")
    assert Decimal(said) == value


def test_dates_and_times() -> None:
    day = date(2026, 9, 30)
    assert (FR.date(day), EN.date(day)) == ("30/09/2026", spaced("30~Sep~2026"))
    assert FR.date_long(date(2026, 10, 15)) == "jeudi 15 octobre 2026"
    assert FR.date_long(date(2026, 10, 1)) == "jeudi 1er octobre 2026"
    assert EN.date_long(date(2026, 10, 15)) == "Thursday 15 October 2026"
    assert (FR.month_short(day), EN.month_short(day)) == ("sept.", "Sep")
    assert (FR.time(time(10)), FR.time(time(11, 30)), EN.time(time(11, 30))) == (
        spaced("10~h"),
        spaced("11~h~30"),
        "11:30",
    )


@pytest.mark.parametrize(
    ("text", "currency", "expected"),
    [
        ("1,65 M€ par an", "EUR", True),
        ("140 kEUR", "EUR", True),
        ("£2m", "GBP", True),
        ("US$ 3m", "USD", True),
        ("5 P1 sur 7", "EUR", False),
        ("des €", "EUR", False),
        ("£2m", "EUR", False),
    ],
)
def test_an_amount_among_words(text: str, currency: str, *, expected: bool) -> None:
    assert names_amount(text, currency) is expected


def test_quarters() -> None:
    assert (FR.quarter(2026, 3), EN.quarter(2026, 3)) == (spaced("T3~2026"), spaced("Q3~2026"))
    assert (FR.quarter_short(2026, 3), EN.quarter_short(2009, 1)) == (spaced("T3~26"), spaced("Q1~09"))


def test_words() -> None:
    assert [FR.count_word(n) for n in (0, 1, 16, 17)] == ["zéro", "un", "seize", "17"]
    assert FR.count_word(1, feminine=True) == "une"
    assert EN.count_word(12, feminine=True) == "twelve"
    assert [FR.ordinal_word(n) for n in (1, 12, 13)] == ["premier", "douzième", "13e"]
    assert FR.ordinal_word(1, feminine=True) == "première"


def test_lists() -> None:
    assert FR.join(["a", "b", "c"]) == "a, b et c"
    assert EN.join(["a", "b", "c"]) == "a, b and c"
    assert FR.join(["a"]) == "a"
    assert FR.join([]) == ""
