"""The columns of a timeline and its header: entity, contract, years to scale, status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.brand import Box
from generator.charts.canvas import Anchor, Mark
from generator.charts.diagrams.pen import Pen, Scale, px
from generator.charts.diagrams.status import status_width
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import Timeline

HEAD = px(30)
_GAP = px(16)


@dataclass(frozen=True, slots=True)
class TimelineColumns:
    """The columns of a timeline, from left to right, and what is printed in them."""

    block: Timeline
    scale: Scale
    group: Box
    title: Box
    plot: Box
    status: Box

    def x(self, day: date) -> int:
        """Where a day stands on the plot, kept inside it."""
        share = (day - self.block.start).days / max(1, (self.block.end - self.block.start).days)
        return self.plot.left_emu + round(self.plot.width_emu * min(max(share, 0.0), 1.0))


def timeline_columns(block: Timeline, box: Box, pen: Pen) -> TimelineColumns:
    """The columns over a box, as wide as what is printed in them asks."""
    scale = pen.scale(box)
    size = scale.title[0]
    gap = px(8) if scale.is_compact else _GAP
    groups = pen.widest([block.group_title, *(row.group for row in block.rows)], size, is_bold=True)
    titles = max(
        pen.widest([row.title for row in block.rows], scale.title[0]),
        pen.width(block.row_title, scale.detail[0], is_bold=True),
    )
    states = max(
        pen.width(block.status_title, scale.detail[0], is_bold=True),
        *(status_width(pen, row.status, scale.title[0]) for row in block.rows),
    )
    group = min(groups, box.width_emu * 14 // 100)
    title = min(titles, box.width_emu * (20 if scale.is_compact else 25) // 100)
    status = min(states, box.width_emu * 19 // 100)
    lefts = (box.left_emu, box.left_emu + group + gap if group else box.left_emu)
    plot_left, plot_right = lefts[1] + title + gap, box.right_emu - status - px(24 if not scale.is_compact else 12)
    return TimelineColumns(
        block,
        scale,
        Box(lefts[0], box.top_emu, group, box.height_emu),
        Box(lefts[1], box.top_emu, title, box.height_emu),
        Box(plot_left, box.top_emu, plot_right - plot_left, box.height_emu),
        Box(box.right_emu - status, box.top_emu, status, box.height_emu),
    )


def header_marks(key: str, frame: TimelineColumns, box: Box, bottom: int, pen: Pen) -> list[Mark]:
    """Column titles, years and year lines down to ``bottom`` (EMU)."""
    block, size = frame.block, frame.scale.detail[0]
    titles = (
        ("group", block.group_title, frame.group),
        ("row", block.row_title, frame.title),
        ("status", block.status_title, frame.status),
    )
    marks: list[Mark] = []
    for name, text, column in titles:
        fitted = pen.fit(text, column.width_emu, (size,), is_bold=True, max_lines=1, may_shorten=True)
        if text and column.width_emu:
            marks.append(
                pen.write(f"{key}/head/{name}", column.band(0, HEAD - px(2)), (fitted, "muted"), anchor=Anchor.MIDDLE)
            )
    marks.append(pen.rule(f"{key}/head/rule", box.left_emu, box.right_emu, box.top_emu + HEAD, "strong"))
    for year in range(block.start.year, block.end.year + 1):
        marks.extend(_year(f"{key}/year-{year}", year, frame, bottom, pen))
    return marks


def _year(key: str, year: int, frame: TimelineColumns, bottom: int, pen: Pen) -> list[Mark]:
    size = frame.scale.detail[0]
    left, right = (
        frame.x(date(year, 1, 1)),
        frame.x(date(year + 1, 1, 1)) if year < date.max.year else frame.plot.right_emu,
    )
    marks: list[Mark] = []
    if right - left >= pen.width(str(year), size, is_bold=True):
        place = Box(left, frame.plot.top_emu, right - left, HEAD - px(2))
        marks.append(pen.line_of(key, place, str(year), size, "muted", is_bold=True, align=Align.CENTRE))
    if frame.plot.left_emu < left < frame.plot.right_emu:
        marks.append(pen.upright(f"{key}/line", left, frame.plot.top_emu + HEAD, bottom))
    return marks
