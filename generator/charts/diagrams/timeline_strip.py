"""Under the bars of a timeline, what ends in each of its quarters: columns that add up to the whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.brand import Box, Role
from generator.charts.canvas import Anchor, Mark
from generator.charts.diagrams.pen import Pen, px
from generator.charts.diagrams.timeline_frame import TimelineFrame
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import EndingStrip, EndingValue

STRIP = px(66)
_LABEL = px(18)
_SHARE = 64  # hundredths of a quarter that its column takes


def strip_marks(key: str, strip: EndingStrip, frame: TimelineFrame, place: Box, pen: Pen) -> Iterator[Mark]:
    """The words at left, a column a quarter on the quarters of the bars, what is at stake on the line."""
    width = frame.amount.right_emu - frame.title.left_emu
    words = Box(frame.title.left_emu, place.top_emu + px(4), width, place.height_emu - px(4))
    sizes = frame.scale.detail
    title = pen.fit(strip.title, width, frame.scale.title, is_bold=True, max_lines=2, may_shorten=True, leading=1.15)
    room = words.height_emu - title.height_emu
    note = pen.fit(strip.note, width, (*sizes, *frame.scale.tag), height_emu=room, may_shorten=True, leading=1.15)
    yield pen.write(f"{key}/strip/title", words, (title, "strong"), (note, "muted"), anchor=Anchor.TOP)
    yield pen.rule(f"{key}/strip/base", frame.plot.left_emu, frame.plot.right_emu, place.bottom_emu, "muted")
    most = max((value.emphasised + value.other for value in strip.values), default=Decimal(0))
    for at, value in enumerate(strip.values):
        if value.emphasised or value.other:
            yield from _column(f"{key}/strip/{at + 1}", value, at, most, frame, place, pen)


def _column(
    key: str, value: EndingValue, at: int, most: Decimal, frame: TimelineFrame, place: Box, pen: Pen
) -> Iterator[Mark]:
    period = frame.block.periods[at]
    left, right = frame.x(period.start), frame.x_after(period.end)
    wide = (right - left) * _SHARE // 100
    room, bottom = place.height_emu - _LABEL - px(6), place.bottom_emu
    parts: tuple[tuple[str, Decimal, Role], ...] = (
        ("at-stake", value.emphasised, "message"),
        ("other", value.other, "frame"),
    )
    for name, amount, role in parts:
        if amount > 0:
            tall = max(px(2), round(room * amount / most))
            yield pen.fill(f"{key}/{name}", Box(left + (right - left - wide) // 2, bottom - tall, wide, tall), role)
            bottom -= tall
    ink: Role = "message" if value.emphasised else "ink"
    size = frame.scale.detail[0]
    wanted = pen.width(value.label, size, is_bold=bool(value.emphasised))
    middle = (left + right) // 2
    start = min(max(middle - wanted // 2, frame.plot.left_emu), frame.plot.right_emu - wanted)
    label = Box(start, bottom - _LABEL, wanted, _LABEL)
    strong = bool(value.emphasised)
    yield pen.line_of(f"{key}/label", label, value.label, size, ink, is_bold=strong, align=Align.CENTRE)
