"""Horizontal bars from zero, each with its figure at its end and a quieter one at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.brand import EMU_PER_PT, EMU_PER_PX, Box, Brand
from generator.charts.canvas import Anchor, Drawing, Line, Mark, Run
from generator.charts.fitting import FittedText, fit_text
from generator.charts.plots.axis import bar_axis
from generator.charts.plots.chart import CategoryAxis, Inner, NativeChart, Plot, PlotKind, PlotSeries, PointLabel, Spot
from generator.charts.plots.heading import TITLE, title_of
from generator.charts.style import series_colour
from generator.charts.typeset import paragraph, text_box
from generator.story.blocks.chart import Bar, BarChart
from generator.story.blocks.table import Align

_PITCH = 56 * EMU_PER_PX
_BAR_PITCH = 48 * EMU_PER_PX
_FOOT = 20 * EMU_PER_PX
_GAP = 70
_NAME_SHARE = 0.4
_BESIDE = 8  # points between a bar and its figure, and between a figure and what follows
_MOST_FIGURE_ROOM = 0.6


def arrange_bars(block: BarChart, box: Box, brand: Brand) -> tuple[Drawing | NativeChart, ...]:
    """The bars under their title, at most a pitch each: a few bars do not fill a slide."""
    offset = TITLE if block.title else 0
    foot = _FOOT if block.marker is not None else 0
    height = min(box.height_emu - offset - foot, _PITCH * max(1, len(block.bars)))
    place = Box(box.left_emu, box.top_emu + offset, box.width_emu, height)
    plot = _plot(block, place, brand)
    head = (title_of(block.key, block.title, box, brand),) if block.title else ()
    extras = tuple(_extras(block, plot, place, brand))
    drawn = (Drawing(f"{block.key}/extras", place, extras, alt=""),) if extras else ()
    names = _names(block, plot.left_emu - place.left_emu, place.height_emu, brand)
    return (*head, _chart(block, place, plot, names, brand), *drawn)


def bars_height(block: BarChart) -> int:
    """The height at which each bar has its pitch."""
    return _BAR_PITCH * len(block.bars) + (TITLE if block.title else 0) + (_FOOT if block.marker is not None else 0)


def _bounds(block: BarChart, plot: Box, brand: Brand) -> tuple[Decimal, Decimal]:
    """The ends of the axis; below zero there is room for the figures, which stand between the bars and the names."""
    axis = bar_axis(block)
    low, high = axis.low, axis.high
    share = _figures_pt([bar for bar in block.bars if bar.value < 0], brand) / plot.width_pt
    room = Decimal(min(share, _MOST_FIGURE_ROOM))
    return low - (high - low) * room / (1 - room), high


def _figures_pt(bars: Sequence[Bar], brand: Brand) -> float:
    """The room of the widest figure, in points."""
    widths = [brand.metrics.width_pt(bar.label, brand.type.table, bold=True) for bar in bars]
    return max(widths) + _BESIDE if widths else 0.0


def _plot(block: BarChart, box: Box, brand: Brand) -> Box:
    """The plot area: names at the left of it, notes at the right, labels beyond the ends of the bars."""
    metrics, size = brand.metrics, brand.type.table
    names = max((metrics.width_pt(bar.name, size) for bar in block.bars), default=0) + 8
    notes = max((metrics.width_pt(bar.note, size) for bar in block.bars), default=0)
    left = min(names * EMU_PER_PT, box.width_emu * _NAME_SHARE)
    right = (notes + (8 if notes else 0) + _figures_pt(block.bars, brand)) * EMU_PER_PT
    width = max(box.width_emu - left - right, box.width_emu / 5)
    return Box(round(box.left_emu + left), box.top_emu, round(width), box.height_emu)


def _names(block: BarChart, width_emu: int, height_emu: int, brand: Brand) -> tuple[FittedText, ...]:
    """The names at the largest size at which each stays beside its bar, else shortened at the smallest."""
    pitch, scale = height_emu // max(1, len(block.bars)), brand.type
    for size in scale.steps(scale.table, scale.small):
        fitted = tuple(
            fit_text(brand.metrics, bar.name, width_emu=width_emu, sizes_pt=(size,), height_emu=pitch, may_shorten=True)
            for bar in block.bars
        )
        if not any(name.is_shortened for name in fitted):
            break
    return fitted


def _chart(block: BarChart, box: Box, plot: Box, names: tuple[FittedText, ...], brand: Brand) -> NativeChart:
    low, high = _bounds(block, plot, brand)
    ink = brand.palette["ink"]
    labels = tuple(
        PointLabel(
            index=at,
            text=bar.label,
            size_pt=brand.type.table,
            colour=ink,
            is_bold=True,
            spot=Spot.END,
        )
        for at, bar in enumerate(block.bars)
        if bar.label
    )
    series = PlotSeries(
        key=f"{block.key}/bars",
        name=block.title or block.caption,
        values=tuple(bar.value for bar in block.bars),
        value_format=block.value_format,
        colour=brand.palette["message"],
        points=tuple((at, series_colour(bar, brand.palette)) for at, bar in enumerate(block.bars)),
        labels=labels,
    )
    return NativeChart(
        key=f"{block.key}/chart",
        box=box,
        alt=block.alt,
        categories=tuple(name.text for name in names),
        plots=(Plot(PlotKind.BARS, (series,), _GAP, is_stacked=False),),
        axis=CategoryAxis(size_pt=_size(names, brand), colour=ink, line=brand.palette["muted"], is_reversed=True),
        low=low,
        high=high,
        inner=Inner((plot.left_emu - box.left_emu) / box.width_emu, 0, plot.width_emu / box.width_emu, 1),
    )


def _size(names: tuple[FittedText, ...], brand: Brand) -> float:
    return min((name.size_pt for name in names), default=brand.type.table)


def _extras(block: BarChart, plot: Box, box: Box, brand: Brand) -> Iterator[Mark]:
    """The notes at the right, and the line of the value to compare with."""
    pitch = plot.height_emu // max(1, len(block.bars))
    for at, bar in enumerate(block.bars):
        if bar.note:
            run = Run(bar.note, brand.type.table, brand.palette["muted"])
            row = Box(plot.right_emu, plot.top_emu + at * pitch, box.right_emu - plot.right_emu, pitch)
            key = f"{block.key}/note/{bar.key}"
            yield text_box(key, row, paragraph(run, align=Align.RIGHT), anchor=Anchor.MIDDLE, wraps=False)
    if block.marker is not None:
        yield from _marker(block, block.marker, plot, brand)


def _marker(block: BarChart, value: Decimal, plot: Box, brand: Brand) -> Iterator[Mark]:
    low, high = _bounds(block, plot, brand)
    x = plot.left_emu + round((value - low) / (high - low) * plot.width_emu)
    grey = brand.palette["muted"]
    yield Line(f"{block.key}/marker", x, plot.top_emu, x, plot.bottom_emu, grey, 1.0, is_dashed=True)
    width = round((brand.metrics.width_pt(block.marker_label, brand.type.table) + 4) * EMU_PER_PT)
    label = Box(x - width // 2, plot.bottom_emu + 2 * EMU_PER_PX, width, 20 * EMU_PER_PX)
    run = Run(block.marker_label, brand.type.table, grey)
    yield text_box(f"{block.key}/marker/label", label, paragraph(run, align=Align.CENTRE), wraps=False)
