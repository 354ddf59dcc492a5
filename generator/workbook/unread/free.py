"""The cells of a sheet that no table holds and that we did not write."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.model.schema import tables
from generator.workbook.conversions import is_blank
from generator.workbook.furniture import our_sheets, our_words, stage_sheets
from generator.workbook.locate import last_row
from generator.workbook.matching import folded
from generator.workbook.raw import RawCell, RawSheet
from generator.workbook.spots import Spot
from generator.workbook.synonyms import bare

_MARGIN = 2
_HEADING_REACH = 2
_LONGEST_OF_OURS = 200


@dataclass(frozen=True, slots=True)
class Area:
    """The part of a sheet that a table takes; `top` is the first row of its headers."""

    left: int
    right: int
    top: int
    bottom: int

    def holds(self, cell: RawCell) -> bool:
        """Tell whether a cell is the table's."""
        return self.left <= cell.column <= self.right and self.top <= cell.row <= self.bottom


def areas_of(sheet: RawSheet, taken: Iterable[Spot]) -> tuple[Area, ...]:
    """Return what the tables take of a sheet."""
    spots = tuple(taken)
    return tuple(
        Area(spot.left, spot.right, min((spot.row, *(cell.row for cell in spot.headers))), last_row(spot, spots))
        for spot in spots
        if spot.sheet is sheet
    )


def zones_unread(sheet: RawSheet, read: Collection[str]) -> tuple[Area, ...]:
    """Return what the Excel tables of ours take of a sheet that are not among those read; each is told as a whole."""
    names = {spec.table.name.casefold() for spec in tables() if spec.field not in read}
    zones = (zone for zone in sheet.zones if zone.name.casefold() in names)
    return tuple(Area(zone.left, zone.right, zone.top, zone.bottom) for zone in zones)


def is_stage(sheet: RawSheet) -> bool:
    """Tell whether a sheet has the name of a stage's."""
    return folded(sheet.name) in stage_sheets()


def unheld_cells(sheet: RawSheet, areas: tuple[Area, ...]) -> tuple[RawCell, ...]:
    """Return the cells that no table holds, in the order of reading; none of a sheet that is ours from end to end."""
    if {folded(sheet.name), bare(sheet.name)} & our_sheets():
        return ()
    free = (cell for cell in sheet.cells.values() if not any(area.holds(cell) for area in areas))
    return tuple(sorted((cell for cell in free if not is_blank(cell.value)), key=lambda cell: (cell.row, cell.column)))


def is_furniture(cell: RawCell, sheet: RawSheet, areas: tuple[Area, ...]) -> bool:
    """Tell the words that we wrote and the titles of tables."""
    return _is_ours(cell) or _is_caption(cell, sheet, areas)


def _is_ours(cell: RawCell) -> bool:
    return isinstance(cell.value, str) and len(cell.value) <= _LONGEST_OF_OURS and folded(cell.value) in our_words()


def _is_caption(cell: RawCell, sheet: RawSheet, areas: tuple[Area, ...]) -> bool:
    """Tell a text that entitles a table: above its first column, at the sheet's edge, or over headings in groups."""
    if not isinstance(cell.value, str):
        return False
    for area in areas:
        if cell.row < area.top and (cell.column == area.left or cell.column <= _MARGIN):
            return True
        is_over = area.left <= cell.column <= area.right and area.top - _HEADING_REACH <= cell.row < area.top
        if is_over and not is_stage(sheet):
            return True
    return False
