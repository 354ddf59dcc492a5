"""The plan that the documents are compared with: what an earlier build knew, or a former workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Finding
from generator.editions import redact
from generator.editions.edition import Edition
from generator.history import Damaged, Snapshot, from_bytes
from generator.history.folder import latest_before, read_snapshot, set_aside
from generator.history.predecessor import damaged, doubts
from generator.history.snapshot import Damage
from generator.model.plan import AccountPlan, SharedPlan
from generator.pipeline.options import Since
from generator.pipeline.places import Places
from generator.workbook.bind import bind
from generator.workbook.read import read


@dataclass(frozen=True)
class Former:
    """A former plan as an edition may see it, None when there is none, and what is doubtful about it."""

    plan: SharedPlan | None = None
    content: bytes = b""
    findings: tuple[Finding, ...] = ()


def former_of(edition: Edition, current: SharedPlan, since: Since | Path, places: Places) -> Former:
    """Return what an edition is compared with.

    A damaged snapshot of the history is set aside, and the one before serves. OSError when a file that was asked for
    cannot be read.
    """
    match since:
        case Since.NONE:
            return Former()
        case Since.AUTO:
            return _latest(edition, places)
        case Path():
            return _given(edition, current, since)


def _latest(edition: Edition, places: Places) -> Former:
    findings: list[Finding] = []
    for path in _candidates(edition, places):
        match read_snapshot(path):
            case Snapshot() as found:
                return Former(_seen_by(edition, found.plan), path.read_bytes(), tuple(findings))
            case Damaged() as found:
                findings.append(damaged(path.name, found))
                set_aside(path)
    return Former(findings=tuple(findings))


def _candidates(edition: Edition, places: Places) -> Iterator[Path]:
    """The edition's snapshots, latest first; where the client received none, the internal ones serve, redacted."""
    for kind in (edition, Edition.INTERNAL):
        while (path := latest_before(places.history, places.period, kind)) is not None:
            yield path
            if path.exists():
                return


def _given(edition: Edition, current: SharedPlan, path: Path) -> Former:
    content = path.read_bytes()
    found = from_bytes(content) if path.suffix.lower() == ".json" else bind(read(path)).plan
    match found:
        case Damaged():
            return Former(findings=(damaged(path.name, found),))
        case None:
            return Former(findings=(damaged(path.name, Damaged(Damage.UNREADABLE)),))
        case _:
            plan = found.plan if isinstance(found, Snapshot) else found
            return Former(_seen_by(edition, plan), content, doubts(plan, current, path.name))


def _seen_by(edition: Edition, plan: SharedPlan) -> SharedPlan:
    return redact(plan).plan if edition is Edition.CLIENT and isinstance(plan, AccountPlan) else plan
