"""A table of a single column as people type it: a list under its title, with a header of their own or with none."""

from __future__ import annotations

from dataclasses import replace

from generator.diagnostics import Finding, Place, finding
from generator.model.schema import TableSpec
from generator.workbook.conversions import shown
from generator.workbook.furniture import our_words
from generator.workbook.matching import folded, folded_header
from generator.workbook.raw import RawCell, RawRow, RawTable
from generator.workbook.spots import Spot
from generator.workbook.synonyms import all_titles, bare, words

_HEADED = 0.7
_ENTITLED = 0.5
_HEADLESS = 0.2
_TITLE_REACH = 4


def is_list(spec: TableSpec) -> bool:
    """Tell whether a table has a single column."""
    return len(spec.columns) == 1


def list_likeness(spec: TableSpec, spot: Spot) -> float:
    """Return how much a lone cell looks like the top of such a list: its title, its header, or its first word."""
    value = spot.headers[0].value if len(spot.headers) == 1 else None
    if not isinstance(value, str) or not _is_over_words(spot):
        return 0
    if folded(value) in all_titles(spec):
        return _ENTITLED
    if not _is_announced(spec, spot) or folded(value) in our_words():
        return 0
    return _HEADED if _is_header(spec, spot.headers[0]) else _HEADLESS


def listed(spec: TableSpec, table: RawTable) -> tuple[RawTable, list[Finding]]:
    """Return a list whose header says nothing of ours with one that does, and a finding that says so.

    What stands where the header should be is read as well: it may be the first of the words.
    """
    if not is_list(spec) or any(_is_label(spec, cell) for cell in table.headers):
        return table, []
    column = spec.columns[0]
    synonym = next((cell for cell in table.headers if _is_header(spec, cell)), None)
    if synonym is not None:
        headers = tuple(replace(cell, value=column.label.key) if cell is synonym else cell for cell in table.headers)
        return replace(table, headers=headers), []
    if len(table.headers) > 1 or not (table.headers or table.rows):
        return table, []
    return _without_header(spec, table)


def _without_header(spec: TableSpec, table: RawTable) -> tuple[RawTable, list[Finding]]:
    top = RawRow(table.headers[0].row, {table.headers[0].column: table.headers[0]}) if table.headers else None
    rows = (*((top,) if top else ()), *table.rows)
    first = rows[0].cells[min(rows[0].cells)]
    header = replace(first, value=spec.columns[0].label.key)
    place = Place(sheet=table.sheet, cell=first.coordinate, table=spec.table.name)
    said = finding("W155", place, value=shown(first.value), expected=spec.columns[0].label)
    return replace(table, headers=(header,), rows=rows), [said]


def _is_announced(spec: TableSpec, spot: Spot) -> bool:
    """Tell whether the title stands a little above, or names the sheet."""
    above = (spot.sheet.cells.get((row, spot.left)) for row in range(spot.row - _TITLE_REACH, spot.row))
    names = {folded(str(cell.value)) for cell in above if cell is not None} | {bare(spot.sheet.name)}
    return bool(names & all_titles(spec))


def _is_label(spec: TableSpec, cell: RawCell) -> bool:
    return folded_header(str(cell.value)) in {folded_header(word) for word in spec.columns[0].label}


def _is_header(spec: TableSpec, cell: RawCell) -> bool:
    word = folded_header(str(cell.value))
    return _is_label(spec, cell) or word in words(spec.field, spec.columns[0].field) | all_titles(spec)


def _is_over_words(spot: Spot) -> bool:
    """Tell whether a text that we did not write stands just below."""
    below = spot.sheet.cells.get((spot.row + 1, spot.left))
    return below is not None and isinstance(below.value, str) and folded(below.value) not in our_words()
