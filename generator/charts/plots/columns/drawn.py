"""A stacked column chart, and the line on its own band above it: two scales that never cross."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.brand import Brand
from generator.charts.area import Area, spread
from generator.charts.canvas import Drawing, Form
from generator.charts.plots.axis import Room, column_axis, series_axis
from generator.charts.plots.categories import label_categories
from generator.charts.plots.chart import LINE_PT
from generator.charts.plots.columns.labels import line_labels
from generator.charts.plots.known import marked
from generator.charts.plots.labels import Wanted, place_labels, ranked
from generator.charts.plots.scale import Scale
from generator.charts.sketch import LINE, Look, Sketch
from generator.charts.style import column_colour, series_colour
from generator.story.blocks.chart import ColumnChart, Series, SeriesRole

COLUMNS_HEIGHT = 190.0
COLUMNS_WITH_LINE_HEIGHT = 275.0
_LINE_BAND = 90.0
_TITLE = 26.0
_BOTTOM = 30.0
_TOTALS = 22.0
_FILLED = 0.7  # a gap of 43 % of the bar leaves 70 % of the pitch to it
_SMALLEST_LABELLED = 15.0
_LONGEST_NAME = 0.25
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class _Segment:
    """A piece of a column: its series, its category, and its rectangle."""

    series: Series
    category: int
    area: Area


def arrange_columns(chart: ColumnChart, width: float, height: float, brand: Brand) -> Drawing:
    """The chart in pixels ``width`` × ``height``."""
    sketch = Sketch(chart.key, brand, width, height)
    top = _LINE_BAND if chart.line is not None else 0.0
    area = Area(
        0, top + (_TITLE if chart.title else 0.0) + _TOTALS, width - _names_width(sketch, chart), height - _BOTTOM
    )
    pitch = area.width / max(1, len(chart.categories))
    x = tuple(area.left + pitch * (at + 0.5) for at in range(len(chart.categories)))
    if chart.line is not None:
        _line_band(sketch, chart, x, area)
    sketch.title(chart.title, top)
    scale = _scale(chart, area)
    segments = list(_segments(chart, x, pitch, scale))
    _draw(sketch, chart, segments)
    _totals(sketch, chart, segments, x)
    _names(sketch, segments, area)
    base = scale.place(0.0)
    sketch.line((area.left, base), (area.right, base), brand.palette["muted"])
    emphasised = chart.emphasised or (len(chart.categories) - 1,)
    label_categories(sketch, chart.categories, x, area.bottom + 15, emphasised)
    return sketch.drawing(chart.alt)


def _names_width(sketch: Sketch, chart: ColumnChart) -> float:
    if len(chart.series) < 2:
        return 0.0
    look = Look(sketch.brand.type.chart, sketch.brand.palette["ink"], is_bold=True)
    widest = max((sketch.text_width(series.name, look) for series in chart.series), default=0.0)
    return 12 + min(widest, sketch.width * _LONGEST_NAME)


def _scale(chart: ColumnChart, area: Area) -> Scale:
    axis = column_axis(chart, Room())
    return Scale(float(axis.low), float(axis.high), area.bottom, area.top)


def _segments(chart: ColumnChart, x: tuple[float, ...], pitch: float, scale: Scale) -> Iterator[_Segment]:
    half = pitch * _FILLED / 2
    for at, centre in enumerate(x):
        up = down = 0.0
        for series in chart.series:
            value = float(series.values[at] or 0)
            start = up if value >= 0 else down
            ends = sorted((scale.place(start), scale.place(start + value)))
            yield _Segment(series, at, Area(centre - half, ends[0], centre + half, ends[1]))
            up, down = (up + value, down) if value >= 0 else (up, down + value)


def _draw(sketch: Sketch, chart: ColumnChart, segments: list[_Segment]) -> None:
    palette = sketch.brand.palette
    for segment in segments:
        if segment.area.height <= 0:
            continue
        fill = column_colour(chart, segment.series, segment.category, palette)
        gap = 0.5 if len(chart.series) > 1 else 0.0
        area = Area(
            segment.area.left,
            segment.area.top + gap,
            segment.area.right,
            max(segment.area.bottom - gap, segment.area.top + gap),
        )
        sketch.rectangle(area, fill)
        text = segment.series.labels[segment.category] if segment.series.labels else ""
        if len(chart.series) == 1 and not chart.totals:
            sketch.label(
                text, Look(sketch.brand.type.chart, palette["ink"]), (area.left + area.right) / 2, area.top - 10
            )
            continue
        look = Look(sketch.brand.type.chart, palette.text_on(fill))
        fits = sketch.text_width(text, look) <= segment.area.width + 2
        if text and fits and segment.area.height >= _SMALLEST_LABELLED:
            sketch.label(text, look, (area.left + area.right) / 2, (area.top + area.bottom) / 2)


def _totals(sketch: Sketch, chart: ColumnChart, segments: list[_Segment], x: tuple[float, ...]) -> None:
    """Totals above every column, or above the told ones when they would touch."""
    look = Look(sketch.brand.type.chart, sketch.brand.palette["ink"], is_bold=True)
    pitch = x[1] - x[0] if len(x) > 1 else sketch.width
    is_tight = any(sketch.text_width(text, look) + 4 > pitch for text in chart.totals)
    told = {0, len(x) - 1, *chart.emphasised}
    for at, text in enumerate(chart.totals):
        if text and (not is_tight or at in told):
            top = min(segment.area.top for segment in segments if segment.category == at)
            sketch.label(text, look, max(x[at], sketch.text_width(text, look) / 2), top - 10)


def _names(sketch: Sketch, segments: list[_Segment], area: Area) -> None:
    """The series' names right of the last column, where its segments stand."""
    last = max((segment.category for segment in segments), default=0)
    told = [segment for segment in segments if segment.category == last]
    if len(told) < 2:
        return
    room = sketch.width - area.right - 8
    looks = [_name_look(sketch, segment.series) for segment in told]
    names = [
        sketch.lines_of(segment.series.name, look, room + 1, _MOST_LINES)
        for segment, look in zip(told, looks, strict=True)
    ]
    gap = 2 + LINE * max(map(len, names))
    wanted = [(one.area.top + one.area.bottom) / 2 for one in told]
    top = min(area.top + 8, *wanted)  # over a thin segment there is the room of the totals
    middles = spread(wanted, gap, top, area.bottom - 8)
    for lines, look, middle in zip(names, looks, middles, strict=True):
        sketch.name(lines, look, area.right + 8, middle)


def _name_look(sketch: Sketch, series: Series) -> Look:
    is_message = series.role is SeriesRole.MESSAGE
    return Look(sketch.brand.type.chart, sketch.brand.palette["ink"], is_bold=is_message)


def _line_band(sketch: Sketch, chart: ColumnChart, x: tuple[float, ...], area: Area) -> None:
    """The line in the band above the columns, its values below the points."""
    line = chart.line
    if line is None:
        return
    sketch.title(chart.line_title)
    shown = marked(line)
    if not shown:
        return
    axis = series_axis(line, Room())
    scale = Scale(float(axis.low), float(axis.high), _LINE_BAND - 34, _TITLE + 18)
    points = [(place, scale.place(value)) for place, value in zip(x, line.values, strict=True) if value is not None]
    colour, ground = series_colour(line, sketch.brand.palette), sketch.brand.palette["ground"]
    sketch.polyline(points, colour, LINE_PT)
    for point in points:
        sketch.symbol(Form.ELLIPSE, *point, 11 if point == points[-1] else 8, colour, ground)
    ranks = ranked([None if value is None else float(value) for value in line.values])
    labels = [
        Wanted(label, (x[label.index], scale.place(line.values[label.index] or 0)), ranks[label.index])
        for label in line_labels(line, sketch.brand, last_pt=sketch.brand.type.chart)
    ]
    place_labels(sketch, labels, [points], [], Area(0, _TITLE - 6, area.right + 20, _LINE_BAND))
