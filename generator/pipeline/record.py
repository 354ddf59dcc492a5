"""What a build leaves to the next one: a snapshot of each edition, and what it wrote and from what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.brand.brand import default_directory
from generator.editions.edition import Edition
from generator.history import Snapshot, to_bytes
from generator.output import manifest
from generator.output.fingerprint import fingerprint, folder_digest, program_digest
from generator.output.held import standing
from generator.pipeline.options import BuildOptions
from generator.pipeline.places import Places
from generator.pipeline.telling import Telling


@dataclass(frozen=True)
class Record:
    """A build as the next one may need it: the SHA-256 of its workbook, and the fingerprint of all it came from."""

    workbook_sha256: str
    mark: str

    def is_standing(self, places: Places) -> bool:
        """Tell whether the last build of the period came from the same, and all it wrote stands as it was written."""
        written = standing(places.manifest)
        known = None if written is None else manifest.from_bytes(written)
        return manifest.is_up_to_date(known, self.mark, places.folder)

    def snapshots(self, told: Mapping[Edition, Telling], places: Places) -> dict[Path, bytes]:
        """Return what each edition told knew, by the path it is kept at."""
        program = _program_version()
        known = {
            edition: Snapshot(edition, telling.plan, self.workbook_sha256, program) for edition, telling in told.items()
        }
        return {places.snapshot(edition): to_bytes(snapshot) for edition, snapshot in known.items()}

    def manifest(self, files: Mapping[Path, bytes], places: Places) -> dict[Path, bytes]:
        """Return what says that these files were written, by its path."""
        return {places.manifest: manifest.to_bytes(manifest.manifest_of(self.mark, files, places.folder))}


def record_of(workbook: bytes, told: Mapping[Edition, Telling], options: BuildOptions) -> Record:
    """Return the record of a build about to be made of a workbook's content."""
    languages = {telling.story.language.value for telling in told.values()}
    mark = fingerprint(
        workbook=workbook,
        brand=folder_digest(options.brand or default_directory()),
        program=program_digest(),
        options={
            "editions": " ".join(sorted(edition.value for edition in told)),
            "kinds": " ".join(sorted(kind.name for kind in options.kinds)),
            "language": " ".join(languages),
            "native_charts": str(options.native_charts),
            "pages": str(options.pages),
        },
        predecessor=b"\n".join(told[edition].former.content for edition in Edition if edition in told),
    )
    return Record(sha256(workbook).hexdigest(), mark)


def _program_version() -> str:
    try:
        return version("copil")
    except PackageNotFoundError:
        return ""
