"""The status bands of a line chart: soft fills behind it, what they mean at the right, their limits at the left."""

from __future__ import annotations

from generator.charts.area import Area, spread
from generator.charts.plots.lines.plot import LinePlot
from generator.charts.sketch import Look, Sketch
from generator.charts.style import rag_form, rag_style
from generator.story.blocks.chart import Band
from generator.story.blocks.table import Align


def draw_bands(sketch: Sketch, plot: LinePlot) -> None:
    """Lay the soft fills over the width of the plot."""
    for band in plot.chart.bands:
        style = rag_style(band.rag, sketch.brand.palette)
        top, bottom = _extent(plot, band)
        if style is not None and bottom > top:
            sketch.rectangle(Area(plot.area.left, top, plot.area.right, bottom), style.soft)


def tell_bands(sketch: Sketch, plot: LinePlot) -> None:
    """Lay the shape, the letter and the rule of each band that shows, right of the plot."""
    palette, area = sketch.brand.palette, plot.area
    extents = [_extent(plot, band) for band in plot.chart.bands]
    middles = spread([(top + bottom) / 2 for top, bottom in extents], 20, area.top + 8, area.bottom - 8)
    grey = Look(sketch.brand.type.chart, palette["muted"])
    for band, (top, bottom), middle in zip(plot.chart.bands, extents, middles, strict=True):
        style = rag_style(band.rag, palette)
        if style is None or bottom <= top:
            continue
        sketch.symbol(rag_form(style), area.right + 17.5, middle, 11, style.strong)
        letter = Look(sketch.brand.type.chart, style.strong, is_bold=True)
        sketch.label(band.letter, letter, area.right + 28, middle, align=Align.LEFT)
        sketch.label(band.text, grey, area.right + 42, middle, align=Align.LEFT)


def tell_axis(sketch: Sketch, plot: LinePlot) -> None:
    """Lay the values that the axis prints left of the plot."""
    area, look = plot.area, Look(sketch.brand.type.small, sketch.brand.palette["muted"])
    middles = spread([plot.y.place(tick.value) for tick in plot.ticks], 14, area.top, area.bottom)
    for tick, middle in zip(plot.ticks, middles, strict=True):
        sketch.label(tick.text, look, area.left - 8, middle, align=Align.RIGHT)


def _extent(plot: LinePlot, band: Band) -> tuple[float, float]:
    """The top and the bottom of a band, inside the plot."""
    area = plot.area
    top = area.top if band.high is None else max(area.top, plot.y.place(band.high))
    bottom = area.bottom if band.low is None else min(area.bottom, plot.y.place(band.low))
    return top, bottom
