"""A line chart for the plan: RAG bands behind, the target dashed, every value labelled where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.brand import Brand
from generator.brand.palette import Colour
from generator.charts.canvas import Drawing, Form
from generator.charts.picture.categories import label_categories
from generator.charts.picture.labels import Point, PointLabel, place_labels, ranked
from generator.charts.picture.scale import Scale, printed, round_limits, step_for
from generator.charts.picture.sketch import Area, Look, Sketch, spread
from generator.charts.style import label_colour, rag_form, rag_style, series_colour
from generator.locales.language import Language
from generator.story.blocks.chart import LineChart, Series, SeriesRole, ValueFormat
from generator.story.blocks.table import Align

LINES_HEIGHT = 250.0
_BOTTOM = 30.0
_TITLE = 26.0
_HEADROOM = 24.0
_EDGE = 24.0


@dataclass(frozen=True, slots=True)
class _Plot:
    """What every mark of the chart needs to know."""

    chart: LineChart
    area: Area
    y: Scale
    x: tuple[float, ...]

    def points(self, series: Series) -> list[Point | None]:
        """Where the values stand; None where there is none."""
        return [
            None if value is None else (x, self.y.place(value))
            for x, value in zip(self.x, series.values, strict=True)
        ]  # fmt: skip


def arrange_lines(
    chart: LineChart, width: float, height: float, brand: Brand, *, language: Language, has_title: bool = True
) -> Drawing:
    """The chart in pixels ``width`` × ``height``."""
    sketch = Sketch(chart.key, brand, width, height)
    plot = _plot(sketch, chart, language=language, has_title=has_title)
    if has_title and chart.title:
        sketch.label(chart.title, Look(brand.type.label, brand.palette["dk2"], is_bold=True), 0, 11, align=Align.LEFT)
    _bands(sketch, plot)
    _axis(sketch, plot, language)
    taken = list(_target(sketch, plot))
    for series in _back_to_front(chart):
        _stroke(sketch, plot, series)
    for series in reversed(_back_to_front(chart)):
        _values(sketch, plot, series, taken)
    _names(sketch, plot)
    label_categories(sketch, chart.categories, plot.x, plot.area.bottom + 15, (len(chart.categories) - 1,))
    return sketch.drawing(chart.alt)


def _plot(sketch: Sketch, chart: LineChart, *, language: Language, has_title: bool) -> _Plot:
    top = (_TITLE if has_title and chart.title else 0.0) + 12
    area = Area(_left(sketch, chart, language), top, sketch.width - _right(sketch, chart), sketch.height - _BOTTOM)
    low, high = _limits(chart)
    y = Scale(low, high, area.bottom, area.top)
    peak = max((value for value in _plotted(chart) if value is not None), default=Decimal(0))
    if y.place(peak) - area.top < _HEADROOM:  # room for the label of the highest point
        y = Scale(low, low + (float(peak) - low) * area.height / (area.height - _HEADROOM), area.bottom, area.top)
    count = len(chart.categories)
    inner = area.width - 2 * _EDGE
    x = tuple(area.left + _EDGE + inner * (at / (count - 1) if count > 1 else 0.5) for at in range(count))
    return _Plot(chart, area, y, x)


def _limits(chart: LineChart) -> tuple[float, float]:
    values = [value for value in _plotted(chart) if value is not None]
    edges = [edge for band in chart.bands for edge in (band.low, band.high) if edge is not None]
    low, high = round_limits([*values, *edges], from_zero=chart.starts_at_zero)
    if edges and high <= float(max(edges)):
        high += step_for(high - low, 5)
    if edges and low >= float(min(edges)) and low > 0:
        low -= step_for(high - low, 5)
    return low, min(high, 1.0) if chart.value_format is ValueFormat.RATE and high <= 1.05 else high


def _plotted(chart: LineChart) -> Iterator[Decimal | None]:
    for series in (*chart.series, *((chart.target,) if chart.target else ())):
        yield from series.values


def _has_axis(chart: LineChart) -> bool:
    return bool(chart.bands) or not any(any(series.labels) for series in chart.series)


def _ticks(chart: LineChart, low: float, high: float) -> list[Decimal]:
    """Band limits and the ends of the axis; without bands, round steps."""
    ends = [Decimal(repr(round(low, 9))), Decimal(repr(round(high, 9)))]
    if chart.bands:
        return sorted({*ends, *(edge for band in chart.bands for edge in (band.low, band.high) if edge is not None)})
    step = Decimal(repr(round(step_for(high - low, 4), 9)))
    return [ends[0] + step * at for at in range(int((ends[1] - ends[0]) / step) + 1)]


def _left(sketch: Sketch, chart: LineChart, language: Language) -> float:
    if not _has_axis(chart):
        return 0.0
    look = Look(sketch.brand.type.small, sketch.brand.palette["accent6"])
    texts = [
        printed(tick, chart.value_format, language, high=_limits(chart)[1]) for tick in _ticks(chart, *_limits(chart))
    ]
    return max(30.0, 8 + max(sketch.text_width(text, look) for text in texts))


def _right(sketch: Sketch, chart: LineChart) -> float:
    look = Look(sketch.brand.type.chart, sketch.brand.palette["accent6"], is_bold=True)
    if chart.bands:
        return max(96.0, 54 + max(sketch.text_width(band.text, look) for band in chart.bands))
    if len(chart.series) > 1:
        return 14 + max(sketch.text_width(series.name, look) for series in chart.series)
    return 0.0


def _bands(sketch: Sketch, plot: _Plot) -> None:
    palette, area = sketch.brand.palette, plot.area
    extents = [_extent(plot, band.low, band.high) for band in plot.chart.bands]
    middles = spread([(top + bottom) / 2 for top, bottom in extents], 20, area.top + 8, area.bottom - 8)
    grey = Look(sketch.brand.type.chart, palette["accent6"])
    for band, (top, bottom), middle in zip(plot.chart.bands, extents, middles, strict=True):
        style = rag_style(band.rag, palette)
        if style is None or bottom <= top:
            continue
        sketch.rectangle(Area(area.left, top, area.right, bottom), style.soft)
        sketch.symbol(rag_form(style), area.right + 17.5, middle, 11, style.strong)
        letter = Look(sketch.brand.type.chart, style.strong, is_bold=True)
        sketch.label(band.letter, letter, area.right + 28, middle, align=Align.LEFT)
        sketch.label(band.text, grey, area.right + 42, middle, align=Align.LEFT)


def _extent(plot: _Plot, low: Decimal | None, high: Decimal | None) -> tuple[float, float]:
    area = plot.area
    top = area.top if high is None else max(area.top, plot.y.place(high))
    bottom = area.bottom if low is None else min(area.bottom, plot.y.place(low))
    return top, bottom


def _axis(sketch: Sketch, plot: _Plot, language: Language) -> None:
    palette, area = sketch.brand.palette, plot.area
    if _has_axis(plot.chart):
        look = Look(sketch.brand.type.small, palette["accent6"])
        ticks = [tick for tick in _ticks(plot.chart, *_limits(plot.chart)) if float(tick) <= plot.y.high + 1e-9]
        middles = spread([plot.y.place(tick) for tick in ticks], 13, area.top, area.bottom)
        for tick, middle in zip(ticks, middles, strict=True):
            text = printed(tick, plot.chart.value_format, language, high=plot.y.high)
            sketch.label(text, look, area.left - 8, middle, align=Align.RIGHT)
    sketch.line((area.left, area.bottom), (area.right, area.bottom), palette["accent6"])


def _target(sketch: Sketch, plot: _Plot) -> Iterator[Area]:
    """Draw the target and its label where no line passes, and yield where the label stands."""
    target = plot.chart.target
    points = [] if target is None else [point for point in plot.points(target) if point is not None]
    if target is None or not points:
        return
    colour = sketch.brand.palette["dk1" if plot.chart.bands else "accent6"]
    ends = [(plot.area.left, points[0][1]), *points, (plot.area.right, points[-1][1])]
    sketch.polyline(ends if _is_level(points) else points, colour, 1.2, is_dashed=True)
    value = next((label for label in reversed(target.labels) if label), "")
    text = value if value.startswith(target.name) else f"{target.name}\u00a0{value}".rstrip()
    look = Look(sketch.brand.type.chart, colour, is_bold=True)
    yield _target_label(sketch, plot, text, look, points)


def _is_level(points: list[Point]) -> bool:
    return len({y for _, y in points}) == 1


def _target_label(sketch: Sketch, plot: _Plot, text: str, look: Look, points: list[Point]) -> Area:
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


def _stroke(sketch: Sketch, plot: _Plot, series: Series) -> None:
    colour, white = series_colour(series, sketch.brand.palette), sketch.brand.palette["lt1"]
    for run in _runs(plot.points(series)):
        sketch.polyline(run, colour, 2.25)
    points = plot.points(series)
    last = max((at for at, point in enumerate(points) if point is not None), default=-1)
    for at, point in enumerate(points):
        if point is not None and (at == last or (series.labels and series.labels[at])):
            sketch.symbol(Form.ELLIPSE, *point, 11 if at == last else 8, colour, white)


def _values(sketch: Sketch, plot: _Plot, series: Series, taken: list[Area]) -> None:
    points = plot.points(series)
    path = [point for point in points if point is not None]
    ranks = ranked([None if point is None else -point[1] for point in points])
    colour = label_colour(series, sketch.brand.palette)
    labels = [
        PointLabel(text, _value_look(sketch, colour, is_last=point == path[-1]), point, rank)
        for text, point, rank in zip(series.labels, points, ranks, strict=False)
        if text and point is not None
    ]
    limits = Area(plot.area.left, plot.area.top - 12, plot.area.right, plot.area.bottom)
    place_labels(sketch, labels, [path, _target_path(plot)], taken, limits)


def _target_path(plot: _Plot) -> list[Point]:
    points = [] if plot.chart.target is None else plot.points(plot.chart.target)
    return [point for point in points if point is not None]


def _value_look(sketch: Sketch, colour: Colour, *, is_last: bool) -> Look:
    scale, palette = sketch.brand.type, sketch.brand.palette
    return Look(scale.label, colour, is_bold=True) if is_last else Look(scale.chart, palette["dk1"])


def _names(sketch: Sketch, plot: _Plot) -> None:
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
