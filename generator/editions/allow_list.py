"""What the client edition may hold, table by table, as the declarations and the filters have it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.editions.blanks import CONDITIONS
from generator.editions.references import reference_columns
from generator.editions.row_rules import is_filtered, rules_of
from generator.locales import Phrase, phrase
from generator.model.field_path import FieldPath
from generator.model.schema import ColumnSpec, TableSpec, table_of, tables


@dataclass(frozen=True, slots=True)
class AllowedTable:
    """A table: the rules its rows obey, the columns that may leave, those that never do, and on what condition.

    A table that is never shared names all its columns as internal.
    """

    spec: TableSpec
    rows: tuple[Phrase, ...]
    shared: tuple[ColumnSpec, ...]
    internal: tuple[ColumnSpec, ...]
    conditions: tuple[tuple[ColumnSpec, Phrase], ...]


def allow_list() -> tuple[AllowedTable, ...]:
    """Return every table of the workbook, in its order."""
    return tuple(_allowed(spec) for spec in tables())


def _allowed(spec: TableSpec) -> AllowedTable:
    falls = tuple(column.label for column in _holds_on(spec))
    dependent = (phrase("editions.rows.dependent", columns=falls),) if falls else ()
    paths = {column.field: FieldPath(spec.field, field=column.field) for column in spec.columns}
    return AllowedTable(
        spec=spec,
        rows=(*(rule.told for rule in rules_of(spec)), *dependent),
        shared=tuple(column for column in spec.columns if column.shared),
        internal=tuple(column for column in spec.columns if not column.shared),
        conditions=tuple(
            (column, CONDITIONS[paths[column.field]]) for column in spec.columns if paths[column.field] in CONDITIONS
        ),
    )


def _holds_on(spec: TableSpec) -> tuple[ColumnSpec, ...]:
    """Return the columns that make a row fall with the row it refers to."""
    required = (column for column in reference_columns(spec) if column.required)
    return tuple(column for column in required if any(can_lose_rows(table_of(ref)) for ref in column.column.refs))


def can_lose_rows(spec: TableSpec) -> bool:
    """Tell whether a table may have rows that the client does not see."""
    return is_filtered(spec) or bool(_holds_on(spec))
