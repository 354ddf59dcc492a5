"""Header and rows as drafts, alike in every table of columns: tones, statuses, bars, and the marks after the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.brand import Brand, Role
from generator.charts.canvas import Run
from generator.charts.fitting import ELLIPSIS
from generator.charts.style import is_bold, tone_colour
from generator.deck.arrange.tables.bar import progress_bar
from generator.deck.arrange.tables.draft import DraftCell
from generator.deck.slides import CellBar
from generator.measures.rag import Rag
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Status, Tone
from generator.story.blocks.timeline import Schedule

_LONGEST = 900


def draft_header(block: Table | Schedule, brand: Brand) -> tuple[DraftCell, ...]:
    """The titles of the columns."""
    return tuple(
        DraftCell((Run(column.title, brand.type.table, brand.palette["on_strong"], is_bold=True),), _align(column))
        for column in block.columns
    )


def draft_row(row: TableRow, block: Table | Schedule, brand: Brand, *, internal: str) -> tuple[DraftCell, ...]:
    """The cells of a row; ``internal`` marks one that the client does not see."""
    drafts = [
        DraftCell(tuple(_runs(cell, row, brand, is_name=at == block.name_at)), _align(column), _bar(cell, row, brand))
        for at, (cell, column) in enumerate(zip(row.cells, block.columns, strict=True))
    ]
    name = drafts[block.name_at]
    drafts[block.name_at] = replace(name, runs=(*name.runs, *_marks(row, brand, internal)))
    return tuple(drafts)


def _align(column: TableColumn) -> Align:
    """Bars begin at one left edge, whatever stands after them."""
    return Align.LEFT if column.has_bars else column.align


def _marks(row: TableRow, brand: Brand, internal: str) -> Iterator[Run]:
    """What happened to the row, then whom it is kept from."""
    told: tuple[tuple[str, Role], ...] = ((row.change, "message"), (internal if row.is_internal else "", "reserved"))
    return (Run(f"  {text}", brand.type.small, brand.palette[tone], is_bold=True) for text, tone in told if text)


def _bar(cell: Cell, row: TableRow, brand: Brand) -> CellBar | None:
    """The progress of a cell; grey once the row is closed."""
    return progress_bar(cell.progress, brand.palette["muted" if row.is_closed else "message"], brand)


def _runs(cell: Cell, row: TableRow, brand: Brand, *, is_name: bool) -> Iterator[Run]:
    size = brand.type.table
    if cell.status is not None:
        yield from _status_runs(cell.status, brand, size_pt=size, strong=row.is_late)
    if cell.text:
        lead = "  " if cell.status is not None else ""
        tone = Tone.MUTED if row.is_closed and cell.tone is Tone.NORMAL else cell.tone
        strong = is_bold(tone) or row.is_total or (row.is_late and is_name)
        yield Run(lead + _bounded(cell.text), size, tone_colour(tone, brand.palette), is_bold=strong)


def _status_runs(status: Status, brand: Brand, *, size_pt: float, strong: bool = False) -> tuple[Run, ...]:
    """Shape, letter, words: shape and letter in the status colour, the words too when ``strong``."""
    if status.rag is Rag.NONE:
        return (Run(f"{status.letter}  {status.text}".rstrip(), size_pt, brand.palette["muted"]),)
    rag = brand.palette.rag(status.rag.value)
    lead = Run(f"{rag.symbol} {status.letter}", size_pt, rag.strong, is_bold=True)
    words = Run(f"  {status.text}", size_pt, rag.strong if strong else brand.palette["ink"], is_bold=strong)
    return (lead, words) if status.text else (lead,)


def _bounded(text: str) -> str:
    """The text, cut at a word when no row could hold it."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + ELLIPSIS
