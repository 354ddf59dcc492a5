"""The cards of a chapter at a glance, before the page of each: one row a card, under the labels the cards share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Inline, Part, Span, TablePart
from generator.plan.arrange.document import TableRow as PartRow
from generator.plan.arrange.rewording import reworded_row
from generator.plan.arrange.tables import table_parts
from generator.story.blocks.kpi import KpiCard, KpiCards
from generator.story.blocks.objectives import ObjectiveCard, ObjectiveCards
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Fact, Status, Tone

_NONE = "–"


def overview(cards: KpiCards | ObjectiveCards, title: str, context: Context) -> Iterator[Part]:
    """A table of the cards under the chapter's title, each leading to its page; none for a card that is alone."""
    if len(cards.cards) > 1:
        table = _kpis(cards, title) if isinstance(cards, KpiCards) else _objectives(cards, title)
        yield from (_leading(part, cards) for part in table_parts(table, context))


def _leading(part: Part, cards: KpiCards | ObjectiveCards) -> Part:
    """The same part, the name in each row a link to the page of its own card: two cards may have one name."""
    if not isinstance(part, TablePart):
        return part
    heads = [row for row in part.rows if row.is_header]
    own: tuple[KpiCard | ObjectiveCard, ...] = cards.cards
    rows = zip((row for row in part.rows if not row.is_header), own, strict=True)
    return replace(part, rows=(*heads, *(_led(row, card) for row, card in rows)))


def _led(row: PartRow, card: KpiCard | ObjectiveCard) -> PartRow:
    name = card.name if isinstance(card, KpiCard) else card.title

    def led(one: Inline) -> tuple[Inline, ...] | None:
        return (replace(one, block=card.key),) if isinstance(one, Span) and one.text == name else None

    return reworded_row(row, led)


def _kpis(cards: KpiCards, title: str) -> Table:
    labels = _labels([card.strip for card in cards.cards])
    columns = (
        TableColumn(title),
        *(TableColumn(label, align=Align.RIGHT) for label in labels),
        TableColumn(next((card.status_label for card in cards.cards if card.status_label), "")),
    )
    rows = tuple(
        TableRow(
            key=f"{card.key}/overview",
            cells=(Cell(card.name, Tone.STRONG), *_values(card.strip, labels), _status(card.status)),
            is_internal=card.is_internal,
        )
        for card in cards.cards
    )
    return Table(key=f"{cards.key}/overview", columns=columns, rows=rows, caption="", alt=cards.alt)


def _objectives(cards: ObjectiveCards, title: str) -> Table:
    labels = _labels([card.facts for card in cards.cards])
    columns = (
        *(TableColumn(label) for label in labels[:1]),
        TableColumn(title),
        *(TableColumn(label) for label in labels[1:]),
        TableColumn(cards.cards[0].status_label),
    )
    rows = []
    for card in cards.cards:
        values = _values(card.facts, labels)
        cells = (*values[:1], Cell(card.title, Tone.STRONG), *values[1:], _status(replace(card.status, text="")))
        rows.append(TableRow(key=f"{card.key}/overview", cells=cells, is_internal=card.is_internal))
    return Table(
        key=f"{cards.key}/overview", columns=columns, rows=tuple(rows), caption="", alt=title, name_at=len(labels[:1])
    )


def _labels(facts: Sequence[Sequence[Fact]]) -> list[str]:
    """The labels of all the cards, each once, in the order they come."""
    return list(dict.fromkeys(fact.label for some in facts for fact in some))


def _values(facts: Sequence[Fact], labels: Sequence[str]) -> list[Cell]:
    known = {fact.label: Cell(fact.value, fact.tone) for fact in facts}
    return [known.get(label, Cell(_NONE, Tone.MUTED)) for label in labels]


def _status(status: Status) -> Cell:
    return Cell(status=status)
