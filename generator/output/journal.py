"""What is left to do to a set of files, on the disk, so that whoever comes next can finish it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.output.atomic import write_atomically
from generator.output.bounded_json import read_json
from generator.output.drafts import draft, is_draft, sync_folder
from generator.output.held import put

_NAME = ".journal"


@dataclass(frozen=True)
class Move:
    """A draft to put in a file's place, both as paths inside the folder; without a draft the file goes."""

    path: str
    draft: str | None


def moves_to(contents: Mapping[Path, bytes | None], folder: Path) -> tuple[Move, ...]:
    """Draft the contents, None for a file that goes, and return the moves that put them in place."""
    return tuple(
        Move(_inside(path, folder), None if content is None else _inside(draft(path, content), folder))
        for path, content in contents.items()
    )


def journal_path(folder: Path) -> Path:
    """Return where the journal of a folder lies while there is something to finish."""
    return folder / _NAME


def note(folder: Path, moves: Iterable[Move]) -> None:
    """Write down what is to be done, in place of what was: from here on it will be done."""
    listed = [{"path": move.path, "draft": move.draft} for move in moves]
    write_atomically(journal_path(folder), json.dumps(listed, indent=1).encode())
    sync_folder(folder)


def noted(folder: Path) -> tuple[Move, ...]:
    """Return what is left to do; nothing when no journal lies there, or one that cannot be ours."""
    try:
        moves = tuple(Move(entry["path"], entry["draft"]) for entry in read_json(journal_path(folder)))
        return moves if all(_is_ours(move, folder) for move in moves) else ()
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return ()


def carry_out(folder: Path, moves: Iterable[Move]) -> None:
    """Do what is left and strike it off; moves already done are passed over. An open file is `FileLocked`."""
    done = tuple(moves)
    for move in done:
        _carry_out(move, folder)
    for parent in sorted({(folder / move.path).parent for move in done}):
        if parent.is_dir():
            sync_folder(parent)
    journal_path(folder).unlink(missing_ok=True)


def _carry_out(move: Move, folder: Path) -> None:
    path = folder / move.path
    if move.draft is None:
        path.unlink(missing_ok=True)
    elif (folder / move.draft).exists():
        put(folder / move.draft, path)


def _inside(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _is_ours(move: Move, folder: Path) -> bool:
    """Tell a move that a build may have noted: of a draft to a file, both inside the folder."""
    names = [name for name in (move.path, move.draft) if name is not None]
    try:
        are_inside = all((folder / name).resolve().is_relative_to(folder.resolve()) for name in names)
        return are_inside and not (folder / move.path).is_dir() and (move.draft is None or is_draft(Path(move.draft)))
    except (OSError, RuntimeError):  # a name longer than the disk takes, a link that leads to itself
        return False
