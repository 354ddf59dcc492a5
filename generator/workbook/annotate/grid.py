"""The cells of a sheet's XML: found, added where they were blank, and measured in pixels."""

from __future__ import annotations

from bisect import bisect

from lxml import etree

from generator.workbook.annotate.package import main
from generator.workbook.coordinates import coordinate, position

_PADDING = 5
_CHARACTER = 7
_DEFAULT_WIDTH = 8.43
_DEFAULT_HEIGHT = 15.0


class Grid:
    """The rows of a sheet, indexed once."""

    def __init__(self, sheet: etree._Element) -> None:
        self._sheet = sheet
        data = sheet.find(main("sheetData"))
        self._data = data if data is not None else etree.SubElement(sheet, main("sheetData"))
        self._rows = _numbered(self._data)
        self._columns = [
            (int(item.get("min", "1")), int(item.get("max", "1")), item) for item in sheet.iter(main("col"))
        ]

    def cell(self, name: str) -> etree._Element:
        """Return the element of a cell; a blank one is added in its place, in the format of its row or column."""
        number, column = position(name)
        row = self._row(number)
        at = 0
        for index, cell in enumerate(_placed(row, number)):
            there = position(cell.get("r", "A1"))[1]
            if there == column:
                return cell
            if there < column:
                at = index + 1
        added = row.makeelement(main("c"), r=coordinate(number, column))
        style = row.get("s") if row.get("customFormat") in {"1", "true"} else self._column_style(column)
        if style:
            added.set("s", style)
        row.insert(at, added)
        return added

    def width(self, column: int) -> int:
        """Return the width of a column in pixels, 0 when it is hidden."""
        item = self._column(column)
        if item is not None and item.get("hidden") in {"1", "true"}:
            return 0
        width = float(item.get("width", _DEFAULT_WIDTH)) if item is not None else _DEFAULT_WIDTH
        return int(width * _CHARACTER) + _PADDING

    def height(self, number: int) -> int:
        """Return the height of a row in pixels, 0 when it is hidden."""
        row = self._rows.get(number)
        if row is not None and row.get("hidden") in {"1", "true"}:
            return 0
        points = float(row.get("ht", _DEFAULT_HEIGHT)) if row is not None else _DEFAULT_HEIGHT
        return round(points * 4 / 3)

    def _row(self, number: int) -> etree._Element:
        if number not in self._rows:
            known = sorted(self._rows)
            row = self._data.makeelement(main("row"), r=str(number))
            at = bisect(known, number)
            self._data.insert(len(self._data) if at == len(known) else self._data.index(self._rows[known[at]]), row)
            self._rows[number] = row
        return self._rows[number]

    def _column(self, column: int) -> etree._Element | None:
        return next((item for first, last, item in self._columns if first <= column <= last), None)

    def _column_style(self, column: int) -> str | None:
        item = self._column(column)
        return None if item is None else item.get("style")


def _numbered(data: etree._Element) -> dict[int, etree._Element]:
    """Return the rows by number; a row without one follows the one before it."""
    rows: dict[int, etree._Element] = {}
    number = 0
    for row in data.iter(main("row")):
        number = int(row.get("r", number + 1))
        row.set("r", str(number))
        rows[number] = row
    return rows


def _placed(row: etree._Element, number: int) -> list[etree._Element]:
    """Return the cells of a row, each with its coordinate; one without it follows the one before it."""
    column = 0
    for cell in row.iter(main("c")):
        column = position(cell.get("r", ""))[1] if cell.get("r") else column + 1
        cell.set("r", coordinate(number, column))
    return list(row.iter(main("c")))
