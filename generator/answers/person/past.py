"""The history of an account read to be searched, and cleaned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Findings
from generator.history import Snapshot
from generator.history.admission import Admitted
from generator.history.folder import asides_in, history_folder, read_snapshot, snapshots_in
from generator.history.predecessor import foreign
from generator.model.account_identity import identity_of
from generator.model.plan import AccountPlan
from generator.pipeline.admission import admission
from generator.pipeline.places import Places


@dataclass(frozen=True)
class History:
    """The folder of an account: its snapshots, and the damaged ones, set aside or not."""

    folder: Path
    snapshots: Mapping[Path, Snapshot] = field(default_factory=dict)
    unreadable: tuple[Path, ...] = ()


def read_history(output: Path, plan: AccountPlan) -> History | Findings:
    """Read the history of a plan's account in an output folder; the findings when something there is another's."""
    admitted = admission(Places(output, identity_of(plan.account), plan.period))
    if not isinstance(admitted, Admitted):
        return Findings.of(admitted)
    folder = history_folder(admitted.folder)
    read = {path: read_snapshot(path) for path in snapshots_in(folder)}
    sound = {path: found for path, found in read.items() if isinstance(found, Snapshot)}
    known = ((path, identity_of(found.plan.account)) for path, found in sound.items())
    strangers = [one for path, account in known if (one := foreign(account, admitted.owned, path.name))]
    if strangers:
        return Findings.of(strangers)
    damaged = tuple(path for path in read if path not in sound)
    return History(folder, sound, (*damaged, *asides_in(folder)))
