"""Revenue over four quarters by entity and offer."""

from __future__ import annotations

from generator.measures.measure import Measure
from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.phrases import span
from generator.story.sections.revenue.charts import MAX_SERIES
from generator.story.subject import Subject


def entity_table(subject: Subject, quarter: Quarter) -> Table:
    """Revenue over four quarters by entity and offer, with totals on both sides."""
    say, figures = subject.say, subject.figures
    window, offers = quarter.back(QUARTERS_A_YEAR), figures.offers()
    by_cell, by_entity, by_offer = figures.by_cell(window), figures.by_entity(window), figures.by_offer(window)
    columns = (
        TableColumn(say("story.entity"), 16),
        *(TableColumn(offer, 11, Align.RIGHT) for offer in offers),
        TableColumn(say("story.total"), 12, Align.RIGHT),
    )
    rows = [
        TableRow(
            f"revenue/{entity}",
            (
                Cell(entity, Tone.STRONG),
                *(Cell(_money(subject, by_cell.get((entity, offer)))) for offer in offers),
                Cell(_money(subject, by_entity.get(entity)), Tone.STRONG),
            ),
        )
        for entity in figures.entities()
    ]
    totals = (by_offer.get(offer) for offer in offers)
    cells = (
        Cell(say("story.total"), Tone.STRONG),
        *(Cell(_money(subject, measure), Tone.STRONG) for measure in totals),
        Cell(_money(subject, figures.revenue(window)), Tone.STRONG),
    )
    return Table(
        key="revenue/entities",
        columns=columns,
        rows=(*rows, TableRow("revenue/total", cells, is_total=True)),
        caption=subject.worded("story.revenue.table_caption", span=span(subject, window)),
        is_wide=len(offers) > MAX_SERIES,
    )


def _money(subject: Subject, measure: Measure | None) -> str:
    return "–" if measure is None or measure.value is None else subject.locale.money(measure.value)
