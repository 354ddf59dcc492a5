"""How rows share a height: how many go on a page, and how tall each becomes."""

from __future__ import annotations

from collections.abc import Sequence


def paginate(heights: Sequence[int], room: int, gap: int = 0) -> tuple[range, ...]:
    """The fewest pages that hold rows of these heights in order, filled as evenly as that number allows.

    A row taller than the room stands alone: what draws it has to shorten it.
    """
    pages = _greedy(heights, room, gap)
    low, high = max(heights, default=0), room
    while high - low > max(1, room // 100):
        middle = (low + high) // 2
        if len(_greedy(heights, middle, gap)) == len(pages):
            high = middle
        else:
            low = middle
    return _greedy(heights, max(high, 0), gap) if len(pages) > 1 else pages


def spread(heights: Sequence[int], room: int, cap: int, gap: int = 0) -> tuple[int, ...]:
    """The rows made as equal as the room allows: the low ones rise to a common height, at most ``cap``."""
    free = room - gap * max(0, len(heights) - 1)
    level, low = max(heights, default=0), min(heights, default=0)
    high = max(cap, low)
    for _ in range(40):
        level = (low + high + 1) // 2
        if sum(max(height, level) for height in heights) <= free:
            low = level
        else:
            high = level - 1
        if low >= high:
            break
    return tuple(max(height, low) for height in heights)


def tops(heights: Sequence[int], start: int, gap: int = 0) -> tuple[int, ...]:
    """Where each row begins, from ``start`` down."""
    places = [start]
    for height in heights:
        places.append(places[-1] + height + gap)
    return tuple(places[:-1])


def _greedy(heights: Sequence[int], room: int, gap: int) -> tuple[range, ...]:
    pages: list[range] = []
    start, used = 0, 0
    for at, height in enumerate(heights):
        if at > start and used + gap + height > room:
            pages.append(range(start, at))
            start, used = at, 0
        used += height + (gap if at > start else 0)
    return (*pages, range(start, len(heights))) if heights else ()
