"""The label above a part of a diagram, with its rule."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Anchor, Mark
from generator.charts.diagrams.pen import Pen, px
from generator.story.blocks.table import Align

GAP = px(12)


def heading_height(pen: Pen, text: str, width_emu: int) -> int:
    """The height in EMU down to the rule, the rule included; nothing without a text."""
    return max(px(20), _fitted_height(pen, text, width_emu)) + px(6) if text else 0


def heading_marks(
    pen: Pen, key: str, text: str, box: Box, *, has_rule: bool = True, align: Align = Align.LEFT
) -> tuple[Mark, ...]:
    """The label from the top of the box, and the rule under it."""
    if not text:
        return ()
    height = heading_height(pen, text, box.width_emu)
    fitted = pen.fit(text, box.width_emu, _sizes(pen), is_bold=True)
    label = pen.write(key, box.band(0, height - px(6)), (fitted, "strong"), align=align, anchor=Anchor.BOTTOM)
    rule = pen.rule(f"{key}/rule", box.left_emu, box.right_emu, box.top_emu + height, "strong")
    return (label, rule) if has_rule else (label,)


def _sizes(pen: Pen) -> tuple[float, ...]:
    return pen.brand.type.steps(pen.brand.type.label, pen.brand.type.label)


def _fitted_height(pen: Pen, text: str, width_emu: int) -> int:
    return pen.fit(text, width_emu, _sizes(pen), is_bold=True).height_emu
