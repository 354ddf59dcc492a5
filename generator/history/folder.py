"""The history of an account on the disk: one snapshot a period and edition, beside the documents, inside no edition."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

from generator.editions.edition import Edition
from generator.history.snapshot import Damage, Damaged, Snapshot, from_bytes
from generator.model.account_identity import AccountIdentity
from generator.model.quarter import Quarter

_EDITIONS = "|".join(edition.value for edition in Edition)
_NAME = re.compile(rf"(\d{{4}}-T[1-4])\.({_EDITIONS})\.json")
_DAMAGED = ".damaged"


def account_folder(output: Path, account: AccountIdentity) -> Path:
    """Return where everything of an account goes: ``<output>/<account>``."""
    return output / account.slug


def history_folder(folder: Path) -> Path:
    """Return where the snapshots in an account's folder are: ``<output>/<account>/history``."""
    return folder / "history"


def path_of(output: Path, account: AccountIdentity, period: Quarter, edition: Edition) -> Path:
    """Return where a snapshot goes: ``<output>/<account>/history/2026-T3.client.json``."""
    return history_folder(account_folder(output, account)) / f"{period}.{edition.value}.json"


def snapshots_in(folder: Path) -> tuple[Path, ...]:
    """Return the snapshots of a history, by period then edition; none when there is no such folder."""
    return tuple(sorted(path for path in folder.glob("*.json") if _NAME.fullmatch(path.name)))


def asides_in(folder: Path) -> tuple[Path, ...]:
    """Return the damaged snapshots of a history that were set aside."""
    return tuple(sorted(folder.glob(f"*.json{_DAMAGED}*")))


def latest_before(folder: Path, period: Quarter, edition: Edition) -> Path | None:
    """Return the snapshot of the latest period before this one, of the same edition."""
    known = [path for path in snapshots_in(folder) if path.name.endswith(f".{edition.value}.json")]
    # the sortable name of a quarter sorts in time
    return next((path for path in reversed(known) if path.name < str(period)), None)


def read_snapshot(path: Path) -> Snapshot | Damaged:
    """Read a snapshot from its file; one whose name says another period or edition than its content is a misfit."""
    found = from_bytes(path.read_bytes())
    named = _NAME.fullmatch(path.name)
    if named is None or isinstance(found, Damaged):
        return found
    return found if named.groups() == (str(found.period), found.edition.value) else Damaged(Damage.MISFIT)


def set_aside(path: Path) -> Path:
    """Rename a damaged snapshot so that none reads it any more, and return its new path; none is written over."""
    names = (path.with_name(path.name + _DAMAGED + (f"-{n}" if n > 1 else "")) for n in count(1))
    aside = next(name for name in names if not name.exists())
    return path.rename(aside)
