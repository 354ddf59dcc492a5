"""What the client edition leaves out, counted per table and named per column."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.editions.references import Rows
from generator.model.field_path import FieldPath
from generator.model.schema import tables


@dataclass(frozen=True, slots=True)
class WithheldTable:
    """A table of the plan (by its field): its rows, how many are left out, and the fields left out of the others.

    Of a table that is never shared all rows are left out and no column is named.
    """

    table: str
    rows: int
    rows_left_out: int
    columns_left_out: tuple[str, ...]


def withheld_from(everything: Rows, shared: Rows, blanked: Collection[FieldPath]) -> tuple[WithheldTable, ...]:
    """Return every table of the workbook, in its order; ``blanked`` are columns emptied beside the internal ones."""
    found = []
    for spec in tables():
        rows = len(everything[spec.field])
        kept = len(shared.get(spec.field, ()))
        fields = [
            column.field
            for column in spec.columns
            if spec.shared_row is not None and (not column.shared or FieldPath(spec.field, (), column.field) in blanked)
        ]
        found.append(WithheldTable(spec.field, rows, rows - kept, tuple(fields)))
    return tuple(found)
