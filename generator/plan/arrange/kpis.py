"""A KPI of the plan: conclusion, definition, strip of values, chart with its bands, reading, corrective actions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.style import rag_colour
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Heading, Part
from generator.plan.arrange.facts import definition_table, value_strip
from generator.plan.arrange.pictures import chart_parts
from generator.plan.arrange.styles import Style
from generator.plan.arrange.tables import table_parts
from generator.plan.arrange.text import label, paragraph
from generator.plan.arrange.whereabouts import located
from generator.story.blocks.kpi import KpiCard, KpiCards


def kpi_cards(cards: KpiCards, context: Context) -> Iterator[Part]:
    """A heading and a card for each KPI."""
    for card in cards.cards:
        mark = context.story.internal_mark if card.is_internal else ""
        level = context.level + 1
        yield Heading(key=card.key, level=level, text=card.name, mark=mark)
        yield from _card(card, context.under(level))


def _card(card: KpiCard, context: Context) -> Iterator[Part]:
    if card.takeaway:
        yield paragraph(card.takeaway, Style.LEAD)
    yield from label(card.sheet.label)
    yield from (located(part, context) for part in definition_table(card.sheet, context))
    top = rag_colour(card.status.rag, context.brand.palette)
    status = (card.status_label, card.status) if card.status_label else None
    if card.strip or status:
        yield value_strip(f"{card.key}/strip", card.strip, status, top, context)
    if card.chart is not None:
        yield from chart_parts(card.chart, context, has_title=False)
    if card.reading:
        yield from label(card.reading_label)
        yield from (paragraph(text) for text in card.reading)
    if card.actions is not None and card.actions.rows:
        yield from label(card.actions.label)
        yield from table_parts(card.actions, context, has_label=False, has_caption=not card.actions.label)
