"""The KPIs as the plan tells them: all at a glance, those off target in full; the others and what each is, in annex."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.measures.rag import Rag
from generator.story.blank import NOTHING
from generator.story.blocks import Block
from generator.story.blocks.kpi import KpiCard, KpiCards
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.phrases import joined
from generator.story.sections.kpis.dashboard import kpi_dashboard
from generator.story.subject import Subject

_OFF = (Rag.RED, Rag.AMBER)
_BELOW = {
    "reference": "name",
    "objectives": "name",
    "formula": "definition",
    "count": "scope",
}  # what stands below what
_LAST = "data"


def plan_blocks(subject: Subject, cards: KpiCards) -> tuple[Block, ...]:
    """Return the dashboard, the cards of the KPIs off target, those of the others, and what each is."""
    off = _told(cards, "kpis/off", lambda card: card.status.rag in _OFF)
    others = _told(cards, "kpis/cards", lambda card: card.status.rag not in _OFF)
    return (kpi_dashboard(subject), *off, *others, _definitions(subject, cards))


def _told(cards: KpiCards, key: str, wanted: Callable[[KpiCard], bool]) -> Iterator[KpiCards]:
    """The cards wanted, without what the dashboard and the definitions tell of them; on target they ask for no action.

    All actions are in their annex, with the KPI that each serves.
    """
    kept = tuple(
        replace(
            card,
            sheet=replace(card.sheet, rows=()),
            strip=(),
            status_label="",
            reading_label="",
            actions=card.actions if card.status.rag in _OFF else None,
        )
        for card in cards.cards
        if wanted(card)
    )
    if kept:
        yield KpiCards(key=key, cards=kept, alt=cards.alt)


def _definitions(subject: Subject, cards: KpiCards) -> Table:
    """What each KPI is, how it is reckoned, and from what: the rows of its sheet, side by side.

    What no KPI tells has no column, and where the data come from is the last, whichever KPI comes first. What would
    stand below a column that is not there has one of its own.
    """
    labels = {term.key: term.label for card in cards.cards for term in card.sheet.rows}
    columns = [key for key in labels if _BELOW.get(key) not in {"name", *labels}]
    terms = {key: labels[key] for key in sorted(columns, key=lambda key: key == _LAST)}
    return Table(
        key="kpis/definitions",
        columns=(TableColumn("KPI"), *(TableColumn(label) for label in terms.values())),
        rows=tuple(_definition(card, tuple(terms)) for card in cards.cards),
        caption=subject.say("story.kpis.definitions_caption"),
    )


def _definition(card: KpiCard, terms: tuple[str, ...]) -> TableRow:
    told = {term.key: term.text for term in card.sheet.rows}
    below = {key: joined(told.get(one, "") for one in _BELOW if _BELOW[one] == key) for key in ("name", *terms)}
    cells = (Cell(told.get(key, NOTHING), detail=below[key]) for key in terms)
    name = Cell(card.name, Tone.STRONG, detail=below["name"])
    return TableRow(f"{card.key}/definition", (name, *cells), is_internal=card.is_internal)
