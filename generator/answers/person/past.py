"""The history of an account read to be searched, and cleaned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Findings
from generator.edits.base import Base, read_base
from generator.history import Snapshot
from generator.history.admission import Admitted
from generator.history.folder import asides_in, bases_in, history_folder, read_snapshot, snapshots_in
from generator.history.predecessor import foreign
from generator.model.account_identity import identity_of
from generator.model.plan import AccountPlan
from generator.pipeline.admission import admission
from generator.pipeline.places import Places


@dataclass(frozen=True)
class History:
    """The folder of an account: its snapshots, the bases of its documents, and the damaged ones, set aside or not."""

    folder: Path
    snapshots: Mapping[Path, Snapshot] = field(default_factory=dict)
    bases: Mapping[Path, Base] = field(default_factory=dict)
    unreadable: tuple[Path, ...] = ()


def read_history(output: Path, plan: AccountPlan) -> History | Findings:
    """Read the history of a plan's account in an output folder; the findings when something there is another's."""
    admitted = admission(Places(output, identity_of(plan.account), plan.period))
    if not isinstance(admitted, Admitted):
        return Findings.of(admitted)
    folder = history_folder(admitted.folder)
    read = {path: read_snapshot(path) for path in snapshots_in(folder)}
    sound = {path: found for path, found in read.items() if isinstance(found, Snapshot)}
    kept = {path: read_base(path) for path in bases_in(folder)}
    bases = {path: found for path, found in kept.items() if isinstance(found, Base)}
    known = [(path, identity_of(found.plan.account)) for path, found in sound.items()]
    known += [(path, base.account) for path, base in bases.items()]
    strangers = [one for path, account in known if (one := foreign(account, admitted.owned, path.name))]
    if strangers:
        return Findings.of(strangers)
    damaged = (*(path for path in read if path not in sound), *(path for path in kept if path not in bases))
    return History(folder, sound, bases, (*damaged, *asides_in(folder)))
