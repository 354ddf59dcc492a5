"""An account that was renamed takes its history along, when a person says so: the folder moves whole."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Finding, Place, finding
from generator.history.admission import Admitted, admit, owner_of
from generator.history.ownership import Ownership, ownership_path, read_ownership, to_bytes
from generator.locales.phrase import phrase
from generator.model.account_identity import AccountIdentity, retyped
from generator.output.atomic import write_atomically
from generator.output.links import astray
from generator.output.together import settle
from generator.pipeline.places import Places


def renamed(places: Places, former: str) -> tuple[Finding, ...]:
    """Give the account the one folder of the output that is known under a former name; or say why not (W138).

    Said again, it changes nothing.
    """
    found = dict(_known_as(former, places.output))
    if _is_done(places, former):
        return ()
    others = [folder for folder in found if folder != places.folder]
    if others and places.folder.exists():
        return (_unmoved(former, "occupied", folder=str(places.folder)),)
    if len(found) != 1:
        reason = "several" if found else "unknown"
        return (_unmoved(former, reason, folder=", ".join(map(str, found)) or str(places.output)),)
    (folder,) = found
    return taken_over(folder, places)


def taken_over(folder: Path, places: Places) -> tuple[Finding, ...]:
    """Move a folder to where the account's own is, and write down whose it is now and was before.

    Cut short in between, the folder still says its former name: the same command ends it.
    """
    led = astray((folder,), places.output)
    owned = _owned(folder)
    if led or owned is None:
        return (_unmoved(folder.name, "unknown", folder=str(places.output)),)
    settle(folder)
    if folder != places.folder:
        folder.rename(places.folder)
    write_atomically(ownership_path(places.folder), to_bytes(owned.renamed(places.account)))
    return ()


def _known_as(former: str, output: Path) -> list[tuple[Path, AccountIdentity]]:
    named = [(folder, owner_of(folder)) for folder in sorted(output.glob("*/")) if not folder.is_symlink()]
    return [
        (folder, owner)
        for folder, owner in named
        if owner is not None and (folder.name == former or retyped(owner.client) == retyped(former))
    ]


def _is_done(places: Places, former: str) -> bool:
    admitted = admit(places.folder, places.account)
    if not isinstance(admitted, Admitted):
        return False
    return any(former == one.slug or retyped(former) == retyped(one.client) for one in admitted.owned.formerly)


def _owned(folder: Path) -> Ownership | None:
    owned, owner = read_ownership(folder), owner_of(folder)
    if isinstance(owned, Ownership) or owner is None:
        return owned if isinstance(owned, Ownership) else None
    return Ownership(owner)


def _unmoved(former: str, reason: str, *, folder: str) -> Finding:
    return finding("W138", Place(file=folder), value=former, reason=phrase(f"history.unmoved.{reason}", folder=folder))
