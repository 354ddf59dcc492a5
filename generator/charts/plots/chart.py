"""A chart that stays live, as a value: series, labels, axis and place, styled, with nothing left to choose."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from generator.brand import Box, Colour
from generator.charts.plots.axis import Axis
from generator.story.blocks.chart import ValueFormat

LINE_PT = 2.25


class Spot(Enum):
    """Where a label stands about its point, in DrawingML's words."""

    ABOVE = "t"
    BELOW = "b"
    RIGHT = "r"
    CENTRE = "ctr"
    END = "outEnd"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointLabel:
    """The label of one point: its text as printed, its look and its place.

    ``shift`` moves it down by a share of the chart's height; ``with_name`` puts the series name before the value.
    """

    index: int
    text: str
    size_pt: float
    colour: Colour
    is_bold: bool = False
    spot: Spot = Spot.ABOVE
    shift: float = 0
    with_name: bool = False

    def said(self, name: str) -> str:
        """What is printed, for a series of this name."""
        return f"{name}\u00a0{self.text}" if self.with_name else self.text


@dataclass(frozen=True, slots=True)
class Marker:
    """A point drawn on the value of an index."""

    index: int
    size_pt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotSeries:
    """A series as drawn; without colour it carries labels only. ``points`` recolours single bars."""

    key: str
    name: str
    values: tuple[Decimal | None, ...]
    value_format: ValueFormat
    colour: Colour | None
    width_pt: float = LINE_PT
    is_dashed: bool = False
    markers: tuple[Marker, ...] = ()
    labels: tuple[PointLabel, ...] = ()
    points: tuple[tuple[int, Colour], ...] = ()
    separator: Colour | None = None


class PlotKind(Enum):
    """How a plot draws its series."""

    COLUMNS = "col"
    BARS = "bar"
    LINES = "line"
    AREAS = "area"


@dataclass(frozen=True, slots=True)
class Plot:
    """Series drawn one way, over the chart's only pair of axes; labels at the end of bars want them not stacked."""

    kind: PlotKind
    series: tuple[PlotSeries, ...]
    gap_percent: int = 43
    is_stacked: bool = True


@dataclass(frozen=True, slots=True)
class Inner:
    """The plot area inside the chart's frame, in shares of its width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryAxis:
    """The only axis drawn: the look of its labels (every ``skip``-th), its line, and whether points sit on its ends."""

    size_pt: float
    colour: Colour
    line: Colour | None
    skip: int = 1
    has_labels: bool = True
    is_edge_to_edge: bool = False
    is_reversed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeChart:
    """A native chart with its data, styled."""

    key: str
    box: Box
    alt: str
    categories: tuple[str, ...]
    plots: tuple[Plot, ...]
    axis: CategoryAxis
    low: Decimal
    high: Decimal
    inner: Inner

    @property
    def major(self) -> Decimal:
        """The round step of the value axis, for whoever shows it."""
        return Axis(self.low, self.high).major
