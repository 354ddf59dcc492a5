"""A file's next content, whole on the disk beside it, so that a rename is all that is left to do."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

_SUFFIX = ".copil-part"
_LONGEST = 80


def draft(path: Path, content: bytes) -> Path:
    """Write the content beside the file and return where; the OSError of a refusal names the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _drafted(path, content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def leftovers(folder: Path) -> tuple[Path, ...]:
    """Return the drafts anywhere in a folder: while nobody writes there, those of a writing that was cut short."""
    return tuple(sorted(path for path in folder.rglob(f".*{_SUFFIX}") if not path.is_dir()))


def is_draft(path: Path) -> bool:
    """Tell whether a file bears the name of a draft."""
    return path.name.startswith(".") and path.suffix == _SUFFIX


def sync_folder(folder: Path) -> None:
    """Put the folder's names on the disk, where the system knows how; Windows does so unasked."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks open a folder and cannot sync it
            os.fsync(handle)
    finally:
        os.close(handle)


def _drafted(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:_LONGEST]}.", suffix=_SUFFIX, dir=path.parent)
    drafted = path.with_name(Path(name).name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        drafted.chmod(_mode(path))
    except OSError:
        drafted.unlink(missing_ok=True)
        raise
    return drafted


def _mode(path: Path) -> int:
    """The permissions of the file replaced, or those any new file gets: a temporary one is private."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
