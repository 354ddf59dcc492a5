"""A sheet of labels and texts in a card: reference, definition, formula, source."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Drawing, Mark
from generator.charts.diagrams.heading import heading_height, heading_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import paginate, tops
from generator.charts.fitting import FittedText
from generator.ooxml.identity import continued, told_apart
from generator.story.blocks.prose import FactSheet

_PAD, _GAP, _ROW_PAD = px(16), px(16), px(6)
_Texts = tuple[FittedText, FittedText]


def arrange_fact_sheet(block: FactSheet, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Rows under the sheet's label, as tall as their texts, a pale rule between them."""
    if not block.rows:
        return ()
    head = heading_height(pen, block.label, box.width_emu)
    room = box.height_emu - head - px(12)
    column, fitted = _fitted(block, box, room, pen)
    heights = [max(name.height_emu, text.height_emu) + 2 * _ROW_PAD for name, text in fitted]
    keys = told_apart(row.key for row in block.rows)
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate(heights, room), start=1):
        key = continued(block.key, part)
        tall = [heights[at] for at in page]
        marks: list[Mark] = [
            *heading_marks(pen, f"{key}/label", block.label, box),
            pen.fill(f"{key}/panel", box.band(head, sum(tall) + px(12)), "lt2"),
        ]
        for at, top, height in zip(page, tops(tall, head + px(6)), tall, strict=True):
            place, own = box.band(top, height).inset(_PAD, 0), key_of(block.key, f"row/{keys[at]}")
            marks.extend(_row(own, fitted[at], place, column, pen))
            if at != page[-1]:
                marks.append(pen.rule(f"{own}/rule", place.left_emu, place.right_emu, place.bottom_emu))
        pages.append(marks)
    return drawings(block.key, box, " · ".join(f"{row.label} {row.text}" for row in block.rows), pages)


def _fitted(block: FactSheet, box: Box, room: int, pen: Pen) -> tuple[int, list[_Texts]]:
    size = pen.brand.type
    wide = box.width_emu - 2 * _PAD
    quiet = size.table
    column = min(pen.widest([row.label for row in block.rows], quiet), wide * 3 // 10)
    tallest = room - 2 * _ROW_PAD
    for text_pt in size.steps(size.label, size.table):
        fitted = [
            (
                pen.fit(row.label, column, (quiet, size.chart, size.small), height_emu=tallest, may_shorten=True),
                pen.fit(row.text, wide - column - _GAP, (text_pt,), height_emu=tallest, may_shorten=True),
            )
            for row in block.rows
        ]
        if sum(max(name.height_emu, text.height_emu) + 2 * _ROW_PAD for name, text in fitted) <= room:
            break
    return column, fitted


def _row(key: str, texts: _Texts, place: Box, column: int, pen: Pen) -> list[Mark]:
    inner = place.inset(0, _ROW_PAD)
    left = inner.left_emu + column + _GAP
    return [
        pen.write(f"{key}/name", Box(inner.left_emu, inner.top_emu, column, inner.height_emu), (texts[0], "accent6")),
        pen.write(f"{key}/text", Box(left, inner.top_emu, inner.right_emu - left, inner.height_emu), (texts[1], "dk1")),
    ]
