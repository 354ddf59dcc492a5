"""From cells to the model: what is kept, what is dropped, what is said, and the way back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook

from generator.diagnostics import Severity
from generator.locales import Label, Language
from generator.model.field_path import FieldPath
from generator.model.schema import tables
from generator.workbook.bind import Bound
from generator.workbook.example import example_plan
from generator.workbook.matching import folded_header
from tests.workbook.books import a_blank, bound, bounds, opened, saved, the_example, told
from tools.cell_edits import edited


def filled(book: Workbook, table: str, *rows: dict[str, Any]) -> None:
    """Type rows under the headers of a table."""
    for sheet in book.worksheets:
        if table in sheet.tables:
            left, top, right, _ = bounds(sheet.tables[table].ref)
            headers = {sheet.cell(top, column).value: column for column in range(left, right + 1)}
            for number, row in enumerate(rows, start=top + 1):
                for header, value in row.items():
                    sheet.cell(number, headers[header], value)


def a_minimal_book() -> Workbook:
    book = opened(a_blank())
    sheet = book["0 Compte"]
    values = [
        "Groupe Essai",
        "Nous",
        None,
        "Anne Petit",
        None,
        date(2026, 1, 1),
        date(2026, 12, 31),
        date(2026, 9, 30),
        "EUR",
        "fr",
        "1.0",
    ]
    for row, value in enumerate(values, start=7):
        sheet.cell(row, 3, value)
    filled(book, "Equipe", {"Nom": "Anne Petit", "Fonction": "Directrice", "Rôle": "Responsable de compte"})
    filled(book, "Entites", {"Entité": "Groupe", "Segment": "Siège"})
    filled(book, "Offres", {"Offre": "Conseil", "Active": "Oui"})
    contract = {
        "Réf": "CT-01",
        "Intitulé": "Conseil",
        "Entité": "groupe",
        "Offres": "conseil",
        "Périmètre": "Tout",
        "Statut": "Actif",
    }
    days = {"Signé le": date(2026, 1, 5), "Début": date(2026, 1, 6)}
    filled(book, "Contrats", {**contract, **days, "Montant annuel": "12 500 €", "Reconduction": "Aucune"})
    filled(
        book, "Objectifs", {"Réf": "OBJ-01", "Libellé": "Renouveler", "Type": "Renouvellement", "Statut": "En cours"}
    )
    filled(book, "KPI", {"Réf": "KPI-01", "KPI": "CA", "Calcul": "CA_SEGMENT", "Unité": "€", "Sens": "Hausse"})
    filled(book, "Actions", {"Réf": "A-01", "Action": "Appeler", "Statut": "à faire"})
    return book


def test_a_minimal_workbook_binds_without_an_error() -> None:
    result = bound(saved(a_minimal_book()))
    assert [said for said in result.findings if said.severity is Severity.ERROR] == []
    assert result.plan is not None
    assert result.plan.contracts[0].annual_amount == Decimal(12500)
    assert (result.plan.contracts[0].entity, result.plan.contracts[0].offers) == ("Groupe", ("Conseil",))
    assert result.plan.settings.notice_alert_days == 90
    assert {said.code for said in result.findings} == {"W119"}


def edited_example(**cells: Any) -> Bound:
    return bound(edited(the_example(), {("5 Actions", cell): value for cell, value in cells.items()}))


def test_a_required_blank_drops_the_row_and_says_it_once() -> None:
    result = edited_example(C8=None)
    assert result.plan is not None
    assert told(result.findings) == [("V201", "5 Actions", "C8")]
    assert "A-02" not in {action.ref for action in result.plan.actions}


def test_an_error_in_an_optional_cell_keeps_the_row() -> None:
    result = edited_example(K8="bientôt")
    assert result.plan is not None
    assert told(result.findings) == [("V204", "5 Actions", "K8")]
    assert result.plan.actions[1].due is None
    assert result.plan.actions[1].action == example_plan(Language.FR).actions[1].action


def test_a_dropped_row_is_still_known_to_links() -> None:
    result = bound(edited(the_example(), {("2 Objectifs", "C8"): None}))  # OBJ-02 loses its label; actions point at it
    assert told(result.findings) == [("V201", "2 Objectifs", "C8")]


def test_a_link_takes_the_spelling_of_its_target() -> None:
    result = edited_example(H8="claire  VASSEUR")
    assert result.plan is not None
    assert result.plan.actions[1].owner == "Claire Vasseur"
    assert told(result.findings) == []


def test_an_unknown_link_is_suggested_never_guessed() -> None:
    result = edited_example(H8="VASSEUR Clair")
    assert result.plan is not None
    assert result.plan.actions[1].owner is None
    said = result.findings.errors[0]
    assert (said.code, said.place.cell, said.place.column, said.place.key) == ("L301", "H8", "Responsable", "A-02")
    assert (said.value, said.suggestion) == ("VASSEUR Clair", "Claire Vasseur")


def test_a_doubled_key_names_both_cells() -> None:
    result = edited_example(B9="a-01")
    said = result.findings.errors[0]
    assert (said.code, said.place.cell, said.args["first"]) == ("L302", "B9", "B7")
    assert result.plan is not None
    assert len(result.plan.actions) == len(example_plan(Language.FR).actions) - 1


def test_a_prenumbered_row_and_a_total_row_are_passed_over() -> None:
    book = opened(the_example())
    sheet = book["5 Actions"]
    bottom = bounds(sheet.tables["Actions"].ref)[3]
    sheet.cell(bottom + 1, 2, "A-98")
    sheet.cell(bottom + 2, 3, "Total")
    assert bound(saved(book)).plan == example_plan(Language.FR)


def test_headers_may_be_translated_moved_and_joined_by_others() -> None:
    result = bound(
        edited(
            the_example(),
            {("5 Actions", "C6"): " ACTION* ", ("5 Actions", "I6"): "Addressee", ("5 Actions", "K6"): "Echeance"},
        )
    )
    assert result.plan == example_plan(Language.FR)


def test_a_missing_required_column_is_one_finding() -> None:
    result = bound(edited(the_example(), {("5 Actions", "C6"): "Quoi"}))
    assert told(result.findings) == [("W111", "5 Actions", "B6")]
    assert [(said.code, said.value) for said in result.findings.infos] == [("W112", "Quoi")]
    assert result.plan is not None
    assert result.plan.actions == ()


def test_the_required_columns_that_a_table_lacks_are_told_at_once() -> None:
    headers = {("5 Actions", "B6"): "N°", ("5 Actions", "C6"): "Quoi", ("5 Actions", "M6"): "Où en est-on"}
    result = bound(edited(the_example(), headers))
    (said,) = result.findings.errors
    assert (said.code, said.place.table) == ("W111", "Actions")
    assert said.args["expected"] == (Label("Réf", "Ref"), Label("Action", "Action"), Label("Statut", "Status"))


def test_a_table_without_its_columns_is_not_called_empty_beside() -> None:
    book = opened(the_example())
    sheet = book["4 KPI"]
    for cell in sheet[6]:
        cell.value = None if cell.value is None else f"{cell.value} ?"
    result = bound(saved(book))
    assert [said.code for said in result.findings if said.place.sheet == "4 KPI"] == ["W140"]


def test_a_mistyped_quarter_and_a_doubled_one_are_told() -> None:
    headers = {cell.value: cell.coordinate for cell in opened(the_example())["4 KPI"][6]}
    wrong, doubled = headers["T1 2026"], headers["T3 2026"]
    result = bound(edited(the_example(), {("4 KPI", wrong): "T5 2026", ("4 KPI", doubled): "2026-T2"}))
    assert told(result.findings) == [("W113", "4 KPI", wrong), ("W114", "4 KPI", doubled)]


def test_an_account_without_its_client_gives_no_plan() -> None:
    result = bound(edited(the_example(), {("0 Compte", "C7"): None}))
    assert result.plan is None
    assert told(result.findings) == [("V201", "0 Compte", "C7")]


def test_every_value_of_the_example_leads_back_to_its_cell() -> None:
    result = bound(the_example())
    book = opened(the_example())
    plan = result.plan
    assert plan is not None
    for spec in tables():
        for row in () if not spec.table.key else getattr(plan, spec.field):
            for column in spec.columns:
                place = result.origins.place(FieldPath(spec.field, row.key, column.field))
                assert place is not None
                if column.field == "quarters":
                    continue
                assert place.sheet is not None
                assert place.cell is not None
                assert place.column is not None
                assert folded_header(place.column) == folded_header(column.label.fr)
                is_blank = book[place.sheet][place.cell].value is None
                value = getattr(row, column.field)
                assert is_blank == (value is None or value == ()) or not spec.table.unique


def test_places_of_values_rows_quarters_tables_and_forms() -> None:
    origins = bound(the_example()).origins

    def cell(table: str, key: tuple[str, ...] = (), field: str = "") -> str | None:
        place = origins.place(FieldPath(table, key, field))
        return f"{place.sheet}!{place.cell}" if place else None

    assert cell("actions", ("A-02",), "owner") == "5 Actions!H8"
    assert cell("actions", ("A-02",)) == "5 Actions!B8"
    assert cell("actions") == "5 Actions!B6"
    assert cell("actions", ("A-404",), "owner") == "5 Actions!H6"
    assert cell("account", (), "cutoff") == "0 Compte!C14"
    assert cell("kpis", ("KPI-05",), "2023-T4") == "4 KPI!O11"
    assert origins.raw(FieldPath("kpis", ("KPI-05",), "2023-T4")) == 11
    assert origins.raw(FieldPath("account", (), "client")) == "Groupe Valmonde"
    assert origins.raw(FieldPath("actions", ("A-01",), "risk")) == "R-01"


def test_rows_whose_key_could_not_be_read_are_not_called_doubled() -> None:
    """Two people misspelt in one activity: two findings, and none about a key that stands twice."""
    cells = {("6 Animation", "C7"): "Qui donc", ("6 Animation", "C8"): "Quelqu’un d’autre", ("6 Animation", "D7"): "C"}
    cells |= {
        ("6 Animation", "B8"): "Préparer le COPIL",
        ("6 Animation", "B7"): "Préparer le COPIL",
        ("6 Animation", "D8"): "C",
    }
    found = told(bound(edited(the_example(), cells)).findings)
    assert found == [("L301", "6 Animation", "C7"), ("L301", "6 Animation", "C8")]
