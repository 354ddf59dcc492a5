"""The order of what is told, from the declaration: the slides of the deck, the chapters of the plan."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import count

from generator.model.choices import Share
from generator.model.schema import TableSpec, table_of, tables
from generator.model.sections import ANNEXES, CHAPTERS, SECTIONS, SectionEntry


def slides(share: Share) -> tuple[SectionEntry, ...]:
    """Return the sections that stand in the deck of an edition, those of the committee first."""
    return tuple(sorted((entry for entry in SECTIONS if entry.has_slide(share)), key=lambda entry: entry.is_annex))


def sections_of(chapter: str) -> tuple[SectionEntry, ...]:
    """Return the sections of a chapter, in its order; in the annexes what leaves the chapter of others stands too."""
    if chapter == ANNEXES:
        return tuple(sorted((entry for entry in SECTIONS if entry.annexed), key=_rank))
    placed: list[SectionEntry] = []
    for entry in SECTIONS:
        if entry.chapter == chapter:
            placed.insert(next((at for at, one in enumerate(placed) if one.key == entry.ahead_of), len(placed)), entry)
    return tuple(placed)


def _rank(entry: SectionEntry) -> int:
    return entry.annexed.rank if entry.annexed else 0


def tables_of(chapter: str) -> tuple[TableSpec, ...]:
    """Return the tables that give a chapter something to say, in the order of its sheets and of the workbook."""
    fields = [field for entry in sections_of(chapter) if entry.chapter == chapter for field in entry.tables]
    sheets = [table_of(field).table.sheet for field in fields]
    return tuple(
        sorted((spec for spec in tables() if spec.field in fields), key=lambda spec: sheets.index(spec.table.sheet))
    )


def numbers(told: Collection[str]) -> Mapping[str, str]:
    """Number the chapters that are told, without a gap; those with a number of their own keep it."""
    rank = count(1)
    return {one.key: one.number or str(next(rank)) for one in CHAPTERS if one.key in told}


NUMBERS: Mapping[str, str] = numbers({one.key for one in CHAPTERS})
"""The numbers of the chapters when none is left out."""
