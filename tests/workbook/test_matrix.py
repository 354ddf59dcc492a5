"""The RACI drawn as a matrix, or with a column a letter, is read as the list that it stands for."""

from __future__ import annotations

from typing import Any

import pytest

from generator.diagnostics import Severity
from generator.model.field_path import FieldPath
from generator.workbook.bind import Bound
from generator.workbook.matrix import letters_of
from tests.workbook.books import bound, fill, opened, saved
from tests.workbook.short_plan import the_short

PEOPLE = ("Claire Vasseur", "Sophie Dunand", "Marc Oberlin")
EXPECTED = [
    ("Préparer le COPIL", "Claire Vasseur", "A"),
    ("Préparer le COPIL", "Sophie Dunand", "R"),
    ("Suivre les SLA", "Claire Vasseur", "A"),
    ("Suivre les SLA", "Claire Vasseur", "R"),
    ("Suivre les SLA", "Marc Oberlin", "I"),
]
MATRIX: list[list[Any]] = [
    ["Activité", *PEOPLE],
    ["Préparer le COPIL", "A", "R", None],
    ["Suivre les SLA", "A/R", None, "i"],
]
CORNERLESS: list[list[Any]] = [[None, *PEOPLE], *MATRIX[1:]]
BY_LETTER: list[list[Any]] = [
    ["Activité", "R", "A", "C", "I"],
    ["Préparer le COPIL", "Sophie Dunand", "Claire Vasseur", None, None],
    ["Suivre les SLA", "Claire Vasseur", "Claire Vasseur", None, "Marc Oberlin"],
]


def with_raci(rows: list[list[Any]], *, sheet: str = "RACI", top: int = 3, left: int = 1, ours: bool = False) -> Bound:
    """The example with its RACI on a sheet of its own; `ours` leaves the table of ours where it is, empty."""
    book = opened(the_short())
    stage = book["6 Animation"]
    for cells in stage["B7:E60" if ours else "B4:E60"]:
        for cell in cells:
            if hasattr(cell, "column_letter"):
                cell.value = None
    if not ours:
        del stage.tables["RACI"]
    fill(book.create_sheet(sheet), rows, top=top, left=left)
    return bound(saved(book))


def listed(result: Bound) -> list[tuple[str, str, str]]:
    assert result.plan is not None
    return sorted((row.activity, row.person, row.role.label.fr) for row in result.plan.raci)


@pytest.mark.parametrize("rows", [MATRIX, CORNERLESS, BY_LETTER], ids=["people across", "no corner", "letters across"])
@pytest.mark.parametrize("ours", [False, True], ids=["instead of ours", "beside ours left empty"])
def test_a_matrix_is_read(rows: list[list[Any]], *, ours: bool) -> None:
    result = with_raci(rows, ours=ours)
    assert listed(result) == EXPECTED
    assert [one for one in result.findings if one.severity is Severity.ERROR] == []


def test_each_role_is_traced_to_its_cell_and_each_person_to_the_header() -> None:
    result = with_raci(MATRIX, top=3)
    key = ("Suivre les SLA", "Marc Oberlin", "I")
    places = [result.origins.place(FieldPath("raci", key, name)) for name in ("activity", "person", "role")]
    assert [place and place.cell for place in places] == ["A5", "D3", "D5"]


def test_a_person_and_a_letter_that_are_not_known_are_named_at_their_cells() -> None:
    rows = [
        ["Activité", "Claire Vasseur", "Personne d’autre"],
        ["Suivre", "A", "R"],
        ["Tenir", "R", "X"],
        ["Voir", "C", "I"],
    ]
    result = with_raci(rows, top=1)
    told = sorted({(one.code, one.place.cell, one.value) for one in result.findings if one.place.sheet == "RACI"})
    assert ("L301", "C1", "Personne d’autre") in told
    assert ("V206", "C3", "X") in told


def test_a_column_that_holds_no_letters_is_named() -> None:
    rows = [[*row, remark] for row, remark in zip(MATRIX, ("Remarque", "à voir", "fait"), strict=True)]
    result = with_raci(rows)
    assert listed(result) == EXPECTED
    assert [(one.code, one.value) for one in result.findings if one.place.sheet == "RACI"] == [("W112", "Remarque")]


@pytest.mark.parametrize(
    ("value", "letters"),
    [
        ("A/R", "AR"),
        ("ra", "RA"),
        ("R, C", "RC"),
        (" I ", "I"),
        ("(R)", "R"),
        ("X", ""),
        ("À faire", ""),
        ("", ""),
        (3, ""),
    ],
)
def test_the_letters_of_a_cell(value: object, letters: str) -> None:
    assert letters_of(value) == tuple(letters)
