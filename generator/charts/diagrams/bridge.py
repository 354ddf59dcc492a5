"""A bridge from one level to another: lines for levels, bars for what moved them, hairlines from each to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Line, Mark
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, px
from generator.charts.style import series_colour
from generator.story.blocks.bridge import Bridge, BridgeStep, Level
from generator.story.blocks.chart import Series
from generator.story.blocks.table import Align

_TITLE, _FOOT, _LABEL = px(28), px(52), px(20)
_TALLEST = 65  # hundredths of the width
_BAR = 66  # hundredths of a place that a bar takes
_LEVEL_PT = 3.0
_DASH = px(24)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where values and places stand."""

    block: Bridge
    box: Box
    plot: Box
    low: Decimal
    high: Decimal
    places: int
    size: float

    def y(self, value: Decimal) -> int:
        """The height of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.plot.bottom_emu - round(self.plot.height_emu * share)

    def place(self, at: int) -> Box:
        """The column of a level or a step."""
        left, right = (self.plot.left_emu + self.plot.width_emu * end // self.places for end in (at, at + 1))
        return Box(left, self.plot.top_emu, right - left, self.plot.height_emu)

    def bar(self, at: int) -> tuple[int, int]:
        """Left and right of what is drawn in a column."""
        place = self.place(at)
        air = place.width_emu * (100 - _BAR) // 200
        return place.left_emu + air, place.right_emu - air


def arrange_bridge(block: Bridge, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """The title, then start, steps and end over their names."""
    frame = _framed(block, box, pen)
    levels = tuple(accumulate((step.value for step in block.steps), initial=block.start.value))
    marks = [
        *_heading(frame, pen),
        *_reference(frame, pen),
        *_level("start", block.start, 0, frame, pen, is_over=True),
        *(mark for at in range(len(block.steps)) for mark in _step(at, levels[at], levels[at + 1], frame, pen)),
        *_level("end", block.end, frame.places - 1, frame, pen, is_over=_is_end_over(block)),
        *(mark for at, level in enumerate(levels) for mark in _link(at, level, frame, pen)),
    ]
    return drawings(block.key, box, block.alt, [marks])


def _is_end_over(block: Bridge) -> bool:
    """Whether the end is printed over its line: on the side where neither the last step nor the reference stands."""
    if block.reference is not None:
        return block.reference.value < block.end.value
    return not (block.steps and block.steps[-1].value < 0)


def _framed(block: Bridge, box: Box, pen: Pen) -> _Frame:
    levels = [*accumulate((step.value for step in block.steps), initial=block.start.value), block.end.value]
    if block.reference:
        levels.append(block.reference.value)
    low, high = min(levels), max(levels)
    high = high if high > low else low + 1
    top = _TITLE
    height = min(box.height_emu, box.width_emu * _TALLEST // 100) - top - _FOOT - 2 * _LABEL
    plot = Box(box.left_emu, box.top_emu + top + _LABEL, box.width_emu, max(height, px(80)))
    places = len(block.steps) + 2
    size = pen.brand.type.table if box.width_emu // places >= px(84) else pen.brand.type.chart
    return _Frame(block, box, plot, low, high, places, size)


def _heading(frame: _Frame, pen: Pen) -> Iterator[Mark]:
    """The title, and at its right what the dashes over the end are."""
    block, size = frame.block, pen.brand.type.chart
    place = frame.box.band(0, _TITLE - px(4))
    words = block.reference.label if block.reference else ""
    wide = pen.width(words, size)
    if words:
        right = Box(place.right_emu - wide, place.top_emu, wide, place.height_emu)
        yield pen.line_of(f"{block.key}/reference/label", right, words, size, "muted", align=Align.RIGHT)
        middle, end = (place.top_emu + place.bottom_emu) // 2, right.left_emu - px(6)
        yield Line(
            f"{block.key}/reference/dash", end - _DASH, middle, end, middle, pen.colour("muted"), 1.0, is_dashed=True
        )
    room = place.width_emu - wide - (_DASH + px(16) if words else 0)
    sizes = (pen.brand.type.label, pen.brand.type.table, pen.brand.type.small)
    title = pen.fit(block.title, room, sizes, is_bold=True, max_lines=1, may_shorten=True)
    left = Box(place.left_emu, place.top_emu, room, place.height_emu)
    yield pen.write(f"{block.key}/title", left, (title, "strong"), anchor=Anchor.MIDDLE)


def _level(name: str, level: Level, at: int, frame: _Frame, pen: Pen, *, is_over: bool) -> Iterator[Mark]:
    key, (left, right), y = f"{frame.block.key}/{name}", frame.bar(at), frame.y(level.value)
    yield pen.rule(f"{key}/level", left, right, y, "strong", width_pt=_LEVEL_PT)
    top = y - _LABEL - px(2) if is_over else y + px(2)
    yield _value(f"{key}/value", level.label, at, top, frame, pen)
    yield from _name(key, level.name, level.note, at, frame, pen, is_bold=True)


def _step(at: int, before: Decimal, after: Decimal, frame: _Frame, pen: Pen) -> Iterator[Mark]:
    step, (left, right) = frame.block.steps[at], frame.bar(at + 1)
    top, bottom = sorted((frame.y(before), frame.y(after)))
    place = Box(left, top, right - left, max(bottom - top, px(2)))
    yield pen.fill(f"{step.key}/bar", place, series_colour(_series(step), pen.brand.palette))
    over = top - _LABEL if step.value >= 0 else place.bottom_emu
    yield _value(f"{step.key}/value", step.label, at + 1, over, frame, pen)
    yield from _name(step.key, step.name, step.note, at + 1, frame, pen, is_bold=False)


def _series(step: BridgeStep) -> Series:
    return Series(step.key, step.name, (), role=step.role, rank=step.rank)


def _value(key: str, text: str, at: int, top: int, frame: _Frame, pen: Pen) -> Mark:
    wide = pen.width(text, frame.size, is_bold=True)
    place = frame.place(at)
    middle = (place.left_emu + place.right_emu) // 2
    left = min(max(middle - wide // 2, frame.box.left_emu), frame.box.right_emu - wide)
    return pen.line_of(key, Box(left, top, wide, _LABEL), text, frame.size, "ink", is_bold=True, align=Align.CENTRE)


def _name(key: str, name: str, note: str, at: int, frame: _Frame, pen: Pen, *, is_bold: bool) -> Iterator[Mark]:
    """Under the plot: the name on as many lines as its place asks, and the quieter figure."""
    place = frame.place(at)
    under = Box(place.left_emu + px(1), frame.plot.bottom_emu + _LABEL + px(2), place.width_emu - px(2), _FOOT - px(2))
    sizes = (frame.size, pen.brand.type.chart, pen.brand.type.small)
    said = pen.fit(note, under.width_emu, sizes[1:], max_lines=1, may_shorten=True, leading=1.15)
    room = under.height_emu - said.height_emu
    told = pen.fit(name, under.width_emu, sizes, is_bold=is_bold, height_emu=room, may_shorten=True, leading=1.1)
    yield pen.write(f"{key}/name", under, (told, "ink"), (said, "muted"), align=Align.CENTRE)


def _link(at: int, level: Decimal, frame: _Frame, pen: Pen) -> Iterator[Mark]:
    """From what left the level to what takes it up."""
    if at + 1 < frame.places:
        _, start = frame.bar(at)
        end, _ = frame.bar(at + 1)
        yield pen.rule(f"{frame.block.key}/link/{at + 1}", start, end, frame.y(level), "muted")


def _reference(frame: _Frame, pen: Pen) -> Iterator[Mark]:
    """The level to compare the end with, dashed over its column."""
    reference = frame.block.reference
    if reference is not None:
        place, y = frame.place(frame.places - 1), frame.y(reference.value)
        ends = place.left_emu, place.right_emu
        yield Line(f"{frame.block.key}/reference", ends[0], y, ends[1], y, pen.colour("muted"), 1.0, is_dashed=True)
