"""Numbers as people type them; every expectation is written by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.diagnostics import Place
from generator.model.column import Kind
from generator.workbook.conversions import Question, convert
from generator.workbook.conversions.units import named

NARROW, NO_BREAK = "\u202f", "\u00a0"


BOUNDS: dict[Kind, tuple[int, int]] = {Kind.RATE: (0, 1), Kind.LEVEL: (1, 5), Kind.INTEGER: (0, 1000)}


def ask(kind: Kind, *, unit: str = "", currency: str | None = "EUR") -> Question:
    low, high = BOUNDS.get(kind, (None, None))
    place = Place(sheet="S", cell="A1", column="C")
    return Question(place, kind, unit=named(unit), currency=currency, low=low, high=high)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (12500, "12500"),
        (0, "0"),
        (-1200, "-1200"),
        (0.1 + 0.2, "0.3"),
        (1234567.89, "1234567.89"),
        ("12 500 €", "12500"),
        (f"12{NARROW}500", "12500"),
        (f"1{NO_BREAK}250{NO_BREAK}000,50", "1250000.50"),
        ("12500", "12500"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("0,250", "0.250"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1.250,50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("1'250", "1250"),
        ("(1 200)", "-1200"),
        ("-1 200,5", "-1200.5"),
        ("−45", "-45"),
        ("1200-", "-1200"),
        ("€ 900", "900"),
        ("12 500 EUR HT", "12500"),
        ("  42  ", "42"),
    ],
    ids=repr,
)
def test_an_amount_is_read_without_a_word(typed: object, expected: str) -> None:
    reading = convert(typed, ask(Kind.MONEY))
    assert (reading.value, reading.findings, reading.failed) == (Decimal(expected), (), False)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("1,5 M€", "1500000"), ("125 k€", "125000"), ("125 K€", "125000"), ("2 Md€", "2000000000"), ("0,8M", "800000")],
    ids=repr,
)
def test_a_multiple_is_read_and_said(typed: str, expected: str) -> None:
    reading = convert(typed, ask(Kind.MONEY))
    assert reading.value == Decimal(expected)
    assert [said.code for said in reading.findings] == ["V211"]
    assert reading.findings[0].args["reading"] == Decimal(expected)


@pytest.mark.parametrize(
    "blank", [None, "", "   ", "n/a", "N/A", "NC", "n.c.", "-", "–", "—", "néant", "Neant", "n.d."], ids=repr
)
@pytest.mark.parametrize("kind", [Kind.MONEY, Kind.RATE, Kind.DATE, Kind.TEXT, Kind.CHOICE, Kind.TEXTS], ids=repr)
def test_blanks_say_nothing(blank: object, kind: Kind) -> None:
    reading = convert(blank, ask(kind))
    assert (reading.value, reading.findings, reading.failed) == (None, (), False)


@pytest.mark.parametrize("typed", ["1.250", "1,250", "12,500", "999.999 €"], ids=repr)
def test_three_digits_after_one_sign_are_ambiguous(typed: str) -> None:
    reading = convert(typed, ask(Kind.MONEY))
    assert reading.failed
    assert reading.findings[0].code == "V203"


def test_an_ambiguous_number_names_both_readings() -> None:
    said = convert("1.250", ask(Kind.MONEY)).findings[0]
    assert (said.args["reading_a"], said.args["reading_b"]) == (Decimal("1.250"), Decimal(1250))


@pytest.mark.parametrize(
    "typed", ["douze", "12 50", "1 2 3", "12..5", "--3", True, "abc 12", "3 lots", "1.25.300"], ids=repr
)
def test_what_is_no_number_is_told(typed: object) -> None:
    assert [said.code for said in convert(typed, ask(Kind.MONEY)).findings] == ["V202"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (0.45, "0.45"),
        (1, "1"),
        (0, "0"),
        ("45 %", "0.45"),
        ("45%", "0.45"),
        ("0,45", "0.45"),
        ("100 %", "1"),
        ("33,3 %", "0.333"),
    ],
    ids=repr,
)
def test_a_rate_runs_from_0_to_1(typed: object, expected: str) -> None:
    assert convert(typed, ask(Kind.RATE)).value == Decimal(expected)


@pytest.mark.parametrize("typed", [45, "45", 1.5, 100], ids=repr)
def test_a_rate_above_1_is_asked_about(typed: object) -> None:
    assert [said.code for said in convert(typed, ask(Kind.RATE)).findings] == ["V207"]


@pytest.mark.parametrize("typed", [-0.1, 120, "150 %"], ids=repr)
def test_a_rate_out_of_bounds_is_told(typed: object) -> None:
    assert [said.code for said in convert(typed, ask(Kind.RATE)).findings] == ["V208"]


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        (Kind.INTEGER, 12, 12),
        (Kind.INTEGER, 3.0, 3),
        (Kind.LEVEL, 5, 5),
    ],
    ids=repr,
)
def test_whole_numbers(kind: Kind, typed: object, expected: int) -> None:
    assert convert(typed, ask(kind)).value == expected


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        (Kind.INTEGER, 2.5, "V209"),
        (Kind.INTEGER, -1, "V208"),
        (Kind.INTEGER, "12 k", "V202"),
        (Kind.LEVEL, 7, "V208"),
        (Kind.LEVEL, 0, "V208"),
        (Kind.LEVEL, 3.5, "V209"),
        (Kind.LEVEL, "fort", "V202"),
    ],
    ids=repr,
)
def test_whole_numbers_that_are_none(kind: Kind, typed: object, code: str) -> None:
    assert [said.code for said in convert(typed, ask(kind)).findings] == [code]


def test_a_percentage_typed_among_numbers_is_a_rate() -> None:
    assert convert("93,5 %", ask(Kind.NUMBER)).value == Decimal("0.935")


@pytest.mark.parametrize("typed", [95, "95", 3], ids=repr)
def test_a_whole_number_in_a_row_in_percent_is_asked_about(typed: object) -> None:
    assert [said.code for said in convert(typed, ask(Kind.NUMBER, unit="%")).findings] == ["V207"]


@pytest.mark.parametrize(
    ("typed", "expected"), [(0.95, "0.95"), (1.2, "1.2"), ("95 %", "0.95"), ("120 %", "1.2")], ids=repr
)
def test_a_row_in_percent_may_pass_one(typed: object, expected: str) -> None:
    reading = convert(typed, ask(Kind.NUMBER, unit="%"))
    assert (reading.value, reading.findings) == (Decimal(expected), ())
