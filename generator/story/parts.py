"""An item of a section on a slide of its own: the section with it alone, and the section without it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from generator.locales.characters import HYPHEN
from generator.model.outline import Standing
from generator.story.blocks import Block
from generator.story.blocks.decisions import DecisionCard, DecisionCards
from generator.story.blocks.kpi import KpiCard, KpiCards
from generator.story.blocks.prose import Prose
from generator.story.blocks.table import Table
from generator.story.blocks.text import Sentence
from generator.story.blocks.timeline import Timeline, TimelineRow
from generator.story.figures import Figure, stands_in
from generator.story.story import Section


@dataclass(frozen=True, slots=True)
class _Item:
    """What stands on the slide of an item, and what it says."""

    headline: str
    blocks: tuple[Block, ...]


def part_of(section: Section, place: Standing) -> Section | None:
    """Return the slide of one item; None where the section has no such item."""
    found = next((item for block in section.slide_blocks if (item := _item(section, block, place.ref))), None)
    if found is None:
        return None
    return replace(
        section,
        key=place.key,
        headline=found.headline,
        slide_blocks=found.blocks,
        headlines={},
        figures=tuple(_figures(section, place, found.headline)),
    )


def _figures(section: Section, place: Standing, headline: str) -> Iterator[Figure]:
    """The figures of its card that its headline says."""
    own = (one for one in section.figures if place.ref in one.under.split("/") and stands_in(one.text, headline))
    yield from dict.fromkeys(replace(one, under=f"{place.key}/title") for one in own)


def without_parts(section: Section, refs: Collection[str]) -> Section:
    """Return a section less the items that have a slide of their own; a block that had no others goes."""
    blocks = (_without(block, refs) for block in section.slide_blocks)
    return replace(section, slide_blocks=tuple(block for block in blocks if block is not None))


def _item(section: Section, block: Block, ref: str) -> _Item | None:
    match block:
        case KpiCards():
            return next((_kpi(card) for card in block.cards if card.ref == ref), None)
        case DecisionCards():
            return next((_decision(block, card) for card in block.cards if card.ref == ref), None)
        case Timeline():
            return next((_contract(section, block, row) for row in block.rows if _ref(row.key) == ref), None)
        case _:
            return None


def _kpi(card: KpiCard) -> _Item:
    """Its line over the width of the main column, how it reads and how it is made beside."""
    key = f"{card.key}/alone"
    said = Prose(
        key=f"{key}/reading",
        paragraphs=tuple(Sentence(str(rank), text) for rank, text in enumerate(card.reading)),
        label=card.reading_label,
    )
    chart = (card.chart,) if card.chart is not None else ()
    prose = (said,) if card.reading else ()
    return _Item(card.takeaway, (*chart, *prose, card.sheet))


def _decision(block: DecisionCards, card: DecisionCard) -> _Item:
    alone = replace(block, key=f"{card.key}/alone", cards=(card,), alt=f"{card.ref}, {card.title}")
    return _Item(card.title, (alone,))


def _contract(section: Section, block: Timeline, row: TimelineRow) -> _Item:
    """Its bar, and its rows in the tables of the chapter: its own, and those of its amendments.

    The strip under the bars sums up all contracts: the bar alone goes without it.
    """
    bar = replace(block, key=f"{row.key}/alone", rows=(row,), strip=None, alt=row.alt)
    tables = (_rows_about(table, _ref(row.key)) for table in section.chapter_blocks if isinstance(table, Table))
    return _Item(row.alt, (bar, *(table for table in tables if table.rows)))


def _rows_about(table: Table, ref: str) -> Table:
    """The rows of a table that a reference names: as theirs, or in a cell."""
    rows = tuple(
        row for row in table.rows if _ref(row.key) == ref or any(_typed(cell.text) == ref for cell in row.cells)
    )
    return replace(table, key=f"{table.key}/{ref}", rows=rows, more="")


def _without(block: Block, refs: Collection[str]) -> Block | None:
    match block:
        case KpiCards():
            measured = tuple(card for card in block.cards if card.ref not in refs)
            return replace(block, cards=measured) if measured else None
        case DecisionCards():
            asked = tuple(card for card in block.cards if card.ref not in refs)
            return replace(block, cards=asked) if asked else None
        case Timeline():
            rows = tuple(row for row in block.rows if _ref(row.key) not in refs)
            return replace(block, rows=rows) if rows else None
        case _:
            return block


def _typed(text: str) -> str:
    """A reference as it is typed: printed, it does not break."""
    return text.replace(HYPHEN, "-")


def _ref(key: str) -> str:
    """The reference that a key ends with; it may hold a stroke itself."""
    return key.partition("/")[2]
