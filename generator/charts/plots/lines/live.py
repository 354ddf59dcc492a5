"""A line chart that stays live: the message last, its labels; the target a dashed series of its own."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing
from generator.charts.plots.categories import stride
from generator.charts.plots.chart import CategoryAxis, NativeChart, Plot, PlotKind, PlotSeries
from generator.charts.plots.heading import TITLE, title_of
from generator.charts.plots.known import first_known, last_known
from generator.charts.plots.lines.labels import target_ink, target_label, value_labels
from generator.charts.plots.lines.plot import ON_CARD, ON_SLIDE, LinePlot, plot_lines
from generator.charts.plots.plotted import markers, plotted
from generator.charts.sketch import PX_PER_PT
from generator.charts.style import series_colour
from generator.story.blocks.chart import LineChart, Series

_TARGET_PT = 1.0
_TARGET_ON_BANDS_PT = 1.2
_NAME_GAP_PT = 8


def arrange_lines(block: LineChart, box: Box, brand: Brand) -> tuple[Drawing | NativeChart, ...]:
    """The chart under its title."""
    if not block.title:
        return (line_chart(block, box, brand),)
    chart = Box(box.left_emu, box.top_emu + TITLE, box.width_emu, box.height_emu - TITLE)
    return (title_of(block.key, block.title, box, brand), line_chart(block, chart, brand))


def line_chart(block: LineChart, box: Box, brand: Brand, *, is_small: bool = False) -> NativeChart:
    """The live chart over a box; a small one (a card's) leaves its categories to be named under it."""
    shown = replace(_quiet(block) if is_small else block, bands=())
    room = ON_CARD if is_small else ON_SLIDE
    plot = plot_lines(shown, box.width_emu / EMU_PER_PX, box.height_emu / EMU_PER_PX, brand, room=room)
    return live_lines(plot, box, brand, has_names=not is_small)


def live_lines(plot: LinePlot, box: Box, brand: Brand, *, has_names: bool = True) -> NativeChart:
    """The chart of a plot over its box; ``has_names`` of its categories."""
    block = plot.chart
    targets = () if block.target is None else (_target(block.target, plot, brand),)
    size = brand.type.chart
    return NativeChart(
        key=f"{block.key}/chart",
        box=box,
        alt=block.alt,
        categories=block.categories,
        plots=(Plot(PlotKind.LINES, (*targets, *(_line(one, plot, brand) for one in block.series))),),
        axis=CategoryAxis(
            size_pt=size,
            colour=brand.palette["muted"],
            line=brand.palette["frame" if plot.room.has_values_beside else "muted"],
            skip=stride(brand, block.categories, _pitch_pt(plot), _NAME_GAP_PT),
            has_labels=has_names,
            is_edge_to_edge=len(block.categories) > 1,
        ),
        low=plot.axis.low,
        high=plot.axis.high,
        inner=plot.inner,
    )


def _quiet(block: LineChart) -> LineChart:
    """The chart with the labels of its ends only."""
    return replace(block, series=tuple(replace(one, labels=_ends_only(one)) for one in block.series))


def _ends_only(series: Series) -> tuple[str, ...]:
    ends = (first_known(series), last_known(series))
    return tuple(text if at in ends else "" for at, text in enumerate(series.labels))


def _pitch_pt(plot: LinePlot) -> float:
    return plot.inner.width * plot.width / PX_PER_PT / max(1, len(plot.chart.categories))


def _line(series: Series, plot: LinePlot, brand: Brand) -> PlotSeries:
    return replace(
        plotted(series, plot.chart.value_format, series_colour(series, brand.palette)),
        markers=markers(series),
        labels=value_labels(series, plot, brand),
    )


def _target(target: Series, plot: LinePlot, brand: Brand) -> PlotSeries:
    is_quiet, label = plot.room.has_values_beside, target_label(plot, brand)
    ink = series_colour(target, brand.palette) if is_quiet else target_ink(plot.chart, brand)
    return replace(
        plotted(target, plot.chart.value_format, ink),
        width_pt=_TARGET_PT if is_quiet else _TARGET_ON_BANDS_PT,
        is_dashed=True,
        labels=() if label is None else (label,),
    )
