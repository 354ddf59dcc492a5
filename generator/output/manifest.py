"""What the builds of a period wrote and what it came from, as a file beside it: the next one knows what has moved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.output.bounded_json import read_json
from generator.output.held import FileLocked, standing

_LONGEST_NAME = 255  # what file systems hold


@dataclass(frozen=True)
class Written:
    """A file as it was written: the SHA-256 of what it holds, and the fingerprint of what it came from.

    ``base`` is the id of the base that a document was kept with; None for another file, and for one kept without.
    """

    sha256: str
    fingerprint: str
    base: str | None = None


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

    def has_base(self, path: Path, folder: Path) -> bool:
        """Tell whether a document was kept with its base."""
        known = self._known(path, folder)
        return known is not None and known.base is not None

    def plus(
        self,
        files: Mapping[Path, bytes | None],
        fingerprints: Mapping[Path, str],
        folder: Path,
        *,
        workbook: Source,
        bases: Mapping[Path, str] | None = None,
    ) -> Manifest:
        """Return the manifest once these files of a workbook are written as well, or gone where there is no content.

        ``bases`` are the ids of the bases that documents are kept with, by document.
        """
        known = dict(self.files)
        for path, content in files.items():
            name = path.relative_to(folder).as_posix()
            if content is None:
                known.pop(name, None)
            else:
                known[name] = Written(_digest(content), fingerprints[path], (bases or {}).get(path))
        return Manifest(known, workbook if files else self.workbook)

    def _known(self, path: Path, folder: Path) -> Written | None:
        return self.files.get(path.relative_to(folder).as_posix())


def to_bytes(manifest: Manifest) -> bytes:
    """Write a manifest as JSON, the same for the same one."""
    return (json.dumps(asdict(manifest), sort_keys=True, indent=1, ensure_ascii=False) + "\n").encode()


def read_manifest(path: Path) -> Manifest:
    """Read the manifest of a file; a missing or damaged one knows of nothing. FileLocked, if unreadable."""
    try:
        read = read_json(path)
        files = {str(name): _written(one) for name, one in read["files"].items()}
        source = _source(read.get("workbook"))
        to_bytes(Manifest(files, source))  # half a character can be read and not be written
        return Manifest(files, source)
    except PermissionError as error:
        raise FileLocked(path) from error
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
        return Manifest({})


def _written(read: Any) -> Written:
    base = read.get("base")
    return Written(str(read["sha256"]), str(read["fingerprint"]), None if base is None else str(base))


def _source(read: object) -> Source | None:
    match read:
        case {"name": str(name), "sha256": str(digest)} if len(name) <= _LONGEST_NAME:
            return Source(name, digest)
        case _:
            return None


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
