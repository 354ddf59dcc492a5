"""Where the fields of a table stand in the file: what turns a row and a field into a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Place
from generator.model.schema import TableSpec
from generator.workbook.raw import RawCell

KEY_SEPARATOR = " · "


@dataclass(frozen=True)
class Ground:
    """A table on its sheet. `headers` are the header cells by field, or by quarter such as `2026-T3`.

    In a form `headers` are the cells that name the items, and `values_at` is the column of their values.
    """

    spec: TableSpec
    sheet: str
    headers: Mapping[str, RawCell] = field(default_factory=dict)
    values_at: int | None = None

    def cell(self, row: int | None, name: str) -> RawCell | None:
        """Return an empty cell standing where a field of a row stands; None when the table has no such column."""
        header = self.headers.get(name)
        if header is None:
            return None
        if self.values_at is not None:
            return RawCell(self.sheet, header.row, self.values_at, None)
        return RawCell(self.sheet, header.row if row is None else row, header.column, None)

    def place(self, row: int | None, name: str, *, key: str | None = None) -> Place:
        """Return the place of a field of a row, or of its header; without such a column, the place of the row."""
        cell = self.cell(row, name)
        if cell is None:
            first = next(iter(self.headers.values()), None)
            coordinate = RawCell(self.sheet, row or first.row, first.column, None).coordinate if first else None
            return Place(sheet=self.sheet, cell=coordinate, table=self.spec.table.name, key=key)
        header = str(self.headers[name].value)
        return Place(sheet=self.sheet, cell=cell.coordinate, table=self.spec.table.name, column=header, key=key)


def key_words(key: tuple[str, ...]) -> str | None:
    """Return a row's key as one text; None for a form."""
    return KEY_SEPARATOR.join(part for part in key if part) or None
