"""Paragraphs, what to remember in a tinted box, what is missing in a grey one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brand.palette import Colour
from generator.model.sections import ANNEXES
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import (
    Edge,
    Paragraph,
    Part,
    Reference,
    ReferenceKind,
    Span,
    TableCell,
    TablePart,
    TableRow,
)
from generator.plan.arrange.styles import Style, TableStyle
from generator.plan.arrange.text import NO_BREAK, label, paragraph, referring
from generator.story.blocks.prose import Prose, ProseRole

_BAR_PT = 3.0
BAR_TWIPS = 60  # the bar stands outside its cell


def prose_parts(prose: Prose, context: Context) -> Iterator[Part]:
    """Sentences as they stand on the page."""
    palette = context.brand.palette
    match prose.role:
        case ProseRole.BODY:
            yield from label(prose.label)
            yield from _sentences(prose, context)
        case ProseRole.CALLOUT:
            yield panel(prose, context, fill=palette["highlight"], bar=palette["message"])
        case ProseRole.MISSING:
            yield panel(prose, context, fill=palette["card"], bar=palette["muted"])
        case ProseRole.REFERENCE:
            yield from _sentences(prose, context, Style.SOURCE)


def _sentences(prose: Prose, context: Context, style: Style = Style.BODY) -> Iterator[Paragraph]:
    first, *others = (paragraph(one.text, style) for one in prose.paragraphs)
    if prose.see:
        word = context.story.annex_word if prose.see.startswith(f"{ANNEXES}/") else context.story.section_word
        before = f" ({word}{NO_BREAK}"
        first = referring(first, (Reference(prose.see, before, ")", kind=ReferenceKind.SECTION),))
    yield first
    yield from others


def panel(prose: Prose, context: Context, *, fill: Colour, bar: Colour) -> TablePart:
    """A box with a bar at its left."""
    head = (Paragraph(content=(Span(prose.label, Style.STRONG),), style=Style.CARD_TEXT, keeps_next=True),)
    text = tuple(paragraph(one.text, Style.CARD_TEXT) for one in prose.paragraphs)
    one = TableCell(paragraphs=(*(head if prose.label else ()), *text), fill=fill, left=Edge(bar, _BAR_PT))
    return TablePart(
        key=prose.key,
        style=TableStyle.CARD,
        widths_twips=(context.width_twips - BAR_TWIPS,),
        rows=(TableRow(key="panel", cells=(one,)),),
    )
