"""The marks on a timeline's bars, and where their labels go so that nothing covers them nor the today line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.brand import Box, Colour
from generator.charts.canvas import Form, Mark, Shape
from generator.charts.diagrams.pen import Pen, px
from generator.ooxml.identity import told_apart
from generator.story.blocks.table import Align
from generator.story.blocks.timeline import Mark as DatedMark
from generator.story.blocks.timeline import MarkKind

DIAMOND, NEAR, LATER = px(16), (px(16), px(15)), (px(12), px(11))
_AIR = px(4)
LABEL_LEADING = 1.15


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark at its place on the plot: its symbol's box, and the size of its label."""

    mark: DatedMark
    box: Box
    label_pt: float
    label_width: int
    label_height: int


def symbol(pen: Pen, key: str, kind: MarkKind, place: Box) -> Shape:
    """The symbol of a kind of mark, centred in a place."""
    width, height = size_of(kind)
    box = Box(
        place.left_emu + (place.width_emu - width) // 2, place.top_emu + (place.height_emu - height) // 2, width, height
    )
    match kind:
        case MarkKind.AMENDMENT:
            return pen.frame(key, box, "ground", fill="strong", width_pt=1, form=Form.DIAMOND)
        case MarkKind.NOTICE_NEAR:
            return pen.fill(key, box, near_colour(pen), form=Form.TRIANGLE_DOWN)
        case MarkKind.NOTICE_LATER:
            return pen.fill(key, box, "muted", form=Form.TRIANGLE_DOWN)


def size_of(kind: MarkKind) -> tuple[int, int]:
    """Width and height of a symbol, in EMU."""
    return {MarkKind.AMENDMENT: (DIAMOND, DIAMOND), MarkKind.NOTICE_NEAR: NEAR, MarkKind.NOTICE_LATER: LATER}[kind]


def near_colour(pen: Pen) -> Colour:
    """The colour of a notice date that is near: the amber of the statuses."""
    return pen.brand.palette.rag("O").strong


def draw_marks(
    pen: Pen, key: str, placed: Sequence[Placed], bar: Box, room: Box, today_x: int | None, bar_colour: Colour
) -> list[Mark]:
    """Symbols and labels of one row, in ``room``, its part of the plot; a label without a free place is not printed."""
    taken = [one.box for one in placed]
    if today_x is not None:
        taken.append(Box(today_x - px(2), room.top_emu, px(4), room.height_emu))
    drawn: list[Mark] = []
    for own, one in zip(told_apart(f"{key}/mark/{one.mark.key}" for one in placed), placed, strict=True):
        shape = symbol(pen, own, one.mark.kind, one.box)
        label = _label(pen, f"{own}/label", one, bar, room, taken, bar_colour)
        drawn.append(replace(shape, alt=one.mark.label if label is None else ""))
        if label is not None:
            drawn.append(label)
            taken.append(label.box)
    return drawn


def _label(
    pen: Pen, key: str, one: Placed, bar: Box, room: Box, taken: Sequence[Box], bar_colour: Colour
) -> Shape | None:
    others = [other for other in taken if other != one.box]
    for box, align in _candidates(one, room):
        on_bar = _on(box, bar)
        if on_bar is not None and _within(box, room) and not any(box.meets(other) for other in others):
            is_near = one.mark.kind is MarkKind.NOTICE_NEAR
            ink = (
                near_colour(pen) if is_near else pen.brand.palette.text_on(bar_colour) if on_bar else pen.colour("ink")
            )
            return pen.line_of(key, box, one.mark.label, one.label_pt, ink, is_bold=is_near, align=align)
    return None


def label_size(pen: Pen, kind: MarkKind, *, is_compact: bool) -> float:
    """The size of a mark's label in points."""
    size = pen.brand.type
    if is_compact:
        return size.small
    return size.table if kind is MarkKind.NOTICE_NEAR else size.chart


def _candidates(one: Placed, room: Box) -> list[tuple[Box, Align]]:
    """Right of the symbol, left of it, then above and below it, kept inside the plot."""
    if not one.mark.label:
        return []
    width, height = one.label_width, one.label_height
    middle = one.box.top_emu + (one.box.height_emu - height) // 2
    centre = one.box.left_emu + (one.box.width_emu - width) // 2
    centre = max(room.left_emu, min(centre, room.right_emu - width))
    return [
        (Box(one.box.right_emu + _AIR, middle, width, height), Align.LEFT),
        (Box(one.box.left_emu - _AIR - width, middle, width, height), Align.RIGHT),
        (Box(centre, one.box.top_emu - height, width, height), Align.CENTRE),
        (Box(centre, one.box.bottom_emu, width, height), Align.CENTRE),
    ]


def _on(label: Box, bar: Box) -> bool | None:
    """Whether a label stands on the bar; None when it lies partly on it, where no ink reads well."""
    inside = bar.left_emu <= label.left_emu and label.right_emu <= bar.right_emu
    apart = label.right_emu <= bar.left_emu or label.left_emu >= bar.right_emu
    level = label.top_emu < bar.bottom_emu - px(1) and bar.top_emu + px(1) < label.bottom_emu
    if not level or apart:
        return False
    return True if inside else None


def _within(box: Box, room: Box) -> bool:
    return (
        box.left_emu >= room.left_emu
        and box.right_emu <= room.right_emu
        and box.top_emu >= room.top_emu
        and box.bottom_emu <= room.bottom_emu
    )
