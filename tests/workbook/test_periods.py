"""Columns of periods that are no calendar quarters, and headers that stand twice: named, with what is lost."""

from __future__ import annotations

from datetime import datetime

import pytest

from generator.workbook.periods import is_other_period
from tests.workbook.books import bound, opened, saved
from tests.workbook.short_plan import the_short

OTHERS = [
    *("T1 2025/2026", "T1 25/26", "T1 2025-2026", "Q1 FY26", "FY26 Q1", "FY2026 T1", "Q1 FY25/26", "Exercice 2026 T1"),
    *("juil. 2026", "août 2026", "July 2026", "07/2026", "2026-07", "juillet", "Sept", datetime(2026, 7, 1)),
    *("S1 2026", "H1 2026", "1er semestre 2026", "2026 S2"),
]
QUARTERS_AND_WORDS = [
    "T1 2026",
    "2026-T1",
    "Q1 26",
    "Total",
    "Budget 2026",
    "Commentaire",
    "T1 2O26",
    "",
    None,
    12,
    "Mar Com",
]


@pytest.mark.parametrize("header", OTHERS, ids=str)
def test_a_period_that_is_no_calendar_quarter(header: object) -> None:
    assert is_other_period(header)


@pytest.mark.parametrize("header", QUARTERS_AND_WORDS, ids=repr)
def test_a_quarter_or_a_word(header: object) -> None:
    assert not is_other_period(header)


def test_months_are_named_once_with_the_quarter_they_make() -> None:
    book = opened(the_short())
    sheet = book["1 Cartographie"]
    for letter, word in zip(("EB", "EC", "ED"), ("juil. 2026", "août 2026", "sept. 2026"), strict=True):
        sheet[f"{letter}6"] = word
    (said,) = bound(saved(book)).findings.errors
    assert (said.code, said.place.sheet, said.place.cell, said.suggestion) == (
        "W154",
        "1 Cartographie",
        "EB6",
        "T3 2026",
    )
    assert (said.args["headers"], said.args["n"]) == (("juil. 2026", "août 2026", "sept. 2026"), 3)


def test_a_header_that_is_the_twin_of_another_is_named_with_both_cells() -> None:
    book = opened(the_short())
    book["5 Actions"]["J6"] = "Échéance"  # was the start; the due dates stand in K
    result = bound(saved(book))
    assert [(one.code, one.place.cell, one.value, one.args["first"]) for one in result.findings.errors] == [
        ("W146", "K6", "Échéance", "J6")
    ]


def test_a_twin_that_excel_has_numbered_is_named_too() -> None:
    book = opened(the_short())
    book["5 Actions"]["J6"] = "Échéance2"
    result = bound(saved(book))
    assert [(one.code, one.place.cell, one.args["first"]) for one in result.findings.errors] == [("W146", "J6", "K6")]


def test_an_item_of_a_form_that_stands_twice_is_named() -> None:
    book = opened(the_short())
    book["0 Compte"]["B9"] = "Client"
    errors = [(one.code, one.place.cell) for one in bound(saved(book)).findings.errors]
    assert ("W146", "B9") in errors
