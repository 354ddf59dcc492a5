"""The rows of a timeline: words at left, the bar with its end printed on it, and the notice above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.brand import Box, Colour, Role
from generator.charts.canvas import Anchor, Form, Mark
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.timeline_frame import TimelineFrame
from generator.charts.fitting import FittedText
from generator.ooxml.identity import told_apart
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import Mark as DatedMark
from generator.story.blocks.timeline import MarkKind, TimelineRow

_MOST_LINES = 4
_PLAIN, _EMPHASISED = px(27), px(46)
_NEAR, _LATER = (px(14), px(12)), (px(10), px(8))
_AIR = px(1)
_THIN, _THICK = px(16), px(22)


@dataclass(frozen=True, slots=True)
class FittedRow:
    """A row with its texts measured."""

    row: TimelineRow
    title: FittedText
    detail: FittedText

    @property
    def height(self) -> int:
        """The least height that the row needs."""
        least = _EMPHASISED if self.row.is_emphasised else _PLAIN
        return max(least, self.title.height_emu + self.detail.height_emu + _AIR)


def fitted_rows(frame: TimelineFrame, pen: Pen) -> list[FittedRow]:
    """The rows with their words; what is context says less."""
    return [_fitted(row, frame, pen) for row in frame.block.rows]


def row_marks(key: str, fitted: FittedRow, frame: TimelineFrame, place: Box, pen: Pen, *, is_last: bool) -> list[Mark]:
    """A row over its place, with the rule under it: stronger where what is at stake ends."""
    row, own = fitted.row, key_of(key, fitted.row.key)
    words = Box(frame.title.left_emu, place.top_emu, frame.title.width_emu, place.height_emu)
    strong: Role = "strong" if row.is_emphasised else "ink"
    amount = Box(frame.amount.left_emu, place.top_emu, frame.amount.width_emu, place.height_emu)
    size = frame.scale.title[-1]
    marks: list[Mark] = [
        pen.write(f"{own}/title", words, (fitted.title, strong), (fitted.detail, "muted"), anchor=Anchor.MIDDLE)
    ]
    if row.amount:
        text = pen.line_of(
            f"{own}/amount", amount, row.amount, size, "ink", is_bold=row.is_emphasised, align=Align.RIGHT
        )
        marks.append(text)
    rule = pen.rule(
        f"{own}/rule", place.left_emu, place.right_emu, place.bottom_emu, "connector" if is_last else "rule"
    )
    return [*marks, rule, *_bar(own, row, frame, place, pen)]


def _fitted(row: TimelineRow, frame: TimelineFrame, pen: Pen) -> FittedRow:
    width, scale, strong = frame.title.width_emu, frame.scale, row.is_emphasised
    title = pen.fit(row.title, width, (scale.title[-1],), is_bold=strong, max_lines=1, leading=1.2)
    if not title.fits:
        sizes = scale.tag[:1]
        title = pen.fit(row.title, width, sizes, is_bold=strong, max_lines=_MOST_LINES, may_shorten=True, leading=1.05)
    said = row.detail if row.is_emphasised else ""
    return FittedRow(row, title, pen.fit(said, width, frame.scale.detail, max_lines=2, may_shorten=True, leading=1.2))


def _bar(key: str, row: TimelineRow, frame: TimelineFrame, place: Box, pen: Pen) -> Iterator[Mark]:
    thick = min(_THICK if row.is_emphasised else _THIN, place.height_emu - px(10))
    middle = place.top_emu + place.height_emu * (64 if row.marks and row.is_emphasised else 55) // 100
    left = frame.x(row.start)
    right = frame.plot.right_emu if row.end is None else frame.x_after(row.end)
    left = min(left, frame.plot.right_emu - px(3))
    bar = Box(left, middle - thick // 2, max(right - left, px(3)), thick)
    role: Role = "rule" if row.is_past else "message" if row.is_emphasised else "frame"
    yield pen.fill(f"{key}/bar", bar, role)
    yield from _end_label(key, row, bar, frame, pen)
    shown = [mark for mark in row.marks if frame.block.start <= mark.day <= frame.block.end]
    for own, mark in zip(told_apart(f"{key}/mark/{mark.key}" for mark in shown), shown, strict=True):
        yield from _mark(own, mark, bar, frame, place, pen)


def _end_label(key: str, row: TimelineRow, bar: Box, frame: TimelineFrame, pen: Pen) -> Iterator[Mark]:
    """Where a term ends: on the end of its bar where it has room beside the today line, else after it."""
    size = frame.scale.tag[0]
    width = pen.width(row.end_label, size, is_bold=row.is_emphasised)
    today = frame.today_x
    inner = bar.left_emu if today is None or not bar.left_emu <= today < bar.right_emu else today
    is_inside = not row.is_past and bar.right_emu - inner >= width + px(14)
    role: Role = "message" if row.is_emphasised else "frame"
    ink = pen.brand.palette.text_on(pen.colour(role)) if is_inside else pen.colour("ink")
    start = bar.right_emu - px(8) - width if is_inside else bar.right_emu + px(6)
    if not is_inside and today is not None and start <= today < start + width + px(4):
        start = today + px(6)
    start = min(start, frame.plot.right_emu - width)
    label = Box(start, bar.top_emu - px(2), width, bar.height_emu + px(4))
    if width:
        align = Align.RIGHT if is_inside else Align.LEFT
        yield pen.line_of(f"{key}/end", label, row.end_label, size, ink, is_bold=row.is_emphasised, align=align)


def _mark(key: str, mark: DatedMark, bar: Box, frame: TimelineFrame, place: Box, pen: Pen) -> Iterator[Mark]:
    """A triangle over the bar, its words beside it where they stand in the plot."""
    is_near = mark.kind is MarkKind.NOTICE_NEAR
    (width, height), colour = (_NEAR if is_near else _LATER), near_colour(pen) if is_near else pen.colour("muted")
    x, bottom = frame.x(mark.day), bar.top_emu - (px(3) if is_near else 0)
    symbol = Box(x - width // 2, max(place.top_emu + px(1), bottom - height), width, height)
    size = frame.scale.detail[0]
    wide = pen.width(mark.label, size, is_bold=True)
    after = symbol.right_emu + px(5)
    left = after if after + wide <= frame.plot.right_emu else symbol.left_emu - px(5) - wide
    is_told = bool(mark.label) and left >= frame.plot.left_emu
    yield pen.fill(key, symbol, colour, form=Form.TRIANGLE_DOWN, alt="" if is_told else mark.label)
    if is_told:
        tall = px(17)
        box = Box(left, symbol.top_emu + (symbol.height_emu - tall) // 2, wide, tall)
        yield pen.line_of(f"{key}/label", box, mark.label, size, colour, is_bold=True)


def near_colour(pen: Pen) -> Colour:
    """The colour of a notice date that is near: the amber of the statuses."""
    return pen.brand.palette.rag("O").strong
