"""Horizontal bars from zero: names at left, printed values at the bars' ends, a secondary figure at the right."""

from __future__ import annotations

from generator.brand import Brand
from generator.charts.area import Area
from generator.charts.canvas import Drawing
from generator.charts.plots.axis import bar_axis
from generator.charts.plots.scale import Scale
from generator.charts.sketch import Look, Sketch
from generator.charts.style import series_colour
from generator.story.blocks.chart import Bar, BarChart, SeriesRole
from generator.story.blocks.table import Align

_TITLE = 28.0
_PITCH = 34.0
_BAR = 22.0
_FOOT = 22.0
_GAP = 8.0
_LONGEST_NAME = 0.42
_MOST_LINES = 2


def bars_height(chart: BarChart) -> float:
    """The height of the chart in pixels: a fixed pitch, so that bars look the same in every chart."""
    return (_TITLE if chart.title else 4.0) + _PITCH * len(chart.bars) + (_FOOT if chart.marker is not None else 6.0)


def arrange_bars(chart: BarChart, width: float, height: float, brand: Brand) -> Drawing:
    """The chart in pixels ``width`` × ``height``."""
    sketch = Sketch(chart.key, brand, width, height)
    top = _TITLE if chart.title else 4.0
    sketch.title(chart.title)
    scale = _scale(sketch, chart)
    for at, bar in enumerate(chart.bars):
        _bar(sketch, bar, scale, top + _PITCH * (at + 0.5))
    base = scale.place(0.0)
    bottom = top + _PITCH * len(chart.bars)
    sketch.line((base, top), (base, bottom), brand.palette["muted"])
    _marker(sketch, chart, scale, top, bottom)
    return sketch.drawing(chart.alt)


def _scale(sketch: Sketch, chart: BarChart) -> Scale:
    """Room for the names, for the labels at both ends, and for the notes."""
    bold, plain = _looks(sketch)
    names = max((min(sketch.text_width(bar.name, bold), sketch.width * _LONGEST_NAME) for bar in chart.bars), default=0)
    labels = max((sketch.text_width(bar.label, bold) for bar in chart.bars), default=0) + _GAP
    notes = max((sketch.text_width(bar.note, plain) for bar in chart.bars), default=0)
    axis = bar_axis(chart)
    low, high = float(axis.low), float(axis.high)
    start = names + _GAP * 2 + (labels if low < 0 else 0)
    end = sketch.width - notes - labels - (_GAP if notes else 0)
    return Scale(low, high, start, end)


def _looks(sketch: Sketch) -> tuple[Look, Look]:
    palette, size = sketch.brand.palette, sketch.brand.type.chart
    return Look(size, palette["ink"], is_bold=True), Look(size, palette["muted"])


def _bar(sketch: Sketch, bar: Bar, scale: Scale, middle: float) -> None:
    bold, plain = _looks(sketch)
    ends = sorted((scale.place(0.0), scale.place(bar.value)))
    sketch.rectangle(
        Area(ends[0], middle - _BAR / 2, ends[1], middle + _BAR / 2), series_colour(bar, sketch.brand.palette)
    )
    name = bold if bar.role is SeriesRole.MESSAGE else Look(bold.size_pt, bold.colour)
    sketch.name(sketch.lines_of(bar.name, name, sketch.width * _LONGEST_NAME, _MOST_LINES), name, 0, middle)
    if bar.value < 0:
        sketch.label(bar.label, bold, ends[0] - _GAP, middle, align=Align.RIGHT)
    else:
        sketch.label(bar.label, bold, ends[1] + _GAP, middle, align=Align.LEFT)
    if bar.note:
        sketch.label(bar.note, plain, sketch.width, middle, align=Align.RIGHT)


def _marker(sketch: Sketch, chart: BarChart, scale: Scale, top: float, bottom: float) -> None:
    if chart.marker is None:
        return
    x, colour = scale.place(chart.marker), sketch.brand.palette["ink"]
    sketch.line((x, top), (x, bottom + 2), colour, 1.2, is_dashed=True)
    look = Look(sketch.brand.type.chart, colour, is_bold=True)
    half = sketch.text_width(chart.marker_label, look) / 2
    sketch.label(chart.marker_label, look, min(max(x, half), sketch.width - half), bottom + 12)
