"""The parts of an .xlsx file: what each XML says, worked out by hand."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
import xlsxwriter

from generator.workbook.coordinates import area, coordinate, position
from generator.workbook.opening import OpenedBook, opened
from generator.workbook.raw import CellError, UncomputedFormula
from generator.workbook.xlsx.cells import Book, cells
from generator.workbook.xlsx.formats import Shown, formats
from generator.workbook.xlsx.merged import filled_down
from generator.workbook.xlsx.moments import moment
from generator.workbook.xlsx.strings import shared_texts
from generator.workbook.xlsx.unreadable import UnreadableError


def read(rows: bytes, book: Book | None = None) -> dict[str, object]:
    """The values of a sheet of these rows, by cell."""
    xml = b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"
    found, _ = cells([xml[:40], xml[40:]], "Feuille", book or Book())
    return {cell.coordinate: cell.value for cell in found.values()}


def one(cell: bytes, book: Book | None = None) -> object:
    """The value of one cell."""
    return read(b'<row r="1">' + cell + b"</row>", book).get("A1")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (b'<c r="A1"><v>12</v></c>', 12),
        (b'<c r="A1" t="n"><v>1.5</v></c>', 1.5),
        (b'<c r="A1"><v>1E3</v></c>', 1000),
        (b'<c r="A1"><v>1E400</v></c>', CellError("#NUM!")),
        (b'<c r="A1" t="b"><v>1</v></c>', True),
        (b'<c r="A1" t="b"><v>0</v></c>', False),
        (b'<c r="A1" t="e"><v>#REF!</v></c>', CellError("#REF!")),
        (b'<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', CellError("#DIV/0!")),
        (b'<c r="A1" t="str"><f>A2</f><v>texte</v></c>', "texte"),
        (b'<c r="A1" t="str"><f>A2</f><v></v></c>', None),
        (b'<c r="A1"><f>SUM(B1:B3)</f><v>12</v></c>', 12),
        (b'<c r="A1"><f>SUM(B1:B3)</f></c>', UncomputedFormula("=SUM(B1:B3)")),
        (b'<c r="A1"><f>SUM(B1:B3)</f><v/></c>', UncomputedFormula("=SUM(B1:B3)")),
        (b'<c r="A1"><f t="shared" si="0"/></c>', UncomputedFormula("=")),
        (b'<c r="A1" t="inlineStr"><is><t>un</t></is></c>', "un"),
        (b'<c r="A1" t="inlineStr"><is><r><t>un</t></r><r><t xml:space="preserve"> deux</t></r></is></c>', "un deux"),
        (b'<c r="A1" t="inlineStr"><is><t>un</t><rPh sb="0" eb="2"><t>x</t></rPh></is></c>', "un"),
        (b'<c r="A1" t="inlineStr"><is><r><t>un</t></r><rPh><t>x</t></rPh><r><t> 2</t></r></is></c>', "un 2"),
        (b'<c r="A1" t="d"><v>2026-09-30T00:00:00</v></c>', datetime(2026, 9, 30)),
        (b'<c r="A1" t="d"><v>2026-09-30T23:59:59.9996</v></c>', datetime(2026, 10, 1)),
        (b'<c r="A1" t="d"><v>2026-09-30T00:00:00Z</v></c>', datetime(2026, 9, 30)),
        (b'<c r="A1" s="7"/>', None),
        (b'<c r="A1"></c>', None),
        (b'<x:c xmlns:x="u" r="A1"><x:v>5</x:v></x:c>', 5),
    ],
    ids=ascii,
)
def test_each_type_of_cell(cell: bytes, expected: object) -> None:
    assert one(cell) == expected


def test_cells_and_rows_without_a_reference_follow_each_other() -> None:
    rows = b'<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>'
    assert read(rows) == {"A1": 1, "B1": 2, "C5": 3, "D5": 4}


@pytest.mark.parametrize("reference", [b"A0", b"ZZZ1", b"A1048577", b"1A", b"", b"XFE1"])
def test_a_cell_that_no_sheet_has(reference: bytes) -> None:
    with pytest.raises(UnreadableError):
        read(b'<row><c r="%s"><v>1</v></c></row>' % reference)


def test_dates_times_and_durations_by_their_style() -> None:
    book = Book(styles=[Shown.NUMBER, Shown.MOMENT, Shown.DURATION])
    assert one(b'<c r="A1" s="1"><v>46295</v></c>', book) == datetime(2026, 9, 30)
    assert one(b'<c r="A1" s="1"><v>0.5</v></c>', book) == time(12)
    assert one(b'<c r="A1" s="2"><v>1.5</v></c>', book) == timedelta(hours=36)
    assert one(b'<c r="A1" s="0"><v>46295</v></c>', book) == 46295
    assert one(b'<c r="A1" s="1"><v>-3</v></c>', book) == -3


@pytest.mark.parametrize(
    ("serial", "since_1904", "expected"),
    [
        (1, False, datetime(1900, 1, 1)),
        (59, False, datetime(1900, 2, 28)),
        (61, False, datetime(1900, 3, 1)),
        (46295.75, False, datetime(2026, 9, 30, 18)),
        (46295.99999999, False, datetime(2026, 10, 1)),
        (44833, True, datetime(2026, 9, 30)),
        (0.99999999, False, datetime(1900, 1, 1)),
        (2_958_465, False, datetime(9999, 12, 31)),
        (2_958_466, False, None),
        (-1, False, None),
    ],
)
def test_serial_numbers(serial: float, *, since_1904: bool, expected: datetime | None) -> None:
    assert moment(serial, starts_in_1904=since_1904) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("dd/mm/yyyy", Shown.MOMENT),
        ("[$-40C]d mmmm yyyy;@", Shown.MOMENT),
        ("hh:mm", Shown.MOMENT),
        ("[h]:mm", Shown.DURATION),
        ("General", Shown.NUMBER),
        ("Standard", Shown.NUMBER),
        ("# ##0,00 €", Shown.NUMBER),
        ('0 "jours"', Shown.NUMBER),
        ("0\\ \\m\\o\\i\\s", Shown.NUMBER),
        ("[Red]0.00;[Blue]-0.00", Shown.NUMBER),
        ('0;"d"', Shown.NUMBER),
        ("0.00E+00", Shown.NUMBER),
        ("@", Shown.NUMBER),
    ],
)
def test_which_formats_show_moments(code: str, expected: Shown) -> None:
    escaped = code.replace('"', "&quot;").encode()
    xml = b'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="%s"/></numFmts>' % escaped
    xml += b'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs>'
    assert formats([xml + b"</styleSheet>"]).shown == [expected, Shown.MOMENT]


def test_shared_texts_without_their_phonetic_hints() -> None:
    xml = b"<sst><si><t>un</t></si><si><r><t>de</t></r><r><t>ux</t></r><rPh><t>x</t></rPh></si><si/></sst>"
    assert shared_texts([xml]) == ["un", "deux", ""]


def test_merged_cells_hold_on_every_row_they_cover() -> None:
    xml = b'<worksheet><sheetData><row r="2"><c r="B2"><v>7</v></c></row></sheetData>'
    xml += b'<mergeCells><mergeCell ref="B2:C4"/><mergeCell ref="F1:F1048576"/></mergeCells></worksheet>'
    found, merges = cells([xml], "Feuille", Book())
    assert {cell.coordinate for cell in filled_down(found, merges).values()} == {"B2", "B3", "B4"}


def test_coordinates() -> None:
    assert [coordinate(1, column) for column in (1, 26, 27, 702, 703, 16_384)] == [
        "A1",
        "Z1",
        "AA1",
        "ZZ1",
        "AAA1",
        "XFD1",
    ]
    assert position("$XFD$1048576") == (1_048_576, 16_384)
    assert area("C9:A2") == (2, 1, 9, 3)
    with pytest.raises(ValueError, match="no cell"):
        area("A:C")


def test_what_another_writer_writes() -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Été")
        sheet.write_row(0, 0, ["texte", 1.25, True, date(2026, 9, 30), datetime(2026, 9, 30, 18)])
        sheet.write_formula(1, 0, "=1+1", None, 2)
        sheet.write_rich_string(1, 1, "un ", book.add_format({"bold": True}), "gras", " ici")
        sheet.add_table(3, 1, 6, 2, {"name": "Essai", "total_row": True, "columns": [{"header": "A"}, {"header": "B"}]})
    result = opened(stream.getvalue())
    assert isinstance(result, OpenedBook)
    (sheet_read,) = result.sheets
    values = {cell.coordinate: cell.value for cell in sheet_read.cells.values()}
    assert [values[f"{letter}1"] for letter in "ABCDE"] == [
        "texte",
        1.25,
        True,
        datetime(2026, 9, 30),
        datetime(2026, 9, 30, 18),
    ]
    assert (values["A2"], values["B2"]) == (2, "un gras ici")
    (zone,) = sheet_read.zones
    assert (sheet_read.name, zone.name, zone.top, zone.left, zone.bottom, zone.right) == ("Été", "Essai", 4, 2, 6, 3)
