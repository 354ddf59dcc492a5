"""What a build leaves to the next one: a snapshot of each edition, and what it wrote and from what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.brand.brand import FILE_NAME, default_directory
from generator.editions.edition import Edition
from generator.history import Snapshot, to_bytes
from generator.output.fingerprint import fingerprint, folder_digest, program_digest, program_version
from generator.output.manifest import Manifest, Source, read_manifest
from generator.output.manifest import to_bytes as manifest_bytes
from generator.pipeline.options import BuildOptions, Pages
from generator.pipeline.places import Places
from generator.pipeline.results import DocumentKind
from generator.pipeline.telling import Telling
from generator.plan import can_page


@dataclass(frozen=True)
class Record:
    """A build as the next one may need it: its workbook, and what each of its files comes from.

    ``bases`` is where the base of each document is kept.
    """

    workbook: Source
    fingerprints: Mapping[Path, str]
    bases: Mapping[Path, Path]

    def is_standing(self, places: Places) -> bool:
        """Tell whether all that would be written stands already, from the same and as it was written."""
        known = read_manifest(places.manifest)
        kept = (base for document, base in self.bases.items() if known.has_base(document, places.folder))
        return known.is_up_to_date(self.fingerprints, places.folder) and all(
            known.is_as_written(base, places.folder) for base in kept
        )

    def snapshots(self, told: Mapping[Edition, Telling], places: Places) -> dict[Path, bytes]:
        """Return what each edition told knew, by the path it is kept at."""
        program = program_version()
        known = {
            edition: Snapshot(edition, telling.plan, self.workbook.sha256, program) for edition, telling in told.items()
        }
        return {places.snapshot(edition): to_bytes(snapshot) for edition, snapshot in known.items()}

    def manifest(
        self, known: Manifest, files: Mapping[Path, bytes | None], ids: Mapping[Path, str], places: Places
    ) -> dict[Path, bytes]:
        """Return what says that these files were written, and which were before as ``known``, by its path.

        A base comes from what its document comes from; ``ids`` are those of the bases kept, by document.
        """
        sources = {**self.fingerprints, **{base: self.fingerprints[document] for document, base in self.bases.items()}}
        written = known.plus(files, sources, places.folder, workbook=self.workbook, bases=ids)
        return {places.manifest: manifest_bytes(written)}


def record_of(
    name: str, workbook: bytes, told: Mapping[Edition, Telling], *, options: BuildOptions, places: Places
) -> Record:
    """Return the record of a build about to be made of a workbook, by its file's name and its content."""
    brand = _brand_digest(options.brand or default_directory())
    fingerprints, bases = {}, {}
    for edition, telling in told.items():
        predecessor = telling.former.content
        for kind in (None, *telling.kinds(options.kinds)):
            path = places.snapshot(edition) if kind is None else places.document(kind, edition)
            if kind is not None:
                bases[path] = places.base(kind, edition)
            fingerprints[path] = fingerprint(
                workbook=workbook,
                brand=brand,
                program=program_digest(),
                options=_options(kind, edition, telling, options),
                predecessor=None if kind is None else predecessor,
            )
    return Record(Source(name, sha256(workbook).hexdigest()), fingerprints, bases)


def _brand_digest(folder: Path) -> str:
    """Return the digest of a brand's folder; nothing came of one that is none, and it may be a whole disk."""
    return folder_digest(folder) if (folder / FILE_NAME).is_file() else ""


def _options(kind: DocumentKind | None, edition: Edition, telling: Telling, options: BuildOptions) -> dict[str, str]:
    """Return the options that change a document, or a snapshot when there is no kind."""
    if kind is None:
        return {"edition": edition.value}
    told = {"edition": edition.value, "kind": kind.name, "language": telling.story.language.value}
    told |= {"deck": str(options.deck), "plan": str(options.plan)}
    if kind is not DocumentKind.DECK:
        told |= {"native_charts": str(options.native_charts), "pages": _pages(options)}
    return told


def _pages(options: BuildOptions) -> str:
    """Return whether pages are told: where they are if they can be, LibreOffice come or gone changes the document."""
    if options.pages is not Pages.FOUND:
        return str(options.pages.value)
    return str((Pages.ALWAYS if can_page() else Pages.NEVER).value)
