"""Line charts: the message last, its ends labelled; the target a dashed series of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.brand import EMU_PER_PT, EMU_PER_PX, Box, Brand, Colour, contrast
from generator.charts.canvas import Drawing
from generator.charts.style import series_colour
from generator.deck.arrange.charts.numbers import label_code, series_code
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.arrange.typeset import label
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
from generator.story.blocks.chart import LineChart, Series, ValueFormat

TITLE = 28 * EMU_PER_PX
_TOUCHING = 17 * EMU_PER_PX
_LABEL_GAP = 10 * EMU_PER_PX
_DASH_PT = 1.0
_LINE_PT = 2.25
_READABLE = 4.5
_BIG, _SMALL = 8, 5


@dataclass(frozen=True, slots=True)
class Scale:
    """The bounds of the value axis, and the height they are drawn over."""

    low: Decimal
    high: Decimal
    height_emu: int

    def gap_emu(self, one: Decimal, other: Decimal) -> int:
        """How far apart two values are drawn."""
        return round(abs(one - other) / (self.high - self.low) * self.height_emu)


def arrange_lines(block: LineChart, box: Box, brand: Brand) -> Exhibit:
    """The chart under its title."""
    if not block.title:
        return Exhibit((line_chart(block, box, brand),))
    chart = Box(box.left_emu, box.top_emu + TITLE, box.width_emu, box.height_emu - TITLE)
    return Exhibit((title_of(block.key, block.title, box, brand), line_chart(block, chart, brand)))


def title_of(key: str, title: str, box: Box, brand: Brand) -> Drawing:
    """The words above a chart: what is plotted, in which unit."""
    place = box.band(0, TITLE)
    return Drawing(f"{key}/heading", place, (label(f"{key}/heading/text", place, title, brand),), alt="")


def line_chart(block: LineChart, box: Box, brand: Brand, *, is_small: bool = False) -> NativeChart:
    """The native chart over a box; a small one (a card's) leaves its categories to be named under it."""
    block = _quiet(block) if is_small else block
    series = (*block.series, *_targets(block))
    size = brand.type.chart
    right = _room_right(block, brand, size)
    top, bottom = 20 * EMU_PER_PX, (4 if is_small else 28) * EMU_PER_PX
    left = (6 if is_small else 24) * EMU_PER_PX
    plot = Box(left, top, max(1, box.width_emu - left - right), max(1, box.height_emu - top - bottom))
    low, high = bounds([value for one in series for value in one.values], starts_at_zero=block.starts_at_zero)
    scale = Scale(low, high, plot.height_emu)
    drawn = tuple(_plot_series(one, block, scale, box, brand) for one in (*_targets(block), *block.series))
    return NativeChart(
        key=f"{block.key}/chart",
        box=box,
        alt=block.alt,
        categories=block.categories,
        plots=(Plot(PlotKind.LINES, drawn),),
        axis=CategoryAxis(
            size_pt=size,
            colour=brand.palette["accent6"],
            line=brand.palette["accent4"],
            skip=_skip(block.categories, plot.width_emu, brand),
            has_labels=not is_small,
            is_edge_to_edge=len(block.categories) > 1,
        ),
        low=low,
        high=high,
        inner=_inner(plot, box),
    )


def _quiet(block: LineChart) -> LineChart:
    """The chart with the labels of its ends only."""
    return replace(block, series=tuple(replace(one, labels=_ends_only(one)) for one in block.series))


def _ends_only(series: Series) -> tuple[str, ...]:
    ends = (_first_known(series), last_known(series))
    return tuple(text if at in ends else "" for at, text in enumerate(series.labels))


def bounds(values: Sequence[Decimal | None], *, starts_at_zero: bool) -> tuple[Decimal, Decimal]:
    """The ends of a value axis: a margin about what is plotted, so that labels stay inside."""
    known = [value for value in values if value is not None] or [Decimal(0), Decimal(1)]
    low, high = min(known), max(known)
    span = high - low or abs(high) or Decimal(1)
    below = Decimal(0) if starts_at_zero and low >= 0 else low - span * Decimal("0.2")
    return below, high + span * Decimal("0.12")


def _targets(block: LineChart) -> tuple[Series, ...]:
    return (block.target,) if block.target else ()


def _inner(plot: Box, box: Box) -> Inner:
    width, height = box.width_emu, box.height_emu
    return Inner(plot.left_emu / width, plot.top_emu / height, plot.width_emu / width, plot.height_emu / height)


def _skip(categories: Sequence[str], width_emu: int, brand: Brand) -> int:
    """One label in how many, so that they stand side by side."""
    widest = max((brand.metrics.width_pt(name, brand.type.chart) for name in categories), default=0) + 8
    room = max(1, int(width_emu / EMU_PER_PT // max(widest, 1)))
    return max(1, -(-len(categories) // room))


def _room_right(block: LineChart, brand: Brand, size: float) -> int:
    """The room for the labels at the ends of the lines."""
    texts = [_end_text(one, block) for one in (*block.series, *_targets(block))]
    widest = max((brand.metrics.width_pt(text, size + 1, bold=True) for text in texts), default=0)
    return round((widest + 12) * EMU_PER_PT)


def _end_text(series: Series, block: LineChart) -> str:
    at = last_known(series)
    shown = series.labels[at] if at is not None and series.labels else ""
    unit = "\u202f%" if block.value_format is ValueFormat.RATE and "%" not in shown else ""
    return f"{_name(series, block)} {shown}{unit}".strip()


def _name(series: Series, block: LineChart) -> str:
    """The series is named at its end when there are several."""
    return series.name if len(block.series) > 1 and series is not block.target else ""


def last_known(series: Series) -> int | None:
    """The place of the last value."""
    return max((at for at, value in enumerate(series.values) if value is not None), default=None)


def _first_known(series: Series) -> int | None:
    return min((at for at, value in enumerate(series.values) if value is not None), default=None)


def _plot_series(series: Series, block: LineChart, scale: Scale, box: Box, brand: Brand) -> PlotSeries:
    colour = series_colour(series, brand.palette)
    is_target = series is block.target
    return PlotSeries(
        key=series.key,
        name=series.name,
        values=series.values,
        code=series_code(block.value_format),
        colour=colour,
        width_pt=_DASH_PT if is_target else _LINE_PT,
        is_dashed=is_target,
        markers=() if is_target else _markers(series),
        labels=_target_label(series, block, scale, box, brand)
        if is_target
        else _labels(series, block, colour, scale, box, brand),
    )


def _markers(series: Series) -> tuple[tuple[int, int], ...]:
    """A point on each labelled value, the last one bigger."""
    last = last_known(series)
    shown = [at for at, text in enumerate(series.labels) if text and series.values[at] is not None]
    return tuple((at, _BIG if at == last else _SMALL) for at in sorted({*shown, *(() if last is None else (last,))}))


def _labels(
    series: Series, block: LineChart, colour: Colour, scale: Scale, box: Box, brand: Brand
) -> tuple[PointLabel, ...]:
    first, last = _first_known(series), last_known(series)
    quiet = brand.palette["accent6"]
    ink = colour if contrast(colour, brand.palette["lt1"]) >= _READABLE else quiet
    drawn: list[PointLabel] = []
    for at, (value, text) in enumerate(zip(series.values, series.labels, strict=False)):
        if value is None or not text:
            continue
        is_last = at == last
        drawn.append(
            PointLabel(
                index=at,
                code=label_code(text, value, block.value_format),
                size_pt=brand.type.chart + (1 if is_last else 0),
                colour=quiet if at == first and not is_last else ink,
                is_bold=is_last,
                spot=Spot.RIGHT if is_last else _side(series.values, at),
                shift=_spread(series, block, scale, box) if is_last else 0,
                with_name=is_last and bool(_name(series, block)),
            )
        )
    return tuple(drawn)


def _side(values: Sequence[Decimal | None], at: int) -> Spot:
    """Above or below a point, away from where the line goes."""
    here = values[at] or Decimal(0)
    around = [value for value in (values[at - 1] if at else None, *values[at + 1 : at + 2]) if value is not None]
    mean = sum(around, Decimal(0)) / len(around) if around else here - 1
    return Spot.BELOW if mean > here else Spot.ABOVE


def _target_label(series: Series, block: LineChart, scale: Scale, box: Box, brand: Brand) -> tuple[PointLabel, ...]:
    at = last_known(series)
    if at is None or not series.labels or not series.labels[at]:
        return ()
    value = series.values[at] or Decimal(0)
    code = label_code(series.labels[at], value, block.value_format)
    shift = -_spread(block.series[0], block, scale, box) if block.series else 0
    ink = brand.palette["accent6"]
    return (PointLabel(index=at, code=code, size_pt=brand.type.chart, colour=ink, spot=Spot.RIGHT, shift=shift),)


def _spread(series: Series, block: LineChart, scale: Scale, box: Box) -> float:
    """How far down (a share of the chart) the last label moves when the target's is too near: half of what lacks."""
    at, target = last_known(series), block.target
    end = None if target is None else last_known(target)
    if at is None or target is None or end is None or series is not block.series[0]:
        return 0.0
    value, aim = series.values[at] or Decimal(0), target.values[end] or Decimal(0)
    lacking = _TOUCHING - scale.gap_emu(value, aim)
    down = -1 if value >= aim else 1
    return down * max(0, lacking) / 2 / box.height_emu
