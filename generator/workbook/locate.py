"""Where the tables of a plan stand in a workbook: found by Excel name, else by title, else by their header row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Finding, Place, finding
from generator.locales import Label
from generator.model.schema import TableSpec, tables
from generator.model.table import Layout
from generator.workbook.conversions import parse_quarter
from generator.workbook.matching import folded, folded_header
from generator.workbook.opening import RawSheet, Zone
from generator.workbook.raw import RawCell, RawRow, RawTable
from generator.workbook.terms import term

_TITLE_REACH = 4
_FEWEST_LABELS = 2
_FORM_SHARE = 0.4
_HEADER_SHARE = 0.6
_TITLED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Spot:
    """A table's header row on a sheet; `bottom` is the last row that surely belongs to it."""

    sheet: RawSheet
    row: int
    left: int
    right: int
    bottom: int
    is_zone: bool


def located(sheets: tuple[RawSheet, ...]) -> tuple[dict[str, RawTable], list[Finding]]:
    """Return the tables found, by field of the plan, and the findings about tables that stand there twice."""
    spots: dict[str, _Spot] = {}
    findings: list[Finding] = []
    for spec in tables():
        found = _by_name(spec, sheets)
        if found:
            spots[spec.field] = found[0]
            findings += [_doubled(spec, other, found[0]) for other in found[1:]]
    missing = [spec for spec in tables() if spec.field not in spots]
    spots |= _by_words(missing, sheets, tuple(spots.values())) if missing else {}
    return {field: _table(field, spot, tuple(spots.values())) for field, spot in spots.items()}, findings


def _doubled(spec: TableSpec, other: _Spot, first: _Spot) -> Finding:
    place = Place(sheet=other.sheet.name, cell=_coordinate(other), table=spec.table.name)
    return finding("W116", place, first=f"{first.sheet.name} {_coordinate(first)}")


def _coordinate(spot: _Spot) -> str:
    return RawCell(spot.sheet.name, spot.row, spot.left, None).coordinate


def _by_name(spec: TableSpec, sheets: tuple[RawSheet, ...]) -> list[_Spot]:
    name = spec.table.name.casefold()
    return [_of_zone(sheet, zone) for sheet in sheets for zone in sheet.zones if zone.name.casefold() == name]


def _of_zone(sheet: RawSheet, zone: Zone) -> _Spot:
    right = zone.right
    while _is_free_header(sheet, zone, right + 1):
        right += 1
    return _Spot(sheet, zone.top, zone.left, right, zone.bottom, is_zone=True)


def _is_free_header(sheet: RawSheet, zone: Zone, column: int) -> bool:
    """Tell whether a column was typed just right of an Excel table, in nobody else's."""
    taken = any(
        other is not zone and other.left <= column <= other.right and other.top <= zone.top <= other.bottom
        for other in sheet.zones
    )
    return (zone.top, column) in sheet.cells and not taken


def _by_words(missing: list[TableSpec], sheets: tuple[RawSheet, ...], taken: tuple[_Spot, ...]) -> dict[str, _Spot]:
    """Find tables that have lost their Excel name: the header rows most like them, those under their title first."""
    rows = [spot for sheet in sheets for spot in _header_rows(sheet) if not _overlaps(spot, taken)]
    scored = [(_likeness(spec, spot), spec, spot) for spec in missing for spot in rows]
    ranked = [(score + _is_under_title(spec, spot), spec, spot) for score, spec, spot in scored if score]
    found: dict[str, _Spot] = {}
    for _, spec, spot in sorted(ranked, key=lambda candidate: -candidate[0]):
        if spec.field not in found and not _overlaps(spot, tuple(found.values())):
            found[spec.field] = spot
    return found


def _overlaps(spot: _Spot, others: tuple[_Spot, ...]) -> bool:
    return any(
        other.sheet is spot.sheet
        and other.row <= spot.row <= (other.bottom if other.is_zone else other.row)
        and other.left <= spot.right
        and spot.left <= other.right
        for other in others
    )


def _header_rows(sheet: RawSheet) -> Iterator[_Spot]:
    """Yield every run of neighbouring text cells that could be a header row."""
    rows: dict[int, list[int]] = {}
    for row, column in sheet.cells:
        rows.setdefault(row, []).append(column)
    for row, columns in sorted(rows.items()):
        run: list[int] = []
        for column in sorted(columns):
            if run and column != run[-1] + 1:
                yield _Spot(sheet, row, run[0], run[-1], row, is_zone=False)
                run = []
            run.append(column)
        yield _Spot(sheet, row, run[0], run[-1], row, is_zone=False)


def _likeness(spec: TableSpec, spot: _Spot) -> float:
    """Return how much of a table's columns a row of cells names, 0 when it is not its header row."""
    words = {folded_header(text) for text in _texts(spot)}
    if spec.table.layout is Layout.FORM:
        return _form_likeness(spec, spot, words)
    columns = [column for column in spec.columns if column.field != "quarters"]
    named = [column for column in columns if _is_named(column.label, words)]
    required = [column for column in columns if column.required]
    has_required = sum(column in named for column in required) >= _HEADER_SHARE * len(required)
    has_periods = not spec.is_crosstab or any(parse_quarter(text) for text in _texts(spot))
    is_certain = len(named) >= _FEWEST_LABELS and has_required and has_periods
    if not is_certain and not (len(named) >= _TITLED_SHARE * len(columns) and _is_under_title(spec, spot)):
        return 0
    strangers = len(words) - len(named) - sum(parse_quarter(text) is not None for text in _texts(spot))
    return len(named) / (len(columns) + max(0, strangers))


def _form_likeness(spec: TableSpec, spot: _Spot, words: set[str]) -> float:
    if not _is_named(term("form.value"), words):
        return 0
    below = {
        folded_header(str(cell.value))
        for (row, column), cell in spot.sheet.cells.items()
        if row > spot.row and column == spot.left
    }
    share = sum(_is_named(column.label, below) for column in spec.columns) / len(spec.columns)
    return share if share >= _FORM_SHARE else 0


def _is_named(label: Label, words: set[str]) -> bool:
    return any(folded_header(word) in words for word in label)


def _texts(spot: _Spot) -> list[str]:
    cells = (spot.sheet.cells.get((spot.row, column)) for column in range(spot.left, spot.right + 1))
    return [str(cell.value) for cell in cells if cell is not None]


def _is_under_title(spec: TableSpec, spot: _Spot) -> bool:
    titles = {folded(spec.table.name), *(folded(title) for title in spec.table.title)}
    above = (spot.sheet.cells.get((row, spot.left)) for row in range(spot.row - _TITLE_REACH, spot.row))
    return any(cell is not None and folded(str(cell.value)) in titles for cell in above)


def _table(field: str, spot: _Spot, spots: tuple[_Spot, ...]) -> RawTable:
    span = range(spot.left, spot.right + 1)
    headers = tuple(cell for column in span if (cell := spot.sheet.cells.get((spot.row, column))))
    return RawTable(field, spot.sheet.name, headers, tuple(_rows(spot, span, spots)))


def _rows(spot: _Spot, span: range, spots: tuple[_Spot, ...]) -> Iterator[RawRow]:
    """Yield the rows that hold something.

    Those of the Excel table and those typed just below it; without one, all down to the next table.
    """
    by_row: dict[int, dict[int, RawCell]] = {}
    for (row, column), cell in spot.sheet.cells.items():
        if row > spot.row and column in span:
            by_row.setdefault(row, {})[column] = cell
    end = _next_table(spot, span, spots)
    last = spot.bottom
    for number in sorted(by_row):
        is_apart = spot.is_zone and number > last + 1
        if is_apart or number >= end:
            return
        last = max(last, number)
        yield RawRow(number, by_row[number])


def _next_table(spot: _Spot, span: range, spots: tuple[_Spot, ...]) -> int:
    below = (
        other.row - (0 if other.is_zone else 1)
        for other in spots
        if other.sheet is spot.sheet and other.row > spot.row and other.left in span
    )
    return min(below, default=2**31)
