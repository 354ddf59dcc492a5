"""Before anything of an account's folder is read or written: it is where it says, and it is the account's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Finding, Place, finding
from generator.editions.edition import Edition
from generator.history.admission import Admitted, admit, early_folder, elsewhere
from generator.history.ownership import ownership_path, to_bytes
from generator.locales.phrase import phrase
from generator.output.atomic import write_atomically
from generator.output.held import standing
from generator.output.links import astray, twins
from generator.output.together import settle
from generator.pipeline.places import Places
from generator.pipeline.renaming import renamed, taken_over
from generator.pipeline.results import DocumentKind

Refused = tuple[Finding, ...]
"""Why an account is not let into its folder: one finding at least."""


def admission(places: Places, renamed_from: str | None = None) -> Admitted | Refused:
    """Let an account into its folder, once what a killed build left there is finished; or say why not.

    ``renamed_from`` is the client's name, or the folder's, that the account's history is kept under.
    """
    met = tuple(_strays(places)) or _moved(places, renamed_from) or tuple(_strays(places))
    if met:
        return met
    admitted = admit(places.folder, places.account)
    if isinstance(admitted, Admitted):
        settle(places.folder)
        admitted = admit(places.folder, places.account)  # what was settled may be another's
    return admitted if isinstance(admitted, Admitted) else (admitted,)


def claim(admitted: Admitted, places: Places) -> None:
    """Write down whose folder it is, as its workbook spells it today; nothing is touched when it says so already."""
    owned = to_bytes(replace(admitted.owned, account=places.account))
    path = ownership_path(admitted.folder)
    if standing(path) != owned:
        write_atomically(path, owned)


def _moved(places: Places, renamed_from: str | None) -> Refused:
    """Bring the account's history under its folder's name of today; or say why that cannot be."""
    if renamed_from is not None:
        return renamed(places, renamed_from)
    if places.folder.exists():
        return ()
    early = early_folder(places.output, places.account)
    for folder, owner in elsewhere(places.output, places.account):
        if not owner.is_written_as(places.account):
            return (finding("W139", Place(file=str(folder)), other=owner.told, own=places.account.told),)
        if folder == early:
            return taken_over(folder, places)
    return ()


def _strays(places: Places) -> Iterator[Finding]:
    led = astray(places.all, places.output)
    for path, target in led.items():
        yield finding("W135", Place(file=str(path)), reason=phrase("history.astray.link", target=str(target)))
    if not led:
        yield from _shared(places)


def _shared(places: Places) -> Iterator[Finding]:
    """Tell what both editions would be written to."""
    pairs = [tuple(map(places.edition, Edition))]
    pairs += [tuple(places.document(kind, edition) for edition in Edition) for kind in DocumentKind]
    for one, other in pairs:
        if twins(one, other):
            yield finding("W135", Place(file=str(other)), reason=phrase("history.astray.twin", other=str(one)))
            return
