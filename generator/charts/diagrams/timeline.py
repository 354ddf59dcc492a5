"""Contracts as bars in time, cut by the today line: who, what, until when, and what falls due."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import Box, Colour
from generator.charts.canvas import Drawing, Mark
from generator.charts.diagrams.legend import LegendItem, legend_height, legend_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, px
from generator.charts.diagrams.rows import paginate, spread
from generator.charts.diagrams.timeline_bars import body_marks, today_x
from generator.charts.diagrams.timeline_columns import HEAD, TimelineColumns, header_marks, timeline_columns
from generator.charts.diagrams.timeline_marks import (
    NEAR,
    symbol,
)
from generator.charts.diagrams.timeline_rows import fitted_rows
from generator.ooxml.identity import continued
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import MarkKind, Timeline

_TALLEST = px(60)
_TAB = px(22)
_FOOT = px(8) + _TAB


def arrange_timeline(block: Timeline, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Rows under a header of years; the today line and its tab; the legend of what is used, below."""
    if not block.rows:
        return ()
    frame = timeline_columns(block, box, pen)
    items = _legend(block, pen)
    legend = legend_height(pen, items, box.width_emu, frame.scale.detail[0])
    room = box.height_emu - HEAD - _FOOT - (legend + px(14) if items else 0)
    rows = fitted_rows(frame, room, pen)
    pages: list[list[Mark]] = []
    ranges = paginate([row.height for row in rows], room)
    for part, page in enumerate(ranges, start=1):
        key = continued(block.key, part)
        shown = [rows[at] for at in page]
        tall = spread([row.height for row in shown], room, _TALLEST)
        bottom = box.top_emu + HEAD + sum(tall)
        marks = [
            *header_marks(key, frame, box, bottom, pen),
            *body_marks(frame, shown, tall, box, pen),
            *_today(key, frame, box, bottom, pen),
        ]
        spare = room - sum(tall)
        legend_box = Box(box.left_emu, bottom + _FOOT + px(14) + min(spare, px(18)), box.width_emu, legend)
        pages.append([*marks, *legend_marks(pen, f"{key}/legend", items, legend_box, frame.scale.detail[0])])
    drawn = drawings(block.key, box, block.alt, pages)
    return drawn if len(drawn) == 1 else tuple(_told(one, block, page) for one, page in zip(drawn, ranges, strict=True))


def _told(drawing: Drawing, block: Timeline, page: range) -> Drawing:
    """A part of the timeline, which tells its own rows."""
    return replace(drawing, alt=" · ".join(block.rows[at].alt for at in page))


def _today(key: str, frame: TimelineColumns, box: Box, bottom: int, pen: Pen) -> list[Mark]:
    at = today_x(frame)
    if at is None:
        return []
    size = frame.scale.detail[0]
    width = pen.width(frame.block.today_label, size, is_bold=True) + px(28)
    left = max(box.left_emu, min(at - width // 2, box.right_emu - width))
    tab = Box(left, bottom + px(8), width, _TAB)
    text = pen.line_of(f"{key}/today/tab", tab, frame.block.today_label, size, "lt1", is_bold=True, align=Align.CENTRE)
    line = pen.upright(f"{key}/today/line", at, box.top_emu + HEAD, tab.top_emu, "dk1", width_pt=1.5)
    return [line, pen.fill(f"{key}/today/flag", tab, "dk1"), text]


def _legend(block: Timeline, pen: Pen) -> list[LegendItem]:
    current = [row for row in block.rows if not row.is_past]
    items: list[LegendItem] = []
    if block.emphasised_label and any(row.is_emphasised for row in current):
        items.append(_swatch("emphasised", block.emphasised_label, pen.colour("accent1"), pen))
    if block.plain_label and any(not row.is_emphasised for row in current):
        items.append(_swatch("plain", block.plain_label, pen.colour("accent4"), pen))
    used = {mark.kind for row in block.rows for mark in row.marks if block.start <= mark.day <= block.end}
    return [*items, *(_mark_item(kind, words, pen) for kind, words in block.mark_labels if kind in used)]


def _swatch(name: str, words: str, colour: Colour, pen: Pen) -> LegendItem:
    def symbol_of(key: str, place: Box) -> list[Mark]:
        return [
            pen.fill(key, Box(place.left_emu, place.top_emu + (place.height_emu - px(12)) // 2, px(26), px(12)), colour)
        ]

    return LegendItem(name, words, px(26), symbol_of)


def _mark_item(kind: MarkKind, words: str, pen: Pen) -> LegendItem:
    return LegendItem(kind.name.lower(), words, NEAR[0], lambda key, place: [symbol(pen, key, kind, place)])
