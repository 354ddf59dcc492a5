"""Where the tables of a plan stand in a workbook: found by Excel name, else by title, else by their header row."""

from __future__ import annotations

from generator.diagnostics import Finding, Place, finding
from generator.model.schema import TableSpec, tables
from generator.workbook.likeness import is_under_title, likeness, may_be_headers
from generator.workbook.raw import RawCell, RawRow, RawSheet, RawTable
from generator.workbook.spots import Spot, runs, spot_of_zone

_MOST_CANDIDATES = 1_000


def located(sheets: tuple[RawSheet, ...]) -> tuple[dict[str, RawTable], list[Finding]]:
    """Return the tables found, by field of the plan, and the findings about tables that stand there twice."""
    spots: dict[str, Spot] = {}
    findings: list[Finding] = []
    for spec in tables():
        found = _by_name(spec, sheets)
        if found:
            spots[spec.field] = found[0]
            findings += [_doubled(spec, other, found[0]) for other in found[1:]]
    missing = [spec for spec in tables() if spec.field not in spots]
    spots |= _by_words(missing, sheets, tuple(spots.values())) if missing else {}
    return {field: _table(field, spot, tuple(spots.values())) for field, spot in spots.items()}, findings


def _doubled(spec: TableSpec, other: Spot, first: Spot) -> Finding:
    place = Place(sheet=other.sheet.name, cell=other.coordinate, table=spec.table.name)
    return finding("W116", place, first=f"{first.sheet.name} {first.coordinate}")


def _by_name(spec: TableSpec, sheets: tuple[RawSheet, ...]) -> list[Spot]:
    name = spec.table.name.casefold()
    return [spot_of_zone(sheet, zone) for sheet in sheets for zone in sheet.zones if zone.name.casefold() == name]


def _by_words(missing: list[TableSpec], sheets: tuple[RawSheet, ...], taken: tuple[Spot, ...]) -> dict[str, Spot]:
    """Find tables that have lost their Excel name: the header rows most like them, those under their title first."""
    scored = [(likeness(spec, spot), spec, spot) for spot in _candidates(sheets, taken) for spec in missing]
    ranked = [(score + is_under_title(spec, spot), spec, spot) for score, spec, spot in scored if score]
    found: dict[str, Spot] = {}
    for _, spec, spot in sorted(ranked, key=lambda candidate: -candidate[0]):
        if spec.field not in found and not spot.overlaps(found.values()):
            found[spec.field] = spot
    return found


def _candidates(sheets: tuple[RawSheet, ...], taken: tuple[Spot, ...]) -> list[Spot]:
    """Return the rows that may be headers, the fullest ones where there are more than any workbook has."""
    spots = [spot for sheet in sheets for spot in runs(sheet) if may_be_headers(spot)]
    free = [spot for spot in spots if not spot.overlaps(taken) and not spot.goes_on_below]
    return sorted(sorted(free, key=lambda spot: -len(spot.headers))[:_MOST_CANDIDATES], key=lambda spot: spot.row)


def _table(field: str, spot: Spot, spots: tuple[Spot, ...]) -> RawTable:
    rows = _rows(spot, spots)
    return RawTable(field, spot.sheet.name, spot.headers, rows, _apart_from(spot, rows))


def _rows(spot: Spot, spots: tuple[Spot, ...]) -> tuple[RawRow, ...]:
    """Return the rows that hold something, down to the next table."""
    span = range(spot.left, spot.right + 1)
    end = _next_table(spot, span, spots)
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


def _next_table(spot: Spot, span: range, spots: tuple[Spot, ...]) -> int:
    below = (
        other.row - (0 if other.is_zone else 1)
        for other in spots
        if other.sheet is spot.sheet and other.row > spot.row and other.left < span.stop and other.right >= span.start
    )
    return min(below, default=2**31)
