"""Writing a file all or nothing: a reader never sees half of it, and a failed build leaves the former one."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


class FileLocked(Exception):  # noqa: N818  the name of what happened reads better than an Error
    """The file to write is open elsewhere, as Office keeps what it shows; `path` says which."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def write_atomically(path: Path, content: bytes) -> None:
    """Write the bytes beside the file, then put them in its place; an open file is `FileLocked`."""
    write_together({path: content})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write several files, all or none: when one cannot be put in its place, those already replaced come back."""
    drafts: dict[Path, Path] = {}
    former: dict[Path, bytes | None] = {}
    path = Path()
    try:
        for path, content in files.items():
            drafts[path] = _drafted(path, content)
        for path, draft in drafts.items():
            former[path] = path.read_bytes() if path.exists() else None
            draft.replace(path)
    except OSError as error:
        former.pop(path, None)
        _put_back(former)
        if isinstance(error, PermissionError):
            raise FileLocked(path) from error
        raise
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _drafted(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(_mode(path))
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _put_back(former: Mapping[Path, bytes | None]) -> None:
    for path, content in former.items():
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)


def _mode(path: Path) -> int:
    """The permissions of the file replaced, or those any new file gets: a temporary one is private."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
