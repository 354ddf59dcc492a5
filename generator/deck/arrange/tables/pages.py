"""How a table goes on over slides: rows by what fits, the header repeated, few rows never left alone."""

from __future__ import annotations

from collections.abc import Sequence

_FEWEST = 4
"""Rows that a slide holds at least, where the one before it can spare them."""


def paginate(heights_emu: Sequence[int], room_emu: int) -> tuple[range, ...]:
    """The rows of each slide, in order; a row taller than the room gets a slide of its own.

    Each slide is full before the next begins; the last takes rows along from the one before rather than hold few.
    """
    pages = _greedy(heights_emu, room_emu)
    return pages if len(pages) < 2 else _without_few(pages, heights_emu, room_emu)


def _greedy(heights: Sequence[int], room: int) -> tuple[range, ...]:
    pages: list[range] = []
    start, used = 0, 0
    for row, height in enumerate(heights):
        if row > start and used + height > room:
            pages.append(range(start, row))
            start, used = row, 0
        used += height
    return (*pages, range(start, len(heights)))


def _without_few(pages: tuple[range, ...], heights: Sequence[int], room: int) -> tuple[range, ...]:
    *first, before, last = pages
    while len(last) < min(_FEWEST, len(before) - 1) and sum(heights[before[-1] : last.stop]) <= room:
        before, last = range(before.start, before.stop - 1), range(last.start - 1, last.stop)
    return (*first, before, last)
