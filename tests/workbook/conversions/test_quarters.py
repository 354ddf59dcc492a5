"""Quarters in every form that headers take."""

from __future__ import annotations

from datetime import datetime

import pytest

from generator.diagnostics import Place
from generator.model.column import Kind
from generator.model.quarter import Quarter
from generator.workbook.conversions import Question, convert, parse_quarter


def ask(kind: Kind) -> Question:
    return Question(Place(sheet="S", cell="A1", column="C"), kind)


@pytest.mark.parametrize(
    "typed",
    [
        "T1 2026",
        "T1\u00a02026",
        "t1 2026",
        "2026-T1",
        "Q1 2026",
        "2026Q1",
        "2026 Q1",
        "T1-26",
        "T1/2026",
        "1T2026",
        "1er trimestre 2026",
        "1T26",
    ],
    ids=repr,
)
def test_all_forms_name_the_first_quarter_of_2026(typed: str) -> None:
    assert parse_quarter(typed) == Quarter(2026, 1)


@pytest.mark.parametrize(
    "typed", ["T5 2026", "2026", "Trim 1", "T1", "", None, 2026, "Total 2026", "T0 2026"], ids=repr
)
def test_other_headers_name_none(typed: object) -> None:
    assert parse_quarter(typed) is None


def test_a_date_stands_for_its_quarter() -> None:
    assert convert(datetime(2026, 8, 15), ask(Kind.QUARTER)).value == Quarter(2026, 3)


@pytest.mark.parametrize(
    ("typed", "expected"), [(2028, 2028), ("2028", 2028), ("T4 2027", Quarter(2027, 4)), (2028.0, 2028)], ids=repr
)
def test_a_horizon_is_a_year_or_a_quarter(typed: object, expected: object) -> None:
    assert convert(typed, ask(Kind.HORIZON)).value == expected


@pytest.mark.parametrize("typed", ["bientôt", 12, "T7 2026"], ids=repr)
def test_what_is_neither_is_told(typed: object) -> None:
    assert [said.code for said in convert(typed, ask(Kind.HORIZON)).findings] == ["V239"]


@pytest.mark.parametrize(
    ("typed", "suggestion"), [("fin 2028", "2028"), ("S1 2027", "2027"), ("2027-2028", None), ("à moyen terme", None)]
)
def test_the_one_year_in_a_text_is_suggested(typed: str, suggestion: str | None) -> None:
    (said,) = convert(typed, ask(Kind.HORIZON)).findings
    assert (said.code, said.suggestion) == ("V239", suggestion)
