"""What a cell of a table holds beside its text: a line of values, a way to date, a quieter line below."""

from __future__ import annotations

from generator.brand import EMU_PER_PX
from generator.brand.grid import EMU_PER_INCH, TWIPS_PER_INCH
from generator.charts.plots.sparkline import SPARKLINE_WIDTH_EMU, arrange_sparkline
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Paragraph, Picture, Span
from generator.plan.arrange.progress import cell_bar
from generator.plan.arrange.styles import Style
from generator.story.blocks.progress import Progress
from generator.story.blocks.table import Cell

_EMU_PER_TWIP = EMU_PER_INCH // TWIPS_PER_INCH
_BAR_EMU = 168 * EMU_PER_PX


def drawn(cell: Cell, row: str, context: Context) -> tuple[Picture, ...]:
    """The pictures of a cell."""
    if cell.spark is not None:
        return (Picture(cell.spark.key, arrange_sparkline(cell.spark, context.brand), cell.spark.alt),)
    if cell.bar is None:
        return ()
    key = f"{row}/bar"
    drawing = cell_bar(key, cell.bar, _BAR_EMU, context)
    return () if drawing is None else (Picture(key, drawing, _said(cell.bar)),)


def below(cell: Cell) -> tuple[Paragraph, ...]:
    """The quieter line of a cell."""
    return (Paragraph(content=(Span(cell.detail, Style.SECONDARY),), style=Style.TABLE_TEXT),) if cell.detail else ()


def drawn_twips(cell: Cell) -> int:
    """The width that the picture of a cell takes."""
    emu = SPARKLINE_WIDTH_EMU if cell.spark is not None else _BAR_EMU if cell.bar is not None else 0
    return round(emu / _EMU_PER_TWIP)


def _said(bar: Progress) -> str:
    ends = f"{bar.baseline} → {bar.target} · {bar.current}"
    return " · ".join(filter(None, (ends, bar.share_text, bar.expected_text)))
