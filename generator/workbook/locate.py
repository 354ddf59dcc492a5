"""Where the tables of a plan stand in a workbook: found by Excel name, else by title, else by their header row."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Finding, Place, finding
from generator.model.schema import TableSpec, tables
from generator.workbook.furniture import our_sheets
from generator.workbook.likeness import is_foreign, is_under_title, likeness, may_be_headers
from generator.workbook.matching import folded
from generator.workbook.matrix import FIELD as RACI
from generator.workbook.matrix import matrix_spot
from generator.workbook.raw import RawCell, RawRow, RawSheet, RawTable
from generator.workbook.spots import Spot, runs, spot_of_zone
from generator.workbook.word_list import is_list

_MOST_CANDIDATES = 1_000
_MATRIX = 0.5


@dataclass(frozen=True)
class Located:
    """The tables found, by field of the plan, where they stand, and the findings about those that stand there twice.

    `taken` are all the places that need no further look: those of the tables read, and what was already told.
    """

    tables: dict[str, RawTable]
    spots: dict[str, Spot]
    taken: tuple[Spot, ...]
    findings: list[Finding]


def located(sheets: tuple[RawSheet, ...]) -> Located:
    """Find the tables of a plan; one of ours left empty gives way to one that was filled in elsewhere."""
    spots: dict[str, Spot] = {}
    others: list[Spot] = []
    findings: list[Finding] = []
    for spec in tables():
        found = [spot for spot in _by_name(spec, sheets) if not is_foreign(spec, spot)]
        if found:
            spots[spec.field] = found[0]
            others += found[1:]
            findings += [_doubled(spec, other, found[0]) for other in found[1:]]
    named = (*spots.values(), *others)
    wanted = [spec for spec in tables() if spec.field not in spots or not _rows(spots[spec.field], named)]
    open_sheets = tuple(sheet for sheet in sheets if folded(sheet.name) not in our_sheets())
    better = _by_words(wanted, open_sheets, named) if wanted else {}
    better = {field: spot for field, spot in better.items() if field not in spots or _rows(spot, (*named, spot))}
    everything = (*named, *better.values())
    spots |= better
    return Located({name: _table(name, spot, everything) for name, spot in spots.items()}, spots, everything, findings)


def _doubled(spec: TableSpec, other: Spot, first: Spot) -> Finding:
    place = Place(sheet=other.sheet.name, cell=other.coordinate, table=spec.table.name)
    return finding("W116", place, first=f"{first.sheet.name} {first.coordinate}")


def _by_name(spec: TableSpec, sheets: tuple[RawSheet, ...]) -> list[Spot]:
    name = spec.table.name.casefold()
    return [spot_of_zone(sheet, zone) for sheet in sheets for zone in sheet.zones if zone.name.casefold() == name]


def _by_words(wanted: list[TableSpec], sheets: tuple[RawSheet, ...], taken: tuple[Spot, ...]) -> dict[str, Spot]:
    """Find tables that have lost their Excel name: the header rows most like them, those under their title first."""
    scored = [(likeness(spec, spot), spec, spot) for spot in _candidates(sheets, taken, wanted) for spec in wanted]
    scored += [(_MATRIX, spec, spot) for spec in wanted if spec.field == RACI for spot in _matrices(sheets, taken)]
    ranked = [
        (score + (not is_list(spec) and is_under_title(spec, spot)), spec, spot)
        for score, spec, spot in scored
        if score
    ]
    found: dict[str, Spot] = {}
    for _, spec, spot in sorted(ranked, key=lambda candidate: -candidate[0]):
        if spec.field not in found and not spot.overlaps(found.values()):
            found[spec.field] = spot
    return found


def _candidates(sheets: tuple[RawSheet, ...], taken: tuple[Spot, ...], wanted: list[TableSpec]) -> list[Spot]:
    """Return the rows that may be headers, the fullest ones where there are more than any workbook has."""
    has_list = any(is_list(spec) for spec in wanted)
    spots = [spot for sheet in sheets for spot in runs(sheet) if may_be_headers(spot, has_list=has_list)]
    free = [spot for spot in spots if not spot.overlaps(taken) and not spot.goes_on_below]
    return sorted(sorted(free, key=lambda spot: -len(spot.headers))[:_MOST_CANDIDATES], key=lambda spot: spot.row)


def _matrices(sheets: tuple[RawSheet, ...], taken: tuple[Spot, ...]) -> list[Spot]:
    found = (matrix_spot(spot) for sheet in sheets for spot in runs(sheet))
    return [spot for spot in found if spot is not None and not spot.overlaps(taken)]


def _table(field: str, spot: Spot, spots: tuple[Spot, ...]) -> RawTable:
    rows = _rows(spot, spots)
    return RawTable(field, spot.sheet.name, spot.headers, rows, _apart_from(spot, rows), look=spot.sheet.look)


def _rows(spot: Spot, spots: tuple[Spot, ...]) -> tuple[RawRow, ...]:
    """Return the rows that hold something, down to the next table."""
    span = range(spot.left, spot.right + 1)
    end = last_row(spot, spots) + 1
    by_row: dict[int, dict[int, RawCell]] = {}
    for (row, column), cell in spot.sheet.cells.items():
        if spot.row < row < end and column in span:
            by_row.setdefault(row, {})[column] = cell
    return tuple(RawRow(number, by_row[number]) for number in sorted(by_row))


def _apart_from(spot: Spot, rows: tuple[RawRow, ...]) -> int | None:
    """Return the first row below a gap under an Excel table; rows typed just below it belong to it."""
    last = spot.bottom
    for row in rows if spot.is_zone else ():
        if row.number > last + 1:
            return row.number
        last = max(last, row.number)
    return None


def last_row(spot: Spot, spots: tuple[Spot, ...]) -> int:
    """Return the last row that a table may have: the one above the next table in its columns, or its title."""
    span = range(spot.left, spot.right + 1)
    below = (
        other.row - (0 if other.is_zone else 1)
        for other in spots
        if other.sheet is spot.sheet and other.row > spot.row and other.left < span.stop and other.right >= span.start
    )
    return min(below, default=2**31) - 1
