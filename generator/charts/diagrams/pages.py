"""The parts of a diagram that goes on over several drawings."""

from __future__ import annotations

from collections.abc import Sequence

from generator.brand import Box
from generator.charts.canvas import Connector, Drawing, Line, Mark, Shape
from generator.ooxml.identity import continued


def drawings(key: str, box: Box, alt: str, pages: Sequence[Sequence[Mark]]) -> tuple[Drawing, ...]:
    """One drawing a page; each takes from the box the height that its marks need, and several tell their own words."""
    parts = len(pages)
    return tuple(
        Drawing(
            continued(key, part), _used(box, marks), tuple(marks), alt if parts == 1 else _words(marks), part, parts
        )
        for part, marks in enumerate(pages, start=1)
    )


def bottom_of(marks: Sequence[Mark]) -> int:
    """Where the lowest mark ends; 0 without marks."""
    return max((_bottom(mark) for mark in marks), default=0)


def _words(marks: Sequence[Mark]) -> str:
    """What the marks say, in order."""
    bodies = (mark.text for mark in marks if isinstance(mark, Shape) and mark.text is not None)
    lines = ("".join(run.text for run in line.runs).strip() for body in bodies for line in body.paragraphs)
    return " · ".join(line for line in lines if line)


def _bottom(mark: Mark) -> int:
    match mark:
        case Shape():
            return mark.box.bottom_emu
        case Line():
            return max(mark.y1_emu, mark.y2_emu)
        case Connector():
            return 0


def _used(box: Box, marks: Sequence[Mark]) -> Box:
    return Box(box.left_emu, box.top_emu, box.width_emu, max(1, bottom_of(marks) - box.top_emu))
