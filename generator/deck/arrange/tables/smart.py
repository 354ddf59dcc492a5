"""SMART cards on a slide: each objective's card as a table of its letters."""

from __future__ import annotations

from generator.story.blocks.objectives import ObjectiveCard, ObjectiveCards, SmartLine
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone


def smart_tables(block: ObjectiveCards) -> tuple[Table, ...]:
    """A table an objective: letter, word, text."""
    return tuple(_table(block.key, card) for card in block.cards)


def _table(key: str, card: ObjectiveCard) -> Table:
    title = f"{card.ref} · {card.title}"
    return Table(
        key=f"{key}/{card.key}",
        columns=(TableColumn("", 3, Align.CENTRE), TableColumn(card.ref, 14), TableColumn(card.title, 80)),
        rows=tuple(_row(line) for line in card.lines),
        caption=title,
        alt=title,
        name_at=2,
    )


def _row(line: SmartLine) -> TableRow:
    text = " · ".join(filter(None, (line.text, line.detail)))
    cells = (Cell(line.letter, Tone.ACCENT), Cell(line.name, Tone.STRONG), Cell(text))
    return TableRow(line.letter, cells, is_internal=line.is_internal)
