"""Two plans of one account compared: what changed, where it stands, and what there is to say about comparing them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.answers.placed import Placed
from generator.diagnostics import Findings, Place
from generator.history import Difference, compare
from generator.history.difference import RowChange
from generator.history.identity import key_of
from generator.history.ownership import Ownership
from generator.history.predecessor import doubts, foreign
from generator.model.account_identity import retyped
from generator.model.field_path import FieldPath
from generator.model.schema import table_of
from generator.model.table import Row
from generator.pipeline.sides import Side, opened_side


@dataclass(frozen=True)
class Compared:
    """Both sides, the difference, and the findings about comparing them."""

    old: Side
    new: Side
    difference: Difference
    findings: Findings

    def places(self, change: RowChange, field: str = "") -> tuple[Place | None, Place | None]:
        """Return the cells of a field, or of the row itself, in the old and in the new workbook."""
        old, new = self._placed
        return _place(old, change.table, change.old, field), _place(new, change.table, change.new, field)

    @cached_property
    def _placed(self) -> tuple[Placed | None, Placed | None]:
        """Both plans with the way back to their cells; None for a snapshot."""
        return _in_cells(self.old), _in_cells(self.new)


def read_sides(old: Path, new: Path, *, renamed_from: str | None = None) -> tuple[Side | Findings, Side | Findings]:
    """Read two plans of one account; W131 when the old one is another's, ``renamed_from`` being no name it had."""
    before, after = opened_side(old), opened_side(new)
    if isinstance(before, Findings) or isinstance(after, Findings):
        found = (side if isinstance(side, Findings) else Findings() for side in (before, after))
        return next(found), next(found)
    was_so = renamed_from is not None and retyped(before.account.client) == retyped(renamed_from)
    owned = Ownership(after.account, (before.account,) if was_so else ())
    stranger = foreign(before.account, owned, old.name)
    return (before.read(), after.read()) if stranger is None else (Findings.of([stranger]), Findings())


def compare_sides(old: Side, new: Side) -> Compared:
    """Compare two plans, and say what is doubtful about it."""
    found = Findings.of(doubts(old.plan, new.plan, old.file.name))
    return Compared(old, new, compare(old.plan, new.plan), found)


def _in_cells(side: Side) -> Placed | None:
    return None if side.origins is None else Placed(side.plan, side.origins)


def _place(placed: Placed | None, table: str, row: Row | None, field: str) -> Place | None:
    """Return the cell of a field of a row, or of the row; None without such a row or column in a workbook."""
    ground = None if placed is None else placed.origins.grounds.get(table)
    if row is None or placed is None or ground is None or (field and field not in ground.headers):
        return None
    return placed.place(FieldPath(table, key_of(table_of(table), row), field), row)
