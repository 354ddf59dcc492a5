"""The SMART card of an objective: its facts, five letters, linked indicators and actions, the comment."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brand.grid import EMU_PER_INCH, TWIPS_PER_INCH
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Heading, Paragraph, Part, Picture, Span, TableCell, TablePart, TableRow
from generator.plan.arrange.facts import fact_strip
from generator.plan.arrange.indicators import indicator_parts
from generator.plan.arrange.keeping import together, whole
from generator.plan.arrange.progress import progress_drawing
from generator.plan.arrange.styles import Style, TableStyle
from generator.plan.arrange.tables import table_parts
from generator.plan.arrange.text import cell, internal_spans, label, paragraph
from generator.story.blocks.objectives import ObjectiveCard, ObjectiveCards, SmartLine

_LETTER_TWIPS = 600
_TERM_TWIPS = 1860
_PADDING_TWIPS = 360
_EMU_PER_TWIP = EMU_PER_INCH // TWIPS_PER_INCH
_MEASURE = "M"


def objective_cards(cards: ObjectiveCards, context: Context) -> Iterator[Part]:
    """A heading and a card for each objective."""
    for card in cards.cards:
        mark = context.story.internal_mark if card.is_internal else ""
        level = context.level + 1
        yield Heading(key=card.key, level=level, text=card.title, mark=mark)
        yield from _card(card, context.under(level))


def _card(card: ObjectiveCard, context: Context) -> Iterator[Part]:
    yield together(fact_strip(f"{card.key}/facts", card.facts, (card.status_label, card.status), context))
    yield _smart(card, context)
    if card.comment:  # before the tables, so that it never stands alone on the next page
        yield from label(card.comment_label)
        yield from (paragraph(text) for text in card.comment)
    if card.indicators is not None and card.indicators.rows:
        yield from label(card.indicators.label)
        yield from indicator_parts(card.indicators, context)
    if card.actions is not None and card.actions.rows:
        yield from label(card.actions.label)
        yield from table_parts(card.actions, context, has_label=False, has_caption=not card.actions.label)


def _smart(card: ObjectiveCard, context: Context) -> TablePart:
    widths = (_LETTER_TWIPS, _TERM_TWIPS, context.width_twips - _LETTER_TWIPS - _TERM_TWIPS)
    rows = tuple(_line(card, line, widths[2], context) for line in card.lines)
    part = TablePart(
        key=f"{card.key}/smart", style=TableStyle.CARD, widths_twips=widths, rows=rows, has_first_column=True
    )
    return whole(part)


def _line(card: ObjectiveCard, line: SmartLine, width_twips: int, context: Context) -> TableRow:
    mark = internal_spans(context, is_internal=line.is_internal)
    term = Paragraph(content=(Span(line.name), *mark), style=Style.CARD_TERM)
    letter = cell(paragraph(line.letter, Style.CARD_LETTER))
    text = TableCell(paragraphs=tuple(_text(card, line, width_twips, context)))
    return TableRow(key=line.letter, cells=(_letter(letter), cell(term), text))


def _letter(one: TableCell) -> TableCell:
    return TableCell(paragraphs=one.paragraphs, padding_twips=(60, 60))


def _text(card: ObjectiveCard, line: SmartLine, width_twips: int, context: Context) -> Iterator[Paragraph]:
    yield paragraph(line.text, Style.CARD_TEXT)
    if line.detail:
        yield Paragraph(content=(Span(line.detail, Style.SECONDARY),), style=Style.CARD_TEXT)
    if line.letter == _MEASURE:
        key = f"{card.key}/measure"
        drawing = progress_drawing(key, card.progress, (width_twips - _PADDING_TWIPS) * _EMU_PER_TWIP, context)
        if drawing is not None:
            alt = " · ".join(filter(None, (line.text, card.progress.share_text, card.progress.expected_text)))
            yield Paragraph(content=(Picture(key, drawing, alt),), style=Style.CARD_TEXT)
