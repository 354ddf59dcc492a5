"""What a row refers to, and which of it the client may see; every column that declares references is followed alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.schema import ColumnSpec, TableSpec, tables
from generator.model.table import Layout, Row

Rows = Mapping[str, tuple[Row, ...]]
"""Rows by the field of the plan that holds them."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What may be referred to: the names of the rows of each table whose key is one name."""

    names: Mapping[str, frozenset[str]]

    def holds(self, column: ColumnSpec, name: str) -> bool:
        """Tell whether one of the tables a column refers to has a row of this name."""
        return any(name in self.names.get(table, ()) for table in column.column.refs)


def targets_of(rows: Rows) -> Targets:
    """Return what these rows let others refer to."""
    single = {spec.field: spec.table.key[0] for spec in tables() if len(spec.table.key) == 1}
    return Targets(
        {field: frozenset(str(getattr(row, single[field])) for row in rows[field]) for field in rows if field in single}
    )


def reference_columns(spec: TableSpec) -> tuple[ColumnSpec, ...]:
    """Return the columns the client may see that refer to other rows."""
    return tuple(column for column in spec.columns if column.shared and column.column.refs)


def names_in(row: Row, column: ColumnSpec) -> tuple[str, ...]:
    """Return what a row refers to in a column."""
    value = getattr(row, column.field)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def fallen_at(spec: TableSpec, row: Row, targets: Targets) -> ColumnSpec | None:
    """Return the required column that leaves a row without what it belongs to; None when the row stands."""
    if spec.table.layout is Layout.FORM:
        return None
    for column in reference_columns(spec):
        if column.required and not any(targets.holds(column, name) for name in names_in(row, column)):
            return column
    return None


def lost(spec: TableSpec, row: Row, targets: Targets) -> Iterator[tuple[ColumnSpec, str]]:
    """Yield each reference of a row that leads nowhere any more, with its column."""
    for column in reference_columns(spec):
        for name in names_in(row, column):
            if not targets.holds(column, name):
                yield column, name


def with_references(spec: TableSpec, row: Row, targets: Targets) -> dict[str, object]:
    """Return the values of a row that the client may see, without the references that lead nowhere."""
    values: dict[str, object] = {column.field: getattr(row, column.field) for column in spec.columns if column.shared}
    for column in reference_columns(spec):
        names = tuple(name for name in names_in(row, column) if targets.holds(column, name))
        if isinstance(values[column.field], tuple):
            values[column.field] = names
        elif not names and not column.required:
            values[column.field] = None
    return values
