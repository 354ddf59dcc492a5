"""Whose folder it is, asked before anything in it is read or written: another account's is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Finding, Place, finding
from generator.editions.edition import Edition
from generator.history.folder import account_folder, history_folder, read_snapshot, snapshots_in
from generator.history.ownership import Ownership, Unowned, ownership_path, read_ownership
from generator.history.snapshot import Snapshot
from generator.locales.phrase import phrase
from generator.locales.slug import early_slug
from generator.model.account_identity import AccountIdentity, identity_of


@dataclass(frozen=True)
class Admitted:
    """A folder that an account may use: as far as is known, all in it is the account's own."""

    folder: Path
    owned: Ownership


def admit(folder: Path, account: AccountIdentity) -> Admitted | Finding:
    """Let an account into a folder, or refuse it with W134 or W137.

    A folder without ``account.json`` is that of the account its snapshots name; of their content nothing else is used.
    """
    owned = read_ownership(folder)
    match owned:
        case Unowned():
            reason = phrase(f"history.unowned.{owned.value}")
            return finding("W137", Place(file=str(ownership_path(folder))), reason=reason)
        case Ownership() if owned.account.is_written_as(account):
            return Admitted(folder, owned)
        case Ownership():
            return _refused(folder, owned.account, account)
        case None:
            others = (snapshot for snapshot in _snapshots(folder) if not _may_be(snapshot, account))
            other = next(others, None)
            if other is not None:
                return _refused(folder, identity_of(other.plan.account), account)
            return Admitted(folder, Ownership(account))


def owner_of(folder: Path) -> AccountIdentity | None:
    """Return the one account that a folder says it is of; None when it names none, or several."""
    owned = read_ownership(folder)
    if isinstance(owned, Ownership):
        return owned.account
    named = [identity_of(snapshot.plan.account) for snapshot in _snapshots(folder)] if owned is None else []
    coded = next((one for one in named if one.code), named[0] if named else None)
    return coded if coded is not None and all(one.is_same(coded) for one in named) else None


def early_folder(output: Path, account: AccountIdentity) -> Path:
    """Return where a first version kept the account, under a name that other accounts may have had too."""
    return output / early_slug(account.client)


def elsewhere(output: Path, account: AccountIdentity) -> Iterator[tuple[Path, AccountIdentity]]:
    """Yield the other folders that say they are of the account, and how each of them names it: it was renamed."""
    own, early = account_folder(output, account), early_folder(output, account)
    folders = sorted(output.glob("*/")) if account.code else [early] if early.is_dir() else []
    for folder in folders:
        owner = None if folder in {own, own.parent} or folder.is_symlink() else _owner_in_brief(folder, early)
        if owner is not None and owner.is_same(account):
            yield folder, owner


def _owner_in_brief(folder: Path, early: Path) -> AccountIdentity | None:
    """Ask the snapshots of one folder only: there may be thousands of folders."""
    return owner_of(folder) if folder == early or ownership_path(folder).exists() else None


def _snapshots(folder: Path) -> Iterator[Snapshot]:
    read = (read_snapshot(path) for path in snapshots_in(history_folder(folder)))
    return (snapshot for snapshot in read if isinstance(snapshot, Snapshot))


def _may_be(snapshot: Snapshot, account: AccountIdentity) -> bool:
    known = identity_of(snapshot.plan.account)
    return known.is_same(account) if snapshot.edition is Edition.CLIENT else known.is_written_as(account)


def _refused(folder: Path, other: AccountIdentity, own: AccountIdentity) -> Finding:
    return finding("W134", Place(file=str(folder)), other=other.told, own=own.told)
