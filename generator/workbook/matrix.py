"""The RACI as people draw it: activities down, people across and letters in the cells, or a column for each letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.choices import RaciRole
from generator.model.schema import TableSpec, table_of
from generator.workbook.conversions import cleaned, is_blank
from generator.workbook.coordinates import LAST_COLUMN
from generator.workbook.furniture import our_words
from generator.workbook.matching import folded, folded_header
from generator.workbook.raw import RawCell, RawRow, RawSheet, RawTable
from generator.workbook.spots import Spot

FIELD = "raci"
_LETTERS = frozenset(role.label.key for role in RaciRole)
_FEWEST_COLUMNS = 2
_FEWEST_LETTERS = 3
_SHARE = 0.6
_DEPTH = 40
_BETWEEN_LETTERS = re.compile(r"[\s/,;+&.\-()]+")
_BETWEEN_NAMES = re.compile(r"\s*[;\n/,]\s*")
_PERSON_AT, _ROLE_AT = LAST_COLUMN + 1, LAST_COLUMN + 2


def matrix_spot(spot: Spot) -> Spot | None:
    """Return a row of cells as the header row of a matrix, with its column of activities; None when it is none."""
    cells = spot.sheet.cells
    are_words = all(_is_word_of_a_person(cell) for cell in spot.headers)
    if not are_words or len(spot.headers) < _FEWEST_COLUMNS or not any(_below(spot, cell, 3) for cell in spot.headers):
        return None
    across = _people(spot) or _letter_columns(spot.headers)
    if len(across) < _FEWEST_COLUMNS:
        return None
    left = spot.left - 1 if across[0].column == spot.left else spot.left
    is_headed = any(isinstance(cell, RawCell) for cell in (cells.get((at, left)) for at in _rows(spot)))
    return replace(spot, left=left) if left and is_headed else None


def unfolded(spec: TableSpec, table: RawTable) -> RawTable:
    """Return the RACI with one row a person and letter; a table that is no matrix as it is.

    Each cell keeps the place it was read at, so that a person stands in the header, or a letter does.
    """
    if spec.field != FIELD or not table.headers or _is_listed(table):
        return table
    sheet = RawSheet(table.sheet, is_hidden=False, cells=_cells(table))
    spot = Spot(sheet, table.headers[0].row, 0, table.headers[-1].column, 0, table.headers)
    found = _people(spot)
    drawn = _Matrix(table, found or _letter_columns(table.headers), is_by_person=bool(found))
    return drawn.listed if len(drawn.across) >= _FEWEST_COLUMNS else table


@dataclass(frozen=True)
class _Matrix:
    """A matrix, and the headers it has across: people, or letters."""

    table: RawTable
    across: tuple[RawCell, ...]
    is_by_person: bool

    @property
    def listed(self) -> RawTable:
        """The same as a list."""
        top, sheet = self.table.headers[0].row, self.table.sheet
        person, role = (table_of(FIELD).column(name).label.key for name in ("person", "role"))
        made = (RawCell(sheet, top, _PERSON_AT, person), RawCell(sheet, top, _ROLE_AT, role))
        kept = tuple(cell for cell in self.table.headers if cell not in self.across)
        corner = () if any(cell.column == self._activity_at for cell in kept) else (self._corner,)
        rows = tuple(entry for row in self.table.rows for entry in self._entries(row))
        first = self.across[0].column
        return replace(self.table, headers=(*corner, *self._named(kept), *made), rows=rows, stacked_at=first)

    @property
    def _activity_at(self) -> int:
        return min(min(row.cells) for row in self.table.rows)

    @property
    def _corner(self) -> RawCell:
        return RawCell(self.table.sheet, self.table.headers[0].row, self._activity_at, self._activity)

    @property
    def _activity(self) -> str:
        return table_of(FIELD).column("activity").label.key

    def _named(self, headers: tuple[RawCell, ...]) -> Iterator[RawCell]:
        """Yield the headers kept, the first column being that of the activities whatever it is called."""
        for cell in headers:
            yield replace(cell, value=self._activity) if cell.column == self._activity_at else cell

    def _entries(self, row: RawRow) -> Iterator[RawRow]:
        across = {header.column for header in self.across}
        own = {at: cell for at, cell in row.cells.items() if at not in across}
        pairs = [
            pair
            for header in self.across
            if (cell := row.cells.get(header.column))
            for pair in self._pairs(header, cell)
        ]
        for person, role in pairs:
            yield RawRow(row.number, {**own, _PERSON_AT: person, _ROLE_AT: role})
        if not pairs and own:
            yield RawRow(row.number, own)

    def _pairs(self, header: RawCell, cell: RawCell) -> Iterator[tuple[RawCell, RawCell]]:
        if is_blank(cell.value):
            return
        if self.is_by_person:
            yield from ((header, replace(cell, value=letter)) for letter in letters_of(cell.value) or (cell.value,))
            return
        role = replace(header, value=next(iter(letters_of(header.value))))
        names = _BETWEEN_NAMES.split(cell.value) if isinstance(cell.value, str) else [cell.value]
        yield from ((replace(cell, value=name), role) for name in names if not is_blank(name))


def letters_of(value: object) -> tuple[str, ...]:
    """Return the letters that a cell holds, as in `A/R`, `RA` or `r, c`; none when it holds anything else."""
    text = _BETWEEN_LETTERS.sub("", cleaned(value)).upper() if isinstance(value, str) else ""
    return tuple(dict.fromkeys(text)) if text and set(text) <= _LETTERS and len(text) <= len(_LETTERS) else ()


def _is_listed(table: RawTable) -> bool:
    """Tell whether a table has a column of people and one of roles: the form of our own."""
    words = {folded_header(str(cell.value)) for cell in table.headers}
    labels = (table_of(FIELD).column(name).label for name in ("person", "role"))
    return any(words & {folded_header(word) for word in label} for label in labels)


def _people(spot: Spot) -> tuple[RawCell, ...]:
    """Return the headers over letters; none when too little below them is a letter."""
    below = {cell: list(_below(spot, cell, _DEPTH)) for cell in spot.headers if not letters_of(cell.value)}
    across = tuple(cell for cell, values in below.items() if values and _share(values) >= _SHARE)
    empty = tuple(
        cell
        for cell, values in below.items()
        if not values and across and cell.column > across[0].column and _is_name(cell)
    )
    count = sum(len(below[cell]) for cell in across)
    if count < _FEWEST_LETTERS or len(across) < _FEWEST_COLUMNS:
        return ()
    return tuple(sorted((*across, *empty), key=lambda cell: cell.column))


def _is_word_of_a_person(cell: RawCell) -> bool:
    """Tell a text that we did not write around our tables."""
    return isinstance(cell.value, str) and not (cell.value[:1] == "←" or folded(cell.value) in our_words())


def _is_name(cell: RawCell) -> bool:
    """Tell a header that is no column of ours."""
    word = folded_header(str(cell.value))
    return not any(word == folded_header(label) for column in table_of(FIELD).columns for label in column.label)


def _share(values: list[object]) -> float:
    return sum(bool(letters_of(value)) for value in values) / len(values)


def _letter_columns(headers: tuple[RawCell, ...]) -> tuple[RawCell, ...]:
    """Return the headers that are a letter each, three of the four at least."""
    found = tuple(cell for cell in headers if len(letters_of(cell.value)) == 1)
    return found if len(found) >= _FEWEST_LETTERS else ()


def _below(spot: Spot, header: RawCell, depth: int) -> Iterator[object]:
    cells = (spot.sheet.cells.get((row, header.column)) for row in range(spot.row + 1, spot.row + 1 + depth))
    return (cell.value for cell in cells if cell is not None and not is_blank(cell.value))


def _rows(spot: Spot) -> range:
    return range(spot.row + 1, spot.row + 4)


def _cells(table: RawTable) -> dict[tuple[int, int], RawCell]:
    top = table.headers[0].row
    numbered = enumerate(table.rows, start=top + 1)
    return {(at, column): cell for at, row in numbered for column, cell in row.cells.items()}
