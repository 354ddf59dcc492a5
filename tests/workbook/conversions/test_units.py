"""Numbers that bear a unit: converted to their column's, or refused with both; every expectation is worked by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.diagnostics import Place
from generator.model.column import Days, Kind
from generator.workbook.conversions import Question, Reading, convert
from generator.workbook.conversions.units import Span, named, unit
from generator.workbook.raw import Face

MONTHS, DAYS, MINUTES = "mois", "jours", "min"
BIG = 10**15


def ask(kind: Kind, counted_in: str = "", headed: str = "", currency: str | None = "EUR") -> Question:
    place, own = Place(cell="A1", column="C"), named(counted_in)
    return Question(place, kind, unit=own, headed=unit(headed), currency=currency, low=0, high=BIG)


def answer(reading: Reading) -> tuple[object, list[str]]:
    return reading.value, [said.code for said in reading.findings]


@pytest.mark.parametrize(
    ("words", "power", "currency", "span"),
    [
        ("€", 0, "EUR", None),
        ("k€", 3, "EUR", None),
        ("KUSD", 3, "USD", None),
        ("M€ HT", 6, "EUR", None),
        ("milliers d’euros", 3, "EUR", None),
        ("millions", 6, None, None),
        ("Md€", 9, "EUR", None),
        ("en k€", 3, "EUR", None),
        ("thousands of dollars", 3, "USD", None),
        ("MAD", 0, "MAD", None),
        ("jours", 0, None, Span.DAY),
        ("j.", 0, None, Span.DAY),
        ("années", 0, None, Span.YEAR),
        ("weeks", 0, None, Span.WEEK),
    ],
)
def test_words_that_say_a_unit(words: str, power: int, currency: str | None, span: Span | None) -> None:
    said = unit(words)
    assert said is not None
    assert (said.power, said.span) == (power, span)
    assert currency in said.currencies if currency else not said.currencies


@pytest.mark.parametrize("words", ["", "tickets", "NPS", "prévisionnel", "€/an", "1-5", "lunes", "km"])
def test_words_that_say_none(words: str) -> None:
    assert unit(words) is None


@pytest.mark.parametrize(
    ("typed", "currency", "value", "codes"),
    [
        ("12 500 €", "EUR", "12500", []),
        ("12 500 € HT", "EUR", "12500", []),
        ("12 500 euros", "EUR", "12500", []),
        ("$1,250.00", "USD", "1250", []),
        ("12 500 $", "CAD", "12500", []),
        ("1 200 CHF", "CHF", "1200", []),
        ("125 k€", "EUR", "125000", ["V211"]),
        ("－1 200", "EUR", None, ["V208"]),
        ("１２５００", "EUR", "12500", []),
        ("١٢٥٠٠", "EUR", "12500", []),
        ("1 600 000 $", "EUR", None, ["V215"]),
        ("$1,250.00", "EUR", None, ["V215"]),
        ("US$ 12 500", "EUR", None, ["V215"]),
        ("12 500 USD", "EUR", None, ["V215"]),
        ("12 500 £", "EUR", None, ["V215"]),
        ("12 500 CHF", "EUR", None, ["V215"]),
        ("12 kUSD", "EUR", None, ["V215"]),
        ("12 500 EUR", "USD", None, ["V215"]),
        ("12 500 $", None, "12500", []),
        ("2,4 %", "EUR", None, ["V216"]),
        ("12 500 € TTC", "EUR", None, ["V216"]),
        ("12 mois", "EUR", None, ["V216"]),
        ("12 500 €/an", "EUR", None, ["V202"]),
        ("~12 000", "EUR", None, ["V202"]),
        ("> 5 000", "EUR", None, ["V202"]),
        ("3-4", "EUR", None, ["V202"]),
        ("10²", "EUR", None, ["V202"]),
        ("1,5E+06", "EUR", None, ["V202"]),
    ],
)
def test_an_amount_in_the_accounts_currency_or_none(
    typed: str, currency: str | None, value: str | None, codes: list[str]
) -> None:
    assert answer(convert(typed, ask(Kind.MONEY, currency=currency))) == (value and Decimal(value), codes)


def test_a_foreign_amount_names_both_currencies() -> None:
    said = convert("12 500 USD", ask(Kind.MONEY)).findings[0]
    assert (said.value, said.args["unit"], said.args["currency"]) == ("12 500 USD", "USD", "EUR")


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("12 5OO", "12 500"),
        ("l2 500", "12 500"),
        ("1O k€", "10 k€"),
        ("~12 000", "12 000"),
        ("12 500 €/an", "12 500"),
        ("8/10", "8"),
        ("3-4", None),
        ("douze", None),
        ("3 ou 4", None),
    ],
)
def test_what_was_meant_is_offered(typed: str, suggestion: str | None) -> None:
    reading = convert(typed, ask(Kind.MONEY))
    assert [(said.code, said.suggestion) for said in reading.findings] == [("V202", suggestion)]


@pytest.mark.parametrize(
    ("kind", "counted_in", "typed", "value", "codes"),
    [
        (Kind.INTEGER, MONTHS, "12 mois", 12, []),
        (Kind.INTEGER, MONTHS, "3 ans", 36, ["V218"]),
        (Kind.INTEGER, MONTHS, "2 trimestres", 6, ["V218"]),
        (Kind.INTEGER, MONTHS, "90 jours", None, ["V216"]),
        (Kind.INTEGER, MONTHS, "1,5 an", 18, ["V218"]),
        (Kind.INTEGER, DAYS, "90 j", 90, []),
        (Kind.INTEGER, DAYS, "2 semaines", 14, ["V218"]),
        (Kind.INTEGER, DAYS, "48 h", None, ["V216"]),
        (Kind.INTEGER, MINUTES, "2 h", 120, ["V218"]),
        (Kind.INTEGER, MINUTES, "1h30", None, ["V202"]),
        (Kind.INTEGER, "", "90 j", None, ["V216"]),
        (Kind.INTEGER, "", "12 %", None, ["V216"]),
        (Kind.INTEGER, "", "12 €", None, ["V216"]),
        (Kind.TERM, MONTHS, "6", 6, []),
        (Kind.TERM, MONTHS, "1 an", 12, ["V218"]),
        (Kind.TERM, MONTHS, "180 jours", Days(180), []),
        (Kind.TERM, MONTHS, "6 weeks", Days(42), ["V218"]),
        (Kind.TERM, MONTHS, "2,5", None, ["V209"]),
        (Kind.TERM, MONTHS, "-3 mois", None, ["V208"]),
        (Kind.LEVEL, "", "4 €", None, ["V216"]),
        (Kind.RATE, "", "4 €", None, ["V216"]),
        (Kind.NUMBER, "€", "2,4 %", None, ["V216"]),
        (Kind.NUMBER, "€", "12 500 $", None, ["V215"]),
        (Kind.NUMBER, "€", "125 k€", Decimal(125_000), ["V211"]),
        (Kind.NUMBER, "k€", "1 200 k€", Decimal(1_200), ["V211"]),
        (Kind.NUMBER, "k€", "1 200 000 €", Decimal(1_200), []),
        (Kind.NUMBER, "incidents", "12 incidents", Decimal(12), []),
        (Kind.NUMBER, "incidents", "2,4 %", None, ["V216"]),
        (Kind.NUMBER, "points", "12 pts", Decimal(12), []),
        (Kind.NUMBER, "jours", "2 semaines", Decimal(14), ["V218"]),
        (Kind.NUMBER, "%", "12 jours", None, ["V216"]),
        (Kind.NUMBER, "jours ouvrés", "5 jours", Decimal(5), []),
        (Kind.NUMBER, "€/an", "500 €", Decimal(500), []),
        (Kind.NUMBER, "€/an", "500 mois", None, ["V216"]),
    ],
)
def test_a_unit_typed_beside_a_number(kind: Kind, counted_in: str, typed: str, value: object, codes: list[str]) -> None:
    assert answer(convert(typed, ask(kind, counted_in))) == (value, codes)


@pytest.mark.parametrize(
    ("kind", "counted_in", "headed", "cell", "value", "codes"),
    [
        (Kind.TERM, MONTHS, "jours", 180, Days(180), []),
        (Kind.TERM, MONTHS, "semaines", 6, Days(42), []),
        (Kind.TERM, MONTHS, "ans", 1, 12, []),
        (Kind.TERM, MONTHS, "jours", "3 mois", 3, []),
        (Kind.INTEGER, DAYS, "weeks", 2, 14, []),
        (Kind.MONEY, "", "k€", 400, Decimal(400_000), []),
        (Kind.MONEY, "", "k€", "400 k€", Decimal(400_000), ["V211"]),
        (Kind.MONEY, "", "k€", "400 €", None, ["V219"]),
        (Kind.RATE, "", "%", 45, Decimal("0.45"), []),
        (Kind.RATE, "", "%", "45 %", Decimal("0.45"), []),
        (Kind.RATE, "", "%", 0.45, None, ["V207"]),
        (Kind.RATE, "", "%", 1, None, ["V207"]),
        (Kind.RATE, "", "%", 0, Decimal(0), []),
    ],
)
def test_a_unit_said_by_the_header(
    kind: Kind, counted_in: str, headed: str, cell: object, value: object, codes: list[str]
) -> None:
    assert answer(convert(cell, ask(kind, counted_in, headed))) == (value, codes)


@pytest.mark.parametrize(
    ("kind", "headed", "cell", "face", "value", "codes"),
    [
        (Kind.MONEY, "", 12_500, Face("€"), Decimal(12_500), []),
        (Kind.MONEY, "", 12_500, Face("$"), None, ["V215"]),
        (Kind.MONEY, "", 12_500, Face("CHF"), None, ["V215"]),
        (Kind.MONEY, "", 0.024, Face("%", is_percent=True), None, ["V216"]),
        (Kind.MONEY, "", 12_500_000, Face("k€", thousands=1), Decimal(12_500_000), []),
        (Kind.MONEY, "", 12_500_000, Face("M€", thousands=2), Decimal(12_500_000), []),
        (Kind.MONEY, "", 12_500_000, Face(thousands=1), None, ["V219"]),
        (Kind.MONEY, "k€", 12_500_000, Face(thousands=1), Decimal(12_500_000), []),
        (Kind.MONEY, "", 12, Face("k€"), None, ["V219"]),
        (Kind.MONEY, "", 12_500_000, Face("k$", thousands=1), None, ["V215"]),
        (Kind.MONEY, "", 0, Face("k€"), Decimal(0), []),
        (Kind.RATE, "", 0.45, Face(is_percent=True), Decimal("0.45"), []),
        (Kind.RATE, "%", 0.45, Face(is_percent=True), Decimal("0.45"), []),
        (Kind.RATE, "", 45, Face("%"), Decimal("0.45"), []),
        (Kind.INTEGER, "", 0.5, Face(is_percent=True), None, ["V216"]),
        (Kind.INTEGER, "", 12, Face("€"), None, ["V216"]),
        (Kind.TEXT, "", 1, Face(digits="001"), "001", []),
        (Kind.TEXTS, "", 1, Face(digits="001"), ("001",), []),
        (Kind.TEXT, "", 1, Face(digits="CT-001"), "CT-001", []),
    ],
)
def test_what_a_number_format_shows(
    kind: Kind, headed: str, cell: object, face: Face, value: object, codes: list[str]
) -> None:
    question = Question(Place(), kind, headed=unit(headed), low=0, high=BIG, face=face)
    assert answer(convert(cell, question)) == (value, codes)


def test_both_readings_of_a_scaled_number_are_named() -> None:
    said = convert(12_500_000, Question(Place(), Kind.MONEY, face=Face(thousands=1))).findings[0]
    assert (said.args["reading_a"], said.args["reading_b"]) == (Decimal(12_500), Decimal(12_500_000))


@pytest.mark.parametrize("typed", [1e308, 1e28, 10.0**15 * 2, -1, -0.5, "-1 200", "(1 200)", "9" * 400])
def test_an_amount_beyond_any_sense_is_out_of_bounds(typed: object) -> None:
    assert answer(convert(typed, ask(Kind.MONEY))) == (None, ["V208"])


@pytest.mark.parametrize(
    ("typed", "value", "codes", "suggestion"),
    [
        ("EUR", "EUR", [], None),
        ("chf", "CHF", [], None),
        ("€", "EUR", ["V222"], None),
        ("euros", "EUR", ["V222"], None),
        ("£", "GBP", ["V222"], None),
        ("US$", "USD", ["V222"], None),
        ("$", None, ["V221"], "USD"),
        ("k€", None, ["V221"], "EUR"),
        ("XXX", None, ["V221"], None),
        ("FRF", None, ["V221"], None),
        ("kr", None, ["V221"], None),
        (978, None, ["V221"], None),
    ],
)
def test_the_currency_of_an_account(typed: object, value: str | None, codes: list[str], suggestion: str | None) -> None:
    reading = convert(typed, ask(Kind.CURRENCY))
    assert answer(reading) == (value, codes)
    assert [said.suggestion for said in reading.findings] == [suggestion] * len(codes)
