"""Category names under a chart: the told ones bold, and one in two where they would touch."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.picture.sketch import Look, Sketch


def label_categories(
    sketch: Sketch, names: Sequence[str], x: Sequence[float], middle: float, emphasised: Sequence[int]
) -> None:
    """Lay the names under their places; counted from the last one when not all can stand."""
    palette, size = sketch.brand.palette, sketch.brand.type.chart
    plain, bold = Look(size, palette["muted"]), Look(size, palette["ink"], is_bold=True)
    stride = _stride(sketch, names, x, bold)
    for at, (name, place) in enumerate(zip(names, x, strict=True)):
        if (len(names) - 1 - at) % stride == 0:
            sketch.label(name, bold if at in emphasised else plain, place, middle)


def _stride(sketch: Sketch, names: Sequence[str], x: Sequence[float], look: Look) -> int:
    if len(names) < 2:
        return 1
    pitch = x[1] - x[0]
    widest = max(sketch.text_width(name, look) for name in names) + 6
    return max(1, -int(-widest // pitch))
