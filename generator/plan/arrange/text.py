"""Text of the story as spans and paragraphs in the template's styles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.brand import Brand
from generator.charts.style import rag_style
from generator.measures.rag import Rag
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Inline, Paragraph, Span, TableCell
from generator.plan.arrange.styles import Style
from generator.story.blocks.text import Status, Tone

NO_BREAK = "\u00a0"
_STATUS = {Rag.GREEN: Style.STATUS_GREEN, Rag.AMBER: Style.STATUS_AMBER, Rag.RED: Style.STATUS_RED}
_TONES = {
    Tone.NORMAL: None,
    Tone.STRONG: Style.STRONG,
    Tone.MUTED: Style.SECONDARY,
    Tone.ACCENT: Style.ACCENT,
    Tone.ADVERSE: Style.STATUS_RED,
    Tone.INTERNAL: Style.RESERVED,
}
_STOP = "."


def toned(text: str, tone: Tone) -> Span:
    """A text by what it means."""
    return Span(text, _TONES[tone])


def status_span(status: Status, brand: Brand) -> Span:
    """A status: shape, letter, words; the shape and the letter never part."""
    style = rag_style(status.rag, brand.palette)
    if style is None:
        return Span(" ".join(filter(None, (status.letter, status.text))), Style.SECONDARY)
    sign = f"{style.symbol}{NO_BREAK}{status.letter}"
    return Span(" ".join(filter(None, (sign, status.text))), _STATUS[status.rag])


def internal_spans(context: Context, *, is_internal: bool) -> tuple[Span, ...]:
    """The mark of what the client does not see, after a text."""
    if not is_internal:
        return ()
    return (Span(" "), Span(f"{NO_BREAK}{context.story.internal_mark}{NO_BREAK}", Style.INTERNAL_MARK))


def change_spans(change: str) -> tuple[Span, ...]:
    """What happened to a row since the last committee, after its text."""
    return (Span("  "), toned(change.replace(" ", NO_BREAK), Tone.ACCENT)) if change else ()


def paragraph(text: str, style: Style = Style.BODY, *, keeps_next: bool = False) -> Paragraph:
    """A paragraph of one plain span."""
    return Paragraph(content=(Span(text),) if text else (), style=style, keeps_next=keeps_next)


def referring(sentence: Paragraph, references: Iterable[Inline]) -> Paragraph:
    """The sentence with references at its end, before its full stop if it has one."""
    *others, last = sentence.content
    if isinstance(last, Span) and last.text.endswith(_STOP):
        stop = replace(last, text=_STOP)
        return replace(
            sentence, content=(*others, replace(last, text=last.text.removesuffix(_STOP)), *references, stop)
        )
    return replace(sentence, content=(*sentence.content, *references))


def labelled(label: str, text: str) -> tuple[Paragraph, ...]:
    """A line of a card that its label opens in bold; none without text."""
    content = (Span(f"{label} ", Style.STRONG), Span(text))
    return (Paragraph(content=content, style=Style.CARD_TEXT),) if text else ()


def cell(*paragraphs: Paragraph) -> TableCell:
    """A plain cell, which always holds a paragraph."""
    return TableCell(paragraphs=paragraphs or (Paragraph(content=()),))


def label(text: str) -> tuple[Paragraph, ...]:
    """A line that names what follows, outside the table of contents; none for an empty text."""
    return (paragraph(text, Style.BLOCK_LABEL),) if text else ()
