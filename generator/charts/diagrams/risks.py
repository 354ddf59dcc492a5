"""The 5 × 5 grid of the open risks beside the list of the first ones."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Mark, Shape, TextBody
from generator.charts.diagrams.cell_list import cell_paragraphs
from generator.charts.diagrams.heading import heading_height, heading_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, Scale, key_of, px
from generator.charts.diagrams.rows import paginate, spread, tops
from generator.charts.diagrams.status import status_marks, status_width
from generator.charts.fitting import FittedText
from generator.charts.style import rag_colour
from generator.ooxml.identity import continued
from generator.story.blocks.risks import RiskGrid, RiskMark
from generator.story.blocks.table import Align

_SCALE, _AIR = px(24), px(2)
_LARGEST = px(80)
_TALLEST, _LOWEST = px(96), px(48)
_Texts = tuple[FittedText, FittedText, FittedText, FittedText]


def arrange_risks(block: RiskGrid, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Grid at left, list at right; the list goes on beside the same grid."""
    if not block.marks and not block.listed:
        return ()
    scale = pen.scale(box)
    gap = px(20) if scale.is_compact else px(56)
    left = Box(box.left_emu, box.top_emu, box.width_emu * (40 if scale.is_compact else 36) // 100, box.height_emu)
    right = Box(left.right_emu + gap, box.top_emu, box.right_emu - left.right_emu - gap, box.height_emu)
    more = pen.fit(block.more, right.width_emu, scale.detail)
    head = heading_height(pen, block.list_title, right.width_emu)
    room = right.height_emu - head - (more.height_emu + px(10) if block.more else 0)
    states = max((status_width(pen, risk.status, scale.title[0]) for risk in block.listed), default=0) + px(12)
    state = min(states, right.width_emu // 5)
    fitted, heights = _densest(block, right.width_emu - state, room, scale, pen)
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate(heights, room) or (range(0),), start=1):
        key = continued(block.key, part)
        tall = spread([heights[at] for at in page], room, _TALLEST)
        marks: list[Mark] = [*_grid(key, block, left, pen), *heading_marks(pen, f"{key}/list", block.list_title, right)]
        for at, top, height in zip(page, tops(tall, head), tall, strict=True):
            is_last = at == page[-1]
            marks.extend(
                _row(
                    key_of(block.key, block.listed[at].key),
                    block.listed[at],
                    fitted[at],
                    right.band(top, height),
                    (scale, state, is_last),
                    pen,
                )
            )
        pages.append(marks)
    if block.more:
        pages[-1].append(
            pen.write(f"{block.key}/more", right.band(head + sum(tall) + px(10), more.height_emu), (more, "muted"))
        )
    return drawings(block.key, box, block.alt, pages)


def _grid(key: str, block: RiskGrid, box: Box, pen: Pen) -> list[Mark]:
    head = heading_height(pen, block.probability_title, box.width_emu)
    foot = px(22) + px(20)
    cell = min((box.width_emu - _SCALE) // 5, (box.height_emu - head - foot) // 5, _LARGEST)
    grid = Box(box.left_emu + _SCALE, box.top_emu + head, 5 * cell, 5 * cell)
    size = pen.brand.type.table
    marks: list[Mark] = [*heading_marks(pen, f"{key}/probability", block.probability_title, box, has_rule=False)]
    for row in range(5):
        scale = Box(box.left_emu, grid.top_emu + row * cell, _SCALE - px(8), cell)
        marks.append(pen.line_of(f"{key}/probability-{5 - row}", scale, str(5 - row), size, "muted", align=Align.RIGHT))
        for column in range(5):
            place = Box(
                grid.left_emu + column * cell + _AIR // 2,
                grid.top_emu + row * cell + _AIR // 2,
                cell - _AIR,
                cell - _AIR,
            )
            marks.append(_cell(f"{key}/cell-{5 - row}-{column + 1}", block, (5 - row, column + 1), place, pen))
    for column in range(5):
        under = Box(grid.left_emu + column * cell, grid.bottom_emu + px(2), cell, px(20))
        marks.append(
            pen.line_of(f"{key}/impact-{column + 1}", under, str(column + 1), size, "muted", align=Align.CENTRE)
        )
    title = pen.fit(
        block.impact_title, grid.width_emu, (pen.brand.type.label, size), is_bold=True, max_lines=1, may_shorten=True
    )
    marks.append(
        pen.write(
            f"{key}/impact",
            Box(grid.left_emu, grid.bottom_emu + px(22), grid.width_emu, px(20)),
            (title, "strong"),
            align=Align.RIGHT,
        )
    )
    return marks


def _cell(key: str, block: RiskGrid, at: tuple[int, int], place: Box, pen: Pen) -> Shape:
    probability, impact = at
    risks = [one for one in block.marks if one.probability == probability and one.impact == impact]
    is_critical = probability * impact >= block.critical
    fill = pen.brand.palette.rag("R").soft if is_critical else pen.colour("card")
    entries = [(one.ref, rag_colour(one.status.rag, pen.brand.palette), True) for one in risks]
    paragraphs, is_whole = cell_paragraphs(pen, entries, place)
    alt = "" if is_whole else " · ".join(f"{one.ref} {one.title}" for one in risks)
    return Shape(key, place, fill=fill, text=TextBody(paragraphs, Anchor.MIDDLE) if paragraphs else None, alt=alt)


def _densest(block: RiskGrid, width: int, room: int, scale: Scale, pen: Pen) -> tuple[list[_Texts], list[int]]:
    """The most air and the longest texts at which the list keeps to the fewest drawings."""
    tries: list[tuple[list[_Texts], list[int]]] = []
    for lines, air in ((2, px(16)), (2, px(8)), (1, px(8))):
        fitted = [_fitted(risk, width, (room, lines), scale, pen) for risk in block.listed]
        tries.append((fitted, [max(_LOWEST, _height(texts) + air) for texts in fitted]))
    return min(tries, key=lambda one: len(paginate(one[1], room)))


def _fitted(risk: RiskMark, words: int, limits: tuple[int, int], scale: Scale, pen: Pen) -> _Texts:
    """Reference and detail on a line, title, response, owner and date."""
    room, lines = limits
    quiet = scale.detail
    mark = f" · {pen.internal_mark}" if risk.is_internal and pen.internal_mark else ""
    ref = " · ".join(filter(None, (risk.ref + mark, risk.detail)))
    who = " · ".join(filter(None, (risk.owner, risk.due)))
    who_fitted = pen.fit(who, words, quiet, max_lines=2, may_shorten=True)
    ref_fitted = pen.fit(ref, words, quiet, max_lines=1, may_shorten=True)
    rest = max(room - ref_fitted.height_emu - who_fitted.height_emu - px(16), px(40))
    title = pen.fit(
        risk.title, words, scale.title, is_bold=True, height_emu=min(rest * 6 // 10, px(130)), may_shorten=True
    )
    return ref_fitted, title, pen.fit(risk.response, words, quiet, max_lines=lines, may_shorten=True), who_fitted


def _height(texts: _Texts) -> int:
    return sum(one.height_emu for one in texts)


def _row(key: str, risk: RiskMark, texts: _Texts, place: Box, look: tuple[Scale, int, bool], pen: Pen) -> list[Mark]:
    scale, state_width, is_last = look
    ref, title, response, who = texts
    first = px(title.leading_pt * 96 / 72)
    top = place.top_emu + (place.height_emu - _height(texts)) // 2 + ref.height_emu
    state = Box(place.left_emu, top + (first - px(20)) // 2, state_width, px(20))
    words = Box(place.left_emu + state_width, place.top_emu, place.width_emu - state_width, place.height_emu)
    ref_colour = pen.quiet(is_internal=risk.is_internal)
    written = pen.write(
        f"{key}/text",
        words,
        (ref, ref_colour),
        (title, "strong"),
        (response, "ink"),
        (who, "muted"),
        anchor=Anchor.MIDDLE,
    )
    marks: list[Mark] = [*status_marks(pen, f"{key}/status", risk.status, state, scale.title[0]), written]
    return marks if is_last else [*marks, pen.rule(f"{key}/rule", place.left_emu, place.right_emu, place.bottom_emu)]
