"""Decisions to take: a card each, its options lettered, the recommended one tinted."""

from __future__ import annotations

from collections.abc import Iterator

from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Paragraph, Part, Span, TableCell, TablePart, TableRow
from generator.plan.arrange.styles import Style, TableStyle
from generator.plan.arrange.text import cell, internal_spans, labelled, paragraph
from generator.story.blocks.decisions import DecisionCard, DecisionCards, DecisionOption

_TERM_TWIPS = 1860
_BETWEEN = " · "
_COLON = " \u00a0\u202f:"


def decision_parts(cards: DecisionCards, context: Context) -> Iterator[Part]:
    """A heading line and a table of terms for each decision."""
    for card in cards.cards:
        yield _title(card, context)
        rows = tuple(_rows(card, cards))
        if rows:
            widths = (_TERM_TWIPS, context.width_twips - _TERM_TWIPS)
            yield TablePart(
                key=card.key, style=TableStyle.DEFINITION, widths_twips=widths, rows=rows, has_first_column=True
            )


def _title(card: DecisionCard, context: Context) -> Paragraph:
    mark = internal_spans(context, is_internal=card.is_internal)
    return Paragraph(content=(Span(f"{card.ref}  ", Style.ACCENT), Span(card.title), *mark), style=Style.BLOCK_LABEL)


def _rows(card: DecisionCard, cards: DecisionCards) -> Iterator[TableRow]:
    if card.options:
        options = tuple(_option(option) for option in card.options)
        yield _row("options", cards.options_title, options)
    told = (paragraph(text, Style.CARD_TEXT) for text in (card.stake, card.impact) if text)
    impact = (*told, *labelled(cards.inaction_label, card.inaction))
    if impact:
        yield _row("impact", cards.impact_title, impact)
    if card.recommendation:
        content = (Span(card.recommendation, Style.STRONG),)
        yield _row("recommendation", cards.recommendation_title, (Paragraph(content=content, style=Style.CARD_TEXT),))
    people = [one for one in ((cards.decider_title, card.decider), (cards.due_title, card.due)) if one[1]]
    if people:
        title = _BETWEEN.join(_term(one) for one, _ in people)
        yield _row("decider", title, (paragraph(_BETWEEN.join(text for _, text in people), Style.CARD_TEXT),))


def _row(key: str, title: str, paragraphs: tuple[Paragraph, ...]) -> TableRow:
    term = _term(title)
    name = cell(paragraph(term[:1].upper() + term[1:], Style.CARD_TERM))
    return TableRow(key=key, cells=(name, TableCell(paragraphs=paragraphs)))


def _term(title: str) -> str:
    """A term stands alone in its cell: it needs neither the colon nor the small letter it has inside a line."""
    return title.rstrip(_COLON)


def _option(option: DecisionOption) -> Paragraph:
    letter = Span(f"{option.letter}  ", Style.ACCENT if option.is_recommended else Style.STRONG)
    text = Span(option.text, Style.ACCENT if option.is_recommended else None)
    return Paragraph(content=(letter, text), style=Style.CARD_TEXT)
