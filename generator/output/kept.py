"""What people changed in a document since it was written is kept beside it, under a name of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from generator.output.held import standing
from generator.output.manifest import Manifest


def kept_aside(files: Mapping[Path, bytes], known: Manifest, folder: Path, *, label: str) -> dict[Path, bytes]:
    """Return what replacing these files would lose, by where it goes: ``deck (label).pptx``, then ``deck (label 2)…``.

    A file that nobody knows to be as it was written counts as changed. FileLocked, if one cannot be read.
    """
    held = {path: standing(path) for path, content in files.items() if not known.is_as_written(path, folder)}
    return {
        _free(path, content, label): content
        for path, content in held.items()
        if content is not None and content != files[path]
    }


def _free(path: Path, content: bytes, label: str) -> Path:
    return next(aside for aside in _asides(path, label) if standing(aside) in {None, content})


def _asides(path: Path, label: str) -> Iterator[Path]:
    for number in count(1):
        told = label if number == 1 else f"{label} {number}"
        yield path.with_name(f"{path.stem} ({told}){path.suffix}")
