"""Cells of the last workbook as they are written again: values, formulas with their results, number formats."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from openpyxl.styles.numbers import BUILTIN_FORMATS_REVERSE
from openpyxl.utils import range_boundaries
from openpyxl.utils.datetime import to_excel
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.formula import ArrayFormula

from generator.workbook.author.additions import CellContent, OwnCell
from generator.workbook.rollover.last import LastBook

_GENERAL = "General"
_MARGINS = 5 / 7  # five pixels of seven a character, which XlsxWriter adds again
_MOST_ALIKE = 400  # a width may be set on all the columns of a sheet at once


def own_cell(last: LastBook, sheet: str, row: int, column: int) -> OwnCell | None:
    """Return what a cell holds, rows and columns counted from 1; None for an empty one."""
    written = last.written[sheet].get((row, column))
    if written is None or written.value is None:
        return None
    result = last.computed[sheet].get((row, column))
    value = _content(None if result is None else result.value)
    shape = _number_format(str(written.number_format))
    if isinstance(written.value, ArrayFormula):
        return OwnCell(value, str(written.value.text), shape, _size(str(written.value.ref)))
    if written.data_type == "e":
        return OwnCell(value, f"={value}", shape)
    is_formula = written.data_type == "f" and isinstance(written.value, str)
    return OwnCell(value, written.value if is_formula else None, shape)


def is_formula(last: LastBook, sheet: str, row: int, column: int) -> bool:
    """Tell whether a cell holds a formula."""
    cell = last.written[sheet].get((row, column))
    return cell is not None and cell.data_type == "f"


def column_widths(last: LastBook, sheet: str) -> dict[int, float]:
    """Return the widths set on a sheet, by column from 1."""
    return {
        column: max(1.0, round(float(found.width) - _MARGINS, 2))
        for found in last.formulas[sheet].column_dimensions.values()
        for column in range(found.min or 1, min(found.max or 1, (found.min or 1) + _MOST_ALIKE) + 1)
        if found.customWidth
    }


def _content(value: object) -> CellContent:
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return str(unescape(value))
        case datetime() | date() | time() | timedelta():
            serial = float(to_excel(value))  # type: ignore[no-untyped-call]
            return int(serial) if serial.is_integer() else serial
        case _:
            return str(value)


def _number_format(pattern: str) -> str | int:
    """Return the number of a format that Excel knows, so that a short date follows the reader's own habits."""
    return _GENERAL if pattern == _GENERAL else int(BUILTIN_FORMATS_REVERSE.get(pattern, 0)) or pattern


def _size(ref: str) -> tuple[int, int]:
    left, top, right, bottom = (bound or 1 for bound in range_boundaries(ref))
    return bottom - top + 1, right - left + 1
