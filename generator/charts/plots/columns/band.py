"""A line on a band of its own above the columns, as a chart on the same categories: no second axis, no crossing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing
from generator.charts.plots.axis import series_axis
from generator.charts.plots.chart import CategoryAxis, Inner, NativeChart, Plot, PlotKind, PlotSeries
from generator.charts.plots.columns.labels import line_labels
from generator.charts.plots.columns.plot import Frame
from generator.charts.plots.heading import TITLE, title_of
from generator.charts.plots.lines.plot import ON_SLIDE
from generator.charts.plots.plotted import markers, plotted
from generator.charts.style import series_colour
from generator.story.blocks.chart import ColumnChart, Series, ValueFormat

_PLOT = 76 * EMU_PER_PX
BAND = TITLE + _PLOT


def margin_band(block: ColumnChart, box: Box, frame: Frame, brand: Brand) -> Iterator[Drawing | NativeChart]:
    """The line's title and its chart at the top of the box, as wide as the columns; nothing without a line."""
    if block.line is None:
        return
    title = block.line_title or block.line.name
    yield title_of(f"{block.key}/line", title, box, brand)
    axis = series_axis(block.line, ON_SLIDE.axis)
    yield NativeChart(
        key=f"{block.key}/line/chart",
        box=Box(box.left_emu, box.top_emu + TITLE, box.width_emu, _PLOT),
        alt=f"{title} · {_told(block, block.line)}",
        categories=block.categories,
        plots=(Plot(PlotKind.LINES, (_drawn(block.line, brand),)),),
        axis=CategoryAxis(size_pt=brand.type.small, colour=brand.palette["muted"], line=None, has_labels=False),
        low=axis.low,
        high=axis.high,
        inner=Inner(0, 0.12, frame.plot.width_emu / box.width_emu, 0.5),
    )


def _told(block: ColumnChart, line: Series) -> str:
    """The values with their categories, as printed."""
    pairs = zip(block.categories, line.labels, strict=False)
    return ", ".join(f"{category} {label}" for category, label in pairs if label)


def _drawn(line: Series, brand: Brand) -> PlotSeries:
    return replace(
        plotted(line, ValueFormat.RATE, series_colour(line, brand.palette)),
        markers=markers(line),
        labels=tuple(line_labels(line, brand, last_pt=brand.type.table)),
    )
