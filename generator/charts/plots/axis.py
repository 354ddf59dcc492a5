"""The value axis of a chart, by one rule for both documents: each brings the room that it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.story.blocks.chart import BarChart, ColumnChart, LineChart, Series, ValueFormat

_ZERO, _ONE = Decimal(0), Decimal(1)
_STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
_NEAR_ENOUGH = Decimal("0.999")
_TICKS = 4
_MAJORS = 8  # fewer would leave a quarter of the chart empty
_FLOOR = Decimal("0.04")  # of the extent: a point nearer to the foot of the chart would lie on it
_BEYOND_ALL = Decimal("1.05")
_DIGITS = 11  # of the extent: more than an amount has, so that the end of an axis is never taken for one


@dataclass(frozen=True, slots=True)
class Room:
    """What a document leaves about what is plotted.

    ``below`` and ``above`` are shares of its extent (from zero, where it stands on zero); ``steps`` takes round ends,
    at most so many steps apart, and zero where it is near.
    """

    below: Decimal = _ZERO
    above: Decimal = _ZERO
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Axis:
    """From ``low`` to ``high``, with the values it prints when it prints any."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...] = ()

    def share(self, value: Decimal) -> Decimal:
        """How far up a value stands: 0 at the foot, 1 at the top."""
        return (value - self.low) / (self.high - self.low)

    @property
    def major(self) -> Decimal:
        """The round step between its values."""
        return step_for(self.high - self.low, _MAJORS)

    def rounded_up(self) -> Axis:
        """The axis up to the next of its round steps, so that a reader who shows it meets no odd end."""
        step = self.major
        return replace(self, high=_plain((self.high / step).to_integral_value(ROUND_CEILING) * step))

    def with_headroom(self, peak: Decimal, height: float, headroom: float) -> Axis:
        """The axis with a label's height kept free above the highest value, over a plot of a height."""
        if float(1 - self.share(peak)) * height >= headroom:
            return self
        low = float(self.low)
        return replace(self, high=Decimal(low + (float(peak) - low) * height / (height - headroom)))

    def told(self) -> Axis:
        """The ends with the digits that a person can read in a chart's own settings."""
        digits = max(0, _DIGITS - (self.high - self.low).adjusted())
        return replace(self, low=round(self.low, digits), high=round(self.high, digits))


def line_axis(chart: LineChart, room: Room) -> Axis:
    """About every line, its target and the limits of its bands, each of which shows."""
    values = [value for value in line_values(chart) if value is not None]
    edges = band_edges(chart)
    low, high = _ends([*values, *edges], room)
    if room.steps:
        low, high = _round_ends(values, edges, low, high, room.steps)
        if chart.value_format is ValueFormat.RATE and max(values, default=_ZERO) <= _ONE and high <= _BEYOND_ALL:
            high = min(high, _ONE)
    return Axis(low, high, tuple(_ticks(edges, low, high)) if prints_axis(chart) else ())


def series_axis(series: Series, room: Room) -> Axis:
    """About the values of one line."""
    return Axis(*_ends([value for value in series.values if value is not None], room))


def column_axis(chart: ColumnChart, room: Room) -> Axis:
    """From zero, as high and as deep as the columns."""
    heights = [height for both in column_heights(chart) for height in both]
    return Axis(*_ends(heights, room, base=_ZERO)).rounded_up()


def bar_axis(chart: BarChart) -> Axis:
    """From zero, as far as the bars and the value to compare with."""
    marker = () if chart.marker is None else (chart.marker,)
    return Axis(*_ends([*(bar.value for bar in chart.bars), *marker], Room(), base=_ZERO))


def column_heights(chart: ColumnChart) -> tuple[tuple[Decimal, Decimal], ...]:
    """How high each column goes above zero, and how deep below it."""
    stacks = [[one.values[at] or _ZERO for one in chart.series] for at in range(len(chart.categories))]
    return tuple(
        (sum((value for value in stack if value > 0), _ZERO), sum((value for value in stack if value < 0), _ZERO))
        for stack in stacks
    )


def line_values(chart: LineChart) -> Iterator[Decimal | None]:
    """What is plotted, gaps too."""
    for series in (*chart.series, *((chart.target,) if chart.target else ())):
        yield from series.values


def band_edges(chart: LineChart) -> list[Decimal]:
    """The limits of the bands."""
    return [edge for band in chart.bands for edge in (band.low, band.high) if edge is not None]


def prints_axis(chart: LineChart) -> bool:
    """Whether the axis prints values: bands need their limits, and a line without labels needs a scale."""
    return bool(chart.bands) or not any(any(series.labels) for series in chart.series)


def step_for(extent: Decimal, count: int) -> Decimal:
    """A round step that cuts an extent into at most so many parts."""
    rough = extent / count
    return next(
        step.scaleb(rough.adjusted()) for step in _STEPS if step.scaleb(rough.adjusted()) >= rough * _NEAR_ENOUGH
    )


def _ends(values: Iterable[Decimal], room: Room, *, base: Decimal | None = None) -> tuple[Decimal, Decimal]:
    """The ends about values, never of no extent; from the base when there is one."""
    found = [*values] or [_ZERO, _ONE]
    low, high = min(found), max(found)
    if base is None and room.steps and 0 <= low < high / 2:
        base = _ZERO
    if base is not None:
        low, high = min(low, base), max(high, base)
    if room.steps:
        return _rounded(low, high, room.steps)
    if base is None:
        extent = high - low or abs(high) or _ONE
        low, high = low - extent * room.below, high + extent * room.above
    else:
        low, high = low - (base - low) * room.below, high + (high - base) * room.above
    return low, high if high > low else low + 1


def _rounded(low: Decimal, high: Decimal, steps: int) -> tuple[Decimal, Decimal]:
    if high == low:
        low, high = (_ZERO, high * Decimal("1.25") or _ONE) if low >= 0 else (low * Decimal("1.25"), _ZERO)
    step = step_for(high - low, steps)
    foot = (low / step).to_integral_value(ROUND_FLOOR)
    top = (high / step).to_integral_value(ROUND_CEILING)
    return _plain(foot * step), _plain(top * step)


def _round_ends(
    values: list[Decimal], edges: list[Decimal], low: Decimal, high: Decimal, steps: int
) -> tuple[Decimal, Decimal]:
    """A step more where a band would end with the axis, or a point lie on its foot."""
    if edges and high <= max(edges):
        high += step_for(high - low, steps)
    if edges and low >= min(edges) and low > 0:
        low -= step_for(high - low, steps)
    if low > 0 and values and min(values) - low < (high - low) * _FLOOR:
        low = max(_ZERO, low - step_for(high - low, steps))
    return _plain(low), _plain(high)


def _ticks(edges: list[Decimal], low: Decimal, high: Decimal) -> Iterator[Decimal]:
    """The limits of the bands between the ends of the axis; without bands, round steps."""
    if edges:
        yield from sorted({low, high, *(edge for edge in edges if edge <= high)})
        return
    step = step_for(high - low, _TICKS)
    yield from (_plain(low + step * at) for at in range(int((high - low) / step) + 1))


def _plain(value: Decimal) -> Decimal:
    """The same value without the zeros it does not need."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
