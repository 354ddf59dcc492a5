"""Hidden and struck-through rows: read or left out as the settings say, and said once a table with their numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from generator.locales import Language
from generator.model.quarter import Quarter
from generator.workbook.bind import Bound
from generator.workbook.example import example_plan
from tests.workbook import layouts
from tests.workbook.books import bound, fill, opened, saved, the_example

STRUCK = Font(strike=True)
REFS = [action.ref for action in example_plan(Language.FR).actions]


def with_settings(book: Workbook, **settings: str) -> Workbook:
    """Write settings by the words that stand beside them."""
    sheet = book["0 Compte"]
    items = {cell.value: cell.row for cell in sheet["AS"] if cell.value}
    for item, value in settings.items():
        sheet.cell(items[item.replace("_", " ")], sheet["AT6"].column, value)
    return book


def strike(book: Workbook, sheet: str, *cells: str) -> Workbook:
    for cell in cells:
        book[sheet][cell].font = STRUCK
    return book


def said(result: Bound, *codes: str) -> list[tuple[str, str | None, str | None, dict[str, Any]]]:
    found = [one for one in result.findings if one.code in codes]
    return [(one.code, one.place.cell, one.value, dict(one.args)) for one in found]


def refs(result: Bound) -> list[str]:
    assert result.plan is not None
    return [action.ref for action in result.plan.actions]


def hidden_rows() -> Workbook:
    book = opened(the_example())
    for row in (16, 17, 18, 30):
        book["5 Actions"].row_dimensions[row].hidden = True
    return book


def test_hidden_rows_are_read_and_said_once_a_table() -> None:
    result = bound(saved(hidden_rows()))
    assert refs(result) == REFS
    assert said(result, "W148", "W149") == [
        ("W148", "B6", None, {"rows": "16–18, 30"}),
        ("W148", "T6", None, {"rows": "16"}),  # the risks end on row 16
    ]


def test_hidden_rows_are_left_out_where_the_settings_ask_for_it() -> None:
    result = bound(saved(with_settings(hidden_rows(), Lignes_masquées="Ignorées")))
    assert refs(result) == [ref for ref in REFS if ref not in {"A-10", "A-11", "A-12", "A-24"}]
    assert said(result, "W148", "W149")[0] == ("W149", "B6", None, {"rows": "16–18, 30"})


def test_a_struck_row_is_left_out_and_said() -> None:
    book = opened(the_example())
    result = bound(saved(strike(book, "5 Actions", *(f"{letter}19" for letter in "BCDEFGHIJKLMNOPQ"))))
    assert refs(result) == [ref for ref in REFS if ref != "A-13"]
    assert said(result, "W150", "W151", "W152") == [("W150", "B19", "A-13", {"rows": "19"})]


def test_a_struck_key_strikes_its_row() -> None:
    result = bound(saved(strike(opened(the_example()), "5 Actions", "B19", "B21")))
    assert refs(result) == [ref for ref in REFS if ref not in {"A-13", "A-15"}]
    assert said(result, "W150") == [("W150", "B19", "A-13", {"rows": "19, 21"})]


def test_a_struck_row_is_read_where_the_settings_ask_for_it() -> None:
    book = with_settings(strike(opened(the_example()), "5 Actions", "B19"), Texte_barré="Lu")
    result = bound(saved(book))
    assert refs(result) == REFS
    assert said(result, "W150", "W151") == [("W151", "B19", "A-13", {"rows": "19"})]


def test_a_struck_value_in_a_row_that_is_read_is_said() -> None:
    result = bound(saved(strike(opened(the_example()), "5 Actions", "K19", "K21")))
    assert refs(result) == REFS
    assert said(result, "W150", "W152") == [("W152", "K19", "15/12/2026", {"cells": "K19, K21"})]


def test_a_text_struck_in_part_is_read_in_full_and_said() -> None:
    book = opened(the_example())
    old = TextBlock(InlineFont(strike=True), "Refaire ")
    book["5 Actions"]["C19"] = CellRichText(old, "la grille tarifaire")
    result = bound(saved(book))
    assert result.plan is not None
    assert result.plan.actions[REFS.index("A-13")].action == "Refaire la grille tarifaire"
    assert said(result, "W150", "W152") == [("W152", "C19", "Refaire la grille tarifaire", {"cells": "C19"})]


def test_a_reference_struck_in_its_own_letters_strikes_its_row() -> None:
    book = opened(the_example())
    book["5 Actions"]["B19"] = CellRichText(TextBlock(InlineFont(strike=True), "A-13"))
    assert "A-13" not in refs(bound(saved(book)))


def test_links_to_a_row_left_out_are_not_said_again() -> None:
    """A-02 and others refer to CT-04, which the person has struck out: one finding for the contract, none for them."""
    result = bound(saved(strike(opened(the_example()), "1 Cartographie", "B10")))
    assert result.plan is not None
    assert "CT-04" not in {contract.ref for contract in result.plan.contracts}
    assert not [action for action in result.plan.actions if action.contract == "CT-04"]
    optional = [one for one in result.findings if one.code == "L301" and one.place.sheet == "5 Actions"]
    assert optional == []


def test_a_row_that_cannot_stand_without_the_one_left_out_is_said() -> None:
    result = bound(saved(strike(opened(the_example()), "1 Cartographie", "B7")))
    amendments = [one.value for one in result.findings if one.code == "L301" and one.place.table == "Avenants"]
    assert amendments
    assert set(amendments) == {"CT-01"}


def test_hidden_columns_are_read_and_said() -> None:
    book = opened(the_example())
    book["5 Actions"].column_dimensions["N"].hidden = True
    result = bound(saved(book))
    assert result.plan == example_plan(Language.FR)
    assert said(result, "W153") == [("W153", "B6", None, {"columns": "N"})]


def test_a_form_keeps_the_lines_that_do_not_show() -> None:
    book = with_settings(opened(the_example()), Lignes_masquées="Ignorées")
    book["0 Compte"].row_dimensions[8].hidden = True
    result = bound(saved(book))
    assert result.plan is not None
    assert result.plan.account.supplier == example_plan(Language.FR).account.supplier
    assert ("W148", "C7", None, {"rows": "8"}) in said(result, "W148")


def tidy_figures(*, hidden: tuple[int, ...] = (), struck: tuple[int, ...] = (), setting: str | None = None) -> Bound:
    """The example whose revenue is an export of one row a month: July, August and September of a key, then another."""
    book = layouts.on_own_sheets()
    del book["Chiffres clés"]
    months = ("2026-07", "2026-08", "2026-09")
    rows = [["Industrie", "Support", "CA", month, amount] for month, amount in zip(months, (100, 20, 3), strict=True)]
    sheet = book.create_sheet("Export ERP")
    fill(sheet, [("Entité", "Offre", "Mesure", "Période", "Montant"), *rows, ["Iberia", "Cloud", "CA", "T3 2026", 7]])
    for row in hidden:
        sheet.row_dimensions[row].hidden = True
    strike(book, "Export ERP", *(f"{letter}{row}" for letter in "ABCDE" for row in struck))
    if setting:
        items = {cell.value: cell.row for cell in book["Paramètres"]["A"]}
        book["Paramètres"].cell(items["Lignes masquées"], 2, setting)
    return bound(saved(book))


def third_quarter(result: Bound) -> dict[str, Decimal]:
    assert result.plan is not None
    return {row.entity: row.quarters[Quarter(2026, 3)] for row in result.plan.figures}


def test_each_hidden_row_of_a_quarter_is_read_and_said_by_its_number() -> None:
    result = tidy_figures(hidden=(3, 4))
    assert third_quarter(result) == {"Industrie": Decimal(123), "Iberia": Decimal(7)}
    assert said(result, "W148", "W149") == [("W148", "A1", None, {"rows": "3–4"})]


def test_a_hidden_row_of_a_quarter_is_left_out_where_the_settings_ask_for_it() -> None:
    result = tidy_figures(hidden=(2, 4), setting="Ignorées")
    assert third_quarter(result) == {"Industrie": Decimal(20), "Iberia": Decimal(7)}
    assert said(result, "W148", "W149") == [("W149", "A1", None, {"rows": "2, 4"})]


def test_a_struck_row_of_a_quarter_is_left_out_and_said() -> None:
    result = tidy_figures(struck=(3, 5))
    assert third_quarter(result) == {"Industrie": Decimal(103)}
    assert said(result, "W150", "W151", "W152") == [("W150", "A3", "Industrie", {"rows": "3, 5"})]


def test_a_row_left_out_takes_no_place_from_the_one_that_corrects_it() -> None:
    """Iberia's figure is struck through and typed again below: the quarter stands there once."""
    book = layouts.on_own_sheets()
    del book["Chiffres clés"]
    rows = [("Iberia", "Cloud", "CA", "T3 2026", amount) for amount in (7, 8)]
    fill(book.create_sheet("Export ERP"), [("Entité", "Offre", "Mesure", "Période", "Montant"), *rows])
    result = bound(saved(strike(book, "Export ERP", "A2", "B2", "C2", "D2", "E2")))
    assert third_quarter(result) == {"Iberia": Decimal(8)}
    assert said(result, "W150", "L302") == [("W150", "A2", "Iberia", {"rows": "2"})]
