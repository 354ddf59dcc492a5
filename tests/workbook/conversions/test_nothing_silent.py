"""A number that bears a unit is never read silently as something else: the value worked out here, or a finding."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Place
from generator.model.column import Days, Kind
from generator.workbook.conversions import Question, convert
from generator.workbook.conversions.units import named

MONEY: dict[str, int | None] = {
    "": 1,
    "€": 1,
    " €": 1,
    " EUR": 1,
    " euros": 1,
    " € HT": 1,
    " k€": 1_000,
    " K€": 1_000,
    " M€": 10**6,
    " Md€": 10**9,
    " milliers d’euros": 1_000,
    **dict.fromkeys((" $", " USD", " £", " CHF", " k$", " US$", " ¥", " %", " j", " mois", " € TTC", "/10", " €/an")),
    **dict.fromkeys((" tickets", " ?", "²", "O", " h", " x 3", " à 5", "-4", "e3", " pts")),
}
"""What one of the amount is worth in euros by the words behind it; None where it is no such amount."""
MONTHS: dict[str, int | None] = {
    "": 1,
    " mois": 1,
    " months": 1,
    " an": 12,
    " ans": 12,
    " years": 12,
    " trimestres": 3,
    **dict.fromkeys((" j", " jours", " semaines", " h", " €", " %", " k", "h30", "/12", " séances", "O", "-4")),
}
DAYS: dict[str, int] = {" j": 1, " jours": 1, " days": 1, " semaines": 7, " weeks": 7}

counts = st.integers(min_value=1, max_value=99)


def ask(kind: Kind, counted_in: str = "") -> Question:
    return Question(Place(cell="A1", column="C"), kind, unit=named(counted_in), low=0, high=10**15)


@settings(max_examples=300, deadline=None)
@given(amount=counts, words=st.sampled_from(sorted(MONEY)), is_before=st.booleans())
def test_an_amount_is_worth_what_its_words_say(amount: int, words: str, *, is_before: bool) -> None:
    worth = MONEY[words]
    text = f"{words.strip()} {amount}" if is_before and worth is not None else f"{amount}{words}"
    reading = convert(text, ask(Kind.MONEY))
    if worth is None:
        assert reading.failed
    else:
        assert reading.value == Decimal(amount * worth)
    assert [said.place.cell for said in reading.findings if said.value] == ["A1"] * len(reading.findings)


@settings(max_examples=200, deadline=None)
@given(count=counts, words=st.sampled_from(sorted(MONTHS)))
def test_a_number_of_months_is_what_its_words_say(count: int, words: str) -> None:
    months = MONTHS[words]
    reading = convert(f"{count}{words}", ask(Kind.INTEGER, "mois"))
    assert (reading.value, reading.failed) == (None if months is None else count * months, months is None)
    assert bool(reading.findings) is (months != 1)


@settings(max_examples=100, deadline=None)
@given(count=counts, words=st.sampled_from(sorted(DAYS)))
def test_a_term_in_days_keeps_its_days(count: int, words: str) -> None:
    assert convert(f"{count}{words}", ask(Kind.TERM, "mois")).value == Days(count * DAYS[words])
