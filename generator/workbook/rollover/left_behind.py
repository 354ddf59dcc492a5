"""What does not come along, told so that nobody looks for it in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from generator.workbook.conversions import is_blank
from generator.workbook.furniture import our_sheets, our_words
from generator.workbook.matching import folded
from generator.workbook.raw import RawTable
from generator.workbook.rollover.gathered import own_headers
from generator.workbook.rollover.last import LastBook

_PARTS = {
    "charts": re.compile(r"xl/charts/chart[^/]*\.xml"),
    "pictures": re.compile(r"xl/media/[^/]+"),
    "pivots": re.compile(r"xl/pivotTables/[^/]+\.xml"),
    "macros": re.compile(r"xl/vbaProject\.bin"),
}


@dataclass(frozen=True)
class LeftBehind:
    """What stays in the last workbook: `parts` by kind with their number, the others as `Sheet!A1`.

    `messages` are headlines and comments of one's own; `rows` are lines of tables that say nothing of a plan, such as
    totals; `cells` stand outside our tables, on our sheets; `comments` hang on such cells. `values` are formulas into
    other files, of which the result alone is kept; `unsure` are formulas of the new workbook that name a cell that did
    not come along.
    """

    parts: Mapping[str, int] = field(default_factory=dict)
    messages: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


def left_behind(
    last: LastBook,
    *,
    messages: tuple[str, ...],
    comments: tuple[str, ...],
    values: tuple[str, ...],
    unsure: tuple[str, ...],
) -> LeftBehind:
    """Return what does not come along; the messages, comments and formulas that do not are already known."""
    counted = {kind: sum(shape.fullmatch(part) is not None for part in last.parts) for kind, shape in _PARTS.items()}
    return LeftBehind(
        {kind: number for kind, number in counted.items() if number},
        messages,
        tuple(row for table in last.raw.tables.values() for row in _rows(last, table)),
        tuple(_cells(last)),
        comments,
        values,
        unsure,
    )


def _rows(last: LastBook, table: RawTable) -> Iterator[str]:
    """Yield the rows that were not read, but for the numbers given in advance."""
    ground = last.bound.origins.grounds.get(table.field)
    if ground is None or ground.values_at is not None:
        return
    read = {row.number for rows in last.bound.origins.rows.get(table.field, {}).values() for row in rows}
    given = ground.headers["ref"].column if "ref" in ground.headers else None
    for row in table.rows:
        filled = [column for column, cell in row.cells.items() if not is_blank(cell.value)]
        if row.number not in read and filled and not (filled == [given] and _is_numbered(row.cells[filled[0]].value)):
            yield f"{table.sheet}!{get_column_letter(min(filled))}{row.number}"


def _is_numbered(value: object) -> bool:
    return any(character.isdigit() for character in str(value))


def _cells(last: LastBook) -> Iterator[str]:
    """Yield the cells on our sheets that are in no table of ours, but for the words we wrote there."""
    ours = our_words()
    held = {(table.sheet, at) for table in last.raw.tables.values() for at in _held(last, table)}
    for sheet, cells in last.computed.items():
        if sheet in last.own_sheets or folded(sheet) in our_sheets():
            continue
        for at, cell in sorted(cells.items()):
            is_free = (sheet, at) not in held and not is_blank(cell.value)
            if is_free and folded(str(cell.value)) not in ours:
                yield f"{sheet}!{cell.coordinate}"


def _held(last: LastBook, table: RawTable) -> Iterator[tuple[int, int]]:
    """Yield the places of a table's cells, and of those that were made into columns: rows of one quarter each."""
    cells = [*table.headers, *(cell for row in table.rows for cell in row.cells.values())]
    ground = last.bound.origins.grounds.get(table.field)
    if table.typed is not None and ground is not None:
        own = {cell.column for cell in own_headers(table, ground)}
        typed = (cell for row in table.typed.rows for cell in row.cells.values())
        cells += [*table.typed.headers, *(cell for cell in typed if cell.column not in own)]
    yield from ((cell.row, cell.column) for cell in cells)
