"""The words above a live chart."""

from __future__ import annotations

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing
from generator.charts.typeset import label

TITLE = 28 * EMU_PER_PX


def title_of(key: str, title: str, box: Box, brand: Brand) -> Drawing:
    """The words above a chart: what is plotted, in which unit."""
    place = box.band(0, TITLE)
    return Drawing(f"{key}/heading", place, (label(f"{key}/heading/text", place, title, brand),), alt="")
