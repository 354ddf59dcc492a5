"""Text of the deck in the brand's sizes and colours: paragraphs, labels and text boxes."""

from __future__ import annotations

from generator.brand import EMU_PER_PT, Box, Brand
from generator.charts.canvas import Anchor, Paragraph, Run, Shape, TextBody
from generator.charts.fitting import fit_text
from generator.story.blocks.table import Align


def paragraph(*runs: Run, align: Align = Align.LEFT, leading_pt: float | None = None, after_pt: float = 0) -> Paragraph:
    """A paragraph of these runs."""
    return Paragraph(runs, align, leading_pt, after_pt)


def label(key: str, box: Box, text: str, brand: Brand) -> Shape:
    """A section label (bold, headline colour) on one line at the top of a box."""
    sizes = brand.type.steps(brand.type.label, brand.type.chart)
    said = fit_text(
        brand.metrics, text, width_emu=box.width_emu, sizes_pt=sizes, max_lines=1, is_bold=True, may_shorten=True
    )
    run = Run(said.text, said.size_pt, brand.palette["strong"], is_bold=True)
    return text_box(key, box, paragraph(run))


def text_box(key: str, box: Box, *paragraphs: Paragraph, anchor: Anchor = Anchor.TOP, wraps: bool = True) -> Shape:
    """A text box without paddings."""
    return Shape(key, box, text=TextBody(paragraphs, anchor, wraps=wraps))


def emu(points: float) -> int:
    """Points as EMU."""
    return round(points * EMU_PER_PT)
