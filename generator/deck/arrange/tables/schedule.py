"""The plan of actions as one real table: fields, progress, and a column a fortnight whose fills are the Gantt chart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.brand import EMU_PER_PX, Box, Brand, Colour
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.arrange.tables.cells import covered, native
from generator.deck.arrange.tables.columns import firm, share
from generator.deck.arrange.tables.draft import DraftCell, minimums, naturals, row_height, whole
from generator.deck.arrange.tables.fortnights import months, pace_cells, week_marks
from generator.deck.arrange.tables.pages import paginate
from generator.deck.arrange.tables.rows import draft_header, draft_row
from generator.deck.arrange.tables.table import HEADER_KEY, PITCHES
from generator.deck.slides import NativeCell, NativeRow, NativeTable, Span
from generator.ooxml.identity import continued, told_apart
from generator.story.blocks.timeline import Schedule, ScheduleRow

_MONTH, _MARK = 24 * EMU_PER_PX, 20 * EMU_PER_PX
_FORTNIGHT = 27 * EMU_PER_PX
_SLIDES = 2
_SHORT = 150 * EMU_PER_PX
_Draft = tuple[DraftCell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measured schedule."""

    header: _Draft
    rows: tuple[_Draft, ...]
    widths: tuple[int, ...]
    heights: tuple[int, ...]


def arrange_schedule(block: Schedule, box: Box, brand: Brand, *, internal: str) -> tuple[Exhibit, ...]:
    """The schedule over as many slides as its rows need: two, for as many rows as its story chooses."""
    sheet = _measured(block, box, brand, internal)
    pages = paginate(sheet.heights, box.height_emu - _MONTH - _MARK) if block.rows else (range(0),)
    return tuple(
        Exhibit((_table(block, sheet, page, part, box, brand),), block.more) for part, page in enumerate(pages, start=1)
    )


def schedule_height(block: Schedule, box: Box, brand: Brand) -> int:
    """The height the whole schedule would take over the box's width."""
    return _MONTH + _MARK + sum(_measured(block, box, brand, "").heights)


def _measured(block: Schedule, box: Box, brand: Brand, internal: str) -> Sheet:
    header = draft_header(block, brand)
    rows = tuple(_draft(row, block, brand, internal) for row in block.rows)
    everything = (header, *rows)
    room = box.width_emu - _FORTNIGHT * len(block.fortnights)
    wished = naturals(everything, brand)
    least = firm(room, naturals=wished, minimums=minimums(everything, brand), short_emu=_SHORT)
    widths = share(room, naturals=wished, minimums=least, weights=[column.weight for column in block.columns])
    body = box.height_emu - _MONTH - _MARK
    most = body * _SLIDES // max(_SLIDES, len(rows) + len(rows) % _SLIDES)
    whole_rows = tuple(whole(row, widths, brand, most_emu=body) for row in rows)
    low_rows = tuple(whole(row, widths, brand, most_emu=most) for row in rows)
    tries = [
        (shown, tuple(row_height(row, widths, brand, least_emu=pitch) for row in shown))
        for shown, pitch in (*((whole_rows, pitch) for pitch in PITCHES), (low_rows, PITCHES[-1]))
    ]
    one = next((found for found in tries if sum(found[1]) <= body), None)
    two = next((found for found in tries if len(paginate(found[1], body)) <= _SLIDES), tries[-1])
    shown, heights = one if one is not None and one[0] is whole_rows else two
    return Sheet(header, shown, widths, heights)


def _draft(row: ScheduleRow, block: Schedule, brand: Brand, internal: str) -> _Draft:
    """The cells of an action, its reference in bold."""
    first, *others = draft_row(row, block, brand, internal=internal)
    return (replace(first, runs=tuple(replace(run, is_bold=True) for run in first.runs)), *others)


def _table(block: Schedule, sheet: Sheet, page: range, part: int, box: Box, brand: Brand) -> NativeTable:
    rows = [*_header_rows(block, sheet, brand)]
    keys = told_apart(row.key for row in block.rows)
    rows += [NativeRow(keys[at], sheet.heights[at], tuple(_row(block, sheet, at, brand))) for at in page]
    widths = (*sheet.widths, *(_FORTNIGHT,) * len(block.fortnights))
    key = continued(f"{block.key}/table", part)
    place = Box(box.left_emu, box.top_emu, sum(widths), sum(row.height_emu for row in rows))
    return NativeTable(key=key, box=place, widths_emu=widths, rows=tuple(rows), alt=block.alt or block.caption)


def _header_rows(block: Schedule, sheet: Sheet, brand: Brand) -> Iterator[NativeRow]:
    dark = brand.palette["strong"]
    yield NativeRow(HEADER_KEY, _MONTH, (*_titles(sheet, dark), *months(block, brand)))
    days = (*covered(len(sheet.header), brand, fill=dark, span=Span.DOWN), *week_marks(block, brand))
    yield NativeRow(f"{HEADER_KEY}/days", _MARK, days)


def _titles(sheet: Sheet, dark: Colour) -> Iterator[NativeCell]:
    """The fields' titles over both header rows."""
    for draft in sheet.header:
        yield NativeCell(text=native(draft).text, fill=dark, rows=2)


def _row(block: Schedule, sheet: Sheet, at: int, brand: Brand) -> Iterator[NativeCell]:
    row = block.rows[at]
    fill = brand.palette.rag("R").soft if row.is_late else None
    for draft in sheet.rows[at]:
        yield native(draft, fill=fill)
    yield from pace_cells(block, row.course, brand)
