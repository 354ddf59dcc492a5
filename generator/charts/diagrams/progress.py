"""A progress bar from baseline to target, with the tick of what was expected to date."""

from __future__ import annotations

from decimal import Decimal

from generator.brand import Box
from generator.charts.canvas import Line, Mark
from generator.charts.diagrams.pen import Pen, px
from generator.story.blocks.progress import Progress

_TICK_OVERHANG = px(5)


def clamped(share: Decimal) -> Decimal:
    """A share as a bar can show it, from 0 to 1."""
    return min(max(share, Decimal(0)), Decimal(1))


def reach(share: Decimal | None, box: Box) -> int:
    """Where a share of the way ends on the bar, in EMU from the slide's left."""
    return box.left_emu + (0 if share is None else int(box.width_emu * clamped(share)))


def progress_marks(pen: Pen, key: str, progress: Progress, box: Box) -> tuple[Mark, ...]:
    """Track, fill and tick within the box, the tick overhanging a little above and below."""
    marks: list[Mark] = [pen.fill(f"{key}/track", box, "rule")]
    end = reach(progress.share, box)
    if end > box.left_emu:
        marks.append(
            pen.fill(f"{key}/done", Box(box.left_emu, box.top_emu, end - box.left_emu, box.height_emu), "message")
        )
    if progress.expected is not None:
        at = reach(progress.expected, box)
        top, bottom = box.top_emu - _TICK_OVERHANG, box.bottom_emu + _TICK_OVERHANG
        marks.append(Line(f"{key}/expected", at, top, at, bottom, pen.colour("ink"), 1.5))
    return tuple(marks)
