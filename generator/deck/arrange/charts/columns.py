"""Stacked columns: totals above, names at the right of the last column, and a line on a band of its own on top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.brand import EMU_PER_PT, EMU_PER_PX, Box, Brand, Colour
from generator.charts.canvas import Anchor, Drawing, Run, Shape
from generator.charts.style import series_colour
from generator.deck.arrange.charts.lines import TITLE, bounds, title_of
from generator.deck.arrange.charts.numbers import label_code, series_code
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.arrange.typeset import paragraph, text_box
from generator.deck.slides import (
    CategoryAxis,
    Inner,
    NativeChart,
    Plot,
    PlotKind,
    PlotSeries,
    PointLabel,
    Spot,
)
from generator.story.blocks.chart import ColumnChart, Series, SeriesRole, ValueFormat

_BAND = 76 * EMU_PER_PX
_HEADROOM = 24 * EMU_PER_PX
_FOOT = 28 * EMU_PER_PX
_NAME_GAP = 10 * EMU_PER_PX
_NAME_PITCH = 19 * EMU_PER_PX
_LEAST_SEGMENT = 15 * EMU_PER_PX
_NARROWEST_COLUMN_PT = 22
_GAP = 43
_LABEL_ROOM = Decimal("1.2")  # below zero, between the columns and the names of the categories


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the columns stand: the chart's box, its plot area, and the values at its foot and top."""

    box: Box
    plot: Box
    low: Decimal
    high: Decimal

    def height_of(self, value: Decimal) -> int:
        """The height of a value in EMU."""
        return round(value / (self.high - self.low) * self.plot.height_emu)

    @property
    def inner(self) -> Inner:
        """The plot area in shares of the chart."""
        plot, box = self.plot, self.box
        return Inner(
            (plot.left_emu - box.left_emu) / box.width_emu,
            (plot.top_emu - box.top_emu) / box.height_emu,
            plot.width_emu / box.width_emu,
            plot.height_emu / box.height_emu,
        )


def arrange_columns(block: ColumnChart, box: Box, brand: Brand) -> Exhibit:
    """The columns under their title; a line stands in a chart of its own above them, on the same categories."""
    top = (TITLE + _BAND) if block.line else 0
    lower = Box(box.left_emu, box.top_emu + top, box.width_emu, box.height_emu - top)
    head = (title_of(block.key, block.title, lower, brand),) if block.title else ()
    offset = TITLE if block.title else 0
    room = Box(lower.left_emu, lower.top_emu + offset, lower.width_emu, lower.height_emu - offset)
    frame = _frame(block, room, brand)
    elements = (*_line(block, box, frame, brand), *head, _chart(block, frame, brand), *_names(block, frame, brand))
    return Exhibit(elements)


def sums(block: ColumnChart) -> tuple[Decimal, ...]:
    """The height of each column."""
    return tuple(
        sum((one.values[at] or Decimal(0) for one in block.series), Decimal(0)) for at in range(len(block.categories))
    )


def _negatives(block: ColumnChart) -> tuple[Decimal, ...]:
    """What each column shows below zero."""
    return tuple(
        sum((min(one.values[at] or Decimal(0), Decimal(0)) for one in block.series), Decimal(0))
        for at in range(len(block.categories))
    )


def _frame(block: ColumnChart, box: Box, brand: Brand) -> Frame:
    named = len(block.series) > 1
    widest = max((brand.metrics.width_pt(one.name, brand.type.table, bold=True) for one in block.series), default=0)
    right = round((widest + 4) * EMU_PER_PT) + _NAME_GAP if named else 0
    right = min(right, box.width_emu // 3)
    plot = Box(box.left_emu, box.top_emu + _HEADROOM, box.width_emu - right, box.height_emu - _HEADROOM - _FOOT)
    found = sums(block)
    high = max((*found, Decimal(0)))
    low = min((*_negatives(block), Decimal(0)))
    return Frame(box, plot, low * _LABEL_ROOM, high if high > 0 else Decimal(1))


def _chart(block: ColumnChart, frame: Frame, brand: Brand) -> NativeChart:
    is_stacked = len(block.series) > 1
    columns = Plot(
        PlotKind.COLUMNS, tuple(_column(one, block, frame, brand) for one in block.series), _GAP, is_stacked=is_stacked
    )
    totals = Plot(PlotKind.LINES, (_totals(block, frame, brand),)) if block.totals else None
    return NativeChart(
        key=f"{block.key}/chart",
        box=frame.box,
        alt=block.alt,
        categories=block.categories,
        plots=(columns, totals) if totals else (columns,),
        axis=_axis(block, frame, brand),
        low=frame.low,
        high=frame.high,
        inner=frame.inner,
    )


def _axis(block: ColumnChart, frame: Frame, brand: Brand) -> CategoryAxis:
    widest = max((brand.metrics.width_pt(name, brand.type.chart) for name in block.categories), default=0) + 4
    pitch = frame.plot.width_pt / max(1, len(block.categories))
    return CategoryAxis(
        size_pt=brand.type.chart,
        colour=brand.palette["accent6"],
        line=brand.palette["accent6"],
        skip=max(1, -(-int(widest) // max(1, int(pitch)))),
    )


def _column(series: Series, block: ColumnChart, frame: Frame, brand: Brand) -> PlotSeries:
    colour = series_colour(series, brand.palette)
    return PlotSeries(
        key=series.key,
        name=series.name,
        values=series.values,
        code=series_code(block.value_format),
        colour=colour,
        labels=tuple(_segment_labels(series, block, frame, colour, brand)),
        separator=brand.palette["lt1"],
    )


def _segment_labels(
    series: Series, block: ColumnChart, frame: Frame, colour: Colour, brand: Brand
) -> Iterator[PointLabel]:
    """The values of the columns that matter, in segments tall enough to hold them."""
    shown = block.emphasised or (0, len(block.categories) - 1)
    wide = frame.plot.width_pt / max(1, len(block.categories)) / (1 + _GAP / 100)
    for at, (value, text) in enumerate(zip(series.values, series.labels, strict=False)):
        alone = len(block.series) == 1 and not block.totals
        if value is None or not text or (at not in shown and not alone):
            continue
        if wide < _NARROWEST_COLUMN_PT or (frame.height_of(value) < _LEAST_SEGMENT and not alone):
            continue
        ink = brand.palette["dk1"] if alone else brand.palette.text_on(colour)
        code = label_code(text, value, block.value_format)
        spot = Spot.END if alone else Spot.CENTRE
        yield PointLabel(index=at, code=code, size_pt=brand.type.chart, colour=ink, spot=spot)


def _totals(block: ColumnChart, frame: Frame, brand: Brand) -> PlotSeries:
    """A series without line that carries the totals' labels, so that they follow the data."""
    values = sums(block)
    ink = brand.palette["dk1"]
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


def _names(block: ColumnChart, frame: Frame, brand: Brand) -> Iterator[Drawing]:
    """The series' names beside the segments of the last column, spread where they would touch."""
    if len(block.series) < 2:
        return
    left = frame.plot.right_emu + _NAME_GAP
    middles = spread(_middles(block, frame), _NAME_PITCH, frame.plot.top_emu, frame.plot.bottom_emu)
    box = Box(left, frame.plot.top_emu, frame.box.right_emu - left, frame.plot.height_emu)
    shapes = tuple(
        _name(series, Box(left, middle - _NAME_PITCH // 2, box.width_emu, _NAME_PITCH), brand)
        for series, middle in zip(block.series, middles, strict=True)
    )
    yield Drawing(f"{block.key}/names", box, shapes, alt="")


def _name(series: Series, box: Box, brand: Brand) -> Shape:
    strong = series.role is SeriesRole.MESSAGE
    size = brand.metrics.fit(series.name, width_pt=box.width_pt, sizes_pt=(11, 10, 9), max_lines=1, bold=strong).size_pt
    run = Run(series.name, size, brand.palette["accent1" if strong else "dk1"], is_bold=strong)
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


def _line(block: ColumnChart, box: Box, frame: Frame, brand: Brand) -> Iterator[Drawing | NativeChart]:
    line = block.line
    if line is None:
        return
    yield title_of(f"{block.key}/line", block.line_title or line.name, box, brand)
    place = Box(box.left_emu, box.top_emu + TITLE, box.width_emu, _BAND)
    colour = series_colour(line, brand.palette)
    low, high = bounds(line.values, starts_at_zero=False)
    last = max((at for at, value in enumerate(line.values) if value is not None), default=0)
    labels = tuple(
        PointLabel(
            index=at,
            code=label_code(text, value, ValueFormat.RATE),
            size_pt=brand.type.table if at == last else brand.type.chart,
            colour=colour,
            is_bold=at == last,
            spot=Spot.BELOW,
        )
        for at, (value, text) in enumerate(zip(line.values, line.labels, strict=False))
        if value is not None and text
    )
    drawn = PlotSeries(
        key=line.key,
        name=line.name,
        values=line.values,
        code=series_code(ValueFormat.RATE),
        colour=colour,
        markers=tuple((label.index, 8 if label.index == last else 5) for label in labels),
        labels=labels,
    )
    yield NativeChart(
        key=f"{block.key}/line/chart",
        box=place,
        alt=block.alt,
        categories=block.categories,
        plots=(Plot(PlotKind.LINES, (drawn,)),),
        axis=CategoryAxis(size_pt=brand.type.small, colour=brand.palette["accent6"], line=None, has_labels=False),
        low=low,
        high=high,
        inner=Inner(0, 0.12, frame.plot.width_emu / box.width_emu, 0.5),
    )
