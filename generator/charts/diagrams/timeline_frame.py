"""The columns of a timeline and its header: what runs and what it weighs, then years and quarters to scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.brand import Box
from generator.charts.canvas import Anchor, Mark
from generator.charts.diagrams.pen import Pen, Scale, px
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import Period, Timeline

HEAD = px(38)
_LINE = px(18)
_GAP = px(16)
_MOST_TITLE = 24  # hundredths of the width


@dataclass(frozen=True, slots=True)
class TimelineFrame:
    """The columns of a timeline, from left to right, and what is printed in them."""

    block: Timeline
    scale: Scale
    title: Box
    amount: Box
    plot: Box

    def x(self, day: date) -> int:
        """Where a day begins on the plot, kept inside it."""
        return self._place((day - self.block.start).days)

    def x_after(self, day: date) -> int:
        """Where a day ends on the plot, kept inside it."""
        return self._place((day - self.block.start).days + 1)

    @property
    def today_x(self) -> int | None:
        """Where today ends; None when the axis does not hold that day."""
        return self.x_after(self.block.today) if self.block.start <= self.block.today <= self.block.end else None

    def _place(self, days: int) -> int:
        whole = (self.block.end - self.block.start).days + 1
        return self.plot.left_emu + round(self.plot.width_emu * min(max(days / whole, 0.0), 1.0))


def timeline_frame(block: Timeline, box: Box, pen: Pen) -> TimelineFrame:
    """The columns over a box, as wide as what is printed in them asks."""
    scale = pen.scale(box)
    size, gap = scale.title[0], px(8) if scale.is_compact else _GAP
    titles = pen.widest([row.title for row in block.rows], size, is_bold=True)
    title = min(max(titles, px(120)), box.width_emu * _MOST_TITLE // 100)
    amount = pen.widest([row.amount for row in block.rows], size, is_bold=True)
    left = box.left_emu + title + gap
    plot = left + amount + (gap if amount else 0)
    return TimelineFrame(
        block,
        scale,
        Box(box.left_emu, box.top_emu, title, box.height_emu),
        Box(left, box.top_emu, amount, box.height_emu),
        Box(plot, box.top_emu, box.right_emu - plot, box.height_emu),
    )


def header_marks(key: str, frame: TimelineFrame, box: Box, bottom: int, pen: Pen) -> Iterator[Mark]:
    """Column title, years and quarters, and year lines down to ``bottom`` (EMU)."""
    size = frame.scale.detail[0]
    words = Box(box.left_emu, box.top_emu + _LINE, frame.amount.right_emu - box.left_emu, _LINE)
    fitted = pen.fit(frame.block.row_title, words.width_emu, (size,), is_bold=True, max_lines=1, may_shorten=True)
    yield pen.write(f"{key}/head/row", words, (fitted, "muted"), anchor=Anchor.MIDDLE)
    yield pen.rule(f"{key}/head/rule", box.left_emu, box.right_emu, box.top_emu + HEAD, "strong")
    for year, periods in groupby(frame.block.periods, key=lambda period: period.year):
        yield from _year(f"{key}/year-{year}", year, list(periods), frame, bottom, pen)
    yield from _quarters(key, frame, pen)


def _year(key: str, year: str, periods: list[Period], frame: TimelineFrame, bottom: int, pen: Pen) -> Iterator[Mark]:
    size, left, right = frame.scale.detail[0], frame.x(periods[0].start), frame.x_after(periods[-1].end)
    if right - left >= pen.width(year, size, is_bold=True) + px(8):
        place = Box(left + px(6), frame.plot.top_emu, right - left - px(6), _LINE)
        yield pen.line_of(key, place, year, size, "muted", is_bold=True)
    if left > frame.plot.left_emu:
        yield pen.upright(f"{key}/line", left, frame.plot.top_emu, bottom)


def _quarters(key: str, frame: TimelineFrame, pen: Pen) -> Iterator[Mark]:
    """The names of the quarters, where each has room for its own."""
    size, periods = frame.scale.tag[0], frame.block.periods
    widest = pen.widest([period.name for period in periods], size)
    if widest + px(4) > frame.plot.width_emu // len(periods):
        return
    for at, period in enumerate(periods, start=1):
        left, right = frame.x(period.start), frame.x_after(period.end)
        place = Box(left, frame.plot.top_emu + _LINE, right - left, _LINE)
        yield pen.line_of(f"{key}/quarter-{at}", place, period.name, size, "muted", align=Align.CENTRE)
