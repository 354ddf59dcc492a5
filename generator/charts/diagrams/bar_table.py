"""Rows of words and figures around bars, steps and dumbbells, all plots of a column on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.brand import Box, Role
from generator.charts.canvas import Anchor, Drawing, Mark
from generator.charts.diagrams.bar_plots import PlotScale, plot_marks, plot_scale, target_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import paginate, tops
from generator.charts.fitting import FittedText
from generator.charts.style import is_bold, tone_colour
from generator.ooxml.identity import continued
from generator.story.blocks.bar_table import BarRow, BarTable, Blank, PlotColumn, WordColumn, Words
from generator.story.blocks.table import Align
from generator.story.blocks.text import Tone

_TITLE, _HEAD = px(26), px(22)
_LEAST, _TALLEST = px(24), px(36)
_GAP = px(14)
_LEAST_PLOT = px(72)
_MOST_NAME = 36  # hundredths of the width
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class _Frame:
    """A table over its width: where the columns stand, and the scales of its plots."""

    block: BarTable
    places: tuple[Box, ...]
    scales: tuple[PlotScale | None, ...]
    size: float
    head: int


def arrange_bar_table(block: BarTable, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """The title over its rule, the heads of the columns, then the rows, grown into the room up to a pitch."""
    if not block.rows:
        return ()
    frame = _framed(block, box, pen)
    names = [_name(row, frame, pen) for row in block.rows]
    heights = [max(_LEAST, name.height_emu + px(4)) for name in names]
    room = box.height_emu - frame.head
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate(heights, room), start=1):
        least = [heights[at] for at in page]
        spare = max(0, room - sum(least)) // len(least)
        tall = [max(height, min(height + spare, _TALLEST)) for height in least]
        key = continued(block.key, part)
        marks = [*_head(key, frame, box, pen)]
        for at, top, height in zip(page, tops(tall, frame.head), tall, strict=True):
            marks.extend(_row(block.rows[at], names[at], frame, box.band(top, height), pen))
        bottom = box.top_emu + frame.head + sum(tall)
        marks.extend(target_marks(key, block.columns, frame.scales, box.top_emu + frame.head, bottom, pen))
        pages.append(marks)
    return drawings(block.key, box, block.alt, pages)


def _framed(block: BarTable, box: Box, pen: Pen) -> _Frame:
    scale = pen.scale(Box(box.left_emu, box.top_emu, max(box.width_emu, px(380)) * 2, box.height_emu))
    size = pen.brand.type.chart if box.width_emu < px(600) else scale.detail[0]
    wanted = [_wanted(block, at, size, pen) for at in range(len(block.columns))]
    name = next((at for at, one in enumerate(block.columns) if isinstance(one, WordColumn) and one.is_name), 0)
    wanted[name] = min(wanted[name], box.width_emu * _MOST_NAME // 100)
    plots = [at for at, one in enumerate(block.columns) if isinstance(one, PlotColumn)]
    free = box.width_emu - sum(wanted) - _GAP * (len(block.columns) - 1)
    if plots:
        share = max(_LEAST_PLOT, free // len(plots))
        wanted = [share if at in plots else width for at, width in enumerate(wanted)]
    else:
        wanted[name] += max(0, free)
    over = sum(wanted) + _GAP * (len(wanted) - 1) - box.width_emu
    if over > 0:
        wanted[name] = max(px(40), wanted[name] - over)
    left, places = box.left_emu, []
    for width in wanted:
        places.append(Box(left, box.top_emu, width, box.height_emu))
        left += width + _GAP
    head = (_TITLE if block.title else 0) + (_HEAD if _has_heads(block) else px(4))
    scales = tuple(plot_scale(block, at, places[at], size, pen) for at in range(len(block.columns)))
    return _Frame(block, tuple(places), scales, size, head)


def _has_heads(block: BarTable) -> bool:
    return any(column.title for column in block.columns) or any(
        isinstance(column, PlotColumn) and (column.target is not None or column.marks) for column in block.columns
    )


def _wanted(block: BarTable, at: int, size: float, pen: Pen) -> int:
    """The widest text of a column; a plot asks for what is left."""
    column = block.columns[at]
    if isinstance(column, PlotColumn):
        return 0
    cells = [row.cells[at] for row in block.rows if not row.heading]
    texts = [cell.text for cell in cells if isinstance(cell, Words)]
    return max(pen.widest(texts, size, is_bold=True), pen.width(column.title, pen.brand.type.small))


def _name(row: BarRow, frame: _Frame, pen: Pen) -> FittedText:
    """The text that makes a row tall: its heading, or its name on as many lines as it needs."""
    strong = row.is_emphasised or row.is_total or bool(row.heading)
    if row.heading:
        width = frame.places[-1].right_emu - frame.places[0].left_emu - pen.width(row.note, frame.size) - px(24)
        return pen.fit(row.heading, width, (frame.size,), is_bold=True, max_lines=_MOST_LINES, may_shorten=True)
    at = _name_at(frame.block)
    cell = row.cells[at]
    text = cell.text if isinstance(cell, Words) else ""
    sizes = (frame.size, pen.brand.type.small)
    width = frame.places[at].width_emu
    one = pen.fit(text, width, sizes[:1], is_bold=strong, max_lines=1, leading=1.15)
    if one.fits:
        return one
    return pen.fit(text, width, sizes[1:], is_bold=strong, max_lines=_MOST_LINES, may_shorten=True, leading=1.1)


def _name_at(block: BarTable) -> int:
    return next((at for at, one in enumerate(block.columns) if isinstance(one, WordColumn) and one.is_name), 0)


def _head(key: str, frame: _Frame, box: Box, pen: Pen) -> Iterator[Mark]:
    block, top = frame.block, 0
    if block.title:
        sizes = pen.brand.type.steps(pen.brand.type.label, pen.brand.type.chart)
        title = pen.fit(block.title, box.width_emu, sizes, is_bold=True, max_lines=1, may_shorten=True)
        yield pen.write(f"{key}/title", box.band(0, _TITLE - px(2)), (title, "strong"), anchor=Anchor.MIDDLE)
        yield pen.rule(f"{key}/rule", box.left_emu, box.right_emu, box.top_emu + _TITLE, "connector")
        top = _TITLE
    size = pen.brand.type.small
    for at, (column, place) in enumerate(zip(block.columns, frame.places, strict=True)):
        if not column.title:
            continue
        align = column.align if isinstance(column, WordColumn) else Align.LEFT
        head = Box(place.left_emu, box.top_emu + top, place.width_emu, _HEAD)
        said = pen.fit(column.title, place.width_emu, (size,), max_lines=1, may_shorten=True)
        scale = frame.scales[at]
        if isinstance(column, PlotColumn) and scale is not None and column.target is not None:
            head, align = _over(scale.x(column.target), pen.width(said.text, size), head), Align.CENTRE
        yield pen.write(f"{key}/head/{at + 1}", head, (said, "muted"), align=align, anchor=Anchor.MIDDLE)


def _over(middle: int, width: int, head: Box) -> Box:
    """The place of words over a level, kept over the plots of the column."""
    left = max(head.left_emu, min(middle - width // 2, head.right_emu - width))
    return Box(left, head.top_emu, width, head.height_emu)


def _row(row: BarRow, name: FittedText, frame: _Frame, place: Box, pen: Pen) -> Iterator[Mark]:
    key = key_of(frame.block.key, row.key)
    if row.heading:
        yield from _heading(key, row, name, frame, place, pen)
        return
    if row.is_total:
        yield pen.rule(f"{key}/above", place.left_emu, place.right_emu, place.top_emu, "connector", width_pt=1.0)
    else:
        yield pen.rule(f"{key}/rule", place.left_emu, place.right_emu, place.bottom_emu)
    strong = row.is_emphasised or row.is_total
    for at, (cell, column) in enumerate(zip(row.cells, frame.block.columns, strict=True)):
        spot = Box(frame.places[at].left_emu, place.top_emu, frame.places[at].width_emu, place.height_emu)
        match cell:
            case Words() if at == _name_at(frame.block):
                yield pen.write(f"{key}/name", spot, (name, "ink"), anchor=Anchor.MIDDLE)
            case Words():
                yield from _words(f"{key}/{at + 1}", cell, column, spot, frame, pen, strong=strong)
            case Blank():
                pass
            case _:
                scale = frame.scales[at]
                if scale is not None:
                    yield from plot_marks(f"{key}/{at + 1}", cell, scale, spot, pen, size=frame.size, strong=strong)


def _words(
    key: str, cell: Words, column: WordColumn | PlotColumn, spot: Box, frame: _Frame, pen: Pen, *, strong: bool
) -> Iterator[Mark]:
    if not cell.text:
        return
    align = column.align if isinstance(column, WordColumn) else Align.LEFT
    bold = is_bold(cell.tone) or (strong and cell.tone is not Tone.MUTED)
    ink = tone_colour(cell.tone, pen.brand.palette)
    said = pen.fit(
        cell.text, spot.width_emu, (frame.size, pen.brand.type.small), is_bold=bold, max_lines=2, leading=1.1
    )
    yield pen.write(key, spot, (said, ink), align=align, anchor=Anchor.MIDDLE)


def _heading(key: str, row: BarRow, name: FittedText, frame: _Frame, place: Box, pen: Pen) -> Iterator[Mark]:
    band = Box(place.left_emu, place.top_emu + px(2), place.width_emu, place.height_emu - px(2))
    card: Role = "card"
    yield pen.fill(f"{key}/band", band, card)
    inner = Box(band.left_emu + px(8), band.top_emu, band.width_emu - px(16), band.height_emu)
    wide = pen.width(row.note, frame.size)
    left = Box(inner.left_emu, inner.top_emu, inner.width_emu - wide, inner.height_emu)
    yield pen.write(f"{key}/heading", left, (name, "strong"), anchor=Anchor.MIDDLE)
    if row.note:
        right = Box(inner.right_emu - wide, inner.top_emu, wide, inner.height_emu)
        yield pen.line_of(f"{key}/note", right, row.note, frame.size, "muted", align=Align.RIGHT)
