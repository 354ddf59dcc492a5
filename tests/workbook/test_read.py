"""Files that are no workbook, and tables that are not where they were authored."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.locales import Language
from generator.workbook.locate import located
from generator.workbook.raw import RawCell, RawSheet, Zone
from generator.workbook.read import read
from tests.packages import packed
from tests.workbook.books import bound, fill, opened, saved, told
from tests.workbook.short_plan import short_plan, the_short
from tools.cell_edits import Error, Formula, edited

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def a_zip(**parts: bytes) -> bytes:
    return packed(parts)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE + b"\0" * 600, "W102"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "W103"),
        (b"Client;Montant\nGroupe;12\n", "W104"),
        (b"", "W105"),
        (b"\x89PNG\r\n\x1a\n\0\0", "W105"),
        (a_zip(**{"word/document.xml": b"<w/>"}), "W121"),
        (a_zip(**{"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'}), "W120"),
        (a_zip(**{"xl/workbook.xml": b"<workbook/>"}), "W106"),
        (a_zip(**{"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b"0" * 60_000_000}), "W108"),
    ],
    ids=["xls", "password", "csv", "empty", "png", "docx", "entity", "hollow", "bomb"],
)
def test_what_is_no_workbook_is_told_from_its_first_bytes(data: bytes, code: str) -> None:
    result = read(data)
    assert [said.code for said in result.findings] == [code]
    assert result.tables == {}


def test_a_truncated_workbook_is_told() -> None:
    assert [said.code for said in read(the_short()[:4000]).findings] == ["W106"]


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    missing = read(tmp_path / "absent.xlsx").findings
    assert [(said.code, said.place.file) for said in missing] == [("W101", "absent.xlsx")]
    assert [said.code for said in read(tmp_path).findings] == ["W107"]


def test_a_file_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    path = tmp_path / "compte.xlsx"
    path.write_bytes(the_short())
    assert read(path).tables == read(the_short()).tables
    assert read(path).file == "compte.xlsx"


def test_tables_are_found_without_their_excel_names() -> None:
    book = opened(the_short())
    for sheet in book.worksheets:
        for name in list(sheet.tables):
            del sheet.tables[name]
    result = bound(saved(book))
    assert result.plan == short_plan(Language.FR)
    assert told(result.findings) == []


def test_renamed_and_hidden_sheets_are_read_and_said() -> None:
    book = opened(the_short())
    book["5 Actions"].title = "Suivi hebdo"
    book["Suivi hebdo"].sheet_state = "veryHidden"
    result = bound(saved(book))
    assert result.plan == short_plan(Language.FR)
    assert [(said.code, said.place.sheet) for said in result.findings] == [("W115", "Suivi hebdo")]


def test_a_table_typed_on_a_sheet_of_its_own_is_found_by_its_headers() -> None:
    book = opened(the_short())
    actions = book["5 Actions"]
    del actions.tables["Risques"]
    actions.delete_cols(18, 30)
    sheet = book.create_sheet("Registre")
    fill(
        sheet,
        [
            ["Tableau du trimestre"],
            [],
            ["RISQUE *", "Ref.", "type", "probabilite", "Impact (1 à 5)", "STATUT", "Avis du juriste"],
        ],
        left=3,
    )
    fill(
        sheet,
        [["Retard", "R-77", "Risques", 2, 3, "ouverte", "RAS"], [], ["Panne", "R-78", "Problème", 1, 1, "Clos"]],
        top=4,
        left=3,
    )
    result = bound(saved(book))
    assert result.plan is not None
    assert [(risk.ref, risk.risk, risk.probability) for risk in result.plan.risks] == [
        ("R-77", "Retard", 2),
        ("R-78", "Panne", 1),
    ]
    assert [(said.code, said.value) for said in result.findings if said.place.sheet == "Registre"] == [
        ("W112", "Avis du juriste")
    ]


def test_a_table_that_stands_twice_is_told_and_the_first_is_read() -> None:
    def sheet(name: str, ref: str) -> RawSheet:
        texts = {(6, 2): "Réf", (6, 3): "Action", (6, 4): "Statut", (7, 2): ref, (7, 3): "Agir", (7, 4): "À faire"}
        cells = {at: RawCell(name, *at, text) for at, text in texts.items()}
        return RawSheet(name, is_hidden=False, cells=cells, zones=(Zone("Actions", 2, 6, 4, 7),))

    found = located((sheet("5 Actions", "A-01"), sheet("Copie", "A-02")))
    assert found.tables["actions"].sheet == "5 Actions"
    assert [(said.code, said.place.sheet, said.place.cell) for said in found.findings] == [("W116", "Copie", "B6")]
    assert found.findings[0].args["first"] == "5 Actions B6"


def test_a_far_away_cell_costs_nothing() -> None:
    book = opened(the_short())
    book["5 Actions"]["XES1048332"] = "loin"
    assert bound(saved(book)).plan == short_plan(Language.FR)


def test_a_workbook_without_tables_names_those_that_are_required() -> None:
    result = bound(saved(Workbook()))
    assert result.plan is None
    assert [said.code for said in result.findings] == ["W110"] * 5


def test_formulas_without_a_result_and_errors_keep_their_cell() -> None:
    data = edited(the_short(), {("5 Actions", "J7"): Formula("TODAY()"), ("5 Actions", "K8"): Error("#REF!")})
    found = bound(data).findings
    assert [(said.code, said.place.cell, said.value) for said in found] == [
        ("W117", "J7", "=TODAY()"),
        ("W118", "K8", "#REF!"),
    ]
