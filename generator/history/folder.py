"""The history of an account on the disk: one snapshot a period and edition, one base a document.

It lies beside the documents, inside no edition.
"""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

from generator.editions.edition import Edition
from generator.history.snapshot import Damage, Damaged, Snapshot, from_bytes
from generator.model.account_identity import AccountIdentity
from generator.model.quarter import Quarter
from generator.output.bounded_json import bounded

_EDITIONS = "|".join(edition.value for edition in Edition)
_NAME = re.compile(rf"(\d{{4}}-T[1-4])\.({_EDITIONS})\.json")
_BASE = re.compile(rf"(\d{{4}}-T[1-4])\.({_EDITIONS})\.([a-z]+)\.base")
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


def base_path(folder: Path, period: Quarter, edition: Edition, kind: str) -> Path:
    """Return where the base of a document goes in a history: ``2026-T3.client.deck.base``."""
    return folder / f"{period}.{edition.value}.{kind}.base"


def base_named(path: Path) -> tuple[str, str, str] | None:
    """Return the period, edition and kind of document that the name of a base says; None for another file."""
    found = _BASE.fullmatch(path.name)
    return None if found is None else (found[1], found[2], found[3])


def bases_in(folder: Path) -> tuple[Path, ...]:
    """Return the bases of a history, by period, then edition and kind; a folder of such a name is none."""
    return tuple(sorted(path for path in folder.glob("*.base") if base_named(path) is not None and path.is_file()))


def bases_gone_by(folder: Path, period: Quarter) -> tuple[Path, ...]:
    """Return the bases that a build of this period makes useless: all but those of the latest period before it."""
    # the sortable name of a quarter sorts in time
    earlier = [path for path in bases_in(folder) if path.name < str(period)]
    latest = earlier[-1].name.partition(".")[0] if earlier else ""
    return tuple(path for path in earlier if path.name.partition(".")[0] != latest)


def latest_before(folder: Path, period: Quarter, edition: Edition) -> Path | None:
    """Return the snapshot of the latest period before this one, of the same edition."""
    known = [path for path in snapshots_in(folder) if path.name.endswith(f".{edition.value}.json")]
    # the sortable name of a quarter sorts in time
    return next((path for path in reversed(known) if path.name < str(period)), None)


def read_snapshot(path: Path) -> Snapshot | Damaged:
    """Read a snapshot from its file; one whose name says another period or edition than its content is a misfit."""
    try:
        found = from_bytes(bounded(path))
    except ValueError:  # a pipe, a device, or more than any build writes
        return Damaged(Damage.UNREADABLE)
    named = _NAME.fullmatch(path.name)
    if named is None or isinstance(found, Damaged):
        return found
    return found if named.groups() == (str(found.period), found.edition.value) else Damaged(Damage.MISFIT)


def set_aside(path: Path) -> Path:
    """Rename a damaged snapshot so that none reads it any more, and return its new path; none is written over."""
    names = (path.with_name(path.name + _DAMAGED + (f"-{n}" if n > 1 else "")) for n in count(1))
    aside = next(name for name in names if not name.exists())
    return path.rename(aside)
