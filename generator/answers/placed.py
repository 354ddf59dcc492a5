"""The cell that a row of a plan stands in, where several rows share a key too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.diagnostics import Place
from generator.history.identity import Key, key_of, rows_of
from generator.model.field_path import FieldPath
from generator.model.plan import SharedPlan
from generator.model.schema import tables
from generator.model.table import Row
from generator.workbook.origins import Origins


@dataclass(frozen=True)
class Placed:
    """A plan with the way back to its cells."""

    plan: SharedPlan
    origins: Origins

    def place(self, path: FieldPath, row: Row) -> Place | None:
        """Return the cell of a path, for this row of the plan among those that share its key."""
        return self.origins.place(path, self._turns.get(id(row), 0))

    @cached_property
    def _turns(self) -> Mapping[int, int]:
        """How many rows of the same key stand before each row, where a table has several."""
        turns: dict[int, int] = {}
        for spec in tables():
            if spec.table.unique:
                continue
            met: Counter[Key] = Counter()
            for row in rows_of(self.plan, spec.field):
                key = key_of(spec, row)
                turns[id(row)] = met[key]
                met[key] += 1
        return turns
