"""Rows of cells that could be the headers of a table, on any sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.workbook.conversions import parse_quarter
from generator.workbook.raw import RawCell, RawSheet, Zone

_QUARTER_REACH = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A table's header row on a sheet; `bottom` is the last row that surely belongs to it.

    The headers stand on `row`, or on the row above where a heading takes two.
    """

    sheet: RawSheet
    row: int
    left: int
    right: int
    bottom: int
    headers: tuple[RawCell, ...]
    is_zone: bool = False

    @property
    def coordinate(self) -> str:
        """Its first cell."""
        return RawCell(self.sheet.name, self.row, self.left, None).coordinate

    @property
    def texts(self) -> list[str]:
        """What its cells say."""
        return [str(cell.value) for cell in self.headers]

    @property
    def values(self) -> list[object]:
        """What its cells hold."""
        return [cell.value for cell in self.headers]

    @property
    def goes_on_below(self) -> bool:
        """Tell whether all its headings are merged with the row below."""
        below = (self.sheet.cells.get((self.row + 1, cell.column)) for cell in self.headers)
        return all(cell is not None and cell.value == own.value for cell, own in zip(below, self.headers, strict=True))

    def overlaps(self, others: Iterable[Spot]) -> bool:
        """Tell whether it stands on any of the others, headers or rows."""
        return any(
            other.sheet is self.sheet
            and other.row <= self.row <= (other.bottom if other.is_zone else other.row)
            and other.left <= self.right
            and self.left <= other.right
            for other in others
        )


def spot_of_zone(sheet: RawSheet, zone: Zone) -> Spot:
    """Return the headers of an Excel table, with the columns typed just right of it, or quarters a little further."""
    right = zone.right
    for column in range(zone.right + 1, zone.right + 1 + _QUARTER_REACH):
        cell = sheet.cells.get((zone.top, column))
        if _is_taken(sheet, zone, column):
            break
        if cell is not None and (column == right + 1 or parse_quarter(cell.value)):
            right = column
    while _is_free_header(sheet, zone, right + 1):
        right += 1
    headers = _cells(sheet, zone.top, range(zone.left, right + 1))
    return Spot(sheet, zone.top, zone.left, right, zone.bottom, headers, is_zone=True)


def _is_free_header(sheet: RawSheet, zone: Zone, column: int) -> bool:
    return (zone.top, column) in sheet.cells and not _is_taken(sheet, zone, column)


def _is_taken(sheet: RawSheet, zone: Zone, column: int) -> bool:
    """Tell whether a column right of an Excel table is somebody else's."""
    return any(
        other is not zone and other.left <= column <= other.right and other.top <= zone.top <= other.bottom
        for other in sheet.zones
    )


def _cells(sheet: RawSheet, row: int, columns: Iterable[int]) -> tuple[RawCell, ...]:
    return tuple(cell for column in columns if (cell := sheet.cells.get((row, column))) is not None)


def runs(sheet: RawSheet) -> Iterator[Spot]:
    """Yield every run of neighbouring cells that could be a header row, alone or under a first line of headings."""
    rows: dict[int, list[int]] = {}
    for row, column in sheet.cells:
        rows.setdefault(row, []).append(column)
    for row, columns in sorted(rows.items()):
        yield from _runs_of_row(sheet, row, sorted(columns))
        above = rows.get(row - 1)
        if above is not None:
            yield from _runs_of_two_rows(sheet, row, sorted({*above, *columns}))


def _runs_of_row(sheet: RawSheet, row: int, columns: list[int]) -> Iterator[Spot]:
    """Yield the runs of a row, then those that one cell left blank cuts in two."""
    close = list(_neighbours(columns))
    joined = [run for run in _neighbours(columns, apart=2) if run not in close]
    for run in (*close, *joined):
        yield Spot(sheet, row, run[0], run[-1], row, _cells(sheet, row, run))


def _runs_of_two_rows(sheet: RawSheet, row: int, columns: list[int]) -> Iterator[Spot]:
    """Yield the runs where some columns have their heading on the row, others on the one above."""
    for run in _neighbours(columns):
        cells = tuple(sheet.cells.get((row, column)) or sheet.cells[row - 1, column] for column in run)
        if len({cell.row for cell in cells}) > 1:
            yield Spot(sheet, row, run[0], run[-1], row, cells)


def _neighbours(columns: list[int], *, apart: int = 1) -> Iterator[list[int]]:
    run: list[int] = []
    for column in columns:
        if run and column > run[-1] + apart:
            yield run
            run = []
        run.append(column)
    if run:
        yield run
