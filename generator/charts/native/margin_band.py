"""A line on a band of its own above the columns, as a chart on the same categories: no second axis, no crossing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing
from generator.charts.native.chart import CategoryAxis, Inner, NativeChart, Plot, PlotKind, PlotSeries, PointLabel, Spot
from generator.charts.native.column_frame import Frame
from generator.charts.native.line_labels import last_known, markers
from generator.charts.native.lines import TITLE, bounds, title_of
from generator.charts.native.numbers import label_code
from generator.charts.native.plotted import plotted
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
    low, high = bounds(block.line.values, starts_at_zero=False)
    yield NativeChart(
        key=f"{block.key}/line/chart",
        box=Box(box.left_emu, box.top_emu + TITLE, box.width_emu, _PLOT),
        alt=f"{title} · {_told(block, block.line)}",
        categories=block.categories,
        plots=(Plot(PlotKind.LINES, (_drawn(block.line, brand),)),),
        axis=CategoryAxis(size_pt=brand.type.small, colour=brand.palette["muted"], line=None, has_labels=False),
        low=low,
        high=high,
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
        labels=tuple(_labels(line, brand)),
    )


def _labels(line: Series, brand: Brand) -> Iterator[PointLabel]:
    last = last_known(line)
    for at, (value, text) in enumerate(zip(line.values, line.labels, strict=False)):
        if value is not None and text:
            yield PointLabel(
                index=at,
                code=label_code(text, value, ValueFormat.RATE),
                size_pt=brand.type.table if at == last else brand.type.chart,
                colour=series_colour(line, brand.palette),
                is_bold=at == last,
                spot=Spot.BELOW,
            )
