"""The cell that a row of a plan stands in, where several rows share a key too."""

from __future__ import annotations

from generator.diagnostics import Place
from generator.history.identity import key_of, rows_of
from generator.model.field_path import FieldPath
from generator.model.plan import SharedPlan
from generator.model.schema import table_of
from generator.model.table import Row
from generator.workbook.origins import Origins


def place_of(plan: SharedPlan, origins: Origins, path: FieldPath, row: Row) -> Place | None:
    """Return the cell of a path, for this row of the plan among those that share its key."""
    spec = table_of(path.table)
    if spec.table.unique:
        return origins.place(path)
    sharing = [other for other in rows_of(plan, path.table) if key_of(spec, other) == path.key]
    rank = next((at for at, other in enumerate(sharing) if other is row), 0)
    return next(iter(origins.places(path)[rank:]), None)
