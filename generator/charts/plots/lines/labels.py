"""Labels of line charts: what is printed beside which point, in which look, on which side of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.brand import Brand
from generator.brand.palette import Colour
from generator.charts.plots.chart import PointLabel, Spot
from generator.charts.plots.known import first_known, last_known
from generator.charts.plots.lines.plot import LinePlot, end_name
from generator.charts.style import label_colour
from generator.story.blocks.chart import LineChart, Series

_TOUCHING = 17
_LABEL = 26
_BESIDE = 11


def value_labels(series: Series, plot: LinePlot, brand: Brand) -> tuple[PointLabel, ...]:
    """The labels of a series, its last value in bold.

    Beside the line the last value brings the name of a line with companions, and the first one is quiet.
    """
    return tuple(_value_labels(series, plot, brand))


def target_label(plot: LinePlot, brand: Brand) -> PointLabel | None:
    """The label of the target: at its end where values stand beside the lines, else at its start, with its name."""
    target = plot.chart.target
    if target is None:
        return None
    return _beside_target(target, plot, brand) if plot.room.has_values_beside else _on_target(target, plot, brand)


def target_ink(chart: LineChart, brand: Brand) -> Colour:
    """The target is dark on the bands, quiet elsewhere."""
    return brand.palette["ink" if chart.bands else "muted"]


def _value_labels(series: Series, plot: LinePlot, brand: Brand) -> Iterator[PointLabel]:
    first, last, is_beside = first_known(series), last_known(series), plot.room.has_values_beside
    scale, own, quiet = brand.type, label_colour(series, brand.palette), brand.palette["muted"]
    for at, (value, text) in enumerate(zip(series.values, series.labels, strict=False)):
        if value is None or not text:
            continue
        if at == last:
            yield PointLabel(
                index=at,
                text=text,
                size_pt=scale.chart + 1 if is_beside else scale.label,
                colour=own,
                is_bold=True,
                spot=Spot.RIGHT if is_beside else _clear_side(series, at, plot),
                shift=_spread(series, plot) if is_beside else 0,
                with_name=is_beside and bool(end_name(series, plot.chart)),
            )
        elif is_beside:
            ink = quiet if at == first else own
            yield PointLabel(index=at, text=text, size_pt=scale.chart, colour=ink, spot=_side(series.values, at))
        else:
            ink, spot = brand.palette["ink"], _clear_side(series, at, plot)
            yield PointLabel(index=at, text=text, size_pt=scale.chart, colour=ink, spot=spot)


def _beside_target(target: Series, plot: LinePlot, brand: Brand) -> PointLabel | None:
    at = last_known(target)
    if at is None or not target.labels or not target.labels[at]:
        return None
    shift = -_spread(plot.chart.series[0], plot) if plot.chart.series else 0
    ink = brand.palette["muted"]
    return PointLabel(
        index=at, text=target.labels[at], size_pt=brand.type.chart, colour=ink, spot=Spot.RIGHT, shift=shift
    )


def _on_target(target: Series, plot: LinePlot, brand: Brand) -> PointLabel | None:
    """At the start of the target, on the side where the line does not pass."""
    text = next((label for label in reversed(target.labels) if label), "")
    at = first_known(target)
    if not text or at is None:
        return None
    aim = target.values[at] or Decimal(0)
    return PointLabel(
        index=at,
        text=text,
        size_pt=brand.type.chart,
        colour=target_ink(plot.chart, brand),
        is_bold=True,
        spot=Spot.RIGHT,
        shift=(_BESIDE if _starts_above(plot.chart, aim) else -_BESIDE) / plot.height,
        with_name=not text.startswith(target.name),
    )


def _starts_above(chart: LineChart, aim: Decimal) -> bool:
    """Whether the first series sets out above the target."""
    values = [value for value in chart.series[0].values[:2] if value is not None]
    return sum(values, Decimal(0)) >= aim * len(values)


def _side(values: Sequence[Decimal | None], at: int) -> Spot:
    """Above or below a point, away from where the line goes."""
    here = values[at] or Decimal(0)
    around = [value for value in (values[at - 1] if at else None, *values[at + 1 : at + 2]) if value is not None]
    mean = sum(around, Decimal(0)) / len(around) if around else here - 1
    return Spot.BELOW if mean > here else Spot.ABOVE


def _clear_side(series: Series, at: int, plot: LinePlot) -> Spot:
    """Away from where the line goes, unless the target or the axis passes there."""
    away, value = _side(series.values, at), series.values[at]
    if value is None:
        return away
    y = plot.y.place(value)
    aim = None if plot.chart.target is None else plot.chart.target.values[at]
    down = None if aim is None else plot.y.place(aim) - y
    if away is Spot.BELOW and (plot.area.bottom - y < _LABEL or (down is not None and 0 < down < _LABEL)):
        return Spot.ABOVE
    if down is None:
        return away
    return Spot.BELOW if away is Spot.ABOVE and -_LABEL < down < 0 else away


def _spread(series: Series, plot: LinePlot) -> float:
    """How far down (a share of the chart) the last label moves when the target's is too near: half of what lacks."""
    at, target = last_known(series), plot.chart.target
    end = None if target is None else last_known(target)
    if at is None or target is None or end is None or series is not plot.chart.series[0]:
        return 0.0
    value, aim = series.values[at] or Decimal(0), target.values[end] or Decimal(0)
    apart = abs(plot.y.place(value) - plot.y.place(aim))
    down = -1 if value >= aim else 1
    return down * max(0, _TOUCHING - apart) / 2 / plot.height
