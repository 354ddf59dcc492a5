"""From drafts to native cells: paddings, anchors, and bars made of narrow filled cells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.brand import EMU_PER_PX, Brand, Colour
from generator.charts.canvas import Anchor, Paragraph, Run, TextBody
from generator.deck.arrange.tables.draft import PADDING, DraftCell
from generator.deck.slides import Border, NativeCell, Span

BAR_STEPS = 10
BAR_STEP = 5 * EMU_PER_PX
_FLANK = 4 * EMU_PER_PX


def native(draft: DraftCell, *, fill: Colour | None = None, top: Border | None = None, bottom: Border | None = None) -> NativeCell:
    """The cell of a draft."""
    body = TextBody((Paragraph(draft.runs, draft.align),), Anchor.MIDDLE, PADDING, _FLANK, PADDING, _FLANK)
    return NativeCell(text=body, fill=draft.fill or fill, top=top, bottom=bottom)


def empty(
    brand: Brand,
    *,
    fill: Colour | None = None,
    top: Border | None = None,
    bottom: Border | None = None,
    span: Span = Span.NONE,
) -> NativeCell:
    """A cell without text or paddings, narrow enough for a bar or covered by a merge."""
    body = TextBody((Paragraph((Run("", brand.type.small, brand.palette["dk1"]),)),), Anchor.MIDDLE)
    return NativeCell(text=body, fill=fill, top=top, bottom=bottom, span=span)


def covered(count: int, brand: Brand, *, fill: Colour | None = None, span: Span = Span.ACROSS) -> tuple[NativeCell, ...]:
    """The cells a merge covers."""
    return (empty(brand, fill=fill, span=span),) * count


def bar(share: Decimal | None, brand: Brand, *, colour: Colour, flank: Border) -> Iterator[NativeCell]:
    """Ten narrow cells, filled up to the share; the flanks above and below make them a bar rather than a block."""
    filled = 0 if share is None else int((min(max(share, Decimal(0)), Decimal(1)) * BAR_STEPS).quantize(0, ROUND_HALF_UP))
    for step in range(BAR_STEPS):
        fill = colour if step < filled else brand.palette["rule"]
        yield empty(brand, fill=None if share is None else fill, top=flank, bottom=flank)
