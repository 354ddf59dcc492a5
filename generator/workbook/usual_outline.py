"""The rows of the outline as a new workbook holds them: every section, where it is told until somebody changes it."""

from __future__ import annotations

from decimal import Decimal

from generator.locales import Language
from generator.locales.catalogue import text
from generator.model.account import OutlineRow
from generator.model.choices import Inclusion, Share
from generator.model.sections import ANNEXES, SECTIONS, SectionEntry

_STEP = 10


def usual_outline(language: Language) -> tuple[OutlineRow, ...]:
    """Return a row a section, with room for others between their orders."""
    return tuple(
        OutlineRow(
            section=entry.key,
            name=text(language, entry.title),
            deck=_deck(entry),
            plan=_plan(entry),
            client=entry.is_told(Share.CLIENT),
            order=Decimal(rank * _STEP),
        )
        for rank, entry in enumerate(SECTIONS, start=1)
    )


def _deck(entry: SectionEntry) -> Inclusion:
    if entry.slide is None:
        return Inclusion.NO
    return Inclusion.ANNEX if entry.is_annex else Inclusion.YES


def _plan(entry: SectionEntry) -> Inclusion:
    if entry.chapter is None:
        return Inclusion.NO
    return Inclusion.ANNEX if entry.chapter == ANNEXES else Inclusion.YES
