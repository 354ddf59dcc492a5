"""Labels of line charts: beside the points they name, spread where the ends of two lines would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.brand import EMU_PER_PT, EMU_PER_PX, Box, Brand, Colour, contrast
from generator.charts.native.chart import Marker, PointLabel, Spot
from generator.charts.native.numbers import label_code
from generator.story.blocks.chart import LineChart, Series, ValueFormat

_TOUCHING = 17 * EMU_PER_PX
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


def targets(block: LineChart) -> tuple[Series, ...]:
    """The target when there is one."""
    return (block.target,) if block.target else ()


def last_known(series: Series) -> int | None:
    """The place of the last value."""
    return max((at for at, value in enumerate(series.values) if value is not None), default=None)


def first_known(series: Series) -> int | None:
    """The place of the first value."""
    return min((at for at, value in enumerate(series.values) if value is not None), default=None)


def markers(series: Series) -> tuple[Marker, ...]:
    """A point on each labelled value, the last one bigger."""
    last = last_known(series)
    shown = [at for at, text in enumerate(series.labels) if text and series.values[at] is not None]
    marked = sorted({*shown, *(() if last is None else (last,))})
    return tuple(Marker(at, _BIG if at == last else _SMALL) for at in marked)


def value_labels(
    series: Series, block: LineChart, colour: Colour, scale: Scale, box: Box, brand: Brand
) -> tuple[PointLabel, ...]:
    """The labels of a series: quiet at its start, bold at its end, where it is named too if it has companions."""
    first, last = first_known(series), last_known(series)
    quiet = brand.palette["muted"]
    ink = colour if contrast(colour, brand.palette["ground"]) >= _READABLE else quiet
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
                spot=Spot.RIGHT if is_last else side(series.values, at),
                shift=_spread(series, block, scale, box) if is_last else 0,
                with_name=is_last and bool(_name(series, block)),
            )
        )
    return tuple(drawn)


def target_labels(series: Series, block: LineChart, scale: Scale, box: Box, brand: Brand) -> tuple[PointLabel, ...]:
    """The label at the end of the target."""
    at = last_known(series)
    if at is None or not series.labels or not series.labels[at]:
        return ()
    value = series.values[at] or Decimal(0)
    code = label_code(series.labels[at], value, block.value_format)
    shift = -_spread(block.series[0], block, scale, box) if block.series else 0
    ink = brand.palette["muted"]
    return (PointLabel(index=at, code=code, size_pt=brand.type.chart, colour=ink, spot=Spot.RIGHT, shift=shift),)


def room_at_right(block: LineChart, brand: Brand, size: float) -> int:
    """The room for the labels at the ends of the lines."""
    texts = [_end_text(one, block) for one in (*block.series, *targets(block))]
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


def side(values: Sequence[Decimal | None], at: int) -> Spot:
    """Above or below a point, away from where the line goes."""
    here = values[at] or Decimal(0)
    around = [value for value in (values[at - 1] if at else None, *values[at + 1 : at + 2]) if value is not None]
    mean = sum(around, Decimal(0)) / len(around) if around else here - 1
    return Spot.BELOW if mean > here else Spot.ABOVE


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
