"""Places in pixels: rectangles, and what stands one under the other without touching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def meets(self, other: Area) -> bool:
        """Whether the two share a point inside."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def spread(middles: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """The same middles, moved as little as it takes to stand ``gap`` apart between two limits.

    The highest stays where it is as long as there is room under it; where there is too little in all, the lowest do.
    """
    order = sorted(range(len(middles)), key=lambda at: middles[at])
    placed: list[float] = []
    for at in order:
        placed.append(max(middles[at], placed[-1] + gap if placed else top))
    ceiling = bottom
    for rank in range(len(placed) - 1, -1, -1):
        placed[rank] = min(placed[rank], ceiling)
        ceiling = placed[rank] - gap
    places = dict(zip(order, placed, strict=True))
    return [places[at] for at in range(len(middles))]


def spread_upwards(middles: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Likewise from below: the lowest stays where it is as long as there is room above it."""
    return [-middle for middle in spread([-middle for middle in middles], gap, -bottom, -top)]
