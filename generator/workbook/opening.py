"""The sheets of a workbook as plain values: every cell that holds something, and the Excel tables drawn over them."""

from __future__ import annotations

import posixpath
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from generator.workbook.raw import CellError, RawCell, UncomputedFormula

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Zone:
    """An Excel table: its name and its first and last columns and rows, header included, totals row left out."""

    name: str
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet: its cells by row and column."""

    name: str
    is_hidden: bool
    cells: Mapping[tuple[int, int], RawCell]
    zones: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class OpenedBook:
    """A workbook: its sheets in order and its date system."""

    sheets: tuple[RawSheet, ...]
    starts_in_1904: bool


def opened(data: bytes) -> OpenedBook | None:
    """Return the sheets of a workbook; None when openpyxl cannot make sense of the package."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), data_only=True)
        formulas = _uncomputed(data)
    except Exception:  # noqa: BLE001 - a damaged package can raise anything inside openpyxl; all of it means "damaged"
        return None
    sheets = tuple(_sheet(sheet, formulas.get(sheet.title, {})) for sheet in book.worksheets)
    return OpenedBook(sheets, book.epoch == CALENDAR_MAC_1904)


def _sheet(sheet: Worksheet, formulas: Mapping[str, str]) -> RawSheet:
    cells = {place: _cell(sheet.title, cell) for place, cell in sheet._cells.items() if cell.value is not None}  # noqa: SLF001 - walking rows is endless on a sheet with one far cell
    for coordinate, formula in formulas.items():
        left, top, _, _ = _bounds(coordinate)
        cells[top, left] = RawCell(sheet.title, top, left, UncomputedFormula(formula))
    zones = tuple(_zone(table.name, table.ref, table.totalsRowCount or 0) for table in sheet.tables.values())
    return RawSheet(sheet.title, sheet.sheet_state != "visible", cells, zones)


def _cell(sheet: str, cell: object) -> RawCell:
    value = CellError(str(cell.value)) if cell.data_type == "e" else cell.value  # type: ignore[attr-defined]
    return RawCell(sheet, cell.row, cell.column, value)  # type: ignore[attr-defined]


def _zone(name: str, ref: str, totals: int) -> Zone:
    left, top, right, bottom = _bounds(ref)
    return Zone(name, left, top, right, bottom - totals)


def _bounds(ref: str) -> tuple[int, int, int, int]:
    """Return the first column and row and the last ones of a range or cell; ValueError for whole columns or rows."""
    left, top, right, bottom = range_boundaries(ref)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(f"an open range: {ref}")
    return left, top, right, bottom


def _uncomputed(data: bytes) -> dict[str, dict[str, str]]:
    """Return the formulas saved without a result, by sheet name and cell; sheets without formulas are not parsed."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {
            name: found
            for name, part in _sheet_parts(package).items()
            if b"<f" in (xml := package.read(part)) and (found := _formulas(xml))
        }


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    book = etree.fromstring(package.read("xl/workbook.xml"), parser)
    relations = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"), parser)
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    names = set(package.namelist())
    parts = {
        sheet.get("name", ""): _part(targets.get(sheet.get(_RELATION), "")) for sheet in book.iter(f"{_MAIN}sheet")
    }
    return {name: part for name, part in parts.items() if part in names}


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _formulas(xml: bytes) -> dict[str, str]:
    found = {}
    for _, cell in etree.iterparse(BytesIO(xml), tag=f"{_MAIN}c", resolve_entities=False, no_network=True):
        formula, value = cell.find(f"{_MAIN}f"), cell.find(f"{_MAIN}v")
        is_text = cell.get("t") == "str"
        if formula is not None and not is_text and (value is None or not value.text):
            found[cell.get("r", "A1")] = f"={formula.text or ''}"
        cell.clear()
    return found
