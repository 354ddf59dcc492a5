"""Writing the files of an account together: all of them or none, whatever happens, and one build at a time.

The new contents are drafted first, then noted in a journal, then renamed. A build killed before the note leaves the
former files and some drafts, which the next one sweeps; one killed after it is finished by the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.output.drafts import leftovers
from generator.output.held import FileLocked, owner_file, standing
from generator.output.journal import carry_out, journal_path, moves_to, note, noted

_LOCK = ".lock"
_FOR_ALL = 0o666  # who may write in the folder may lock it, whoever locked it first
PATIENCE_SECONDS = 10.0


class FolderBusy(Exception):  # noqa: N818  the name of what happened reads better than an Error
    """Another build has been writing in the folder for longer than one waits; `path` says which."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True)
class Written:
    """The files that got another content, and those that held theirs already and were left as they are."""

    changed: tuple[Path, ...]
    unchanged: tuple[Path, ...]


def write_together(files: Mapping[Path, bytes | None], folder: Path, *, patience: float = PATIENCE_SECONDS) -> Written:
    """Write files that all lie inside a folder, all or none, and finish what a killed build left there.

    A file without content goes.

    `patience` is how many seconds another build is waited for. FolderBusy, FileLocked, or the OSError of the disk.
    """
    with alone_in(folder, patience=patience):
        return replace_all(files, folder)


@contextmanager
def alone_in(folder: Path, *, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Keep other builds out of a folder, which is made if need be, once what a killed one left there is finished."""
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder, patience):
        _settle(folder)
        yield


def replace_all(files: Mapping[Path, bytes | None], folder: Path) -> Written:
    """Do what `write_together` does, inside an `alone_in` of one's own; a file without content goes."""
    former = {path: standing(path) for path in files}
    changed = {path: content for path, content in files.items() if content != former[path]}
    _replace(changed, former, folder)
    return Written(tuple(changed), tuple(path for path in files if path not in changed))


def settle(folder: Path, *, patience: float = PATIENCE_SECONDS) -> None:
    """Finish what a killed build left in a folder, or sweep it; nothing is touched where none was killed."""
    if journal_path(folder).exists() or leftovers(folder):
        with _locked(folder, patience):
            _settle(folder)


@contextmanager
def _locked(folder: Path, patience: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(folder / _LOCK, timeout=patience, mode=_FOR_ALL)
    try:
        lock.acquire()
    except Timeout as error:
        raise FolderBusy(folder) from error
    try:
        yield
    finally:
        lock.release()


def _settle(folder: Path) -> None:
    carry_out(folder, noted(folder))
    _sweep(folder)


def _sweep(folder: Path) -> None:
    for left in leftovers(folder):
        left.unlink(missing_ok=True)


def _replace(contents: Mapping[Path, bytes | None], former: Mapping[Path, bytes | None], folder: Path) -> None:
    _refuse_open(contents)
    if not contents:
        return
    try:
        moves = moves_to(contents, folder)
        note(folder, moves)
    except OSError:
        _sweep(folder)
        raise
    try:
        carry_out(folder, moves)
    except (OSError, FileLocked):
        with suppress(OSError, FileLocked):  # what cannot be put back now is finished by the next build
            _put_back({path: former[path] for path in contents}, folder)
        raise


def _refuse_open(paths: Iterable[Path]) -> None:
    for path in paths:
        if (owner := owner_file(path)) is not None:
            raise FileLocked(path, owner)


def _put_back(former: Mapping[Path, bytes | None], folder: Path) -> None:
    """Replace the journal by its contrary, then carry that out."""
    moves = moves_to({path: content for path, content in former.items() if standing(path) != content}, folder)
    note(folder, moves)
    carry_out(folder, moves)
    _sweep(folder)
