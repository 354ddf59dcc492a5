"""The fortnight columns of a schedule: their months, their marks, and the cells that say when an action runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.brand import Brand, Colour
from generator.charts.canvas import Anchor, Paragraph, Run, TextBody
from generator.deck.arrange.tables.cells import covered, empty
from generator.deck.slides import Border, NativeCell
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import Course, Fortnight, Pace, Schedule

_CUTOFF_PT = 2.25
_GAP_PT = 1.5
_FLANK_PT = 5.0


def months(block: Schedule, brand: Brand) -> Iterator[NativeCell]:
    """The first header row: each month over its fortnights."""
    at = 0
    while at < len(block.fortnights):
        wide = _width(block.fortnights, at)
        yield _head(block.fortnights[at].month, brand, columns=wide, is_bold=True)
        yield from covered(wide - 1, brand, fill=brand.palette["strong"])
        at += wide


def week_marks(block: Schedule, brand: Brand) -> Iterator[NativeCell]:
    """The second header row: the day each fortnight starts on."""
    for fortnight in block.fortnights:
        yield _head(fortnight.mark, brand, columns=1, is_bold=False)


def pace_cells(block: Schedule, course: Course, brand: Brand) -> Iterator[NativeCell]:
    """The fortnights of a row: filled where the action runs, cut by the border of the cut-off date."""
    ground = brand.palette["ground"]
    flank = Border(ground, _FLANK_PT)
    gap, cut = Border(ground, _GAP_PT), Border(brand.palette["ink"], _CUTOFF_PT)
    cutoff = _cutoff(block.fortnights, block.today)
    for at, fortnight in enumerate(block.fortnights):
        cell = empty(brand, fill=_fill(fortnight, course, brand), top=flank, bottom=flank)
        yield replace(cell, left=cut if at == cutoff else gap, right=cut if at + 1 == cutoff else gap)


def _width(fortnights: tuple[Fortnight, ...], at: int) -> int:
    """How many fortnights stand under a month: itself and those that name none."""
    wide = 1
    while at + wide < len(fortnights) and not fortnights[at + wide].month:
        wide += 1
    return wide


def _head(text: str, brand: Brand, *, columns: int, is_bold: bool) -> NativeCell:
    size = brand.type.table if is_bold else brand.type.small
    run = Run(text, size, brand.palette["on_strong"], is_bold=is_bold)
    body = TextBody((Paragraph((run,), Align.CENTRE),), Anchor.MIDDLE, wraps=True)
    edge = Border(brand.palette["strong"], 0.75)
    return NativeCell(text=body, fill=brand.palette["strong"], columns=columns, top=edge, bottom=edge)


def _cutoff(fortnights: tuple[Fortnight, ...], today: date) -> int:
    """Before which column the cut-off falls: the first one that starts after it."""
    return next((at for at, fortnight in enumerate(fortnights) if fortnight.start > today), -1)


def _fill(fortnight: Fortnight, course: Course, brand: Brand) -> Colour:
    palette = brand.palette
    match course.pace_in(fortnight):
        case None:
            return palette["card"]
        case Pace.CLOSED:
            return palette["frame"]
        case Pace.BLOCKED:
            return palette.rag("O").strong
        case Pace.OVERDUE:
            return palette.rag("R").strong
        case Pace.PLANNED:
            return palette["message"]
