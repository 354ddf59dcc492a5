"""The cells that a figure was made from, each with what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import Place
from generator.model.field_path import FieldPath
from generator.workbook.ground import Ground
from generator.workbook.origins import Origins
from generator.workbook.raw import RawRow


@dataclass(frozen=True, slots=True)
class CitedCell:
    """A cell and its value as read: text, a number, a date; None for a blank one."""

    place: Place
    value: object


def cited_cells(origins: Origins, paths: Iterable[FieldPath]) -> tuple[CitedCell, ...]:
    """Return the cells behind these paths in their order, none twice; every row that shares a key is told."""
    return tuple(dict.fromkeys(cell for path in paths for cell in _cells(origins, path)))


def _cells(origins: Origins, path: FieldPath) -> Iterator[CitedCell]:
    ground = origins.grounds.get(path.table)
    if ground is None:
        return
    for row in origins.rows.get(path.table, {}).get(path.key, ()):
        yield CitedCell(ground.place(row, path.field, key=ground.key_of(row)), _held(ground, row, path.field))


def _held(ground: Ground, row: RawRow, field: str) -> object:
    header = ground.headers.get(field)
    if header is None:
        return None
    cell = row.cells.get(header.column if ground.values_at is None else header.row)
    return None if cell is None else cell.value
