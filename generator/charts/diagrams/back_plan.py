"""The way back from a notice: the days that are left, then each step of the approval path as long as its days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from generator.brand import Box, Role
from generator.charts.canvas import Anchor, Drawing, Form, Mark, Shape
from generator.charts.diagrams.attitude import WIDEST, attitude_mark
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, Scale, key_of, px
from generator.charts.diagrams.timeline_rows import near_colour
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import BackPlan, PathStep

_TITLE, _LABELS, _BAND, _NAME, _ATTITUDE = px(24), px(24), px(34), px(36), px(22)
_PAD = px(6)
_MOST_STEPS = 80  # hundredths of the width that the steps may take more than their days
_LEAST_STEP = px(64)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where days stand: before the steps to one scale, along them to another."""

    block: BackPlan
    scale: Scale
    box: Box
    steps: tuple[Box, ...]

    @property
    def launch_x(self) -> int:
        return self.steps[0].left_emu

    def x(self, day: date) -> int:
        """Where a day stands."""
        block, box = self.block, self.box
        if day <= block.launch:
            ahead = max(1, (block.launch - block.today).days)
            share = max(0, (day - block.today).days) / ahead
            return box.left_emu + round((self.launch_x - box.left_emu) * share)
        share = min(1.0, (day - block.launch).days / max(1, (block.due - block.launch).days))
        return self.launch_x + round((box.right_emu - self.launch_x) * share)


def arrange_back_plan(block: BackPlan, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Title and what weighs on the path, then the path to its notice, with who stands where."""
    if not block.steps:
        return ()
    scale = pen.scale(box)
    frame = _Frame(block, scale, box, _step_boxes(block, scale, box, pen))
    marks = [
        *_heading(frame, pen),
        *_dates(frame, pen),
        *_way(frame, pen),
        *(
            mark
            for step, place in zip(block.steps, frame.steps, strict=True)
            for mark in _step(step, place, frame, pen)
        ),
    ]
    return drawings(block.key, box, block.alt, [marks])


def _step_boxes(block: BackPlan, scale: Scale, box: Box, pen: Pen) -> tuple[Box, ...]:
    """As long as their days where each has room for its words; else wider, at the cost of the days before."""
    days, whole = [step.days for step in block.steps], max(1, (block.due - min(block.today, block.launch)).days)
    needs = [max(_LEAST_STEP, _need(step, scale, pen)) for step in block.steps]
    span = min(box.width_emu, round(box.width_emu * sum(days) / whole))
    widths = [span * one // max(1, sum(days)) for one in days]
    if any(width < need for width, need in zip(widths, needs, strict=True)):
        span = max(span, min(sum(needs), box.width_emu * _MOST_STEPS // 100))
        widths = _shared(span, needs, days)
    lefts = accumulate(widths, initial=box.right_emu - sum(widths))
    top = box.top_emu + _TITLE + _LABELS
    return tuple(Box(left, top, width, _BAND) for left, width in zip(lefts, widths, strict=False))


def _need(step: PathStep, scale: Scale, pen: Pen) -> int:
    size = scale.detail[0]
    inside = pen.width(step.power, size, is_bold=True) + pen.width(step.days_label, size) + px(20)
    return max(inside, pen.width(step.person, size, is_bold=True) + px(8))


def _shared(span: int, needs: Sequence[int], days: Sequence[int]) -> list[int]:
    """What each needs, and the rest by days; less for all where there is too little."""
    rest = span - sum(needs)
    if rest < 0:
        return [span * need // sum(needs) for need in needs]
    return [need + rest * one // max(1, sum(days)) for need, one in zip(needs, days, strict=True)]


def _heading(frame: _Frame, pen: Pen) -> Iterator[Mark]:
    block, box, place = frame.block, frame.box, frame.box.band(0, _TITLE)
    size = frame.scale.title[-1]
    note = pen.fit(
        block.note, box.width_emu * 60 // 100, frame.scale.detail, is_bold=True, max_lines=1, may_shorten=True
    )
    wide = pen.width(note.text, note.size_pt, is_bold=True)
    left = Box(box.left_emu, place.top_emu, box.width_emu - wide - px(12), place.height_emu)
    title = pen.fit(block.title, left.width_emu, (size, *frame.scale.tag), is_bold=True, max_lines=1, may_shorten=True)
    yield pen.write(f"{block.key}/title", left, (title, "strong"), anchor=Anchor.MIDDLE)
    if note.text:
        right = Box(box.right_emu - wide, place.top_emu, wide, place.height_emu)
        yield pen.write(f"{block.key}/note", right, (note, "reserved"), align=Align.RIGHT, anchor=Anchor.MIDDLE)
    yield pen.rule(f"{block.key}/rule", box.left_emu, box.right_emu, place.bottom_emu, "connector")


def _dates(frame: _Frame, pen: Pen) -> Iterator[Mark]:
    """Today, the meetings before the launch, the launch and the notice, over the band; what has no room is not told."""
    block, box, key = frame.block, frame.box, frame.block.key
    row = box.band(_TITLE, _LABELS)
    size, is_late = frame.scale.detail[0], block.launch < block.today
    due = pen.width(block.due_label, size, is_bold=True)
    symbol = Box(box.right_emu - px(14), row.top_emu + px(6), px(14), px(12))
    yield pen.fill(f"{key}/due", symbol, near_colour(pen), form=Form.TRIANGLE_DOWN)
    taken = [Box(symbol.left_emu - px(5) - due, row.top_emu, due, row.height_emu)]
    yield pen.line_of(f"{key}/due/label", taken[0], block.due_label, size, near_colour(pen), is_bold=True)
    ink = pen.brand.palette.rag("R").strong if is_late else pen.colour("message")
    told = [("launch", block.launch_label, frame.launch_x + px(6), ink)]
    if not is_late:
        told.append(("today", block.today_label, box.left_emu, pen.colour("ink")))
    for event in block.events:
        wide = pen.width(event.label, size, is_bold=True)
        told.append((event.key, event.label, frame.x(event.day) - wide // 2, pen.colour("ink")))
    for name, text, left, colour in told:
        place = Box(max(left, box.left_emu), row.top_emu, pen.width(text, size, is_bold=True), row.height_emu)
        if text and not any(place.meets(other) for other in taken):
            taken.append(place)
            yield pen.line_of(f"{key}/{name}/label", place, text, size, colour, is_bold=True)


def _way(frame: _Frame, pen: Pen) -> Iterator[Mark]:
    """The days before the launch as a line, with today and the meetings on it."""
    block, box, band = frame.block, frame.box, frame.steps[0]
    middle, key, x = band.top_emu + band.height_emu // 2, frame.block.key, frame.launch_x
    if block.launch > block.today:
        yield pen.rule(f"{key}/way", box.left_emu, x, middle, "connector", width_pt=2.25)
        dot = Box(box.left_emu, middle - px(5), px(10), px(10))
        yield pen.fill(f"{key}/today", dot, "ink", form=Form.ELLIPSE)
        for event in block.events:
            at = frame.x(event.day)
            diamond = Box(at - px(7), middle - px(7), px(14), px(14))
            yield pen.fill(f"{key}/{event.key}", diamond, "strong", form=Form.DIAMOND, alt=event.label)
        wide = pen.width(block.margin, frame.scale.detail[0])
        if x - box.left_emu > wide + px(16):
            place = Box(x - wide - px(10), band.bottom_emu + px(2), wide, px(18))
            yield pen.line_of(f"{key}/margin", place, block.margin, frame.scale.detail[0], "muted", align=Align.RIGHT)
    else:
        yield pen.upright(f"{key}/today", frame.x(block.today), band.top_emu - px(4), band.bottom_emu + px(4), "ink")
    launch: Role = "message"
    yield pen.upright(f"{key}/launch", x, band.top_emu - _LABELS + px(4), band.bottom_emu, launch, width_pt=2.25)


def _step(step: PathStep, place: Box, frame: _Frame, pen: Pen) -> Iterator[Mark]:
    """The box of a step, then who stands there and how they look at us."""
    key, size = key_of(frame.block.key, step.key), frame.scale.detail[0]
    box = Box(place.left_emu + px(2), place.top_emu, place.width_emu - px(4), place.height_emu)
    yield Shape(
        key,
        box,
        fill=pen.colour("reserved_soft" if step.resists else "card"),
        outline=pen.colour("reserved" if step.resists else "frame"),
    )
    days = pen.width(step.days_label, size)
    inner = Box(box.left_emu + _PAD, box.top_emu, box.width_emu - 2 * _PAD, box.height_emu)
    power = pen.fit(step.power, inner.width_emu - days, (size,), is_bold=True, max_lines=1, may_shorten=True)
    left = Box(inner.left_emu, inner.top_emu, inner.width_emu - days, inner.height_emu)
    yield pen.write(f"{key}/power", left, (power, "ink"), anchor=Anchor.MIDDLE)
    right = Box(inner.right_emu - days, inner.top_emu, days, inner.height_emu)
    yield pen.line_of(f"{key}/days", right, step.days_label, size, "muted", align=Align.RIGHT)
    yield from _person(key, step, box, frame, pen)


def _person(key: str, step: PathStep, box: Box, frame: _Frame, pen: Pen) -> Iterator[Mark]:
    sizes = (*frame.scale.detail, *frame.scale.tag)
    name = pen.fit(
        step.person, box.width_emu, sizes, is_bold=step.resists, height_emu=_NAME - px(2), may_shorten=True, leading=1.1
    )
    under = Box(box.left_emu, box.bottom_emu + px(2), box.width_emu, _NAME)
    yield pen.write(f"{key}/person", under, (name, "ink"))
    if step.attitude is None:
        return
    row = Box(box.left_emu, under.top_emu + name.height_emu + px(2), box.width_emu, _ATTITUDE)
    yield attitude_mark(pen, f"{key}/attitude", step.attitude, Box(row.left_emu, row.top_emu, WIDEST, _ATTITUDE))
    words = Box(row.left_emu + WIDEST + px(4), row.top_emu, row.width_emu - WIDEST - px(4), _ATTITUDE)
    said = pen.fit(step.attitude.word, words.width_emu, sizes, is_bold=step.resists, max_lines=1)
    if said.fits:
        ink: Role = "reserved" if step.resists else "muted"
        yield pen.write(f"{key}/attitude/word", words, (said, ink), anchor=Anchor.MIDDLE)
