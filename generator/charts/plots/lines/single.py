"""A live line with its target, over its status bands when it has any, where the picture has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing
from generator.charts.plots.chart import NativeChart, Plot, PlotKind, PlotSeries
from generator.charts.plots.lines.bands import tell_axis, tell_bands
from generator.charts.plots.lines.live import live_lines
from generator.charts.plots.lines.plot import LinePlot, plot_lines, titled
from generator.charts.sketch import Sketch
from generator.charts.style import rag_style
from generator.locales.language import Language
from generator.story.blocks.chart import Band, LineChart


def is_single(block: LineChart) -> bool:
    """Whether a chart is one line over time."""
    return len(block.series) == 1 and len(block.categories) > 1


def arrange_single_line(
    block: LineChart, box: Box, brand: Brand, language: Language
) -> tuple[Drawing | NativeChart, ...]:
    """The words about the plot, then the chart, each where the picture of the same size has it."""
    sketch = Sketch(block.key, brand, box.width_emu / EMU_PER_PX, box.height_emu / EMU_PER_PX)
    room = titled(block, has_title=bool(block.title))
    plot = plot_lines(block, sketch.width, sketch.height, brand, room=room, language=language)
    sketch.title(block.title)
    tell_bands(sketch, plot)
    tell_axis(sketch, plot)
    told = replace(plot, axis=plot.axis.told())
    return sketch.drawing(""), _over_bands(live_lines(told, box, brand), told, brand)


def _over_bands(chart: NativeChart, plot: LinePlot, brand: Brand) -> NativeChart:
    if not _can_be_stacked(plot):
        return chart
    return replace(chart, plots=(Plot(PlotKind.AREAS, tuple(_areas(plot, brand))), *chart.plots))


def _upwards(block: LineChart) -> list[Band]:
    """The bands from the lowest to the highest."""
    return sorted(block.bands, key=lambda band: (band.low is not None, band.low or 0))


def _can_be_stacked(plot: LinePlot) -> bool:
    """Whether areas can tell the bands: from zero up, without a hole."""
    bands = _upwards(plot.chart)
    if not bands or plot.axis.low < 0:
        return False
    whole = bands[0].low is None and bands[-1].high is None
    return whole and all(below.high == above.low for below, above in pairwise(bands))


def _areas(plot: LinePlot, brand: Brand) -> Iterator[PlotSeries]:
    """A series a band, as thick as the band, on top of those below it."""
    base, top = Decimal(0), plot.axis.high
    for band in _upwards(plot.chart):
        style = rag_style(band.rag, brand.palette)
        upper = top if band.high is None else min(band.high, top)
        yield PlotSeries(
            key=f"{plot.chart.key}/band/{band.rag.value}",
            name=f"{band.letter} {band.text}",
            values=(max(upper - base, Decimal(0)),) * len(plot.chart.categories),
            value_format=plot.chart.value_format,
            colour=None if style is None else style.soft,
        )
        base = max(upper, base)
