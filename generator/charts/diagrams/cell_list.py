"""Short marks listed in a cell of a grid: stacked, then side by side, then counted."""

from __future__ import annotations

from collections.abc import Sequence

from generator.brand import EMU_PER_PT, Box, Colour, Role
from generator.charts.canvas import Paragraph, Run
from generator.charts.diagrams.pen import Pen, px
from generator.story.blocks.table import Align

Entry = tuple[str, Role | Colour, bool]
_PITCH = 1.2


def cell_paragraphs(pen: Pen, entries: Sequence[Entry], place: Box) -> tuple[tuple[Paragraph, ...], bool]:
    """The entries (text, colour, bold) as centred lines that fit the cell, and whether all of them are printed.

    What finds no place even at the smallest size is counted on the last line: ``+3``.
    """
    if not entries:
        return (), True
    for size in (pen.brand.type.table, pen.brand.type.chart, pen.brand.type.small):
        lines = _lines(pen, entries, place, size)
        room = max(1, int((place.height_emu - px(4)) / EMU_PER_PT // (size * _PITCH)))
        if len(lines) <= room:
            return tuple(_paragraph(pen, line, size) for line in lines), True
    count = len(entries)
    for kept in range(count - 1, -1, -1):
        lines = _lines(pen, (*entries[:kept], (f"+{count - kept}", "muted", False)), place, size)
        if len(lines) <= room:
            break
    return tuple(_paragraph(pen, line, size) for line in lines), False


def _lines(pen: Pen, entries: Sequence[Entry], place: Box, size: float) -> list[list[Entry]]:
    """One entry a line while they go in, else as many a line as the width takes."""
    room = int((place.height_emu - px(4)) / EMU_PER_PT // (size * _PITCH))
    if len(entries) <= room:
        return [[entry] for entry in entries]
    lines: list[list[Entry]] = [[]]
    used = 0
    for entry in entries:
        width = pen.width(entry[0], size, is_bold=True) + px(6)
        if lines[-1] and used + width > place.width_emu - px(4):
            lines.append([])
            used = 0
        lines[-1].append(entry)
        used += width
    return lines


def _paragraph(pen: Pen, line: Sequence[Entry], size: float) -> Paragraph:
    runs: list[Run] = []
    for text, colour, is_bold in line:
        ink = pen.colour(colour) if isinstance(colour, str) else colour
        runs.append(Run(text if not runs else f"  {text}", size, ink, is_bold))
    return Paragraph(tuple(runs), align=Align.CENTRE, leading_pt=size * _PITCH)
