"""Labels of stacked columns: segments that matter, totals above, names at the right of the last column."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.brand import EMU_PER_PX, Box, Brand, Colour
from generator.charts.area import spread_upwards
from generator.charts.canvas import Anchor, Drawing, Run, Shape
from generator.charts.fitting import FittedText, fit_text
from generator.charts.plots.chart import PlotSeries, PointLabel, Spot
from generator.charts.plots.columns.plot import GAP_PERCENT, NAME_GAP, Frame, sums
from generator.charts.plots.known import last_known
from generator.charts.style import series_colour
from generator.charts.typeset import paragraph, text_box
from generator.story.blocks.chart import ColumnChart, Series, SeriesRole

_NAME_PITCH = 19 * EMU_PER_PX
_LEAST_SEGMENT = 15 * EMU_PER_PX
_NARROWEST_COLUMN_PT = 22
_MOST_LINES = 3


def segment_labels(
    series: Series, block: ColumnChart, frame: Frame, colour: Colour, brand: Brand
) -> Iterator[PointLabel]:
    """The values of the columns that matter, in segments tall enough to hold them."""
    shown = block.emphasised or (0, len(block.categories) - 1)
    wide = frame.plot.width_pt / max(1, len(block.categories)) / (1 + GAP_PERCENT / 100)
    for at, (value, text) in enumerate(zip(series.values, series.labels, strict=False)):
        alone = len(block.series) == 1 and not block.totals
        if value is None or not text or (at not in shown and not alone):
            continue
        if wide < _NARROWEST_COLUMN_PT or (frame.height_of(value) < _LEAST_SEGMENT and not alone):
            continue
        ink = brand.palette["ink"] if alone else brand.palette.text_on(colour)
        spot = Spot.END if alone else Spot.CENTRE
        yield PointLabel(index=at, text=text, size_pt=brand.type.chart, colour=ink, spot=spot)


def line_labels(line: Series, brand: Brand, *, last_pt: float) -> Iterator[PointLabel]:
    """The values of the line above the columns, under its points; the last in bold."""
    last, ink = last_known(line), series_colour(line, brand.palette)
    for at, (value, text) in enumerate(zip(line.values, line.labels, strict=False)):
        if value is not None and text:
            size = last_pt if at == last else brand.type.chart
            yield PointLabel(index=at, text=text, size_pt=size, colour=ink, is_bold=at == last, spot=Spot.BELOW)


def totals(block: ColumnChart, frame: Frame, brand: Brand) -> PlotSeries:
    """A series without line that carries the totals' labels, so that they follow the data."""
    values = sums(block)
    ink = brand.palette["ink"]
    pitch = frame.plot.width_pt / max(1, len(block.categories))
    widest = max((brand.metrics.width_pt(text, brand.type.table, bold=True) for text in block.totals), default=0)
    size = brand.type.table if widest + 4 <= pitch else brand.type.small
    labels = tuple(
        PointLabel(index=at, text=text, size_pt=size, colour=ink, is_bold=True)
        for at, text in enumerate(block.totals)
        if text
    )
    return PlotSeries(
        key=f"{block.key}/total",
        name="Σ",
        values=values,
        value_format=block.value_format,
        colour=None,
        labels=labels,
    )


def names(block: ColumnChart, frame: Frame, brand: Brand) -> Iterator[Drawing]:
    """The series' names beside the segments of the last column, spread where they would touch."""
    if len(block.series) < 2:
        return
    left = frame.plot.right_emu + NAME_GAP
    box = Box(left, frame.plot.top_emu, frame.box.right_emu - left, frame.plot.height_emu)
    fitted = [_fitted(series, box.width_emu, box.height_emu // len(block.series), brand) for series in block.series]
    pitch = max(_NAME_PITCH, *(name.height_emu for name in fitted))
    plot, half = frame.plot, pitch // 2
    middles = spread_upwards(_middles(block, frame), pitch, plot.top_emu + half, plot.bottom_emu - half)
    shapes = tuple(
        _name(series, name, Box(left, round(middle) - half, box.width_emu, pitch), brand)
        for series, name, middle in zip(block.series, fitted, middles, strict=True)
    )
    yield Drawing(f"{block.key}/names", box, shapes, alt="")


def _fitted(series: Series, width_emu: int, height_emu: int, brand: Brand) -> FittedText:
    """A name on one line, else on as many as its share of the height holds."""
    strong, scale = series.role is SeriesRole.MESSAGE, brand.type
    sizes = scale.steps(scale.table, scale.small)
    one = fit_text(brand.metrics, series.name, width_emu=width_emu, sizes_pt=sizes, max_lines=1, is_bold=strong)
    if one.fits:
        return one
    return fit_text(
        brand.metrics,
        series.name,
        width_emu=width_emu,
        sizes_pt=sizes[-1:],
        max_lines=_MOST_LINES,
        height_emu=height_emu,
        is_bold=strong,
        may_shorten=True,
    )


def _name(series: Series, name: FittedText, box: Box, brand: Brand) -> Shape:
    strong = series.role is SeriesRole.MESSAGE
    run = Run(name.text, name.size_pt, brand.palette["message" if strong else "ink"], is_bold=strong)
    return text_box(f"{series.key}/name", box, paragraph(run), anchor=Anchor.MIDDLE)


def _middles(block: ColumnChart, frame: Frame) -> list[int]:
    """The middle of each segment of the last column, what is above zero upwards, what is below it downwards."""
    last, up, down, found = len(block.categories) - 1, -frame.low, -frame.low, []
    for series in block.series:
        value = series.values[last] or Decimal(0)
        start = up if value >= 0 else down
        found.append(frame.plot.bottom_emu - frame.height_of(start + value / 2))
        up, down = (up + value, down) if value >= 0 else (up, down + value)
    return found
