"""Contracts as bars in time, cut by the today line: who, what, until when, and what falls due."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from generator.brand import Box, Colour
from generator.charts.canvas import Anchor, Drawing, Mark
from generator.charts.diagrams.legend import LegendItem, legend_height, legend_marks
from generator.charts.diagrams.pages import drawings, part_key
from generator.charts.diagrams.pen import Pen, Scale, key_of, px
from generator.charts.diagrams.rows import paginate, spread, tops
from generator.charts.diagrams.status import status_marks, status_width
from generator.charts.diagrams.timeline_marks import (
    LABEL_LEADING,
    NEAR,
    Placed,
    draw_marks,
    label_size,
    size_of,
    symbol,
)
from generator.charts.fitting import FittedText
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import MarkKind, Timeline, TimelineRow

_HEAD = px(30)
_TALLEST, _LOWEST = px(60), px(36)
_TAB = px(22)
_FOOT = px(8) + _TAB
_GAP = px(16)
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class _Frame:
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


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its fitted texts; ``group`` is set on the first row of each group."""

    row: TimelineRow
    group: str
    carried: str
    title: FittedText
    detail: FittedText
    air: int

    @property
    def height(self) -> int:
        return max(_LOWEST, self.title.height_emu + self.detail.height_emu + self.air)


def arrange_timeline(block: Timeline, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Rows under a header of years; the today line and its tab; the legend of what is used, below."""
    if not block.rows:
        return ()
    frame = _framed(block, box, pen)
    items = _legend(block, pen)
    legend = legend_height(pen, items, box.width_emu, frame.scale.detail[0])
    room = box.height_emu - _HEAD - _FOOT - (legend + px(14) if items else 0)
    rows = _fitted(frame, room, pen)
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate([row.height for row in rows], room), start=1):
        key = part_key(block.key, part)
        shown = [rows[at] for at in page]
        tall = spread([row.height for row in shown], room, _TALLEST)
        bottom = box.top_emu + _HEAD + sum(tall)
        marks = [
            *_header(key, frame, box, bottom, pen),
            *_body(frame, shown, tall, box, pen),
            *_today(key, frame, box, bottom, pen),
        ]
        spare = room - sum(tall)
        legend_box = Box(box.left_emu, bottom + _FOOT + px(14) + min(spare, px(18)), box.width_emu, legend)
        pages.append([*marks, *legend_marks(pen, f"{key}/legend", items, legend_box, frame.scale.detail[0])])
    return drawings(block.key, box, block.alt, pages)


def _framed(block: Timeline, box: Box, pen: Pen) -> _Frame:
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
    return _Frame(
        block,
        scale,
        Box(lefts[0], box.top_emu, group, box.height_emu),
        Box(lefts[1], box.top_emu, title, box.height_emu),
        Box(plot_left, box.top_emu, plot_right - plot_left, box.height_emu),
        Box(box.right_emu - status, box.top_emu, status, box.height_emu),
    )


def _fitted(frame: _Frame, room: int, pen: Pen) -> list[_Row]:
    """The largest type and the most air at which the rows take the fewest drawings."""
    best, least = frame.scale.title
    densities = ((best, 1.2, px(8)), (least, 1.2, px(8)), (least, 1.1, px(3)))
    tries = [_rows(frame, density, pen) for density in densities]
    return min(tries, key=lambda rows: len(paginate([row.height for row in rows], room)))


def _rows(frame: _Frame, density: tuple[float, float, int], pen: Pen) -> list[_Row]:
    size, leading, air = density
    rows: list[_Row] = []
    carried = ""
    for row in frame.block.rows:
        starts = bool(row.group) and row.group != carried
        carried = row.group or carried
        detail = pen.fit(
            row.detail, frame.title.width_emu, frame.scale.detail, max_lines=2, may_shorten=True, leading=1.2
        )
        title = pen.fit(
            row.title, frame.title.width_emu, (size,), max_lines=_MOST_LINES, may_shorten=True, leading=leading
        )
        rows.append(_Row(row, row.group if starts else "", carried, title, detail, air))
    return rows


def _header(key: str, frame: _Frame, box: Box, bottom: int, pen: Pen) -> list[Mark]:
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
                pen.write(
                    f"{key}/head/{name}", column.band(0, _HEAD - px(2)), (fitted, "accent6"), anchor=Anchor.MIDDLE
                )
            )
    marks.append(pen.rule(f"{key}/head/rule", box.left_emu, box.right_emu, box.top_emu + _HEAD, "dk2"))
    for year in range(block.start.year, block.end.year + 1):
        marks.extend(_year(f"{key}/year-{year}", year, frame, bottom, pen))
    return marks


def _year(key: str, year: int, frame: _Frame, bottom: int, pen: Pen) -> list[Mark]:
    size = frame.scale.detail[0]
    left, right = (
        frame.x(date(year, 1, 1)),
        frame.x(date(year + 1, 1, 1)) if year < date.max.year else frame.plot.right_emu,
    )
    marks: list[Mark] = []
    if right - left >= pen.width(str(year), size, is_bold=True):
        place = Box(left, frame.plot.top_emu, right - left, _HEAD - px(2))
        marks.append(pen.line_of(key, place, str(year), size, "accent6", is_bold=True, align=Align.CENTRE))
    if frame.plot.left_emu < left < frame.plot.right_emu:
        marks.append(pen.upright(f"{key}/line", left, frame.plot.top_emu + _HEAD, bottom))
    return marks


def _body(frame: _Frame, rows: list[_Row], tall: tuple[int, ...], box: Box, pen: Pen) -> list[Mark]:
    marks: list[Mark] = []
    for at, (row, top, height) in enumerate(zip(rows, tops(tall, _HEAD), tall, strict=True)):
        place = box.band(top, height)
        ends_group = at + 1 == len(rows) or bool(rows[at + 1].group)
        row_key = key_of(frame.block.key, row.row.key)
        group = row.carried if at == 0 else row.group
        marks.extend(_words(row_key, row, group, frame, place, pen))
        left = box.left_emu if ends_group else frame.title.left_emu
        marks.append(
            pen.rule(f"{row_key}/rule", left, box.right_emu, place.bottom_emu, "accent3" if ends_group else "rule")
        )
        marks.extend(_bar(row_key, row.row, frame, place, pen))
    return marks


def _words(key: str, row: _Row, group: str, frame: _Frame, place: Box, pen: Pen) -> list[Mark]:
    size = row.title.size_pt
    text_top = place.top_emu + max(px(1), (place.height_emu - row.title.height_emu - row.detail.height_emu) // 2)
    marks: list[Mark] = []
    if group and frame.group.width_emu:
        room = place.bottom_emu - text_top
        fitted = pen.fit(
            group,
            frame.group.width_emu,
            (size, frame.scale.tag[-1]),
            is_bold=True,
            height_emu=room,
            may_shorten=True,
            leading=1.2,
        )
        marks.append(
            pen.write(f"{key}/group", Box(frame.group.left_emu, text_top, frame.group.width_emu, room), (fitted, "dk2"))
        )
    column = Box(frame.title.left_emu, place.top_emu, frame.title.width_emu, place.height_emu)
    marks.append(pen.write(f"{key}/title", column, (row.title, "dk1"), (row.detail, "accent6"), anchor=Anchor.MIDDLE))
    state = Box(frame.status.left_emu, place.top_emu, frame.status.width_emu, place.height_emu)
    return [*marks, *status_marks(pen, f"{key}/status", row.row.status, state, size)]


def _bar(key: str, row: TimelineRow, frame: _Frame, place: Box, pen: Pen) -> list[Mark]:
    thick = min(max(place.height_emu * 37 // 100, px(12)), px(22))
    top = place.top_emu + max((place.height_emu - thick) // 2, px(18))
    left = frame.x(row.start)
    right = frame.plot.right_emu if row.end is None else frame.x(row.end)
    bar = Box(min(left, frame.plot.right_emu - px(3)), top, max(right - left, px(3)), thick)
    colour = pen.colour("rule" if row.is_past else "accent1" if row.is_emphasised else "accent4")
    marks: list[Mark] = [pen.fill(f"{key}/bar", bar, colour)]
    room = Box(
        frame.plot.left_emu, place.top_emu, frame.status.left_emu - px(4) - frame.plot.left_emu, place.height_emu
    )
    return [*marks, *draw_marks(pen, key, _placed(row, frame, bar, pen), bar, room, _today_x(frame), colour)]


def _placed(row: TimelineRow, frame: _Frame, bar: Box, pen: Pen) -> list[Placed]:
    placed: list[Placed] = []
    for mark in row.marks:
        if frame.block.start <= mark.day <= frame.block.end:
            width, height = size_of(mark.kind)
            middle = bar.top_emu + (bar.height_emu - height) // 2
            top = middle if mark.kind is MarkKind.AMENDMENT else bar.top_emu - px(1) - height
            size = label_size(pen, mark.kind, is_compact=frame.scale.is_compact)
            label = pen.width(mark.label, size, is_bold=mark.kind is MarkKind.NOTICE_NEAR)
            box = Box(frame.x(mark.day) - width // 2, top, width, height)
            placed.append(Placed(mark, box, size, label, px(math.ceil(size * LABEL_LEADING * 96 / 72))))
    return placed


def _today_x(frame: _Frame) -> int | None:
    return frame.x(frame.block.today) if frame.block.start <= frame.block.today <= frame.block.end else None


def _today(key: str, frame: _Frame, box: Box, bottom: int, pen: Pen) -> list[Mark]:
    at = _today_x(frame)
    if at is None:
        return []
    size = frame.scale.detail[0]
    width = pen.width(frame.block.today_label, size, is_bold=True) + px(28)
    left = max(box.left_emu, min(at - width // 2, box.right_emu - width))
    tab = Box(left, bottom + px(8), width, _TAB)
    text = pen.line_of(f"{key}/today/tab", tab, frame.block.today_label, size, "lt1", is_bold=True, align=Align.CENTRE)
    line = pen.upright(f"{key}/today/line", at, box.top_emu + _HEAD, tab.top_emu, "dk1", width_pt=1.5)
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
