"""The sheets and the defined names of a person's own."""

from __future__ import annotations

from openpyxl.utils import range_boundaries
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.schema import tables
from generator.workbook.author.additions import OwnSheet, OwnTable
from generator.workbook.conversions import cleaned
from generator.workbook.rollover.cells import column_widths, own_cell
from generator.workbook.rollover.last import LastBook

_OURS = ("Liste_", "Ref_", "_xl")
_LONGEST = 31


def own_sheets(last: LastBook) -> tuple[OwnSheet, ...]:
    """Return the sheets that hold nothing of ours, in order, hidden ones hidden."""
    return tuple(_sheet(last, last.formulas[name], new) for name, new in new_names(last).items())


def new_names(last: LastBook) -> dict[str, str]:
    """Return the names of a person's own sheets then and now: other programs than Excel allow longer ones."""
    found: dict[str, str] = {}
    for name in last.own_sheets:
        short = name[:_LONGEST].strip("'")
        taken = {new.casefold() for new in found.values()}
        numbered = (f"{short[: _LONGEST - 4]} ({number})" for number in range(2, len(taken) + 3))
        found[name] = next(new for new in (short, *numbered) if new.casefold() not in taken)
    return found


def own_names(last: LastBook) -> dict[str, str]:
    """Return the defined names of a person's own and what they stand for; those of one sheet name it."""
    book = last.formulas
    found = {name: str(one.attr_text) for name, one in book.defined_names.items()}
    for sheet, new in new_names(last).items():
        quoted = new.replace("'", "''")
        found |= {f"'{quoted}'!{name}": str(one.attr_text) for name, one in book[sheet].defined_names.items()}
    return {
        name: f"={meaning}"
        for name, meaning in found.items()
        if not name.partition("!")[2].startswith(_OURS) and not name.startswith(_OURS) and "#REF!" not in meaning
    }


def _sheet(last: LastBook, sheet: Worksheet, name: str) -> OwnSheet:
    found = tuple(table for one in sheet.tables.values() if (table := _table(last, sheet, one)) is not None)
    headers = {(table.top, column) for table in found if table.is_headed for column in _columns(table)}
    cells = {
        (row - 1, column - 1): cell
        for row, column in sorted(last.written[sheet.title])
        if (row - 1, column - 1) not in headers and (cell := own_cell(last, sheet.title, row, column)) is not None
    }
    widths = {column - 1: width for column, width in column_widths(last, sheet.title).items()}
    return OwnSheet(name, cells, widths, found, str(sheet.sheet_state))


def _columns(table: OwnTable) -> range:
    return range(table.left, table.right + 1)


def _table(last: LastBook, sheet: Worksheet, table: Table) -> OwnTable | None:
    """Return an Excel table without its row of totals, which stays as plain cells; None when it holds no row."""
    left, top, right, bottom = (bound or 1 for bound in range_boundaries(table.ref))
    is_headed = table.headerRowCount != 0
    bottom -= table.totalsRowCount or 0
    ours = {spec.table.name.casefold() for spec in tables()}
    name = table.name or table.displayName
    if bottom <= top - (not is_headed) or name.casefold() in ours:
        return None
    cells = last.written[sheet.title]
    headers = [cells[top, column].value if (top, column) in cells else "" for column in range(left, right + 1)]
    named = [cleaned(str(text)).replace("\n", " ") for text in headers]
    if is_headed and len({text.casefold() for text in named} - {""}) < len(named):
        return None
    named = named if is_headed else [column.name for column in table.tableColumns]
    style = table.tableStyleInfo.name if table.tableStyleInfo else None
    return OwnTable(name, top - 1, left - 1, bottom - 1, right - 1, tuple(named), style, is_headed)
