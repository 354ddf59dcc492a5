"""Progress in a cell: spaces highlighted up to the share, so that the bar is text and nothing lies over the table."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from generator.brand import Brand, Colour
from generator.deck.slides import CellBar

STEP = "\u00a0"
_STEPS = 20
_SIZE_PT = 7.0
_AFTER_PT = 8.0


def progress_bar(share: Decimal | None, colour: Colour, brand: Brand) -> CellBar | None:
    """The bar of a share (0 to 1), in twentieths; none without a share."""
    if share is None:
        return None
    part = min(max(share, Decimal(0)), Decimal(1)) * _STEPS
    return CellBar(int(part.quantize(Decimal(1), ROUND_HALF_UP)), _STEPS, _SIZE_PT, colour, brand.palette["rule"])


def bar_width_pt(bar: CellBar, brand: Brand) -> float:
    """The width of the bar and of the space after it."""
    return brand.metrics.width_pt(STEP * bar.steps, bar.size_pt) + _AFTER_PT
