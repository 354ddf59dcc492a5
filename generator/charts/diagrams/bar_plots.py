"""The plots in the cells of a table: bars from zero, steps of a bridge, dumbbells, and a level to read them by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from generator.brand import Box, Colour
from generator.charts.canvas import Form, Mark
from generator.charts.diagrams.pen import Pen, px
from generator.charts.style import series_colour
from generator.story.blocks.bar_table import BarTable, Pair, PlotColumn, Stretch, WordColumn
from generator.story.blocks.chart import Series
from generator.story.blocks.table import Align

_DOT = px(10)
_AIR = px(5)
_THICK = px(16)
_HEAD = px(22)


@dataclass(frozen=True, slots=True)
class PlotScale:
    """Values of a column over the places of its plots; labels stand beyond both ends."""

    low: Decimal
    high: Decimal
    left_emu: int
    right_emu: int

    def x(self, value: Decimal) -> int:
        """Where a value stands."""
        share = (value - self.low) / (self.high - self.low)
        return self.left_emu + round((self.right_emu - self.left_emu) * share)


def plot_scale(block: BarTable, at: int, place: Box, size_pt: float, pen: Pen) -> PlotScale | None:
    """The scale of a column of plots: bars from zero, pairs about their own extent; None for a column of words."""
    column = block.columns[at]
    if not isinstance(column, PlotColumn):
        return None
    cells = [row.cells[at] for row in block.rows if not row.heading]
    stretches = [cell for cell in cells if isinstance(cell, Stretch)]
    pairs = [cell for cell in cells if isinstance(cell, Pair)]
    ends = [end for one in stretches for end in (one.start, one.end)]
    values = [*ends, *(value for one in pairs for value in (one.before, one.after) if value is not None)]
    values += [column.target] if column.target is not None else []
    values += [Decimal(0)] if stretches or not values else []
    low, high = min(values), max(values)
    left = _room(stretches, pairs, size_pt, pen, before=True) if low < 0 or pairs else 0
    right = _room(stretches, pairs, size_pt, pen, before=False)
    high = high if high > low else low + 1
    return PlotScale(low, high, place.left_emu + left, max(place.right_emu - right, place.left_emu + left + px(24)))


def _room(stretches: Sequence[Stretch], pairs: Sequence[Pair], size_pt: float, pen: Pen, *, before: bool) -> int:
    """What the labels ask for at one end."""
    bars = [one.label for one in stretches if (one.end < one.start) is before and not one.is_step]
    dots = [label for one in pairs for label in (one.before_label, one.after_label)]
    widest = pen.widest([*bars, *dots], size_pt, is_bold=True)
    return widest + _AIR + (_DOT // 2 if pairs else 0) if widest else 0


def plot_marks(
    key: str, cell: Stretch | Pair, scale: PlotScale, spot: Box, pen: Pen, *, size: float, strong: bool
) -> Iterator[Mark]:
    """The plot of a cell."""
    match cell:
        case Stretch():
            yield from _stretch(key, cell, scale, spot, pen, size=size, strong=strong)
        case Pair():
            yield from _pair(key, cell, scale, spot, pen, size=size)
        case _:
            assert_never(cell)


def _stretch(
    key: str, cell: Stretch, scale: PlotScale, spot: Box, pen: Pen, *, size: float, strong: bool
) -> Iterator[Mark]:
    start, end = scale.x(cell.start), scale.x(cell.end)
    tall = min(_THICK, spot.height_emu - px(6))
    top = spot.top_emu + (spot.height_emu - tall) // 2
    colour = _colour(cell, pen)
    bar = Box(min(start, end), top, max(abs(end - start), px(2)), tall)
    yield pen.fill(f"{key}/bar", bar, colour)
    if cell.is_step:
        yield pen.upright(f"{key}/step", start, spot.top_emu - (spot.height_emu - tall) // 2, top, "connector")
    if not cell.label:
        return
    wide = pen.width(cell.label, size, is_bold=strong)
    if cell.is_step or scale.low == scale.high:
        inside = bar.width_emu >= wide + px(8)
        left = bar.left_emu + px(6) if inside else bar.left_emu - wide - _AIR
        ink = pen.brand.palette.text_on(colour) if inside else pen.colour("ink")
        label = Box(max(left, spot.left_emu), spot.top_emu, wide, spot.height_emu)
        yield pen.line_of(f"{key}/label", label, cell.label, size, ink, is_bold=strong)
        return
    left = end - _AIR - wide if cell.end < cell.start else max(end, start) + _AIR
    label = Box(left, spot.top_emu, wide, spot.height_emu)
    yield pen.line_of(f"{key}/label", label, cell.label, size, "ink", is_bold=strong)


def _colour(cell: Stretch, pen: Pen) -> Colour:
    return series_colour(Series("", "", (), role=cell.role, rank=cell.rank), pen.brand.palette)


def _pair(key: str, cell: Pair, scale: PlotScale, spot: Box, pen: Pen, *, size: float) -> Iterator[Mark]:
    """From hollow to filled, the labels outside of both."""
    middle = spot.top_emu + spot.height_emu // 2
    after = scale.x(cell.after)
    before = after if cell.before is None else scale.x(cell.before)
    rises = before <= after
    if cell.before is not None:
        yield pen.rule(f"{key}/way", min(before, after), max(before, after), middle, "reserved", width_pt=1.5)
        yield pen.frame(f"{key}/before", _dot(before, middle), "reserved", width_pt=1.2, form=Form.ELLIPSE)
        yield from _beside(f"{key}/before/label", cell.before_label, before, spot, pen, size, is_left=rises, bold=False)
    yield pen.fill(f"{key}/after", _dot(after, middle), "reserved", form=Form.ELLIPSE)
    yield from _beside(f"{key}/after/label", cell.after_label, after, spot, pen, size, is_left=not rises, bold=True)


def _dot(x: int, middle: int) -> Box:
    return Box(x - _DOT // 2, middle - _DOT // 2, _DOT, _DOT)


def _beside(
    key: str, text: str, x: int, spot: Box, pen: Pen, size: float, *, is_left: bool, bold: bool
) -> Iterator[Mark]:
    if not text:
        return
    wide = pen.width(text, size, is_bold=bold)
    left = x - _DOT // 2 - _AIR - wide if is_left else x + _DOT // 2 + _AIR
    place = Box(left, spot.top_emu, wide, spot.height_emu)
    yield pen.line_of(key, place, text, size, "reserved" if bold else "muted", is_bold=bold)


def target_marks(
    key: str,
    columns: Sequence[WordColumn | PlotColumn],
    scales: Sequence[PlotScale | None],
    top: int,
    bottom: int,
    pen: Pen,
) -> Iterator[Mark]:
    """Through all rows of a column: zero where bars go both ways, or the level; over it what hollow and filled are."""
    for at, (column, scale) in enumerate(zip(columns, scales, strict=True), start=1):
        if not isinstance(column, PlotColumn) or scale is None:
            continue
        if column.target is not None:
            yield pen.upright(f"{key}/target/{at}", scale.x(column.target), top, bottom, "ink", width_pt=1.25)
        elif scale.low < 0 and not column.marks:
            yield pen.upright(f"{key}/zero/{at}", scale.x(Decimal(0)), top, bottom, "muted")
        if column.marks:
            yield from _pair_legend(f"{key}/marks/{at}", column.marks, scale, top, pen)


def _pair_legend(key: str, words: tuple[str, str], scale: PlotScale, bottom: int, pen: Pen) -> Iterator[Mark]:
    size, middle = pen.brand.type.small, bottom - _HEAD // 2
    left = scale.left_emu
    for name, text, is_filled in (("before", words[0], False), ("after", words[1], True)):
        dot = Box(left, middle - _DOT // 2, _DOT, _DOT)
        if is_filled:
            yield pen.fill(f"{key}/{name}", dot, "reserved", form=Form.ELLIPSE)
        else:
            yield pen.frame(f"{key}/{name}", dot, "reserved", width_pt=1.2, form=Form.ELLIPSE)
        wide = pen.width(text, size)
        yield pen.line_of(
            f"{key}/{name}/words",
            Box(dot.right_emu + px(4), middle - _HEAD // 2, wide, _HEAD),
            text,
            size,
            "muted",
            align=Align.LEFT,
        )
        left = dot.right_emu + px(4) + wide + px(12)
