"""Options of a decision and the letter recommended, as people type them."""

from __future__ import annotations

import pytest

from generator.diagnostics import Finding
from generator.workbook.bind import Bound
from tests.builders import a_body, a_decision, a_plan, a_planned_meeting
from tests.workbook.in_memory import bound_plan

TWO = ("Reconduire 36 mois", "Reconduire 12 mois")


def read(options: tuple[str, ...], recommended: str | None) -> Bound:
    decision = a_decision(options=options, recommended=recommended)
    plan = a_plan(bodies=(a_body(),), meetings=(a_planned_meeting(),), decisions=(decision,))
    return bound_plan(plan)


def told(found: Bound) -> list[Finding]:
    return [said for said in found.findings if said.code.startswith("V2")]


def decided(found: Bound) -> tuple[tuple[str, ...], str | None]:
    assert found.plan is not None
    (decision,) = found.plan.decisions
    return decision.options, decision.recommended


@pytest.mark.parametrize(
    ("typed", "letter"),
    [
        ("A", "A"),
        ("b", "B"),
        (" B. ", "B"),
        ("(b)", "B"),
        ("Option B", "B"),
        ("l’option A", "A"),
        ("reconduire 12 mois", "B"),  # the option's own words
        (None, None),
    ],
)
def test_a_letter_is_read_however_it_is_written(typed: str | None, letter: str | None) -> None:
    found = read(TWO, typed)
    assert (decided(found), told(found)) == ((TWO, letter), [])


@pytest.mark.parametrize(
    ("typed", "suggestion"), [("C", None), ("A ou B", None), ("Reconduire 12 moiss", "B"), ("1", None), ("oui", None)]
)
def test_what_is_the_letter_of_no_option_is_an_error(typed: str, suggestion: str | None) -> None:
    found = read(TWO, typed)
    (said,) = told(found)
    assert (said.code, said.value, said.suggestion, said.args["allowed"]) == ("V206", typed, suggestion, ("A", "B"))
    assert said.place.column == "Option recommandée"
    assert decided(found) == (TWO, None)


def test_a_letter_without_options_is_told() -> None:
    assert [(said.code, said.value) for said in told(read((), "A"))] == [("V237", "A")]


@pytest.mark.parametrize(
    ("typed", "options"),
    [
        (("A. Oui", "B. Non"), ("Oui", "Non")),
        (("a) Oui", "b) Non", "c) Plus tard"), ("Oui", "Non", "Plus tard")),
        (("Option A : Oui", "Option B : Non"), ("Oui", "Non")),
        (("A - Oui", "B – Non"), ("Oui", "Non")),
        (("A. Oui", "Non"), ("A. Oui", "Non")),  # one letter alone may be part of the text
        (("I. Oui", "II. Non"), ("I. Oui", "II. Non")),
        (("À revoir", "B2B d’abord"), ("À revoir", "B2B d’abord")),
    ],
)
def test_letters_that_options_bear_already_are_not_printed_twice(
    typed: tuple[str, ...], options: tuple[str, ...]
) -> None:
    found = read(typed, "B")
    assert (decided(found), told(found)) == ((options, "B"), [])


@pytest.mark.parametrize("typed", [("B. Non", "A. Oui"), ("A. Oui", "A. Non"), ("A. Oui", "C. Non")])
def test_letters_out_of_order_are_an_error(typed: tuple[str, ...]) -> None:
    (said,) = told(read(typed, "B"))
    assert (said.code, said.place.column) == ("V236", "Options")
