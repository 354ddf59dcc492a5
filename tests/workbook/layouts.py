"""The tables of the example, typed out by hand in the ways people arrange them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from generator.locales import Language
from generator.model.schema import TableSpec, tables
from generator.model.table import Layout
from generator.workbook.conversions import parse_quarter
from tests.workbook.books import bounds, fill, opened
from tests.workbook.short_plan import the_short

Values = tuple[Any, ...]


@dataclass(frozen=True)
class Grid:
    """A table as cells: its headers, and its rows without blank ones."""

    spec: TableSpec
    headers: Values
    rows: tuple[Values, ...]

    @property
    def is_form(self) -> bool:
        return self.spec.table.layout is Layout.FORM

    @property
    def title(self) -> str:
        return self.spec.table.title.fr


@cache
def grids(language: Language = Language.FR) -> tuple[Grid, ...]:
    """The tables of the example as authored."""
    book = opened(the_short(language))
    found = {table.name: (sheet, table.ref) for sheet in book.worksheets for table in sheet.tables.values()}
    return tuple(_grid(spec, *found[spec.table.name]) for spec in tables())


def _grid(spec: TableSpec, sheet: Worksheet, ref: str) -> Grid:
    left, top, right, bottom = bounds(ref)
    cells = list(sheet.iter_rows(top, bottom, left, right, values_only=True))
    return Grid(spec, cells[0], tuple(row for row in cells[1:] if any(value is not None for value in row)))


Layer = Callable[[Grid], list[Values]]


def plain(grid: Grid) -> list[Values]:
    """Headers, then rows."""
    return [grid.headers, *grid.rows]


def lower_down(grid: Grid) -> list[Values]:
    """Headers in column C of row 8, under a title and lines of words."""
    lines: list[Values] = [(grid.title,), (), ("Mis à jour le lundi",), (), (), ("Ne pas imprimer",), ()]
    return [*lines, *((None, None, *row) for row in plain(grid))]


def backwards(grid: Grid) -> list[Values]:
    """Columns in the opposite order; a form has only one."""
    return plain(grid) if grid.is_form else [row[::-1] for row in plain(grid)]


def joined(grid: Grid) -> list[Values]:
    """Columns of the person's own between and after the others."""
    if grid.is_form:
        return plain(grid)
    own = ["Avis du juriste", *("à revoir" for _ in grid.rows)]
    return [(*row[:1], said, *row[1:], said) for row, said in zip(plain(grid), own, strict=True)]


def spaced(grid: Grid) -> list[Values]:
    """A blank row after each row."""
    return [grid.headers, *(line for row in grid.rows for line in (row, ()))]


def loud(grid: Grid) -> list[Values]:
    """Headers in capitals with stars, units and line breaks."""
    if grid.is_form:
        return plain(grid)
    return [tuple(_loud(str(word)) for word in grid.headers), *grid.rows]


def _loud(word: str) -> str:
    return f" {word.upper()} * " if parse_quarter(word) else f" {word.upper()} *\n(à remplir) "


def summed(grid: Grid) -> list[Values]:
    """A total under the table, where its numbers are to be added: not the ranks of an outline."""
    if grid.is_form or grid.spec.table.steers:
        return plain(grid)
    sums = tuple(_sum(grid.rows, at) for at in range(1, len(grid.headers)))
    return [*plain(grid), ("Total général", *sums)] if any(sums) else plain(grid)


def _sum(rows: tuple[Values, ...], at: int) -> float | None:
    numbers = [row[at] for row in rows if isinstance(row[at], (int, float))]
    return sum(numbers) if len(numbers) > 1 else None


def numbered(grid: Grid) -> list[Values]:
    """Rows numbered in advance under the last one."""
    if grid.is_form or "ref" not in grid.spec.table.key:
        return plain(grid)
    return [*plain(grid), *((f"X-{number}",) for number in range(900, 905))]


def two_rows(grid: Grid) -> list[Values]:
    """Every third heading on a row above the others, as where groups of columns have a heading of their own."""
    if grid.is_form:
        return plain(grid)
    is_high = [at % 3 == 1 for at in range(len(grid.headers))]
    high = tuple(word if up else None for word, up in zip(grid.headers, is_high, strict=True))
    low = tuple(None if up else word for word, up in zip(grid.headers, is_high, strict=True))
    return [high, low, *grid.rows]


def on_own_sheets(layer: Layer = plain, language: Language = Language.FR) -> Workbook:
    """Each table on a sheet of its own, without an Excel table."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids(language):
        fill(book.create_sheet(grid.title), layer(grid))
    return book


def merged() -> Workbook:
    """Two-row headings: groups merged over the columns they name, the others merged over both rows."""
    book = Workbook()
    for grid in grids():
        sheet = book.create_sheet(grid.title)
        if grid.is_form:
            fill(sheet, plain(grid))
            continue
        fill(sheet, [(), grid.headers, *grid.rows])
        for column in range(1, len(grid.headers) + 1):
            if column in {2, 3}:
                continue
            sheet.cell(1, column, sheet.cell(2, column).value)
            sheet.merge_cells(start_row=1, start_column=column, end_row=2, end_column=column)
        if len(grid.headers) >= 3:
            sheet.cell(1, 2, "À compléter")
            sheet.merge_cells(start_row=1, start_column=2, end_row=1, end_column=3)
    return book


def merged_entities() -> Workbook:
    """Figures whose entity is typed once and merged over its lines."""
    book = on_own_sheets()
    sheet = book["Chiffres clés"]
    starts: dict[object, list[int]] = {}
    for row in range(2, sheet.max_row + 1):
        starts.setdefault(sheet.cell(row, 1).value, []).append(row)
    for rows in starts.values():
        blocks = [row for row in rows if row - 1 not in rows]
        for first in blocks:
            last = first
            while last + 1 in rows:
                last += 1
            if last > first:
                sheet.merge_cells(start_row=first, start_column=1, end_row=last, end_column=1)
    return book


def under_each_other() -> Workbook:
    """All tables of a stage below each other on one sheet, each under its title."""
    book = Workbook()
    for stage in dict.fromkeys(grid.spec.table.sheet for grid in grids()):
        sheet = book.create_sheet(stage.label.fr)
        top = 1
        for grid in (grid for grid in grids() if grid.spec.table.sheet is stage):
            lines: list[Values] = [(grid.title,), *plain(grid), (), ()]
            fill(sheet, lines, top=top)
            top += len(lines)
    return book


def in_one_sheet_side_by_side() -> Workbook:
    """All tables on one sheet, two columns apart."""
    book = Workbook()
    sheet = book.worksheets[0]
    left = 1
    for grid in grids():
        fill(sheet, [(grid.title,), *plain(grid)], top=3, left=left)
        left += len(grid.headers) + 2
    return book


def tidy(period: Callable[[Any], object], headers: tuple[str, str]) -> Workbook:
    """The crosstabs of figures and of tickets with one row a quarter."""

    def layer(grid: Grid) -> list[Values]:
        if grid.spec.field not in {"figures", "tickets"}:
            return plain(grid)
        keys = [at for at, word in enumerate(grid.headers) if parse_quarter(word) is None]
        lines = list(_stacked(grid, keys, period))
        return [(*(grid.headers[at] for at in keys), *headers), *lines, ("Total", *(None for _ in keys), 12)]

    return on_own_sheets(layer)


def _stacked(grid: Grid, keys: list[int], period: Callable[[Any], object]) -> Iterator[Values]:
    for row in grid.rows:
        for word, value in zip(grid.headers, row, strict=True):
            if (quarter := parse_quarter(word)) is not None and value is not None:
                yield (*(row[at] for at in keys), period(quarter), value)


def last_day(quarter: Any) -> date:
    """The last day of a quarter, as an export dates it."""
    day: date = quarter.end
    return day


def with_notes() -> Workbook:
    """Comments and bold text everywhere."""
    book = opened(the_short())
    for sheet in book.worksheets:
        for row in sheet.iter_rows(7, 9):
            for cell in row:
                cell.font = Font(bold=True)
                if cell.value is not None:
                    cell.comment = Comment("À vérifier avec le client", "Une collègue")
    return book


def translated() -> Workbook:
    """English headers over French rows."""
    english = {grid.spec.field: grid.headers for grid in grids(Language.EN)}

    def layer(grid: Grid) -> list[Values]:
        return plain(grid if grid.is_form else replace(grid, headers=english[grid.spec.field]))

    return on_own_sheets(layer)
