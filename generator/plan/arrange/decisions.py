"""Decisions to take: a card each, its options lettered, the recommended one tinted."""

from __future__ import annotations

from collections.abc import Iterator

from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Paragraph, Part, Span, Style, TableCell, TablePart, TableRow, TableStyle
from generator.plan.arrange.text import cell, internal_spans, paragraph
from generator.story.blocks.decisions import DecisionCard, DecisionCards, DecisionOption

_TERM_TWIPS = 1860


def decision_parts(cards: DecisionCards, context: Context) -> Iterator[Part]:
    """A heading line and a table of terms for each decision."""
    for card in cards.cards:
        yield _title(card, context)
        rows = tuple(_rows(card, cards, context))
        if rows:
            widths = (_TERM_TWIPS, context.width_twips - _TERM_TWIPS)
            yield TablePart(
                key=card.key, style=TableStyle.DEFINITION, widths_twips=widths, rows=rows, has_first_column=True
            )


def _title(card: DecisionCard, context: Context) -> Paragraph:
    palette = context.brand.palette
    ref = Span(f"{card.ref}  ", is_bold=True, colour=palette["accent1"])
    title = Span(card.title, is_bold=True, colour=palette["dk2"])
    mark = internal_spans(context, is_internal=card.is_internal)
    return Paragraph(content=(ref, title, *mark), keeps_next=True, before_pt=9)


def _rows(card: DecisionCard, cards: DecisionCards, context: Context) -> Iterator[TableRow]:
    if card.options:
        options = tuple(_option(option, context) for option in card.options)
        yield _row(cards.options_title, options)
    impact = tuple(paragraph(text, Style.CARD_TEXT) for text in (card.stake, card.impact) if text)
    if impact:
        yield _row(cards.impact_title, impact)
    if card.recommendation:
        content = (Span(card.recommendation, is_bold=True),)
        yield _row(cards.recommendation_title, (Paragraph(content=content, style=Style.CARD_TEXT),))
    for title, text in ((cards.decider_title, card.decider), (cards.due_title, card.due)):
        if text:
            yield _row(title, (paragraph(text, Style.CARD_TEXT),))


def _row(title: str, paragraphs: tuple[Paragraph, ...]) -> TableRow:
    return TableRow(cells=(cell(paragraph(title, Style.CARD_TERM)), TableCell(paragraphs=paragraphs)))


def _option(option: DecisionOption, context: Context) -> Paragraph:
    accent = context.brand.palette["accent1"] if option.is_recommended else None
    letter = Span(f"{option.letter}  ", is_bold=True, colour=accent)
    text = Span(option.text, is_bold=option.is_recommended, colour=accent)
    return Paragraph(content=(letter, text), style=Style.CARD_TEXT)
