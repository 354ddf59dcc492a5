"""Which workbooks were saved, told by looking at a file or a folder now and then.

Excel writes a temporary file and renames it, keeps a `~$` file beside an open workbook, and takes its time on a network
disk: a workbook counts as saved once it stays the same between two looks and is a whole package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import is_zipfile

_SUFFIXES = (".xlsx", ".xlsm")
_HIDDEN = ("~$", ".")
LONGEST_LOOKS = 6
"""After so many looks at the same file that is no whole package, it is given all the same: a finding will say why."""


@dataclass(frozen=True)
class Stamp:
    """What moves whenever a file is saved."""

    size_bytes: int
    modified_ns: int


@dataclass(frozen=True)
class Seen:
    """A workbook as it was last seen: for how many looks it has been so, and whether it was given since."""

    stamp: Stamp
    looks: int = 1
    is_given: bool = False


def workbooks(target: Path) -> dict[Path, Stamp]:
    """Return the workbooks at a path now: itself, or those right in a folder; none while it is out of reach."""
    try:
        found = sorted(target.iterdir()) if target.is_dir() else [target]
    except OSError:
        return {}
    stamps = {path: _stamp(path) for path in found if _is_workbook(path)}
    return {path: stamp for path, stamp in stamps.items() if stamp is not None}


def saves(
    sights: Iterable[Mapping[Path, Stamp]], *, is_whole: Callable[[Path], bool] = is_zipfile
) -> Iterator[tuple[Path, ...]]:
    """Yield, at each sight, the workbooks saved since they were last given; at first that is all of them.

    A workbook that is missing for a while, as while it is renamed, is remembered.
    """
    seen: dict[Path, Seen] = {}
    for sight in sights:
        seen |= {path: _seen_again(seen.get(path), stamp) for path, stamp in sight.items()}
        due = tuple(path for path in sight if _is_due(path, seen[path], is_whole))
        seen |= {path: Seen(seen[path].stamp, is_given=True) for path in due}
        yield due


def _seen_again(former: Seen | None, stamp: Stamp) -> Seen:
    if former is None or former.stamp != stamp:
        return Seen(stamp)
    return Seen(stamp, former.looks + 1, former.is_given)


def _is_due(path: Path, seen: Seen, is_whole: Callable[[Path], bool]) -> bool:
    if seen.is_given or seen.looks == 1:
        return False
    return seen.looks >= LONGEST_LOOKS or is_whole(path)


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith(_HIDDEN)


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns)
