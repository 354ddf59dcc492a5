"""Where the fields of a table stand in the file: what turns a row and a field into a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.diagnostics import Place
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec, TableSpec
from generator.workbook.conversions import parse_quarter, shown
from generator.workbook.conversions.units import Unit
from generator.workbook.coordinates import LAST_COLUMN
from generator.workbook.raw import RawCell, RawRow

KEY_SEPARATOR = " · "


@dataclass(frozen=True)
class Ground:
    """A table on its sheet. `headers` are the header cells by field, or by quarter such as `2026-T3`.

    In a form `headers` are the cells that name the items, and `values_at` is the column of their values. Where rows
    held one quarter each, `stacked_at` is the column of their values, and the headers of quarters stand on no sheet.
    `units` are those that headers say instead of their column's own; `unread` are the fields whose header, or the cell
    beside whose item, says one that they cannot be read in. `unsure` are the quarters that two headers name, and None
    where a header over numbers names none; `twice` are the fields that two headers name.
    """

    spec: TableSpec
    sheet: str
    headers: Mapping[str, RawCell] = field(default_factory=dict)
    values_at: int | None = None
    stacked_at: int | None = None
    units: Mapping[str, Unit] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    unsure: frozenset[Quarter | None] = frozenset()
    twice: frozenset[str] = frozenset()

    @cached_property
    def fields(self) -> Mapping[int, str]:
        """The fields by the column they fill."""
        return {header.column: name for name, header in self.headers.items()}

    @cached_property
    def quarters(self) -> Mapping[str, Quarter]:
        """The quarters of a crosstab by the name their header goes by."""
        named = {name: parse_quarter(name) for name in self.headers} if self.spec.is_crosstab else {}
        return {name: quarter for name, quarter in named.items() if quarter is not None}

    @cached_property
    def columns(self) -> Mapping[str, ColumnSpec]:
        """How the cells of each field or quarter are read."""
        return {name: self.spec.column("quarters" if name in self.quarters else name) for name in self.headers}

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The required fields that have a column."""
        return tuple(column.field for column in self.spec.columns if column.required and column.field in self.headers)

    @cached_property
    def missing(self) -> tuple[ColumnSpec, ...]:
        """The required columns that the table lacks."""
        return tuple(column for column in self.spec.columns if column.required and column.field not in self.headers)

    @cached_property
    def _shown(self) -> dict[str, str]:
        """The headers as findings cite them."""
        return {name: shown(header.value) for name, header in self.headers.items()}

    def cell(self, row: RawRow | None, name: str) -> RawCell | None:
        """Return an empty cell standing where a field of a row stands, or its header without a row.

        None when the table has no such column.
        """
        header = self.headers.get(name)
        if header is None:
            return None
        if self.values_at is not None:
            return RawCell(self.sheet, header.row, self.values_at, None)
        column = self.stacked_at if self.stacked_at and header.column > LAST_COLUMN else header.column
        if row is None:
            return RawCell(self.sheet, header.row, column, None)
        read = row.cells.get(header.column)
        return RawCell(self.sheet, row.number, column, None) if read is None else read

    def place(self, row: RawRow | None, name: str, *, key: str | None = None) -> Place:
        """Return the place of a field of a row, or of its header; without such a column, the place of the row."""
        cell = self.cell(row, name)
        if cell is None:
            first = next(iter(self.headers.values()), None)
            at = row.number if row is not None and row.number else first.row if first else 1
            coordinate = RawCell(self.sheet, at, first.column, None).coordinate if first else None
            return Place(sheet=self.sheet, cell=coordinate, table=self.spec.table.name, key=key)
        return self.place_of(cell, column=self._shown[name], key=key)

    def key_of(self, row: RawRow) -> str | None:
        """Return the key of a row as its cells show it; None for a form."""
        headers = (self.headers.get(name) for name in self.spec.table.key)
        cells = (row.cells.get(header.column) for header in headers if header is not None)
        return key_words(tuple(shown(cell.value) for cell in cells if cell is not None))

    def place_of(self, cell: RawCell, *, column: str | None = None, key: str | None = None) -> Place:
        """Return the place of a cell of this table."""
        return Place(sheet=self.sheet, cell=cell.coordinate, table=self.spec.table.name, column=column, key=key)


def key_words(key: tuple[str, ...]) -> str | None:
    """Return a row's key as one text; None for a form."""
    return KEY_SEPARATOR.join(part for part in key if part) or None
