"""How a table goes on over slides: rows by what fits, the header repeated, no row left alone."""

from __future__ import annotations

from collections.abc import Sequence


def paginate(heights_emu: Sequence[int], room_emu: int) -> tuple[range, ...]:
    """The rows of each slide, in order; a row taller than the room gets a slide of its own.

    Slides are evened out: the last one is never a leftover of a row or two when the others could share.
    """
    pages = _greedy(heights_emu, room_emu)
    if len(pages) < 2:
        return pages
    target = -(-len(heights_emu) // len(pages))
    even = tuple(range(at, min(at + target, len(heights_emu))) for at in range(0, len(heights_emu), target))
    fits = all(sum(heights_emu[row] for row in page) <= room_emu for page in even)
    return even if fits and len(even) == len(pages) else _without_orphan(pages, heights_emu, room_emu)


def _greedy(heights: Sequence[int], room: int) -> tuple[range, ...]:
    pages: list[range] = []
    start, used = 0, 0
    for row, height in enumerate(heights):
        if row > start and used + height > room:
            pages.append(range(start, row))
            start, used = row, 0
        used += height
    return (*pages, range(start, len(heights)))


def _without_orphan(pages: tuple[range, ...], heights: Sequence[int], room: int) -> tuple[range, ...]:
    *first, before, last = pages
    if len(last) > 1 or len(before) < 3 or heights[before[-1]] + heights[last[0]] > room:
        return pages
    return (*first, range(before.start, before.stop - 1), range(last.start - 1, last.stop))
