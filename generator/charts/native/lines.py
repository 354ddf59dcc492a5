"""Line charts: the message last, its ends labelled; the target a dashed series of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.brand import EMU_PER_PT, EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing
from generator.charts.native.chart import CategoryAxis, Inner, NativeChart, Plot, PlotKind, PlotSeries
from generator.charts.native.line_labels import (
    Scale,
    first_known,
    last_known,
    markers,
    room_at_right,
    target_labels,
    targets,
    value_labels,
)
from generator.charts.native.plotted import plotted
from generator.charts.style import series_colour
from generator.charts.typeset import label
from generator.story.blocks.chart import LineChart, Series

TITLE = 28 * EMU_PER_PX
_DASH_PT = 1.0
LINE_PT = 2.25


def arrange_lines(block: LineChart, box: Box, brand: Brand) -> tuple[Drawing | NativeChart, ...]:
    """The chart under its title."""
    if not block.title:
        return (line_chart(block, box, brand),)
    chart = Box(box.left_emu, box.top_emu + TITLE, box.width_emu, box.height_emu - TITLE)
    return (title_of(block.key, block.title, box, brand), line_chart(block, chart, brand))


def title_of(key: str, title: str, box: Box, brand: Brand) -> Drawing:
    """The words above a chart: what is plotted, in which unit."""
    place = box.band(0, TITLE)
    return Drawing(f"{key}/heading", place, (label(f"{key}/heading/text", place, title, brand),), alt="")


def line_chart(block: LineChart, box: Box, brand: Brand, *, is_small: bool = False) -> NativeChart:
    """The native chart over a box; a small one (a card's) leaves its categories to be named under it."""
    block = _quiet(block) if is_small else block
    series = (*block.series, *targets(block))
    size = brand.type.chart
    right = room_at_right(block, brand, size)
    top, bottom = 20 * EMU_PER_PX, (4 if is_small else 28) * EMU_PER_PX
    left = (6 if is_small else 24) * EMU_PER_PX
    plot = Box(left, top, max(1, box.width_emu - left - right), max(1, box.height_emu - top - bottom))
    low, high = bounds([value for one in series for value in one.values], starts_at_zero=block.starts_at_zero)
    scale = Scale(low, high, plot.height_emu)
    drawn = tuple(_plot_series(one, block, scale, box, brand) for one in (*targets(block), *block.series))
    return NativeChart(
        key=f"{block.key}/chart",
        box=box,
        alt=block.alt,
        categories=block.categories,
        plots=(Plot(PlotKind.LINES, drawn),),
        axis=CategoryAxis(
            size_pt=size,
            colour=brand.palette["muted"],
            line=brand.palette["frame"],
            skip=_skip(block.categories, plot.width_emu, brand),
            has_labels=not is_small,
            is_edge_to_edge=len(block.categories) > 1,
        ),
        low=low,
        high=high,
        inner=_inner(plot, box),
    )


def _quiet(block: LineChart) -> LineChart:
    """The chart with the labels of its ends only."""
    return replace(block, series=tuple(replace(one, labels=_ends_only(one)) for one in block.series))


def _ends_only(series: Series) -> tuple[str, ...]:
    ends = (first_known(series), last_known(series))
    return tuple(text if at in ends else "" for at, text in enumerate(series.labels))


def bounds(values: Sequence[Decimal | None], *, starts_at_zero: bool) -> tuple[Decimal, Decimal]:
    """The ends of a value axis: a margin about what is plotted, so that labels stay inside."""
    known = [value for value in values if value is not None] or [Decimal(0), Decimal(1)]
    low, high = min(known), max(known)
    span = high - low or abs(high) or Decimal(1)
    below = Decimal(0) if starts_at_zero and low >= 0 else low - span * Decimal("0.2")
    return below, high + span * Decimal("0.12")


def _inner(plot: Box, box: Box) -> Inner:
    width, height = box.width_emu, box.height_emu
    return Inner(plot.left_emu / width, plot.top_emu / height, plot.width_emu / width, plot.height_emu / height)


def _skip(categories: Sequence[str], width_emu: int, brand: Brand) -> int:
    """One label in how many, so that they stand side by side."""
    widest = max((brand.metrics.width_pt(name, brand.type.chart) for name in categories), default=0) + 8
    room = max(1, int(width_emu / EMU_PER_PT // max(widest, 1)))
    return max(1, -(-len(categories) // room))


def _plot_series(series: Series, block: LineChart, scale: Scale, box: Box, brand: Brand) -> PlotSeries:
    colour = series_colour(series, brand.palette)
    is_target = series is block.target
    return replace(
        plotted(series, block.value_format, colour),
        width_pt=_DASH_PT if is_target else LINE_PT,
        is_dashed=is_target,
        markers=() if is_target else markers(series),
        labels=target_labels(series, block, scale, box, brand)
        if is_target
        else value_labels(series, block, colour, scale, box, brand),
    )
