"""Rows of cells that could be the headers of a table, on any sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.workbook.opening import RawSheet, Zone
from generator.workbook.raw import RawCell


@dataclass(frozen=True, slots=True)
class Spot:
    """A table's header row on a sheet; `bottom` is the last row that surely belongs to it."""

    sheet: RawSheet
    row: int
    left: int
    right: int
    bottom: int
    is_zone: bool

    @property
    def coordinate(self) -> str:
        """Its first cell."""
        return RawCell(self.sheet.name, self.row, self.left, None).coordinate

    @property
    def texts(self) -> list[str]:
        """What its cells say."""
        cells = (self.sheet.cells.get((self.row, column)) for column in range(self.left, self.right + 1))
        return [str(cell.value) for cell in cells if cell is not None]

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
    """Return the headers of an Excel table, with the columns typed just right of it."""
    right = zone.right
    while _is_free_header(sheet, zone, right + 1):
        right += 1
    return Spot(sheet, zone.top, zone.left, right, zone.bottom, is_zone=True)


def _is_free_header(sheet: RawSheet, zone: Zone, column: int) -> bool:
    """Tell whether a column was typed just right of an Excel table, in nobody else's."""
    taken = any(
        other is not zone and other.left <= column <= other.right and other.top <= zone.top <= other.bottom
        for other in sheet.zones
    )
    return (zone.top, column) in sheet.cells and not taken


def runs(sheet: RawSheet) -> Iterator[Spot]:
    """Yield every run of neighbouring text cells that could be a header row."""
    rows: dict[int, list[int]] = {}
    for row, column in sheet.cells:
        rows.setdefault(row, []).append(column)
    for row, columns in sorted(rows.items()):
        run: list[int] = []
        for column in sorted(columns):
            if run and column != run[-1] + 1:
                yield Spot(sheet, row, run[0], run[-1], row, is_zone=False)
                run = []
            run.append(column)
        yield Spot(sheet, row, run[0], run[-1], row, is_zone=False)
