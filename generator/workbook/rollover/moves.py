"""Where the cells of our tables stood, and where they stand in the new workbook."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from openpyxl.utils import range_boundaries

from generator.locales import Language
from generator.model.table import Layout
from generator.workbook.author.additions import Additions
from generator.workbook.author.arrangement import FIRST_ROW, HEADER_ROW, Placement
from generator.workbook.rollover.gathered import own_headers, own_items
from generator.workbook.rollover.last import LastBook

At = tuple[int, int]
"""Row and column, counted from 1."""


@dataclass(frozen=True)
class Area:
    """A table: its sheet then and now, and its rows and columns, headers included, then and now."""

    sheet: str
    new_sheet: str
    rows: Mapping[int, int]
    columns: Mapping[int, int]

    def exact(self, at: At) -> At | None:
        """Return where a cell stands now; None when it is none of the table's."""
        row, column = self.rows.get(at[0]), self.columns.get(at[1])
        return None if row is None or column is None else (row, column)

    def edge(self, at: At, *, is_end: bool) -> At | None:
        """Return where a corner of a range stands now: a row that is left out gives way to its neighbour inside."""
        column, rows = self.columns.get(at[1]), self._sorted_rows
        rank = bisect_right(rows, at[0]) - 1 if is_end else bisect_left(rows, at[0])
        if column is None or at[0] < rows[0] or rank == len(rows):
            return None
        return self.rows[rows[rank]] + max(0, at[0] - rows[-1]), column

    @cached_property
    def _sorted_rows(self) -> list[int]:
        return sorted(self.rows)


@dataclass(frozen=True)
class Moves:
    """All areas, our former sheets, and by former name of a table (folded in case) its name and its headers now."""

    areas: tuple[Area, ...]
    sheets: frozenset[str]
    names: Mapping[str, str]
    headers: Mapping[str, Mapping[str, str]]

    def is_ours(self, sheet: str) -> bool:
        """Tell whether a sheet was one of ours, and so is written afresh."""
        return sheet.casefold() in self.sheets

    def cell(self, sheet: str, at: At) -> tuple[str, At] | None:
        """Return the sheet and the place of a cell now; None when it did not come along."""
        for area in self._on(sheet):
            if (found := area.exact(at)) is not None:
                return area.new_sheet, found
        return None

    def range(self, sheet: str, first: At, last: At) -> tuple[str, At, At] | None:
        """Return the sheet and the corners of a range now; None when it is not inside one table."""
        for area in self._on(sheet):
            start, end = area.edge(first, is_end=False), area.edge(last, is_end=True)
            if start and end and start[0] <= end[0] and start[1] <= end[1]:
                return area.new_sheet, start, end
        return None

    def columns(self, sheet: str, first: int, last: int) -> tuple[str, int, int] | None:
        """Return the sheet and the span of whole columns now; None when no table alone holds them."""
        found = [area for area in self._on(sheet) if first in area.columns and last in area.columns]
        if len(found) != 1:
            return None
        return found[0].new_sheet, found[0].columns[first], found[0].columns[last]

    def _on(self, sheet: str) -> list[Area]:
        return [area for area in self.areas if area.sheet.casefold() == sheet.casefold()]


def moves(last: LastBook, additions: Additions, placements: Mapping[str, Placement], language: Language) -> Moves:
    """Follow every table that was found to its new place; `placements` are by field of the plan."""
    grounds = last.bound.origins.grounds
    columns = {name: _columns(last, additions, placements[name]) for name in grounds}
    zones = {zone.casefold(): name for name in grounds if (zone := _zone(last, name)) is not None}
    ours = {sheet.title for sheet in last.formulas.worksheets} - set(last.own_sheets)
    return Moves(
        tuple(_area(last, placements[name], columns[name], language) for name in grounds),
        frozenset(sheet.casefold() for sheet in ours),
        {zone: placements[name].spec.table.name for zone, name in zones.items()},
        {zone: _headers(last, placements[name], columns[name]) for zone, name in zones.items()},
    )


def _area(last: LastBook, placed: Placement, columns: Mapping[int, int], language: Language) -> Area:
    name = placed.spec.field
    table = last.raw.tables[name]
    rows = {row: FIRST_ROW + rank + 1 for row, rank in last.ranks[name].items()}
    if placed.spec.table.layout is Layout.FORM:
        items = own_items(table, last.bound.origins.grounds[name])
        rows |= {item.row: FIRST_ROW + rank + 1 for rank, item in enumerate(items, start=len(placed.spec.columns))}
    rows[table.headers[0].row] = HEADER_ROW + 1
    return Area(table.sheet, placed.spec.table.sheet.label.in_(language), rows, columns)


def _columns(last: LastBook, additions: Additions, placed: Placement) -> dict[int, int]:
    """Return the columns of a table then and now, from 1."""
    name = placed.spec.field
    table, ground = last.raw.tables[name], last.bound.origins.grounds[name]
    places = {column.header: at + 1 for at, column in placed.own_slots}
    own = zip(own_headers(table, ground), additions.columns.get(name, ()), strict=True)
    behind = {cell.column: places[column.header] for cell, column in own}
    if ground.values_at is not None:
        return {table.headers[0].column: placed.left + 1, ground.values_at: placed.left + 2, **behind}
    now = {slot.name: at + 1 for at, slot in enumerate(placed.slots, start=placed.left)}
    return {cell.column: now[name] for name, cell in ground.headers.items() if name in now} | behind


def _zone(last: LastBook, name: str) -> str | None:
    """Return the name of the Excel table that a table of ours stands in."""
    table = last.raw.tables[name]
    first = table.headers[0]
    for zone in last.formulas[table.sheet].tables.values():
        left, top, right, _ = range_boundaries(zone.ref)
        if top == first.row and (left or 0) <= first.column <= (right or 0):
            return str(zone.name)
    return None


def _headers(last: LastBook, placed: Placement, columns: Mapping[int, int]) -> dict[str, str]:
    """Return the headers then, folded in case, and now."""
    cells = last.raw.tables[placed.spec.field].headers
    texts = {at + 1: slot.header for at, slot in enumerate(placed.slots, start=placed.left)}
    return {str(cell.value).casefold(): texts[columns[cell.column]] for cell in cells if cell.column in columns}
