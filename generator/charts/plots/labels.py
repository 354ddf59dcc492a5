"""Value labels beside the points of a line: above or below, never on one another, the telling ones first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from generator.charts.area import Area
from generator.charts.plots.chart import PointLabel
from generator.charts.sketch import Look, Sketch

_ABOVE = -15.0
_BELOW = 16.0
_CLEAR = 2.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that belongs to a point; ``rank`` 0 is placed first."""

    label: PointLabel
    point: Point
    rank: int

    @property
    def look(self) -> Look:
        """How it is set."""
        return Look(self.label.size_pt, self.label.colour, is_bold=self.label.is_bold)


def place_labels(
    sketch: Sketch, labels: Iterable[Wanted], paths: list[list[Point]], taken: list[Area], limits: Area
) -> None:
    """Lay the labels down by rank; one that finds no free place is left out: the table or the next point says it."""
    for wanted in sorted(labels, key=lambda one: one.rank):
        middle = _free_middle(sketch, wanted, paths, taken, limits)
        if middle is not None:
            taken.append(sketch.label(wanted.label.text, wanted.look, _kept_inside(sketch, wanted, limits), middle))


def ranked(values: list[float | None]) -> list[int]:
    """The rank of each point: last, first, highest, lowest, then the others from the latest on."""
    known = [at for at, value in enumerate(values) if value is not None]
    by_value = sorted(known, key=lambda at: (values[at], -at))
    telling = [*known[-1:], *known[:1], *by_value[-1:], *by_value[:1], *reversed(known)]
    order = list(dict.fromkeys(telling))
    return [order.index(at) if at in order else len(values) for at in range(len(values))]


def _free_middle(
    sketch: Sketch, wanted: Wanted, paths: list[list[Point]], taken: list[Area], limits: Area
) -> float | None:
    x = _kept_inside(sketch, wanted, limits)
    free = []
    for offset in (_ABOVE, _BELOW):
        middle = wanted.point[1] + offset * max(1.0, wanted.look.size_pt / 11)
        area = sketch.label_area(wanted.label.text, wanted.look, x, middle)
        if limits.top <= area.top and area.bottom <= limits.bottom and not any(area.meets(other) for other in taken):
            free.append((sum(_crosses(area, path) for path in paths), offset != _ABOVE, middle))
    return min(free)[2] if free else None


def _kept_inside(sketch: Sketch, wanted: Wanted, limits: Area) -> float:
    half = sketch.text_width(wanted.label.text, wanted.look) / 2
    return min(max(wanted.point[0], limits.left + half), limits.right - half)


def _crosses(area: Area, path: list[Point]) -> bool:
    grown = Area(area.left - _CLEAR, area.top, area.right + _CLEAR, area.bottom)
    return any(_enters(start, end, grown) for start, end in pairwise(path))


def _enters(start: Point, end: Point, area: Area) -> bool:
    """Whether a segment passes through an area: the part of it between the area's sides, seen from the side."""
    left, right = max(min(start[0], end[0]), area.left), min(max(start[0], end[0]), area.right)
    if left > right:
        return False
    slope = (end[1] - start[1]) / (end[0] - start[0]) if end[0] != start[0] else 0.0
    heights = sorted(start[1] + slope * (x - start[0]) for x in (left, right))
    return heights[0] < area.bottom and heights[1] > area.top
