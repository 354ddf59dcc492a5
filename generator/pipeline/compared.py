"""Two plans read to be compared, each from a workbook or a snapshot, and what there is to say about them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Finding, Findings, Place, Severity
from generator.history import Damaged, Difference, compare
from generator.history.difference import RowChange
from generator.history.folder import read_snapshot
from generator.history.identity import key_of
from generator.history.predecessor import damaged, doubts
from generator.model.field_path import FieldPath
from generator.model.plan import SharedPlan
from generator.model.schema import table_of
from generator.model.table import Row
from generator.pipeline.placed import place_of
from generator.workbook.bind import bind
from generator.workbook.origins import Origins
from generator.workbook.read import read


@dataclass(frozen=True)
class Side:
    """A plan and the file it was read from; ``origins`` is None for a snapshot, which has no cells."""

    file: Path
    plan: SharedPlan
    origins: Origins | None = None

    def place(self, table: str, row: Row | None, field: str = "") -> Place | None:
        """Return the cell of a field of a row, or of the row; None without such a row or column in a workbook."""
        ground = None if self.origins is None else self.origins.grounds.get(table)
        if row is None or self.origins is None or ground is None or (field and field not in ground.headers):
            return None
        return place_of(self.plan, self.origins, FieldPath(table, key_of(table_of(table), row), field), row)


@dataclass(frozen=True)
class Compared:
    """Both sides, the difference, and the findings about comparing them."""

    old: Side
    new: Side
    difference: Difference
    findings: Findings

    def places(self, change: RowChange, field: str = "") -> tuple[Place | None, Place | None]:
        """Return the cells of a field, or of the row itself, in the old and in the new workbook."""
        return self.old.place(change.table, change.old, field), self.new.place(change.table, change.new, field)


def read_side(file: Path) -> Side | Findings:
    """Read a workbook or a snapshot; the findings when it cannot be read, or not whole."""
    if file.suffix.lower() == ".json" and file.exists():
        return _from_snapshot(file)
    bound = bind(read(file))
    # a row that cannot be read would pass for one that is gone
    if bound.plan is None or bound.findings.errors:
        return Findings.of(bound.findings.errors, sheets=bound.findings.sheets)
    return Side(file, bound.plan, bound.origins)


def compare_sides(old: Side, new: Side) -> Compared:
    """Compare two plans, and say what is doubtful about it."""
    found = Findings.of(doubts(old.plan, new.plan, old.file.name))
    return Compared(old, new, compare(old.plan, new.plan), found)


def _from_snapshot(file: Path) -> Side | Findings:
    found = read_snapshot(file)
    if isinstance(found, Damaged):
        return Findings.of([blocking(damaged(file.name, found))])
    return Side(file, found.plan)


def blocking(found: Finding) -> Finding:
    """Return a finding that stops what was asked for."""
    return Finding(found.code, Severity.ERROR, found.place, found.value, found.suggestion, found.named)
