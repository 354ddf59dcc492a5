"""Writing a file all or nothing: a reader never sees half of it, and a failed build leaves the former one."""

import os
import tempfile
from pathlib import Path


class FileLocked(Exception):  # noqa: N818  the name of what happened reads better than an Error
    """The file to write is open elsewhere, as Office keeps what it shows; `path` says which."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def write_atomically(path: Path, content: bytes) -> None:
    """Write the bytes beside the file, then put them in its place; an open file is `FileLocked`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(_mode(path))
        draft.replace(path)
    except PermissionError as error:
        raise FileLocked(path) from error
    finally:
        draft.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The permissions of the file replaced, or those any new file gets: a temporary one is private."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
