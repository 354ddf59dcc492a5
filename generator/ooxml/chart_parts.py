"""The workbook inside a native chart: what is plotted, and nothing else."""

import io
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from generator.ooxml.repack import EPOCH, canonical

if TYPE_CHECKING:
    from lxml.etree import _Element

Cell = str | float

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SHEET = "Sheet1"  # the name python-pptx puts in its references
_REFERENCE = re.compile(r"(?:'?[^'!]+'?!)?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d+)")


def plotted_workbook(chart_space: bytes) -> bytes:
    """The workbook of a chart part: what the chart shows, nothing else."""
    return chart_workbook(plotted_cells(etree.fromstring(chart_space)))


def plotted_cells(chart_space: "_Element") -> dict[tuple[int, int], Cell]:
    """Every value the chart caches, at the cell it refers to (row and column from 0)."""
    cells: dict[tuple[int, int], Cell] = {}
    for reference in chart_space.iter(_c("strRef"), _c("numRef")):
        at = _REFERENCE.match(reference.findtext(_c("f"), ""))
        if at is not None:
            row, column = int(at["row"]) - 1, _column(at["column"])
            numeric = reference.tag == _c("numRef")
            cells.update({(row + rank, column): float(text) if numeric else text for rank, text in _points(reference)})
    return cells


def chart_workbook(cells: Mapping[tuple[int, int], Cell]) -> bytes:
    """A workbook of one sheet with these cells, the same bytes each time."""
    return _workbook(tuple(sorted(cells.items())))


@lru_cache(maxsize=128)  # the charts that both editions of an account show hold the same data
def _workbook(cells: tuple[tuple[tuple[int, int], Cell], ...]) -> bytes:
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(buffer, options)
    book.set_properties({"created": EPOCH.replace(tzinfo=None)})
    sheet = book.add_worksheet(_SHEET)
    for (row, column), value in cells:
        if isinstance(value, str):
            sheet.write_string(row, column, value)
        else:
            sheet.write_number(row, column, value)
    book.close()
    return canonical(buffer.getvalue())


def _points(reference: "_Element") -> Iterator[tuple[int, str]]:
    for point in reference.iter(_c("pt")):
        yield int(point.get("idx", "0")), point.findtext(_c("v"), "")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _c(name: str) -> str:
    return f"{{{_C}}}{name}"
