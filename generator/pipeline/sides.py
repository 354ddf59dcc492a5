"""A plan read to be compared with another, from a workbook or a snapshot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Finding, Findings, Severity
from generator.history import Damaged
from generator.history.folder import read_snapshot
from generator.history.predecessor import damaged
from generator.model.account_identity import AccountIdentity, identity_of
from generator.model.plan import SharedPlan
from generator.model.schema import table_of
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
            return _of_file(self.file, Findings.of(bound.findings.errors, sheets=bound.findings.sheets))
        return Side(self.file, bound.plan, bound.origins)


def opened_side(file: Path) -> OpenedSide | Findings:
    """Open a workbook or a snapshot as far as the account it is of; the findings when it does not say."""
    if file.suffix.lower() == ".json" and file.exists():
        return _snapshot(file)
    raw = read(file)
    account = account_named(raw)
    return _of_file(file, _nameless(raw)) if account is None else OpenedSide(file, account, raw)


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


def _of_file(file: Path, findings: Findings) -> Findings:
    """Say in each finding which file it is about: it will stand among those of another one."""
    placed = (replace(one, place=replace(one.place, file=one.place.file or file.name)) for one in findings)
    return Findings.of(placed, sheets=findings.sheets)


def blocking(found: Finding) -> Finding:
    """Return a finding that stops what was asked for."""
    return Finding(found.code, Severity.ERROR, found.place, found.value, found.suggestion, found.named)
