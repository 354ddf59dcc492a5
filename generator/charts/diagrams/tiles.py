"""The weather tiles under their label: same four lines at the same heights in each, what the colours mean once."""

from __future__ import annotations

from dataclasses import dataclass

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Mark
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.status import status_marks, status_width
from generator.charts.fitting import FittedText
from generator.charts.style import rag_colour, tone_colour
from generator.story.blocks.summary import Tile, Tiles

_RULE = px(4)
_PAD_X, _PAD_TOP, _PAD_BOTTOM = px(18), px(8), px(10)
_NARROWEST = px(170)
_HEAD = px(26)
_LEGEND_GAP = px(24)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The four fitted lines of a tile."""

    title: FittedText
    figure: FittedText
    caption: FittedText
    detail: FittedText

    @property
    def heights(self) -> tuple[int, int, int, int]:
        return self.title.height_emu, self.figure.height_emu, self.caption.height_emu, self.detail.height_emu


def arrange_tiles(block: Tiles, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """The tiles side by side, on two rows when they would be too narrow."""
    if not block.tiles:
        return ()
    head, heading = _heading(block, box, pen)
    whole, box = box, Box(box.left_emu, box.top_emu + head, box.width_emu, box.height_emu - head)
    per_row = _per_row(len(block.tiles), box.width_emu, pen)
    rows = [block.tiles[at : at + per_row] for at in range(0, len(block.tiles), per_row)]
    gap = pen.brand.grid.card_gap_emu
    room = (box.height_emu - gap * (len(rows) - 1)) // len(rows)
    marks: list[Mark] = [*heading]
    top = 0
    for row in rows:
        places = box.band(top, room).split(per_row, gap)
        height, drawn = _row(block.key, row, places, pen)
        marks.extend(drawn)
        top += height + gap
    return drawings(block.key, whole, block.alt, [marks])


def tiles_head_emu(block: Tiles) -> int:
    """The height in EMU of the label and the legend above the tiles."""
    return _HEAD if block.label or block.legend else 0


def _heading(block: Tiles, box: Box, pen: Pen) -> tuple[int, tuple[Mark, ...]]:
    """The label at left and the legend at right, on one line."""
    size, head = pen.brand.type.table, tiles_head_emu(block)
    line = box.band(0, max(head - px(6), 0))
    widths = [status_width(pen, one, size) for one in block.legend]
    left = box.right_emu - sum(widths) - _LEGEND_GAP * max(len(widths) - 1, 0)
    marks: list[Mark] = []
    if block.label:
        label = pen.fit(
            block.label,
            left - box.left_emu - px(16),
            (pen.brand.type.label,),
            is_bold=True,
            max_lines=1,
            may_shorten=True,
        )
        place = Box(line.left_emu, line.top_emu, left - box.left_emu - px(8), line.height_emu)
        marks.append(pen.write(f"{block.key}/label", place, (label, "strong"), anchor=Anchor.BOTTOM))
    for one, width in zip(block.legend, widths, strict=True):
        place = Box(left, line.top_emu, width, line.height_emu)
        marks.extend(status_marks(pen, f"{block.key}/legend/{one.rag.value}", one, place, size))
        left += width + _LEGEND_GAP
    return head, tuple(marks)


def _per_row(count: int, width_emu: int, pen: Pen) -> int:
    gap = pen.brand.grid.card_gap_emu
    fits_one_row = count * (_NARROWEST + gap) <= width_emu + gap
    return count if fits_one_row else (count + 1) // 2


def _row(key: str, tiles: tuple[Tile, ...], places: tuple[Box, ...], pen: Pen) -> tuple[int, list[Mark]]:
    lines = _fitted_row(tiles, places[0], pen)
    bands = _bands(lines)
    natural = _RULE + _PAD_TOP + sum(bands) + _PAD_BOTTOM
    height = max(natural, min(places[0].height_emu, px(140)))
    extra = (height - natural) // 2
    marks: list[Mark] = []
    for tile, place, line in zip(tiles, places, lines, strict=False):
        marks.extend(_tile(key_of(key, tile.key), tile, place.band(0, height), (line, bands, extra), pen))
    return height, marks


def _fitted_row(tiles: tuple[Tile, ...], place: Box, pen: Pen) -> list[_Lines]:
    """The largest figures at which the row is not too tall; at the floor the details are shortened."""
    size = pen.brand.type
    narrow = place.width_emu < px(220)
    small = (size.table, size.chart, size.small) if narrow else (size.label, size.table)
    starts = size.steps(size.figure_tile, size.card_title)
    for start in starts:
        for lines in (3, 2, 1):
            fitted = [_fitted(tile, place, (start, small, lines), pen) for tile in tiles]
            if _height(fitted) <= place.height_emu and all(len(one.figure.lines) == 1 for one in fitted):
                return fitted
    return [_fitted(tile, place, (starts[-1], small, 1), pen) for tile in tiles]


def _height(lines: list[_Lines]) -> int:
    return _RULE + _PAD_TOP + sum(_bands(lines)) + _PAD_BOTTOM


def _bands(lines: list[_Lines]) -> list[int]:
    """The heights of the four lines, equal across the tiles, with some air around the figure."""
    title, figure, caption, detail = (max(band) for band in zip(*(one.heights for one in lines), strict=True))
    return [title, figure + px(8), caption, detail]


def _fitted(tile: Tile, place: Box, level: tuple[float, tuple[float, ...], int], pen: Pen) -> _Lines:
    start, small, lines = level
    width = place.width_emu - 2 * _PAD_X
    title_width = width - status_width(pen, tile.status, small[0]) - px(8)
    return _Lines(
        title=pen.fit(tile.title, title_width, small, is_bold=True, max_lines=2, may_shorten=True),
        figure=pen.fit(tile.figure, width, (start,), is_bold=True, max_lines=2, may_shorten=True, leading=1.1),
        caption=pen.fit(tile.caption, width, small, is_bold=True, max_lines=lines, may_shorten=True),
        detail=pen.fit(tile.detail, width, small, max_lines=lines, may_shorten=True),
    )


def _tile(key: str, tile: Tile, place: Box, measured: tuple[_Lines, list[int], int], pen: Pen) -> list[Mark]:
    lines, bands, extra = measured
    inner = Box(place.left_emu + _PAD_X, place.top_emu, place.width_emu - 2 * _PAD_X, place.height_emu)
    tops = [_RULE + _PAD_TOP + extra // 2]
    for band, gap in zip(bands, (extra // 2, extra // 2, 0, 0), strict=True):
        tops.append(tops[-1] + band + gap)
    state = status_width(pen, tile.status, lines.title.size_pt)
    title_line = inner.band(tops[0], bands[0])
    corner = Box(inner.right_emu - state, title_line.top_emu, state, min(bands[0], px(24)))
    return [
        pen.fill(key, place, "card"),
        pen.fill(f"{key}/rule", place.band(0, _RULE), rag_colour(tile.status.rag, pen.brand.palette)),
        pen.write(
            f"{key}/title",
            Box(inner.left_emu, title_line.top_emu, inner.width_emu - state - px(8), bands[0]),
            (lines.title, "strong"),
        ),
        *status_marks(pen, f"{key}/status", tile.status, corner, lines.title.size_pt),
        pen.write(f"{key}/figure", inner.band(tops[1], bands[1]), (lines.figure, "strong"), anchor=Anchor.MIDDLE),
        pen.write(
            f"{key}/caption", inner.band(tops[2], bands[2]), (lines.caption, tone_colour(tile.tone, pen.brand.palette))
        ),
        pen.write(f"{key}/detail", inner.band(tops[3], bands[3]), (lines.detail, "muted")),
    ]
