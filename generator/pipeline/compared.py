"""Two plans read to be compared, each from a workbook or a snapshot, and what there is to say about them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Finding, Findings, Place, Severity
from generator.history import Damaged, Difference, compare
from generator.history.difference import RowChange
from generator.history.folder import read_snapshot
from generator.history.identity import key_of
from generator.history.ownership import Ownership
from generator.history.predecessor import damaged, doubts, foreign
from generator.model.account_identity import AccountIdentity, identity_of, retyped
from generator.model.field_path import FieldPath
from generator.model.plan import SharedPlan
from generator.model.schema import table_of
from generator.model.table import Row
from generator.pipeline.placed import place_of
from generator.workbook.bind import account_named, bind
from generator.workbook.origins import Origins
from generator.workbook.raw import RawTables
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


@dataclass(frozen=True)
class OpenedSide:
    """A file of which nothing but its account is known yet: another account's is not read any further."""

    file: Path
    account: AccountIdentity
    content: SharedPlan | RawTables

    def read(self) -> Side | Findings:
        """Read it; the findings when it cannot be read whole."""
        if isinstance(self.content, SharedPlan):
            return Side(self.file, self.content)
        bound = bind(self.content)
        # a row that cannot be read would pass for one that is gone
        if bound.plan is None or bound.findings.errors:
            return Findings.of(bound.findings.errors, sheets=bound.findings.sheets)
        return Side(self.file, bound.plan, bound.origins)


def opened_side(file: Path) -> OpenedSide | Findings:
    """Open a workbook or a snapshot as far as the account it is of; the findings when it does not say."""
    if file.suffix.lower() == ".json" and file.exists():
        return _snapshot(file)
    raw = read(file)
    account = account_named(raw)
    return _nameless(raw) if account is None else OpenedSide(file, account, raw)


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


def _snapshot(file: Path) -> OpenedSide | Findings:
    found = read_snapshot(file)
    if isinstance(found, Damaged):
        return Findings.of([blocking(damaged(file.name, found))])
    return OpenedSide(file, identity_of(found.plan.account), found.plan)


def _nameless(raw: RawTables) -> Findings:
    """Return what keeps a workbook from saying whose it is; not what is wrong in its other tables, maybe another's."""
    own = {None, table_of("account").table.name}
    found = bind(raw).findings
    return Findings.of((one for one in found.errors if one.place.table in own), sheets=found.sheets)


def blocking(found: Finding) -> Finding:
    """Return a finding that stops what was asked for."""
    return Finding(found.code, Severity.ERROR, found.place, found.value, found.suggestion, found.named)
