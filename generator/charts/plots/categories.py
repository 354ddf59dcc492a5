"""Category names under a chart: the told ones bold, and one in two where they would touch."""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.brand import Brand
from generator.charts.sketch import PX_PER_PT, Look, Sketch

_GAP_PT = 4.5


def label_categories(
    sketch: Sketch, names: Sequence[str], x: Sequence[float], middle: float, emphasised: Sequence[int]
) -> None:
    """Lay the names under their places; counted from the last one when not all can stand."""
    palette, size = sketch.brand.palette, sketch.brand.type.chart
    plain, bold = Look(size, palette["muted"]), Look(size, palette["ink"], is_bold=True)
    pitch = (x[1] - x[0]) / PX_PER_PT if len(x) > 1 else sketch.width
    every = stride(sketch.brand, names, pitch, _GAP_PT, is_bold=True)
    for at, (name, place) in enumerate(zip(names, x, strict=True)):
        if (len(names) - 1 - at) % every == 0:
            sketch.label(name, bold if at in emphasised else plain, place, middle)


def stride(brand: Brand, names: Sequence[str], pitch_pt: float, gap_pt: float, *, is_bold: bool = False) -> int:
    """One name in how many, so that they stand side by side."""
    size = brand.type.chart
    widest = max((brand.metrics.width_pt(name, size, bold=is_bold) for name in names), default=0.0) + gap_pt
    return max(1, math.ceil(widest / pitch_pt)) if len(names) > 1 else 1
