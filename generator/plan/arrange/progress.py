"""The bar of an objective's measure: from baseline to target, the tick of what was expected to date."""

from __future__ import annotations

from generator.brand import EMU_PER_PX
from generator.charts.area import Area
from generator.charts.canvas import Drawing
from generator.charts.sketch import Look, Sketch
from generator.plan.arrange.context import Context
from generator.story.blocks.progress import Progress
from generator.story.blocks.table import Align

_HEIGHT = 46.0
_TOP, _BOTTOM = 22.0, 36.0
_CELL_HEIGHT, _CELL_HALF, _CELL_END = 22.0, 5.0, 46.0
_SHARE = 52.0  # room for the share at the far right


def progress_drawing(key: str, progress: Progress, width_emu: int, context: Context) -> Drawing | None:
    """The bar over a width; None when the way done cannot be told."""
    if progress.share is None:
        return None
    brand, palette = context.brand, context.brand.palette
    sketch = Sketch(f"{key}/progress", brand, width_emu / EMU_PER_PX, _HEIGHT)
    plain, small = Look(brand.type.table, palette["muted"]), Look(brand.type.small, palette["muted"])
    left = sketch.text_width(progress.baseline, plain) + 10
    right = sketch.width - sketch.text_width(progress.target, plain) - 20 - _SHARE
    share = min(1.0, max(0.0, float(progress.share)))
    sketch.rectangle(Area(0, 0, sketch.width, _HEIGHT), palette["card"])  # the fill of the cell it stands in
    sketch.rectangle(Area(left, _TOP, right, _BOTTOM), palette["rule"])
    done = left + (right - left) * share
    if share > 0:
        sketch.rectangle(Area(left, _TOP, done, _BOTTOM), palette["message"])
    sketch.label(progress.baseline, plain, left - 8, (_TOP + _BOTTOM) / 2, align=Align.RIGHT)
    sketch.label(progress.target, plain, right + 8, (_TOP + _BOTTOM) / 2, align=Align.LEFT)
    sketch.label(
        progress.share_text,
        Look(brand.type.table, palette["strong"], is_bold=True),
        sketch.width,
        29,
        align=Align.RIGHT,
    )
    current = Look(brand.type.table, palette["message"], is_bold=True)
    told = sketch.label(progress.current, current, _within(sketch, progress.current, current, done, left, right), 11)
    _expected(sketch, progress, small, (left, right), told)
    return sketch.drawing("")


def cell_bar(key: str, progress: Progress, width_emu: int, context: Context) -> Drawing | None:
    """The bar in a cell of a table: both ends beside it, the tick across it; None when the way cannot be told."""
    if progress.share is None:
        return None
    brand, palette = context.brand, context.brand.palette
    sketch = Sketch(f"{key}/bar", brand, width_emu / EMU_PER_PX, _CELL_HEIGHT)
    small, middle = Look(brand.type.small, palette["muted"]), _CELL_HEIGHT / 2
    left, right = _CELL_END, sketch.width - _CELL_END
    top, bottom = middle - _CELL_HALF, middle + _CELL_HALF
    sketch.rectangle(Area(left, top, right, bottom), palette["rule"])
    done = left + (right - left) * min(1.0, max(0.0, float(progress.share)))
    if done > left:
        sketch.rectangle(Area(left, top, done, bottom), palette["message"])
    sketch.label(progress.baseline, small, left - 5, middle, align=Align.RIGHT)
    sketch.label(progress.target, small, right + 5, middle, align=Align.LEFT)
    if progress.expected is not None:
        x = left + (right - left) * min(1.0, max(0.0, float(progress.expected)))
        sketch.line((x, top - 5), (x, bottom + 5), palette["ink"], 1.5)
    return sketch.drawing("")


def _within(sketch: Sketch, text: str, look: Look, x: float, left: float, right: float) -> float:
    half = sketch.text_width(text, look) / 2
    return min(max(x, left + half - 8), right - half + 8)


def _expected(sketch: Sketch, progress: Progress, look: Look, ends: tuple[float, float], told: Area) -> None:
    if progress.expected is None:
        return
    left, right = ends
    x = left + (right - left) * min(1.0, max(0.0, float(progress.expected)))
    sketch.line((x, _TOP - 5), (x, _BOTTOM + 5), sketch.brand.palette["ink"], 1.5)
    beside = [
        sketch.label_area(progress.expected_text, look, x + 4, 10, Align.LEFT),
        sketch.label_area(progress.expected_text, look, x - 4, 10, Align.RIGHT),
    ]
    free = [area for area in beside if not area.meets(told) and area.left >= 0 and area.right <= sketch.width]
    if free and progress.expected_text:
        sketch.label(progress.expected_text, look, free[0].left, 10, align=Align.LEFT)
