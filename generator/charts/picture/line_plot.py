"""Where the marks of a line chart stand: its area, its scale, its points, and what its axis prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.charts.picture.labels import Point
from generator.charts.picture.scale import Scale, printed, round_limits, step_for
from generator.charts.picture.sketch import Area, Look, Sketch
from generator.locales.language import Language
from generator.story.blocks.chart import LineChart, Series, ValueFormat

_BOTTOM = 30.0
_TITLE = 26.0
_HEADROOM = 24.0
_EDGE = 24.0
_FLOOR = 0.04  # of the height: a point nearer to the axis would lie on it


@dataclass(frozen=True, slots=True)
class LinePlot:
    """What every mark of the chart needs to know."""

    chart: LineChart
    area: Area
    y: Scale
    x: tuple[float, ...]

    def points(self, series: Series) -> list[Point | None]:
        """Where the values stand; None where there is none."""
        return [
            None if value is None else (x, self.y.place(value))
            for x, value in zip(self.x, series.values, strict=True)
        ]  # fmt: skip


def plot_lines(sketch: Sketch, chart: LineChart, *, language: Language, has_title: bool) -> LinePlot:
    """Settle the area between axis and band words, the scale, and the places of the categories."""
    top = (_TITLE if has_title and chart.title else 0.0) + 12
    area = Area(_left(sketch, chart, language), top, sketch.width - _right(sketch, chart), sketch.height - _BOTTOM)
    low, high = axis_limits(chart)
    y = Scale(low, high, area.bottom, area.top)
    peak = max((value for value in _values_of(chart) if value is not None), default=Decimal(0))
    if y.place(peak) - area.top < _HEADROOM:  # room for the label of the highest point
        y = Scale(low, low + (float(peak) - low) * area.height / (area.height - _HEADROOM), area.bottom, area.top)
    count = len(chart.categories)
    inner = area.width - 2 * _EDGE
    x = tuple(area.left + _EDGE + inner * (at / (count - 1) if count > 1 else 0.5) for at in range(count))
    return LinePlot(chart, area, y, x)


def axis_limits(chart: LineChart) -> tuple[float, float]:
    """The round ends of the axis; every band shows."""
    values = [value for value in _values_of(chart) if value is not None]
    edges = [edge for band in chart.bands for edge in (band.low, band.high) if edge is not None]
    low, high = round_limits([*values, *edges], from_zero=chart.starts_at_zero)
    if edges and high <= float(max(edges)):
        high += step_for(high - low, 5)
    if edges and low >= float(min(edges)) and low > 0:
        low -= step_for(high - low, 5)
    if low > 0 and values and float(min(values)) - low < (high - low) * _FLOOR:
        low = max(0.0, low - step_for(high - low, 5))
    return low, min(high, 1.0) if chart.value_format is ValueFormat.RATE and high <= 1.05 else high


def _values_of(chart: LineChart) -> Iterator[Decimal | None]:
    for series in (*chart.series, *((chart.target,) if chart.target else ())):
        yield from series.values


def has_axis(chart: LineChart) -> bool:
    """Whether the axis prints values: bands need their limits, and a line without labels needs a scale."""
    return bool(chart.bands) or not any(any(series.labels) for series in chart.series)


def axis_ticks(chart: LineChart, low: float, high: float) -> list[Decimal]:
    """Band limits and the ends of the axis; without bands, round steps."""
    ends = [Decimal(repr(round(low, 9))), Decimal(repr(round(high, 9)))]
    if chart.bands:
        return sorted({*ends, *(edge for band in chart.bands for edge in (band.low, band.high) if edge is not None)})
    step = Decimal(repr(round(step_for(high - low, 4), 9)))
    return [ends[0] + step * at for at in range(int((ends[1] - ends[0]) / step) + 1)]


def _left(sketch: Sketch, chart: LineChart, language: Language) -> float:
    if not has_axis(chart):
        return 0.0
    look = Look(sketch.brand.type.small, sketch.brand.palette["muted"])
    texts = [printed(tick, chart.value_format, language) for tick in axis_ticks(chart, *axis_limits(chart))]
    return max(30.0, 8 + max(sketch.text_width(text, look) for text in texts))


def _right(sketch: Sketch, chart: LineChart) -> float:
    look = Look(sketch.brand.type.chart, sketch.brand.palette["muted"], is_bold=True)
    if chart.bands:
        return max(96.0, 54 + max(sketch.text_width(band.text, look) for band in chart.bands))
    if len(chart.series) > 1:
        return 14 + max(sketch.text_width(series.name, look) for series in chart.series)
    return 0.0
