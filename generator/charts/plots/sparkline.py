"""A line as small as a word, for a cell: where it set out, where it stands, and how far the target is."""

from __future__ import annotations

from itertools import pairwise

from generator.brand import EMU_PER_PX, Brand
from generator.charts.canvas import Drawing, Form
from generator.charts.plots.scale import Scale
from generator.charts.sketch import Sketch
from generator.story.blocks.chart import Sparkline

SPARKLINE_WIDTH_EMU = 92 * EMU_PER_PX
SPARKLINE_HEIGHT_EMU = 22 * EMU_PER_PX
_EDGE = 4.0
_LINE_PT, _TARGET_PT = 1.5, 0.75
_FIRST, _LAST = 4.0, 6.5

Point = tuple[float, float]


def arrange_sparkline(
    spark: Sparkline,
    brand: Brand,
    *,
    width_emu: int = SPARKLINE_WIDTH_EMU,
    height_emu: int = SPARKLINE_HEIGHT_EMU,
) -> Drawing:
    """The line over its own extent, the target's included; its first value is a quiet point, its last one a bold one.

    A value that is missing leaves a hole; a line of one value is its point.
    """
    sketch = Sketch(spark.key, brand, width_emu / EMU_PER_PX, height_emu / EMU_PER_PX)
    y, palette = _scale(spark, sketch.height), brand.palette
    if spark.target is not None:
        level = y.place(spark.target)
        sketch.line((0, level), (sketch.width, level), palette["muted"], _TARGET_PT, is_dashed=True)
    points = _points(spark, sketch.width, y)
    for start, end in pairwise(points):
        if start is not None and end is not None:
            sketch.line(start, end, palette["message"], _LINE_PT)
    known = [point for point in points if point is not None]
    if len(known) > 1:
        sketch.symbol(Form.ELLIPSE, *known[0], _FIRST, palette["muted"])
    if known:
        sketch.symbol(Form.ELLIPSE, *known[-1], _LAST, palette["message"])
    return sketch.drawing(spark.alt)


def _scale(spark: Sparkline, height: float) -> Scale:
    """From the lowest to the highest of what is drawn; a level line stands in the middle."""
    drawn = [float(value) for value in (*spark.values, spark.target) if value is not None]
    low, high = min(drawn, default=0.0), max(drawn, default=1.0)
    if low == high:
        low, high = low - 1, high + 1
    return Scale(low, high, height - _EDGE, _EDGE)


def _points(spark: Sparkline, width: float, y: Scale) -> list[Point | None]:
    """A place a value, the last at the right end, even where the series is of one."""
    last = len(spark.values) - 1
    pitch = (width - 2 * _EDGE) / max(1, last)
    return [
        None if value is None else (width - _EDGE - (last - at) * pitch, y.place(value))
        for at, value in enumerate(spark.values)
    ]
