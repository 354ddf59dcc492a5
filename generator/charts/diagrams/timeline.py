"""Contracts over the quarters to come, cut by the today line: until when each runs, and how much ends when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.brand import Box
from generator.charts.canvas import Drawing, Mark
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, px
from generator.charts.diagrams.rows import paginate, tops
from generator.charts.diagrams.timeline_frame import HEAD, TimelineFrame, header_marks, timeline_frame
from generator.charts.diagrams.timeline_rows import FittedRow, fitted_rows, row_marks
from generator.charts.diagrams.timeline_strip import STRIP, strip_marks
from generator.ooxml.identity import continued
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import Timeline

_TAB = px(20)
_MOST_AIR = 3, 2  # how much taller than they need rows become where a slide has room


def arrange_timeline(block: Timeline, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Rows under a header of quarters; what ends by quarter under the first of them; the today line and its tab."""
    if not block.rows:
        return ()
    frame = timeline_frame(block, box, pen)
    rows = fitted_rows(frame, pen)
    room = box.height_emu - HEAD - _foot(block)
    ranges = paginate([row.height for row in rows], room)
    pages = [
        list(_page(continued(block.key, part), frame, [rows[at] for at in page], box, room, pen))
        for part, page in enumerate(ranges, start=1)
    ]
    drawn = drawings(block.key, box, block.alt, pages)
    return drawn if len(drawn) == 1 else tuple(_told(one, block, page) for one, page in zip(drawn, ranges, strict=True))


def timeline_height(block: Timeline, box: Box, pen: Pen) -> int:
    """The height at which the rows stand as close as they may."""
    if not block.rows:
        return 0
    rows = fitted_rows(timeline_frame(block, box, pen), pen)
    return HEAD + sum(row.height for row in rows) + _foot(block)


def _foot(block: Timeline) -> int:
    return (STRIP if block.strip else 0) + _TAB


def _page(key: str, frame: TimelineFrame, rows: list[FittedRow], box: Box, room: int, pen: Pen) -> Iterator[Mark]:
    block, tall = frame.block, _heights(rows, room)
    bottom = box.top_emu + HEAD + sum(tall)
    foot = bottom + (STRIP if block.strip else 0)
    yield from header_marks(key, frame, box, bottom, pen)
    for at, (row, top, height) in enumerate(zip(rows, tops(tall, HEAD), tall, strict=True)):
        after = rows[at + 1 : at + 2]
        is_last = not after or after[0].row.is_emphasised is not row.row.is_emphasised
        yield from row_marks(block.key, row, frame, box.band(top, height), pen, is_last=is_last)
    if block.strip:
        yield from strip_marks(key, block.strip, frame, Box(box.left_emu, bottom, box.width_emu, STRIP), pen)
    yield from _today(key, frame, box, foot, pen)


def _heights(rows: list[FittedRow], room: int) -> tuple[int, ...]:
    """The rows, grown alike into the room that is left, up to half as tall again."""
    least, (most, per) = sum(row.height for row in rows), _MOST_AIR
    grown = min(room, least * most // per)
    return tuple(max(row.height, row.height * grown // max(1, least)) for row in rows)


def _told(drawing: Drawing, block: Timeline, page: range) -> Drawing:
    """A part of the timeline, which tells its own rows."""
    return replace(drawing, alt=" · ".join(block.rows[at].alt for at in page))


def _today(key: str, frame: TimelineFrame, box: Box, bottom: int, pen: Pen) -> Iterator[Mark]:
    at = frame.today_x
    if at is None:
        return
    size = frame.scale.detail[0]
    width = pen.width(frame.block.today_label, size, is_bold=True) + px(14)
    left = max(box.left_emu, min(at - width // 2, box.right_emu - width))
    tab = Box(left, bottom, width, _TAB)
    yield pen.upright(f"{key}/today/line", at, box.top_emu + HEAD, tab.top_emu, "ink", width_pt=1.5)
    yield pen.fill(f"{key}/today/flag", tab, "ink")
    yield pen.line_of(
        f"{key}/today/tab", tab, frame.block.today_label, size, "ground", is_bold=True, align=Align.CENTRE
    )
