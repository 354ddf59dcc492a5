"""Labels of stacked columns: segments that matter, totals above, names at the right of the last column."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.brand import EMU_PER_PX, Box, Brand, Colour
from generator.charts.canvas import Anchor, Drawing, Run, Shape
from generator.charts.fitting import FittedText, fit_text
from generator.charts.native.chart import PlotSeries, PointLabel, Spot
from generator.charts.native.column_frame import GAP_PERCENT, NAME_GAP, Frame, sums
from generator.charts.native.numbers import label_code, series_code
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
        code = label_code(text, value, block.value_format)
        spot = Spot.END if alone else Spot.CENTRE
        yield PointLabel(index=at, code=code, size_pt=brand.type.chart, colour=ink, spot=spot)


def totals(block: ColumnChart, frame: Frame, brand: Brand) -> PlotSeries:
    """A series without line that carries the totals' labels, so that they follow the data."""
    values = sums(block)
    ink = brand.palette["ink"]
    pitch = frame.plot.width_pt / max(1, len(block.categories))
    widest = max((brand.metrics.width_pt(text, brand.type.table, bold=True) for text in block.totals), default=0)
    size = brand.type.table if widest + 4 <= pitch else brand.type.small
    labels = tuple(
        PointLabel(index=at, code=label_code(text, value, block.value_format), size_pt=size, colour=ink, is_bold=True)
        for at, (text, value) in enumerate(zip(block.totals, values, strict=True))
        if text
    )
    return PlotSeries(
        key=f"{block.key}/total",
        name="Σ",
        values=values,
        code=series_code(block.value_format),
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
    middles = spread(_middles(block, frame), pitch, frame.plot.top_emu, frame.plot.bottom_emu)
    shapes = tuple(
        _name(series, name, Box(left, middle - pitch // 2, box.width_emu, pitch), brand)
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
    """The middle of each segment of the last column, from the bottom up."""
    last, base, found = len(block.categories) - 1, -frame.low, []
    for series in block.series:
        value = series.values[last] or Decimal(0)
        found.append(frame.plot.bottom_emu - frame.height_of(base + value / 2))
        base += value
    return found


def spread(middles: list[int], pitch: int, top: int, bottom: int) -> list[int]:
    """Places (from the bottom up) moved as little as it takes to stand a pitch apart between two bounds."""
    placed: list[int] = []
    for middle in middles:
        placed.append(min(middle, (placed[-1] - pitch) if placed else bottom - pitch // 2))
    ceiling = top + pitch // 2
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = max(placed[at], ceiling)
        ceiling = placed[at] + pitch
    return placed
