"""A legend: items that flow from left to right, over as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.brand import Box, Role
from generator.charts.canvas import Anchor, Mark
from generator.charts.diagrams.pen import Pen, px

LINE = px(24)
_GAP = px(28)
_LEAD = px(6)


@dataclass(frozen=True, slots=True)
class LegendItem:
    """Words after a drawn symbol of ``symbol_emu`` wide (a function of key and place), or after nothing."""

    key: str
    words: str
    symbol_emu: int = 0
    symbol: Callable[[str, Box], Sequence[Mark]] | None = None
    is_bold: bool = False
    colour: Role = "muted"
    gap_emu: int = _GAP
    starts_group: bool = False


def legend_height(pen: Pen, items: Sequence[LegendItem], width_emu: int, size_pt: float) -> int:
    """The height in EMU that the items take over a width."""
    return LINE * len(_lines(pen, items, width_emu, size_pt))


def legend_marks(pen: Pen, key: str, items: Sequence[LegendItem], box: Box, size_pt: float) -> tuple[Mark, ...]:
    """The items from the top left of the box."""
    marks: list[Mark] = []
    for row, line in enumerate(_lines(pen, items, box.width_emu, size_pt)):
        left = box.left_emu
        for item in line:
            place = Box(left, box.top_emu + row * LINE, _width(pen, item, size_pt, box.width_emu), LINE)
            marks.extend(_item(pen, f"{key}/{item.key}", item, place, size_pt))
            left = place.right_emu + item.gap_emu
    return tuple(marks)


def _item(pen: Pen, key: str, item: LegendItem, place: Box, size_pt: float) -> tuple[Mark, ...]:
    symbol = (
        item.symbol(f"{key}/symbol", Box(place.left_emu, place.top_emu, item.symbol_emu, place.height_emu))
        if item.symbol
        else ()
    )
    lead = item.symbol_emu + _LEAD if item.symbol else 0
    box = Box(place.left_emu + lead, place.top_emu, place.width_emu - lead, place.height_emu)
    words = pen.fit(item.words, box.width_emu, (size_pt,), is_bold=item.is_bold, max_lines=1, may_shorten=True)
    return (*symbol, pen.write(f"{key}/words", box, (words, item.colour), anchor=Anchor.MIDDLE))


def _width(pen: Pen, item: LegendItem, size_pt: float, room: int) -> int:
    lead = item.symbol_emu + _LEAD if item.symbol else 0
    return min(room, lead + pen.width(item.words, size_pt, is_bold=item.is_bold))


def _lines(pen: Pen, items: Sequence[LegendItem], width_emu: int, size_pt: float) -> list[list[LegendItem]]:
    lines: list[list[LegendItem]] = []
    is_long = sum(_width(pen, item, size_pt, width_emu) + item.gap_emu for item in items) > width_emu
    used = 0
    for item in items:
        width = _width(pen, item, size_pt, width_emu)
        stays = not (item.starts_group and is_long)
        if lines and stays and used + width <= width_emu:
            lines[-1].append(item)
        else:
            lines.append([item])
            used = 0
        used += width + item.gap_emu
    return lines
