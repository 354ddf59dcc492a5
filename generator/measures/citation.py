"""Where a figure comes from: the address of a row's field, for full rows and for the rows the client sees alike."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator.model.field_path import FieldPath
from generator.model.quarter import Quarter
from generator.model.schema import table_of
from generator.model.table import Row, key_text


def cite(table: str, row: Row, field: str | Quarter = "") -> FieldPath:
    """Return the address of ``field`` (or of a quarter's value) of a row of the plan's field ``table``."""
    key = tuple(key_text(getattr(row, name)) for name in _key_fields(table))
    return FieldPath(table, key, str(field))


def cite_all(table: str, row: Row, fields: Iterable[str]) -> tuple[FieldPath, ...]:
    """Return the addresses of several fields of one row."""
    return tuple(cite(table, row, field) for field in fields)


@cache
def _key_fields(table: str) -> tuple[str, ...]:
    return table_of(table).table.key
