"""A matrix as a real table: names at left, a letter a cell, gaps tinted and marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing, Run
from generator.charts.style import is_bold, tone_colour
from generator.charts.typeset import paragraph, text_box
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.arrange.tables.cells import native
from generator.deck.arrange.tables.draft import FLANK, DraftCell, minimums, naturals, row_height
from generator.deck.arrange.tables.pages import paginate
from generator.deck.arrange.tables.table import HEADER, HEADER_KEY, PITCHES
from generator.deck.slides import NativeRow, NativeTable
from generator.ooxml.identity import continued, told_apart
from generator.story.blocks.grid import Matrix, MatrixCell, MatrixRow
from generator.story.blocks.table import Align

_LEGEND = 30 * EMU_PER_PX
_NAME_SHARE = 0.2
_TALLEST_HEADER = 0.3
_WIDEST_LETTER = 150 * EMU_PER_PX
_Row = tuple[DraftCell, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """The matrix with its widths and heights."""

    header: _Row
    rows: tuple[_Row, ...]
    widths: tuple[int, ...]
    header_height: int
    heights: tuple[int, ...]


def arrange_matrix(block: Matrix, box: Box, brand: Brand) -> tuple[Exhibit, ...]:
    """The matrix over as many slides as it needs, its legend under it on each."""
    found = _measured(block, box, brand)
    pages = paginate(found.heights, _room(block, box) - found.header_height) if found.rows else (range(0),)
    return tuple(_exhibit(block, found, page, box, brand, part=part) for part, page in enumerate(pages, start=1))


def matrix_height(block: Matrix, box: Box, brand: Brand, *, pitch_emu: int) -> int:
    """The height the whole matrix would take over the box's width at a pitch, legend included."""
    found = _measured(block, box, brand)
    heights = (row_height(row, found.widths, brand, least_emu=pitch_emu) for row in found.rows)
    return found.header_height + sum(heights) + (_LEGEND if block.legend else 0)


def _room(block: Matrix, box: Box) -> int:
    return box.height_emu - (_LEGEND if block.legend else 0)


def _measured(block: Matrix, box: Box, brand: Brand) -> Measured:
    header = _header(block, brand)
    rows = tuple(_row(row, brand) for row in block.rows)
    widths = _widths([header, *rows], box.width_emu, brand)
    header = tuple(
        cell.within(width, round(_room(block, box) * _TALLEST_HEADER), brand)
        for cell, width in zip(header, widths, strict=True)
    )
    tall = row_height(header, widths, brand, least_emu=HEADER)
    rows = tuple((row[0].within(widths[0], _room(block, box) - tall - 2 * FLANK, brand), *row[1:]) for row in rows)
    heights = tuple(_heights(rows, widths, _room(block, box) - tall, brand))
    return Measured(header, rows, widths, tall, heights)


def _exhibit(block: Matrix, found: Measured, page: range, box: Box, brand: Brand, *, part: int) -> Exhibit:
    dark = brand.palette["dk2"]
    head = NativeRow(HEADER_KEY, found.header_height, tuple(native(cell, fill=dark) for cell in found.header))
    keys = told_apart(row.key for row in block.rows)
    body = (NativeRow(keys[at], found.heights[at], tuple(native(cell) for cell in found.rows[at])) for at in page)
    rows = (head, *body)
    key = continued(f"{block.key}/matrix", part)
    place = Box(box.left_emu, box.top_emu, sum(found.widths), sum(row.height_emu for row in rows))
    table = NativeTable(key=key, box=place, widths_emu=found.widths, rows=rows, alt=block.alt or block.caption)
    return Exhibit((table, *_legend(key, block, place, box, brand)), block.more)


def _header(block: Matrix, brand: Brand) -> _Row:
    def title(text: str, align: Align) -> DraftCell:
        return DraftCell((Run(text, brand.type.table, brand.palette["lt1"], is_bold=True),), align)

    return (title(block.corner, Align.LEFT), *(title(column, Align.CENTRE) for column in block.columns))


def _row(row: MatrixRow, brand: Brand) -> _Row:
    name = Run(row.name, brand.type.table, brand.palette["dk1"], is_bold=True)
    size, tone = (brand.type.small, "accent5") if row.is_internal else (brand.type.table, "accent6")
    detail = Run(f"  {row.detail}", size, brand.palette[tone], is_bold=row.is_internal)
    fill = brand.palette.rag("R").soft if row.is_gap else None
    first = DraftCell((name, detail) if row.detail else (name,), fill=fill)
    return (first, *(_cell(cell, brand) for cell in row.cells))


def _cell(cell: MatrixCell, brand: Brand) -> DraftCell:
    red = brand.palette.rag("R")
    ink = red.strong if cell.is_gap else tone_colour(cell.tone, brand.palette)
    run = Run(cell.text, brand.type.table, ink, is_bold=cell.is_gap or is_bold(cell.tone))
    return DraftCell((run,) if cell.text else (), Align.CENTRE, fill=red.soft if cell.is_gap else None)


def _widths(rows: list[_Row], total: int, brand: Brand) -> tuple[int, ...]:
    """Equal columns for the letters, the rest for the names."""
    wished, least = naturals(rows, brand), minimums(rows, brand)
    count = len(wished) - 1
    if not count:
        return (total,)
    letter = max(*least[1:], 0, min(_WIDEST_LETTER, max(wished[1:]), (total - wished[0]) // count))
    if least[0] + letter * count > total:
        letter = (total - min(wished[0], max(least[0], round(total * _NAME_SHARE)))) // count
        return (total - letter * count, *(letter,) * count)
    letter = max(letter, min(_WIDEST_LETTER, (total - wished[0]) // count))
    return (total - letter * count, *(letter,) * count)


def _heights(rows: Sequence[_Row], widths: tuple[int, ...], room: int, brand: Brand) -> list[int]:
    """The rows' heights at the most comfortable pitch that keeps the matrix on one slide."""
    tries = [[row_height(row, widths, brand, least_emu=pitch) for row in rows] for pitch in PITCHES]
    return next((heights for heights in tries if sum(heights) <= room), tries[-1])


def _legend(key: str, block: Matrix, table: Box, box: Box, brand: Brand) -> Iterator[Drawing]:
    if not block.legend:
        return
    size = brand.type.table
    runs: list[Run] = []
    for letter, words in block.legend:
        runs += [
            Run(f"{letter} ", size, brand.palette["dk1"], is_bold=True),
            Run(f"{words}     ", size, brand.palette["accent6"]),
        ]
    text = "".join(run.text for run in runs)
    fitted = brand.metrics.fit(
        text, width_pt=box.width_pt, sizes_pt=(size, brand.type.chart, brand.type.small), max_lines=1
    )
    runs = [Run(run.text, fitted.size_pt, run.colour, run.is_bold) for run in runs]
    place = Box(box.left_emu, table.bottom_emu + 10 * EMU_PER_PX, box.width_emu, 20 * EMU_PER_PX)
    shape = text_box(f"{key}/legend/text", place, paragraph(*runs))
    yield Drawing(f"{key}/legend", place, (shape,), alt="")
