"""Cells that stand together on a sheet, as a person sees them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.workbook.coordinates import coordinate
from generator.workbook.raw import RawCell

_MOST = 12

Block = tuple[RawCell, ...]


def blocks(cells: Iterable[RawCell]) -> list[Block]:
    """Return the groups of touching cells in the order of reading; beyond a dozen the others are one group."""
    left = {(cell.row, cell.column): cell for cell in cells}
    found: list[Block] = []
    while left:
        if len(found) == _MOST - 1:
            return [*found, tuple(left.values())]
        found.append(tuple(sorted(_touching(left), key=lambda cell: (cell.row, cell.column))))
    return found


def _touching(left: dict[tuple[int, int], RawCell]) -> list[RawCell]:
    """Take the first cell out, and all that it touches directly or through others."""
    first = next(iter(left))
    group, reached = [left.pop(first)], [first]
    while reached:
        row, column = reached.pop()
        around = [(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)]
        for at in around:
            if at in left:
                group.append(left.pop(at))
                reached.append(at)
    return group


def extent(cells: Iterable[RawCell]) -> str:
    """Return the range that cells take, such as `B6:H8`."""
    rows, columns = zip(*((cell.row, cell.column) for cell in cells), strict=True)
    first, last = coordinate(min(rows), min(columns)), coordinate(max(rows), max(columns))
    return first if first == last else f"{first}:{last}"
