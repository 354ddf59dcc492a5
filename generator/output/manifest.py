"""What the builds of a period wrote and what it came from, as a file beside it: the next one knows what has moved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from generator.output.held import standing

_LONGEST_NAME = 255  # what file systems hold


@dataclass(frozen=True)
class Written:
    """A file as it was written: the SHA-256 of what it holds, and the fingerprint of what it came from."""

    sha256: str
    fingerprint: str


@dataclass(frozen=True)
class Source:
    """The workbook that files were written from: its name without the folder, which may move, and its SHA-256."""

    name: str
    sha256: str

    def is_another(self, known: Source) -> bool:
        """Tell whether it is neither the same file saved again nor a copy of the same content."""
        return self.name != known.name and self.sha256 != known.sha256


@dataclass(frozen=True)
class Manifest:
    """The files that were written, by path in the account's folder: those of several builds, which may differ.

    ``workbook`` is what the last of these builds read; None when it is not known.
    """

    files: Mapping[str, Written]
    workbook: Source | None = None

    def is_up_to_date(self, fingerprints: Mapping[Path, str], folder: Path) -> bool:
        """Tell whether files that would come from these stand in the folder already."""
        return all(
            (known := self._known(path, folder)) is not None
            and known.fingerprint == fingerprint
            and self.is_as_written(path, folder)
            for path, fingerprint in fingerprints.items()
        )

    def is_as_written(self, path: Path, folder: Path) -> bool:
        """Tell whether the file holds what was written last: nobody has edited it since. FileLocked, if unreadable."""
        known, content = self._known(path, folder), standing(path)
        return known is not None and content is not None and known.sha256 == _digest(content)

    def plus(
        self, files: Mapping[Path, bytes], fingerprints: Mapping[Path, str], folder: Path, *, workbook: Source
    ) -> Manifest:
        """Return the manifest once these files of a workbook are written as well."""
        written = {
            path.relative_to(folder).as_posix(): Written(_digest(content), fingerprints[path])
            for path, content in files.items()
        }
        return Manifest({**self.files, **written}, workbook if files else self.workbook)

    def _known(self, path: Path, folder: Path) -> Written | None:
        return self.files.get(path.relative_to(folder).as_posix())


def to_bytes(manifest: Manifest) -> bytes:
    """Write a manifest as JSON, the same for the same one."""
    return (json.dumps(asdict(manifest), sort_keys=True, indent=1, ensure_ascii=False) + "\n").encode()


def read_manifest(path: Path) -> Manifest:
    """Read the manifest of a file; a missing or damaged one knows of nothing."""
    try:
        read = json.loads(standing(path) or b"")
        files = {str(name): Written(str(one["sha256"]), str(one["fingerprint"])) for name, one in read["files"].items()}
        return Manifest(files, _source(read.get("workbook")))
    except (ValueError, TypeError, KeyError, AttributeError):
        return Manifest({})


def _source(read: object) -> Source | None:
    match read:
        case {"name": str(name), "sha256": str(digest)} if len(name) <= _LONGEST_NAME:
            return Source(name, digest)
        case _:
            return None


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
