"""What no table holds: tables with headers of their own, copies, cells between tables, other sheets, what is gone."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import Workbook

from generator.diagnostics import Severity
from generator.pipeline import Edition, check
from generator.workbook.bind import Bound
from tests.workbook.books import bound, fill, opened, saved, the_example
from tests.workbook.short_plan import the_short

OWN: list[list[Any]] = [
    ["N°", "Sujet", "Qui", "Pour quand", "Météo"],
    [1, "Refaire le plan de nettoyage", "Claire Vasseur", "15/10/2026", "soleil"],
    [2, "Changer la badgeuse", "Maud Perrin", "31/10/2026", "pluie"],
]


def cleared(book: Workbook, sheet: str, cells: str, *tables: str) -> Workbook:
    """Empty cells, and take away the Excel tables drawn there."""
    for row in book[sheet][cells]:
        for cell in row:
            if hasattr(cell, "column_letter"):
                cell.value = None
    for name in tables:
        del book[sheet].tables[name]
    return book


def said(result: Bound) -> list[tuple[Severity, str, str | None, str | None]]:
    """The findings about tables, with their gravity and place."""
    return [
        (one.severity, one.code, one.place.sheet, one.place.cell)
        for one in result.findings
        if one.code[:3] in {"W14", "W15"}
    ]


def the_one(result: Bound, code: str) -> dict[str, Any]:
    (found,) = [one for one in result.findings if one.code == code]
    return dict(found.args)


def with_own_actions(*, on: str | None = None, title: str | None = None, ours: str | None = "gone") -> Bound:
    book = opened(the_short())
    if ours == "gone":
        cleared(book, "5 Actions", "B6:Q60" if on is None else "B4:Q60", "Actions")
    elif ours == "empty":
        cleared(book, "5 Actions", "B7:Q60")
    sheet = book["5 Actions"] if on is None else book.create_sheet(on)
    fill(sheet, OWN, top=6 if on is None else 3, left=2 if on is None else 1)
    if title is not None:
        sheet["A1"] = title
    return bound(saved(book))


def test_headers_of_ones_own_under_a_title_are_an_error_that_proposes_columns() -> None:
    result = with_own_actions()
    assert said(result) == [(Severity.ERROR, "W140", "5 Actions", "B4")]
    args = the_one(result, "W140")
    assert (args["area"], args["headers"], args["n"]) == ("B6:F8", ("N°", "Sujet", "Qui", "Pour quand", "Météo"), 2)
    pairs = [(dict(one.named)["header"], dict(one.named)["column"].fr) for one in args["proposals"]]
    assert pairs == [("N°", "Réf"), ("Sujet", "Action"), ("Qui", "Responsable"), ("Pour quand", "Échéance")]


@pytest.mark.parametrize("sheet", ["Actions", "Plan d’actions", "5 Actions (2)", "Action plan", "Suivi des actions"])
def test_a_sheet_named_after_a_table_with_headers_of_its_own(sheet: str) -> None:
    assert said(with_own_actions(on=sheet)) == [(Severity.ERROR, "W140", sheet, "A3")]


@pytest.mark.parametrize("ours", ["gone", "empty"])
def test_a_title_on_a_sheet_of_any_name(ours: str) -> None:
    assert said(with_own_actions(on="Feuil9", title="PLAN D'ACTIONS", ours=ours)) == [
        (Severity.ERROR, "W140", "Feuil9", "A1")
    ]


def test_the_excel_name_kept_over_headers_of_ones_own() -> None:
    book = opened(the_short())
    for letter, word in zip("BCDEFGHIJKLMNOPQ", [f"Rubrique {at}" for at in range(16)], strict=True):
        book["5 Actions"][f"{letter}6"] = word
    assert said(bound(saved(book))) == [(Severity.ERROR, "W140", "5 Actions", "B6")]


def test_words_of_a_table_that_is_lacking_on_a_sheet_of_another_name_warn() -> None:
    assert said(with_own_actions(on="Lundi")) == [(Severity.WARNING, "W140", "Lundi", "A3")]


def test_a_second_table_of_ones_own_beside_ours_warns() -> None:
    assert said(with_own_actions(on="Actions", ours="kept")) == [(Severity.WARNING, "W140", "Actions", "A3")]


def test_a_copied_sheet_is_one_finding_with_its_tables_and_rows() -> None:
    book = opened(the_example())
    book.copy_worksheet(book["5 Actions"]).title = "5 Actions (copie)"
    result = bound(saved(book))
    assert said(result) == [(Severity.WARNING, "W141", "5 Actions (copie)", "B6")]
    args = the_one(result, "W141")
    assert [(one.n, dict(one.named)["area"]) for one in args["tables"]] == [(36, "B6:Q42"), (10, "T6:AC16")]
    assert args["read"] == ("5 Actions",)


@pytest.mark.parametrize(
    ("cell", "value", "severity"),
    [
        ("R9", "voir avec Maud", Severity.INFO),
        ("S20", 125_000, Severity.WARNING),
        ("AH8", "à droite", Severity.INFO),
        ("M4", "au-dessus", Severity.INFO),
        ("S4", 12, Severity.WARNING),
    ],
)
def test_a_cell_around_the_tables_is_named(cell: str, value: str | int, severity: Severity) -> None:
    book = opened(the_short())
    book["5 Actions"][cell] = value
    assert said(bound(saved(book))) == [(severity, "W142", "5 Actions", cell)]


def test_cells_that_touch_are_named_together() -> None:
    book = opened(the_short())
    fill(book["5 Actions"], [["Budget", "T3"], ["Réseau", 12]], top=10, left=32)
    result = bound(saved(book))
    assert said(result) == [(Severity.WARNING, "W142", "5 Actions", "AF10")]
    assert the_one(result, "W142") == {"area": "AF10:AG11", "n": 4}


def test_a_sheet_of_ones_own_is_named_once() -> None:
    book = opened(the_short())
    fill(book.create_sheet("Notes de visite"), [["Date", "Site", "Notes"], ["12/09/2026", "Orléans", "RAS"]])
    assert said(bound(saved(book))) == [(Severity.INFO, "W143", "Notes de visite", "A1")]


def test_a_title_without_headers_is_an_error() -> None:
    result = bound(saved(cleared(opened(the_short()), "5 Actions", "T6:AC60", "Risques")))
    assert said(result) == [(Severity.ERROR, "W144", "5 Actions", "T4")]


def test_headers_without_rows_are_an_empty_table() -> None:
    assert said(bound(saved(cleared(opened(the_short()), "5 Actions", "T7:AC60")))) == []


@pytest.mark.parametrize("how", ["deleted", "emptied"])
def test_a_stage_of_which_nothing_is_left_warns(how: str) -> None:
    book = opened(the_short())
    if how == "deleted":
        del book["6 Animation"]
    else:
        cleared(book, "6 Animation", "A1:AF60", *list(book["6 Animation"].tables))
    result = bound(saved(book))
    assert said(result) == [(Severity.WARNING, "W145", None, None)]
    assert [title.fr for title in the_one(result, "W145")["tables"]] == [
        "RACI",
        "SLA internes",
        "Formations",
        "Révisions",
    ]


WORDS = ["Projet Falcon", "marge cible", "Oméga"]


def with_forbidden(sheet: str, rows: list[list[Any]]) -> bytes:
    """The example without its forbidden words, and a sheet more."""
    book = cleared(opened(the_short()), "0 Compte", "AF4:AF20", "MotsInterdits")
    fill(book.create_sheet(sheet), rows)
    return saved(book)


@pytest.mark.parametrize(
    ("sheet", "top"),
    [
        ("Mots interdits", ["Mot"]),
        ("MotsInterdits", ["Mots"]),
        ("Forbidden words", ["Word"]),
        ("Mots interdits", ["Mots interdits"]),
        ("Liste noire", ["Terme"]),
        ("Feuil9", ["MOTS INTERDITS"]),
        ("0 Mots interdits (2)", ["Expression"]),
    ],
)
def test_forbidden_words_on_a_sheet_of_their_own_are_read(sheet: str, top: list[str]) -> None:
    result = bound(with_forbidden(sheet, [[word] for word in [*top, *WORDS]]))
    assert result.plan is not None
    assert [one.word for one in result.plan.forbidden_words] == WORDS
    assert said(result) == []


def test_forbidden_words_without_a_header_are_all_read_and_it_is_said() -> None:
    result = bound(with_forbidden("Mots interdits", [[word] for word in WORDS]))
    assert result.plan is not None
    assert [one.word for one in result.plan.forbidden_words] == WORDS
    assert said(result) == [(Severity.WARNING, "W155", "Mots interdits", "A1")]


def test_forbidden_words_that_cannot_be_read_hold_the_client_edition_back(tmp_path: Any) -> None:
    file = tmp_path / "compte.xlsx"
    file.write_bytes(with_forbidden("Mots interdits", [["Qui", "Quoi"], ["Maud", "Projet Falcon"], ["Élise", "Oméga"]]))
    checked = check(file)
    assert [one.code for one in checked.findings.errors] == ["W147"]
    assert checked.blocks(Edition.CLIENT)
    assert not checked.blocks(Edition.INTERNAL)


def test_a_second_list_of_forbidden_words_holds_the_client_edition_back_when_it_has_more() -> None:
    book = opened(the_short())
    fill(book.create_sheet("Mots interdits"), [["Mot"], *([word] for word in WORDS)])
    assert [one.code for one in bound(saved(book)).findings.errors] == ["W147"]


def test_a_blank_workbook_of_ours_has_no_word_to_forbid() -> None:
    """Neither titles nor lines of help are taken for words when our table is empty."""
    result = bound(saved(cleared(opened(the_short()), "0 Compte", "AF7:AF20")))
    assert result.plan is not None
    assert result.plan.forbidden_words == ()
    assert said(result) == []
