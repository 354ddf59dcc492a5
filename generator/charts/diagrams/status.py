"""A status: shape first, then letter, then words; never a colour alone."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Anchor, Mark
from generator.charts.diagrams.pen import Pen, px
from generator.charts.style import rag_colour, rag_form, rag_style
from generator.measures.rag import Rag
from generator.story.blocks.text import Status

_PX_PER_PT = 13 / 12


def status_width(pen: Pen, status: Status, size_pt: float) -> int:
    """The width in EMU of a status on one line, its words included."""
    words = px(20) + pen.width(status.text, size_pt) if status.text else pen.width(status.letter, size_pt, is_bold=True)
    return _letter_at(status, size_pt) + words


def status_marks(pen: Pen, key: str, status: Status, place: Box, size_pt: float) -> tuple[Mark, ...]:
    """Shape, letter and words from the left of the place, centred on its height."""
    colour = rag_colour(status.rag, pen.brand.palette)
    letter_left = place.left_emu + _letter_at(status, size_pt)
    letter = Box(letter_left, place.top_emu, pen.width(status.letter, size_pt, is_bold=True), place.height_emu)
    marks: list[Mark] = [*_symbol(pen, key, status, place, size_pt)]
    marks.append(pen.line_of(f"{key}/letter", letter, status.letter, size_pt, colour, is_bold=True))
    if status.text:
        left = letter_left + px(20)
        words = pen.fit(
            status.text, place.right_emu - left, (size_pt,), height_emu=place.height_emu, may_shorten=True, leading=1.15
        )
        marks.append(
            pen.write(
                f"{key}/text",
                Box(left, place.top_emu, place.right_emu - left, place.height_emu),
                (words, "ink"),
                anchor=Anchor.MIDDLE,
            )
        )
    return tuple(marks)


def _letter_at(status: Status, size_pt: float) -> int:
    return 0 if status.rag is Rag.NONE else px(size_pt * _PX_PER_PT + 6)


def _symbol(pen: Pen, key: str, status: Status, place: Box, size_pt: float) -> tuple[Mark, ...]:
    style = rag_style(status.rag, pen.brand.palette)
    if style is None:
        return ()
    side = px(size_pt * _PX_PER_PT)
    box = Box(place.left_emu, place.top_emu + (place.height_emu - side) // 2, side, side)
    return (pen.fill(f"{key}/symbol", box, style.strong, form=rag_form(style)),)
