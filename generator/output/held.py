"""Files that cannot be replaced because someone has them open."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG


class FileLocked(Exception):  # noqa: N818  the name of what happened reads better than an Error
    """The file to write is open elsewhere, as Office keeps what it shows; `path` says which, `owner` what tells so."""

    def __init__(self, path: Path, owner: Path | None = None) -> None:
        super().__init__(str(path))
        self.path = path
        self.owner = owner


def put(draft: Path, path: Path) -> None:
    """Put a draft in the file's place; an open file is `FileLocked`."""
    try:
        draft.replace(path)
    except PermissionError as error:
        raise FileLocked(path) from error


def standing(path: Path) -> bytes | None:
    """Return what the file holds, None when there is none; one that its owner lets nobody read is `FileLocked`.

    A pipe or a device is no file: it holds nothing, and reading it might never end.
    """
    try:
        mode = path.stat().st_mode
        return path.read_bytes() if S_ISREG(mode) or S_ISDIR(mode) else None
    except FileNotFoundError:
        return None
    except PermissionError as error:
        raise FileLocked(path) from error


def owner_file(path: Path) -> Path | None:
    """Return the file that Office or LibreOffice keeps beside a document it shows, None when it shows none.

    Windows refuses to replace an open document and needs no such sign, which a crash of Office leaves behind.
    """
    if os.name == "nt":
        return None
    names = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return next((owner for name in names if (owner := path.with_name(name)).exists()), None)
