"""Strengths, weaknesses, opportunities, threats: two by two."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Mark
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import paginate
from generator.charts.fitting import FittedText
from generator.ooxml.identity import bounded, continued, told_apart
from generator.story.blocks.grid import Swot, SwotQuadrant

_RULE, _PAD, _GAP = px(4), px(16), px(10)
_HEAD = _RULE + px(10) + px(34)
_BULLET = px(5)
_INDENT = px(16)
_TALLEST_SHARE = 13
_FEW = 4
_AT_EASE = px(150)


def arrange_swot(block: Swot, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Two rows of two cards; statements that find no place go on in the same quadrants of the next drawing."""
    if not any(quadrant.statements for quadrant in block.quadrants):
        return ()
    gap = pen.brand.grid.card_gap_emu
    width = box.split(2, gap)[0].width_emu
    room = (box.height_emu - gap) // 2 - _HEAD - px(12)
    fitted = _fitted(block, width, room, pen)
    ranges = [paginate([one.height_emu for one in texts], room, _GAP) for texts in fitted]
    pages: list[list[Mark]] = []
    for part in range(max(len(pages_of) for pages_of in ranges)):
        shown = [
            [texts[at] for at in pages_of[part]] if part < len(pages_of) else []
            for texts, pages_of in zip(fitted, ranges, strict=True)
        ]
        firsts = [pages_of[part].start if part < len(pages_of) else 0 for pages_of in ranges]
        pages.append(_page(block, (continued(block.key, part + 1), shown, firsts), box, room, pen))
    return drawings(block.key, box, block.alt, pages)


def _fitted(block: Swot, width: int, room: int, pen: Pen) -> list[list[FittedText]]:
    size = pen.brand.type
    inner = width - 2 * _PAD - _INDENT
    sizes = size.steps(size.body, size.table)
    most = max(len(quadrant.statements) for quadrant in block.quadrants)
    # a few statements stand together: at the smallest size the long ones give way
    tries = [(one, room) for one in sizes] + [(sizes[-1], room // most - _GAP)] * (most <= _FEW)
    for text_pt, tallest in tries:
        fitted = [
            [
                pen.fit(one.text, inner, (text_pt,), height_emu=tallest, may_shorten=True, leading=1.2)
                for one in quadrant.statements
            ]
            for quadrant in block.quadrants
        ]
        if all(_height(texts) <= room for texts in fitted):
            break
    return fitted


def _height(texts: list[FittedText]) -> int:
    return sum(one.height_emu for one in texts) + _GAP * max(0, len(texts) - 1)


def _page(
    block: Swot, shown: tuple[str, list[list[FittedText]], list[int]], box: Box, room: int, pen: Pen
) -> list[Mark]:
    key, texts, firsts = shown
    gap = pen.brand.grid.card_gap_emu
    marks: list[Mark] = []
    top = 0
    for row in (0, 1):
        need = max(_height(texts[2 * row]), _height(texts[2 * row + 1])) * _TALLEST_SHARE // 10
        height = _HEAD + min(room, max(need, _AT_EASE)) + px(12)
        for side, place in enumerate(box.band(top, height).split(2, gap)):
            at = 2 * row + side
            marks.extend(_quadrant(block, key, block.quadrants[at], (texts[at], firsts[at]), place, pen))
        top += height + gap
    return marks


def _quadrant(
    block: Swot, part: str, quadrant: SwotQuadrant, shown: tuple[list[FittedText], int], place: Box, pen: Pen
) -> list[Mark]:
    texts, first = shown
    key, ink = key_of(part, quadrant.key), "accent1" if quadrant.key == block.told else "dk2"
    inner = place.inset(_PAD, 0)
    title = pen.fit(
        quadrant.title,
        inner.width_emu,
        (pen.brand.type.body, pen.brand.type.label),
        is_bold=True,
        max_lines=1,
        may_shorten=True,
    )
    marks: list[Mark] = [
        pen.fill(key, place, "lt2"),
        pen.fill(f"{key}/rule", place.band(0, _RULE), ink),
        pen.write(f"{key}/title", inner.band(_RULE + px(8), px(26)), (title, ink), anchor=Anchor.MIDDLE),
    ]
    top = _HEAD
    keys = told_apart(one.key for one in quadrant.statements)[first:]
    for statement, one in zip(keys, texts, strict=False):
        own = key_of(block.key, quadrant.key, f"statement/{bounded(statement)}")
        line = inner.band(top, one.height_emu)
        dot = Box(line.left_emu, line.top_emu + px(one.leading_pt * 96 / 72) // 2 - _BULLET // 2, _BULLET, _BULLET)
        marks.append(pen.fill(f"{own}/bullet", dot, "accent3"))
        marks.append(
            pen.write(
                own, Box(line.left_emu + _INDENT, line.top_emu, line.width_emu - _INDENT, line.height_emu), (one, "dk1")
            )
        )
        top += one.height_emu + _GAP
    return marks
