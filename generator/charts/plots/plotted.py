"""A series of the story as it is plotted: its values under its name, and what they are."""

from __future__ import annotations

from generator.brand import Colour
from generator.charts.plots.chart import Marker, PlotSeries
from generator.charts.plots.known import last_known, marked
from generator.story.blocks.chart import Series, ValueFormat

_BIG, _SMALL = 8, 5


def markers(series: Series) -> tuple[Marker, ...]:
    """A point on each value that has one, the last one bigger."""
    last = last_known(series)
    return tuple(Marker(at, _BIG if at == last else _SMALL) for at in marked(series))


def plotted(series: Series, values_are: ValueFormat, colour: Colour) -> PlotSeries:
    """The series in a colour, without markers or labels yet."""
    return PlotSeries(key=series.key, name=series.name, values=series.values, value_format=values_are, colour=colour)
