"""Text of the deck in the brand's sizes and colours: paragraphs, labels and text boxes."""

from __future__ import annotations

from generator.brand import EMU_PER_PT, Box, Brand
from generator.charts.canvas import Anchor, Paragraph, Run, Shape, TextBody
from generator.story.blocks.table import Align


def paragraph(*runs: Run, align: Align = Align.LEFT, leading_pt: float | None = None, after_pt: float = 0) -> Paragraph:
    """A paragraph of these runs."""
    return Paragraph(runs, align, leading_pt, after_pt)


def label(key: str, box: Box, text: str, brand: Brand, *, size_pt: float | None = None) -> Shape:
    """A section label (bold, headline colour) at the top of a box."""
    run = Run(text, size_pt or brand.type.label, brand.palette["dk2"], is_bold=True)
    return text_box(key, box, paragraph(run))


def text_box(key: str, box: Box, *paragraphs: Paragraph, anchor: Anchor = Anchor.TOP, wraps: bool = True) -> Shape:
    """A text box without paddings."""
    return Shape(key, box, text=TextBody(paragraphs, anchor, wraps=wraps))


def emu(points: float) -> int:
    """Points as EMU."""
    return round(points * EMU_PER_PT)
