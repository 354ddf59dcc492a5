"""A line chart for the plan: RAG bands behind, the target dashed, every value labelled where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.brand import Brand
from generator.charts.area import Area, spread
from generator.charts.canvas import Drawing, Form
from generator.charts.plots.categories import label_categories
from generator.charts.plots.chart import LINE_PT
from generator.charts.plots.known import marked
from generator.charts.plots.labels import Wanted, place_labels, ranked
from generator.charts.plots.lines.bands import draw_bands, tell_axis, tell_bands
from generator.charts.plots.lines.labels import target_ink, target_label, value_labels
from generator.charts.plots.lines.plot import LinePlot, Point, plot_lines, titled
from generator.charts.sketch import Look, Sketch
from generator.charts.style import label_colour, series_colour
from generator.locales.language import Language
from generator.story.blocks.chart import LineChart, Series, SeriesRole
from generator.story.blocks.table import Align

LINES_HEIGHT = 160.0


def arrange_lines(
    chart: LineChart, width: float, height: float, brand: Brand, *, language: Language, has_title: bool = True
) -> Drawing:
    """The chart in pixels ``width`` × ``height``."""
    sketch = Sketch(chart.key, brand, width, height)
    room = titled(chart, has_title=has_title)
    plot = plot_lines(chart, width, height, brand, room=room, language=language)
    if has_title:
        sketch.title(chart.title)
    draw_bands(sketch, plot)
    tell_bands(sketch, plot)
    tell_axis(sketch, plot)
    area = plot.area
    sketch.line((area.left, area.bottom), (area.right, area.bottom), brand.palette["muted"])
    taken = list(_target(sketch, plot))
    for series in _back_to_front(chart):
        _stroke(sketch, plot, series)
    for series in reversed(_back_to_front(chart)):
        _values(sketch, plot, series, taken)
    _names(sketch, plot)
    label_categories(sketch, chart.categories, plot.x, plot.area.bottom + 15, (len(chart.categories) - 1,))
    return sketch.drawing(chart.alt)


def _target(sketch: Sketch, plot: LinePlot) -> Iterator[Area]:
    """Draw the target and its label where no line passes, and yield where the label stands."""
    target = plot.chart.target
    points = [] if target is None else [point for point in plot.points(target) if point is not None]
    if target is None or not points:
        return
    colour, label = target_ink(plot.chart, sketch.brand), target_label(plot, sketch.brand)
    ends = [(plot.area.left, points[0][1]), *points, (plot.area.right, points[-1][1])]
    sketch.polyline(ends if _is_level(points) else points, colour, 1.2, is_dashed=True)
    text = target.name if label is None else label.said(target.name)
    look = Look(sketch.brand.type.chart, colour, is_bold=True)
    yield _target_label(sketch, plot, text, look, points)


def _is_level(points: list[Point]) -> bool:
    return len({y for _, y in points}) == 1


def _target_label(sketch: Sketch, plot: LinePlot, text: str, look: Look, points: list[Point]) -> Area:
    """At the start below, at the start above, at the end below or above: the first that no line crosses."""
    paths = [point for series in plot.chart.series for point in plot.points(series) if point is not None]
    places = [
        (x, y + offset, align)
        for x, y, align in (
            (plot.area.left + 8, points[0][1], Align.LEFT),
            (plot.area.right - 8, points[-1][1], Align.RIGHT),
        )
        for offset in (11.0, -11.0)
    ]
    scored = []
    for rank, (x, middle, align) in enumerate(places):
        area = sketch.label_area(text, look, x, middle, align)
        outside = area.bottom > plot.area.bottom or area.top < plot.area.top
        near = sum(area.left - 16 < px < area.right + 16 and area.top - 26 < py < area.bottom + 8 for px, py in paths)
        scored.append((outside, near, rank))
    x, middle, align = places[min(scored)[2]]
    return sketch.label(text, look, x, middle, align=align)


def _back_to_front(chart: LineChart) -> list[Series]:
    """Context below, the message on top."""
    return sorted(chart.series, key=lambda series: series.role is SeriesRole.MESSAGE)


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """The stretches of a line between its gaps."""
    run: list[Point] = []
    for point in (*points, None):
        if point is None:
            if run:
                yield run
            run = []
        else:
            run.append(point)


def _stroke(sketch: Sketch, plot: LinePlot, series: Series) -> None:
    colour, ground = series_colour(series, sketch.brand.palette), sketch.brand.palette["ground"]
    for run in _runs(plot.points(series)):
        sketch.polyline(run, colour, LINE_PT)
    points = plot.points(series)
    shown = marked(series)
    for at in shown:
        point = points[at]
        if point is not None:
            sketch.symbol(Form.ELLIPSE, *point, 11 if at == shown[-1] else 8, colour, ground)


def _values(sketch: Sketch, plot: LinePlot, series: Series, taken: list[Area]) -> None:
    points = plot.points(series)
    path = [point for point in points if point is not None]
    ranks = ranked([None if point is None else -point[1] for point in points])
    labels = [
        Wanted(label, point, ranks[label.index])
        for label in value_labels(series, plot, sketch.brand)
        if (point := points[label.index]) is not None
    ]
    limits = Area(plot.area.left, plot.area.top - 12, plot.area.right, plot.area.bottom)
    place_labels(sketch, labels, [path, _target_path(plot)], taken, limits)


def _target_path(plot: LinePlot) -> list[Point]:
    points = [] if plot.chart.target is None else plot.points(plot.chart.target)
    return [point for point in points if point is not None]


def _names(sketch: Sketch, plot: LinePlot) -> None:
    """Name the lines at their ends when there are several; no legend."""
    named = [(series, [p for p in plot.points(series) if p is not None]) for series in plot.chart.series]
    named = [(series, points) for series, points in named if points]
    if len(plot.chart.series) < 2 or plot.chart.bands:
        return
    middles = spread([points[-1][1] for _, points in named], 17, plot.area.top, plot.area.bottom)
    for (series, _), middle in zip(named, middles, strict=True):
        colour = label_colour(series, sketch.brand.palette)
        look = Look(sketch.brand.type.chart, colour, is_bold=series.role is SeriesRole.MESSAGE)
        sketch.label(series.name, look, plot.area.right + 8, middle, align=Align.LEFT)
