"""What a build's files come from, as one short text: while it is the same, the files need no new build."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import split

_PACKAGE = Path(__file__).parents[1]


def fingerprint(
    *, workbook: bytes, brand: str, program: str, options: Mapping[str, str], predecessor: bytes | None
) -> str:
    """Return the SHA-256 of all that decides on a build's bytes.

    `brand` is the `folder_digest` of its folder, `program` comes from `program_digest`, `options` are those that
    change a document, under their names.
    """
    parts = {
        "workbook": _digest(workbook),
        "brand": brand,
        "program": program,
        "options": dict(options),
        "predecessor": None if predecessor is None else _digest(predecessor),
    }
    return _digest(json.dumps(parts, sort_keys=True).encode())


def folder_digest(folder: Path) -> str:
    """Return the SHA-256 of a folder's files, their names with their bytes; what Python compiles is left out."""
    files = {
        path.relative_to(folder).as_posix(): _file_digest(path)
        for path in folder.rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    return _digest(json.dumps(files, sort_keys=True).encode())


@cache
def program_digest() -> str:
    """Return the SHA-256 of the program: its own files, for a checkout moves under one version, and its libraries."""
    return _digest(json.dumps([folder_digest(_PACKAGE), _libraries()]).encode())


def program_version() -> str:
    """Return the version of the program; empty where it runs without being installed."""
    try:
        return version("copil")
    except PackageNotFoundError:
        return ""


def _libraries() -> list[str]:
    try:
        needed = [requirement for requirement in requires("copil") or () if "extra ==" not in requirement]
        return sorted(f"{name} {version(name)}" for name in (split(r"[^\w.-]", line)[0] for line in needed))
    except PackageNotFoundError:
        return []


def _file_digest(path: Path) -> str:
    """The digest of a file read a little at a time, however large it is."""
    with path.open("rb") as stream:
        return file_digest(stream, sha256).hexdigest()


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
