"""From drafts to native cells: paddings, anchors, what a merge covers."""

from __future__ import annotations

from generator.brand import Brand, Colour
from generator.charts.canvas import Anchor, Paragraph, Run, TextBody
from generator.deck.arrange.tables.draft import FLANK, PADDING, DraftCell
from generator.deck.slides import Border, NativeCell, Span


def native(
    draft: DraftCell, *, fill: Colour | None = None, top: Border | None = None, bottom: Border | None = None
) -> NativeCell:
    """The cell of a draft."""
    body = TextBody((Paragraph(draft.runs, draft.align),), Anchor.MIDDLE, PADDING, FLANK, PADDING, FLANK)
    return NativeCell(text=body, bar=draft.bar, fill=draft.fill or fill, top=top, bottom=bottom)


def empty(
    brand: Brand,
    *,
    fill: Colour | None = None,
    top: Border | None = None,
    bottom: Border | None = None,
    span: Span = Span.NONE,
) -> NativeCell:
    """A cell without text or paddings, for a mark or covered by a merge."""
    body = TextBody((Paragraph((Run("", brand.type.small, brand.palette["ink"]),)),), Anchor.MIDDLE)
    return NativeCell(text=body, fill=fill, top=top, bottom=bottom, span=span)


def covered(
    count: int, brand: Brand, *, fill: Colour | None = None, span: Span = Span.ACROSS
) -> tuple[NativeCell, ...]:
    """The cells a merge covers."""
    return (empty(brand, fill=fill, span=span),) * count
