"""The plan that the documents are compared with: what an earlier build knew, or a former workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Finding, Findings
from generator.editions import redact
from generator.editions.edition import Edition
from generator.editions.internal_names import unsayable
from generator.history import Damaged, Snapshot
from generator.history.discretion import told_today
from generator.history.folder import latest_before, read_snapshot, set_aside
from generator.history.ownership import Ownership
from generator.history.predecessor import are_comparable, damaged, doubts, foreign
from generator.model.account_identity import identity_of
from generator.model.plan import AccountPlan, SharedPlan
from generator.pipeline.options import Since
from generator.pipeline.places import Places
from generator.pipeline.sides import blocking, opened_side


@dataclass(frozen=True)
class Former:
    """A former plan as an edition may see it, None when there is none, and what is doubtful about it.

    Errors among the findings say that what was asked for cannot be read, or is another account's. ``is_public`` tells a
    plan that the client has received from one that is only told as the client may read it today.
    """

    plan: SharedPlan | None = None
    content: bytes = b""
    findings: tuple[Finding, ...] = ()
    is_public: bool = False


@dataclass(frozen=True)
class Current:
    """The plan at hand: the whole of it, what the client may see, and whose it is."""

    plan: AccountPlan
    shared: SharedPlan
    owned: Ownership

    def seen_by(self, edition: Edition, former: SharedPlan) -> SharedPlan:
        """Return what an edition may be told today of a former plan; neither's words that must not be said are said."""
        if edition is not Edition.CLIENT:
            return former
        whole = [plan for plan in (self.plan, former) if isinstance(plan, AccountPlan)]
        seen = redact(former).plan if isinstance(former, AccountPlan) else former
        return told_today(seen, self.shared, unsayable(*whole))


def former_of(edition: Edition, current: Current, since: Since | Path, places: Places) -> Former:
    """Return what an edition is compared with.

    A damaged snapshot of the history is set aside, and the one before serves. OSError when a file that was asked for
    cannot be read.
    """
    match since:
        case Since.NONE:
            return Former()
        case Since.AUTO:
            return _latest(edition, current, places)
        case Path():
            return _given(edition, current, since)


def _latest(edition: Edition, current: Current, places: Places) -> Former:
    findings: list[Finding] = []
    for path in _candidates(edition, places):
        match read_snapshot(path):
            case Snapshot() as found if stranger := foreign(identity_of(found.plan.account), current.owned, path.name):
                return Former(findings=(*findings, stranger))
            case Snapshot() as found if not are_comparable(found.plan, current.plan):
                return Former(findings=(*findings, *doubts(found.plan, current.plan, path.name)))
            case Snapshot() as found:
                is_public = found.edition is Edition.CLIENT
                return Former(current.seen_by(edition, found.plan), path.read_bytes(), tuple(findings), is_public)
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


def _given(edition: Edition, current: Current, path: Path) -> Former:
    opened = opened_side(path)
    if isinstance(opened, Findings):
        return Former(findings=tuple(opened))
    if stranger := foreign(opened.account, current.owned, path.name):
        return Former(findings=(stranger,))
    found = opened.read()
    if isinstance(found, Findings):
        return Former(findings=tuple(found))
    met = doubts(found.plan, current.plan, path.name)
    if not are_comparable(found.plan, current.plan):
        return Former(findings=tuple(blocking(one) for one in met))
    is_public = not isinstance(found.plan, AccountPlan)
    return Former(current.seen_by(edition, found.plan), path.read_bytes(), met, is_public)
