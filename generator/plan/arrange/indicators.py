"""The indicators linked to an objective, each with the figure that shows it."""

from __future__ import annotations

from dataclasses import replace

from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Inline, Part, Reference, Span
from generator.plan.arrange.rewording import reworded
from generator.plan.arrange.tables import table_parts
from generator.story.blocks.kpi import KpiCards
from generator.story.blocks.table import Table
from generator.story.story import Story

_NUMBER = "00"  # the room of a figure's number, while widths are measured


def indicator_parts(table: Table, context: Context) -> tuple[Part, ...]:
    """The table of indicators; the name, in the second column, is followed by the number of its figure."""
    charts = _charts(context.story)
    before = f" ({context.story.figure_word.lower()}\u00a0"
    measured, shown = [], {}
    for row in table.rows:
        ref, name, *others = row.cells
        if ref.text in charts:
            longer = replace(name, text=f"{name.text}{before}{_NUMBER})")
            shown[longer.text] = (name.text, Reference(charts[ref.text], before, ")"))
            row = replace(row, cells=(ref, longer, *others))  # noqa: PLW2901  what is measured
        measured.append(row)

    def told(one: Inline) -> tuple[Inline, ...] | None:
        if not isinstance(one, Span) or one.text not in shown:
            return None
        name, reference = shown[one.text]
        return (replace(one, text=name), reference)

    parts = table_parts(replace(table, rows=tuple(measured)), context, has_label=False, has_caption=not table.label)
    return tuple(reworded(part, told) for part in parts)


def _charts(story: Story) -> dict[str, str]:
    """The keys of the KPIs' charts by the references of the KPIs."""
    blocks = (block for chapter in story.chapters for section in chapter.sections for block in section.chapter_blocks)
    cards = (card for block in blocks if isinstance(block, KpiCards) for card in block.cards)
    return {card.ref: card.chart.key for card in cards if card.chart is not None}
