"""Lists of changes side by side: what happened first, what it happened to below it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.brand import Box
from generator.charts.canvas import Drawing, Mark, Paragraph, Run, Shape, TextBody
from generator.charts.diagrams.heading import heading_height, heading_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px, spelt_out
from generator.charts.diagrams.rows import paginate, tops
from generator.charts.fitting import LEADING, FittedText
from generator.charts.style import is_bold, tone_colour
from generator.ooxml.identity import continued
from generator.story.blocks.since import Change, ChangeGroup, ChangeLists

_COLUMN_GAP, _ROW_GAP, _TOP = px(24), px(9), px(8)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Item:
    """A change measured: what happened, and its text."""

    change: Change
    what: FittedText
    mark: str
    text: FittedText

    @property
    def height_emu(self) -> int:
        return self.what.height_emu + self.text.height_emu


def arrange_changes(block: ChangeLists, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """A column a group, at the largest size at which all of them stand whole; at the smallest, texts are shortened.

    What even then finds no room goes on over another drawing.
    """
    if not block.groups:
        return ()
    columns = box.split(max(len(block.groups), _FEWEST), _COLUMN_GAP)
    head = max(heading_height(pen, group.title, columns[0].width_emu) for group in block.groups) + _TOP
    more = max(_more(group, columns[0], pen).height_emu for group in block.groups)
    room = box.height_emu - head - (more + _ROW_GAP if more else 0)
    fitted = _fitted(block.groups, columns[0].width_emu, room, pen)
    paged = [paginate([item.height_emu for item in items], room, _ROW_GAP) for items in fitted]
    pages: list[list[Mark]] = []
    for part in range(max(map(len, paged))):
        marks: list[Mark] = []
        for group, items, column, pages_of in zip(block.groups, fitted, columns, paged, strict=False):
            if part < len(pages_of):
                shown = [items[at] for at in pages_of[part]]
                key = continued(key_of(block.key, group.key), part + 1)
                marks.extend(_column(key, group, shown, column, head, is_last=part + 1 == len(pages_of), pen=pen))
        pages.append(marks)
    return drawings(block.key, box, block.alt, pages)


def _fitted(groups: tuple[ChangeGroup, ...], width: int, room: int, pen: Pen) -> list[list[_Item]]:
    size = pen.brand.type
    levels = ((size.label, 2), (size.table, 2), (size.chart, 2), (size.table, 1), (size.chart, 1), (size.small, 1))
    for size_pt, lines in levels:
        fitted = [[_item(change, width, size_pt, lines, pen) for change in group.changes] for group in groups]
        if all(_height(items) <= room for items in fitted):
            break
    return fitted


def _height(items: list[_Item]) -> int:
    return sum(item.height_emu for item in items) + _ROW_GAP * (len(items) - 1)


def _item(change: Change, width: int, size_pt: float, lines: int, pen: Pen) -> _Item:
    """The reference and what happened are never cut; they break instead."""
    mark = f"  {pen.internal_mark}" if change.is_internal and pen.internal_mark else ""
    return _Item(
        change,
        pen.fit(f"{change.ref}  {change.what}{mark}".rstrip(), width, (size_pt,), is_bold=True),
        mark,
        pen.fit(change.text, width, (size_pt,), max_lines=lines, may_shorten=True),
    )


def _more(group: ChangeGroup, column: Box, pen: Pen) -> FittedText:
    return pen.fit(group.more, column.width_emu, (pen.brand.type.table,), max_lines=1)


def _column(
    key: str, group: ChangeGroup, items: list[_Item], column: Box, head: int, *, is_last: bool, pen: Pen
) -> list[Mark]:
    marks: list[Mark] = [*heading_marks(pen, f"{key}/title", group.title, column)]
    heights = [item.height_emu for item in items]
    for item, top, height in zip(items, tops(heights, head, _ROW_GAP), heights, strict=True):
        marks.append(_row(f"{key}/{item.change.ref}", item, column.band(top, height), pen))
    more = _more(group, column, pen)
    if more.text and is_last:
        bottom = head + _height(items) + _ROW_GAP
        marks.append(pen.write(f"{key}/more", column.band(bottom, more.height_emu), (more, "accent6")))
    return marks


def _row(key: str, item: _Item, place: Box, pen: Pen) -> Shape:
    size = item.what.size_pt
    ref = Run(f"{item.change.ref}  ", size, pen.colour("dk2"), is_bold=True)
    tone = item.change.tone
    what = Run(item.change.what, size, tone_colour(tone, pen.brand.palette), is_bold=is_bold(tone))
    mark = Run(item.mark, size, pen.colour("accent5"), is_bold=True)
    lead = Paragraph((ref, what, mark) if item.mark else (ref, what), leading_pt=size * LEADING)
    body = TextBody((lead, pen.paragraph(item.text, "dk1")))
    return Shape(key, place, text=body, alt=spelt_out(item.what, item.text))
