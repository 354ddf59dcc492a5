"""Where a line chart stands: its area, its axis and its points, settled once for whatever draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.brand import EMU_PER_PX, Brand
from generator.charts.area import Area
from generator.charts.plots.axis import Axis, Room, line_axis, line_values
from generator.charts.plots.chart import Inner
from generator.charts.plots.known import last_known
from generator.charts.plots.printed import printed
from generator.charts.plots.scale import Scale
from generator.charts.sketch import PX_PER_PT
from generator.locales.language import Language
from generator.story.blocks.chart import LineChart, Series

_BESIDE_PT = 12
_BANDS = 54.0
_NARROWEST_BANDS = 96.0
_NAMES = 14.0
_NARROWEST_AXIS = 30.0
_LEAST = 1.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRoom:
    """What a document leaves about its lines, in pixels, and whether their last values stand beside or over them.

    ``edge`` is between the ends of the category axis and the points nearest to them.
    """

    axis: Room
    top: float
    bottom: float
    left: float = 0
    edge: float = 0
    headroom: float = 0
    has_values_beside: bool = False


ON_SLIDE = LineRoom(
    axis=Room(below=Decimal("0.2"), above=Decimal("0.12")), top=20, bottom=28, left=24, has_values_beside=True
)
ON_CARD = replace(ON_SLIDE, bottom=4, left=6)
ON_PAGE = LineRoom(axis=Room(steps=5), top=12, bottom=30, edge=24, headroom=24)
_TITLE_ON_PAGE = 26.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A value the axis prints, and how."""

    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class LinePlot:
    """What every mark of the chart needs to know, in pixels over ``width`` × ``height``."""

    chart: LineChart
    room: LineRoom
    width: float
    height: float
    area: Area
    axis: Axis
    ticks: tuple[Tick, ...]

    @property
    def y(self) -> Scale:
        """The height of a value."""
        return Scale(float(self.axis.low), float(self.axis.high), self.area.bottom, self.area.top)

    @property
    def x(self) -> tuple[float, ...]:
        """The middle of each category."""
        count, edge = len(self.chart.categories), self.room.edge
        inner = self.area.width - 2 * edge
        return tuple(self.area.left + edge + inner * (at / (count - 1) if count > 1 else 0.5) for at in range(count))

    @property
    def inner(self) -> Inner:
        """From the first point to the last, in shares of the frame."""
        area, edge = self.area, self.room.edge
        across = (area.width - 2 * edge) / self.width
        return Inner((area.left + edge) / self.width, area.top / self.height, across, area.height / self.height)

    def points(self, series: Series) -> list[Point | None]:
        """Where the values stand; None where there is none."""
        return [
            None if value is None else (x, self.y.place(value))
            for x, value in zip(self.x, series.values, strict=True)
        ]  # fmt: skip


def plot_lines(
    chart: LineChart, width: float, height: float, brand: Brand, *, room: LineRoom, language: Language | None = None
) -> LinePlot:
    """Settle area, axis and points; ``language`` is the one that the axis prints its values in (None: it does not)."""
    axis = line_axis(chart, room.axis)
    ticks = tuple(Tick(tick, printed(tick, chart.value_format, language)) for tick in axis.ticks) if language else ()
    left = room.left + _left(ticks, brand)
    right = max(width - _right(chart, brand, room), left + 2 * room.edge + _LEAST)
    area = Area(left, room.top, right, max(height - room.bottom, room.top + _LEAST))
    peak = max((value for value in line_values(chart) if value is not None), default=Decimal(0))
    return LinePlot(chart, room, width, height, area, axis.with_headroom(peak, area.height, room.headroom), ticks)


def titled(chart: LineChart, *, has_title: bool) -> LineRoom:
    """The room on a page, under the title of the chart when it is shown."""
    return replace(ON_PAGE, top=ON_PAGE.top + (_TITLE_ON_PAGE if has_title and chart.title else 0))


def end_name(series: Series, chart: LineChart) -> str:
    """The name at the end of a line, when there are several."""
    return series.name if len(chart.series) > 1 and series is not chart.target else ""


def _left(ticks: tuple[Tick, ...], brand: Brand) -> float:
    if not ticks:
        return 0.0
    return max(_NARROWEST_AXIS, 8 + _widest(brand, [tick.text for tick in ticks], brand.type.small))


def _right(chart: LineChart, brand: Brand, room: LineRoom) -> float:
    """The room for what stands beside the lines: their last values, what the bands mean, or their names."""
    size = brand.type.chart
    if room.has_values_beside:
        texts = list(_ends(chart))
        widest = _widest(brand, texts, size + 1, is_bold=True)
        return round((widest + _BESIDE_PT * PX_PER_PT) * EMU_PER_PX) / EMU_PER_PX
    if chart.bands:
        widest = _widest(brand, [band.text for band in chart.bands], size, is_bold=True)
        return max(_NARROWEST_BANDS, _BANDS + widest)
    if len(chart.series) > 1:
        return _NAMES + _widest(brand, [series.name for series in chart.series], size, is_bold=True)
    return 0.0


def _ends(chart: LineChart) -> Iterator[str]:
    """What is printed at the end of each line."""
    for series in (*chart.series, *((chart.target,) if chart.target else ())):
        at = last_known(series)
        shown = series.labels[at] if at is not None and series.labels else ""
        yield f"{end_name(series, chart)} {shown}".strip()


def _widest(brand: Brand, texts: list[str], size_pt: float, *, is_bold: bool = False) -> float:
    """The width of the widest text, in pixels."""
    widths = (brand.metrics.width_pt(text, size_pt, bold=is_bold) for text in texts)
    return max(widths, default=0.0) * PX_PER_PT
