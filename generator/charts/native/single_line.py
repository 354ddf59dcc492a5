"""A native line with its target, over its status bands when it has any, where the picture has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing
from generator.charts.native.chart import Inner, NativeChart, Plot, PlotKind, PlotSeries, PointLabel, Spot
from generator.charts.native.line_labels import last_known, markers, side
from generator.charts.native.lines import LINE_PT, line_chart
from generator.charts.native.numbers import label_code, series_code
from generator.charts.native.plotted import plotted
from generator.charts.picture.line_bands import tell_axis, tell_bands
from generator.charts.picture.line_plot import LinePlot, axis_limits, plot_lines
from generator.charts.picture.sketch import Sketch
from generator.charts.style import label_colour, rag_style, series_colour
from generator.locales.language import Language
from generator.story.blocks.chart import Band, LineChart, Series

_TARGET_PT = 1.2
_BESIDE_PX = 11
_LABEL_PX = 26


def is_single(block: LineChart) -> bool:
    """Whether a chart is one line over time."""
    return len(block.series) == 1 and len(block.categories) > 1


def arrange_single_line(
    block: LineChart, box: Box, brand: Brand, language: Language
) -> tuple[Drawing | NativeChart, ...]:
    """The words about the plot, then the chart, each where the picture of the same size has it."""
    sketch = Sketch(block.key, brand, box.width_emu / EMU_PER_PX, box.height_emu / EMU_PER_PX)
    plot = plot_lines(sketch, block, language=language, has_title=bool(block.title))
    sketch.title(block.title)
    tell_bands(sketch, plot)
    tell_axis(sketch, plot, language)
    return sketch.drawing(""), _chart(plot, box, brand)


def _chart(plot: LinePlot, box: Box, brand: Brand) -> NativeChart:
    block, width, height = plot.chart, box.width_emu / EMU_PER_PX, box.height_emu / EMU_PER_PX
    targets = () if block.target is None else (_target(block.target, plot, height, brand),)
    lines = Plot(PlotKind.LINES, (*targets, _line(block.series[0], plot, brand)))
    areas = (Plot(PlotKind.AREAS, tuple(_areas(plot, brand))),) if _can_be_stacked(block) else ()
    chart = line_chart(block, box, brand)
    left, right = plot.x[0], plot.x[-1]
    return replace(
        chart,
        plots=(*areas, lines),
        axis=replace(chart.axis, line=brand.palette["muted"]),
        low=_exact(plot.y.low),
        high=_exact(plot.y.high),
        inner=Inner(left / width, plot.area.top / height, (right - left) / width, plot.area.height / height),
    )


def _upwards(block: LineChart) -> list[Band]:
    """The bands from the lowest to the highest."""
    return sorted(block.bands, key=lambda band: (band.low is not None, band.low or 0))


def _can_be_stacked(block: LineChart) -> bool:
    """Whether areas can tell the bands: from zero up, without a hole."""
    bands = _upwards(block)
    if not bands or axis_limits(block)[0] < 0:
        return False
    whole = bands[0].low is None and bands[-1].high is None
    return whole and all(below.high == above.low for below, above in pairwise(bands))


def _areas(plot: LinePlot, brand: Brand) -> Iterator[PlotSeries]:
    """A series a band, as thick as the band, on top of those below it."""
    top = _exact(plot.y.high)
    base = Decimal(0)
    for band in _upwards(plot.chart):
        style = rag_style(band.rag, brand.palette)
        upper = top if band.high is None else min(band.high, top)
        yield PlotSeries(
            key=f"{plot.chart.key}/band/{band.rag.value}",
            name=f"{band.letter} {band.text}",
            values=(max(upper - base, Decimal(0)),) * len(plot.chart.categories),
            code=series_code(plot.chart.value_format),
            colour=None if style is None else style.soft,
        )
        base = max(upper, base)


def _exact(value: float) -> Decimal:
    return Decimal(repr(round(value, 9)))


def _line(series: Series, plot: LinePlot, brand: Brand) -> PlotSeries:
    block, last = plot.chart, last_known(series)
    labels = (
        PointLabel(
            index=at,
            code=label_code(text, value, block.value_format),
            size_pt=brand.type.label if at == last else brand.type.chart,
            colour=label_colour(series, brand.palette) if at == last else brand.palette["ink"],
            is_bold=at == last,
            spot=_clear_side(series, at, plot),
        )
        for at, (value, text) in enumerate(zip(series.values, series.labels, strict=False))
        if value is not None and text
    )
    return replace(
        plotted(series, block.value_format, series_colour(series, brand.palette)),
        width_pt=LINE_PT,
        markers=markers(series),
        labels=tuple(labels),
    )


def _clear_side(series: Series, at: int, plot: LinePlot) -> Spot:
    """Away from where the line goes, unless the target or the axis passes there."""
    away, value = side(series.values, at), series.values[at]
    if value is None:
        return away
    y = plot.y.place(value)
    aim = None if plot.chart.target is None else plot.chart.target.values[at]
    down = None if aim is None else plot.y.place(aim) - y
    if away is Spot.BELOW and (plot.area.bottom - y < _LABEL_PX or (down is not None and 0 < down < _LABEL_PX)):
        return Spot.ABOVE
    if down is None:
        return away
    return Spot.BELOW if away is Spot.ABOVE and -_LABEL_PX < down < 0 else away


def _target(target: Series, plot: LinePlot, height: float, brand: Brand) -> PlotSeries:
    """The target over the bands, named at its start on the side where the line does not pass."""
    block = plot.chart
    ink = brand.palette["ink" if block.bands else "muted"]
    text = next((label for label in reversed(target.labels) if label), "")
    aim = target.values[0]
    labels: tuple[PointLabel, ...] = ()
    if text and aim is not None:
        label = PointLabel(
            index=0,
            code=label_code(text, aim, block.value_format),
            size_pt=brand.type.chart,
            colour=ink,
            is_bold=True,
            spot=Spot.RIGHT,
            shift=(_BESIDE_PX if _starts_above(block, aim) else -_BESIDE_PX) / height,
            with_name=not text.startswith(target.name),
        )
        labels = (label,)
    return replace(
        plotted(target, block.value_format, ink),
        width_pt=_TARGET_PT,
        is_dashed=True,
        labels=labels,
    )


def _starts_above(block: LineChart, aim: Decimal) -> bool:
    """Whether the first series sets out above the target."""
    values = [value for value in block.series[0].values[:2] if value is not None]
    return sum(values, Decimal(0)) >= aim * len(values)
