"""Merged cells: what stands in the first one holds for each row that the area covers."""

from __future__ import annotations

from collections.abc import Iterable

from generator.workbook.raw import RawCell
from generator.workbook.xlsx.cells import Cells

_TALLEST = 1_000
_MOST_FILLED = 100_000


def filled_down(cells: Cells, merges: Iterable[tuple[int, int, int, int]]) -> Cells:
    """Return the cells with the value of each merged area in its first column, on every row it covers.

    So a heading merged over two rows is found on the lower one, and an entity merged over its lines counts for each.
    """
    filled = dict(cells)
    left_to_fill = _MOST_FILLED
    for top, left, bottom, _ in merges:
        first = cells.get((top, left))
        height = bottom - top
        if first is None or not 0 < height <= min(_TALLEST, left_to_fill):
            continue
        left_to_fill -= height
        for row in range(top + 1, bottom + 1):
            filled.setdefault((row, left), RawCell(first.sheet, row, left, first.value, first.face))
    return filled
