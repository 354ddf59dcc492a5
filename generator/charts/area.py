"""Places in pixels: rectangles, and what stands one under the other without touching."""

from __future__ import annotations

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


def spread(middles: list[float], gap: float, top: float, bottom: float) -> list[float]:
    """The same middles, in order, moved as little as it takes to stand ``gap`` apart between two limits."""
    order = sorted(range(len(middles)), key=lambda at: middles[at])
    placed = [middles[at] for at in order]
    for at in range(1, len(placed)):
        placed[at] = max(placed[at], placed[at - 1] + gap)
    overflow = max(0.0, placed[-1] - bottom) if placed else 0.0
    if overflow:
        placed[-1] -= overflow
        for at in range(len(placed) - 2, -1, -1):
            placed[at] = max(top, min(placed[at], placed[at + 1] - gap))
    result = [0.0] * len(middles)
    for place, at in zip(placed, order, strict=True):
        result[at] = place
    return result
