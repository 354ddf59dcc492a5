"""Paths that lead elsewhere than they say: through a link, out of their folder or into another one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def astray(paths: Iterable[Path], root: Path) -> dict[Path, Path]:
    """Return the highest folders or files on the way to these paths that lead elsewhere, and where to.

    The root itself may be a link; nothing below it may. A path that does not exist yet leads nowhere else.
    """
    led: dict[Path, Path] = {}
    for step in dict.fromkeys(step for path in paths for step in _steps(path, root)):
        if not led.keys() & set(step.parents) and not _is_straight(step, root):
            led[step] = _real(step)
    return led


def twins(one: Path, other: Path) -> bool:
    """Tell whether two paths are one folder or file on the disk."""
    return one.exists() and other.exists() and one.samefile(other)


def _steps(path: Path, root: Path) -> Iterator[Path]:
    parts = path.relative_to(root).parts
    return (root.joinpath(*parts[: n + 1]) for n in range(len(parts)))


def _is_straight(path: Path, root: Path) -> bool:
    """Compare without case: a disk that does not tell it apart answers in its own."""
    said = _real(root).joinpath(path.relative_to(root))
    return not path.is_symlink() and str(said).casefold() == str(_real(path)).casefold()


def _real(path: Path) -> Path:
    """Follow every link; one that turns in a circle leads to itself, where Path.resolve stops with an exception."""
    return Path(os.path.realpath(path))
