"""The agenda with its minutes, and the people expected on both sides."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Mark
from generator.charts.diagrams.heading import heading_height, heading_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import paginate, spread, tops
from generator.charts.fitting import FittedText
from generator.ooxml.identity import continued, told_apart
from generator.story.blocks.calendar import Agenda, Attendee
from generator.story.blocks.table import Align

_TALLEST, _LOWEST = px(56), px(30)
_Person = tuple[FittedText, FittedText]


def arrange_agenda(block: Agenda, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Items at left, people at right, whichever is longer goes on; items alone over the whole width."""
    if not (block.items or block.client or block.supplier):
        return ()
    gap = px(24) if pen.scale(box).is_compact else px(64)
    left = Box(box.left_emu, box.top_emu, (box.width_emu - gap) * 62 // 100, box.height_emu)
    right = Box(left.right_emu + gap, box.top_emu, box.right_emu - left.right_emu - gap, box.height_emu)
    items = _item_pages(block, left if block.client or block.supplier else box, pen)
    people = _people_pages(block, right, pen)
    pages = [
        [*(items[at] if at < len(items) else ()), *(people[at] if at < len(people) else ())]
        for at in range(max(len(items), len(people)))
    ]
    return drawings(block.key, box, block.alt, pages)


def _item_pages(block: Agenda, box: Box, pen: Pen) -> list[list[Mark]]:
    head = heading_height(pen, block.items_title, box.width_emu)
    room = box.height_emu - head
    minutes = pen.widest([item.minutes for item in block.items], pen.brand.type.body)
    number = pen.width(str(len(block.items)), pen.brand.type.body, is_bold=True) + px(20)
    width = box.width_emu - number - minutes - px(24)
    sizes = (pen.brand.type.body, pen.brand.type.label)
    fitted = [
        pen.fit(item.title, width, sizes, height_emu=room - px(12), max_lines=4, may_shorten=True)
        for item in block.items
    ]
    heights = [max(_LOWEST, one.height_emu + px(12)) for one in fitted]
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate(heights, room), start=1):
        marks: list[Mark] = [*heading_marks(pen, f"{continued(block.key, part)}/items", block.items_title, box)]
        tall = spread([heights[at] for at in page], room, _TALLEST)
        for at, top, height in zip(page, tops(tall, head), tall, strict=True):
            marks.extend(_item(block, at, fitted[at], box.band(top, height), (number, minutes), pen))
        pages.append(marks)
    return pages


def _item(block: Agenda, at: int, fitted: FittedText, place: Box, widths: tuple[int, int], pen: Pen) -> list[Mark]:
    item = block.items[at]
    key = key_of(block.key, f"item/{item.section}")
    number, minutes = widths
    size = pen.brand.type.body
    words = Box(place.left_emu + number, place.top_emu, place.width_emu - number - minutes - px(8), place.height_emu)
    marks: list[Mark] = [
        pen.line_of(
            f"{key}/number",
            Box(place.left_emu, place.top_emu, number, place.height_emu),
            str(at + 1),
            size,
            "accent1",
            is_bold=True,
        ),
        pen.write(f"{key}/title", words, (fitted, "dk1"), anchor=Anchor.MIDDLE, link=item.section),
    ]
    if item.minutes:
        clock = Box(place.right_emu - minutes, place.top_emu, minutes, place.height_emu)
        marks.append(pen.line_of(f"{key}/minutes", clock, item.minutes, size, "accent6", align=Align.RIGHT))
    return [*marks, pen.rule(f"{key}/rule", place.left_emu, place.right_emu, place.bottom_emu)]


def _people_pages(block: Agenda, box: Box, pen: Pen) -> list[list[Mark]]:
    """Both sides one under the other, the airiest way that keeps to the fewest drawings."""
    ways = ((px(10), False), (px(4), False), (px(12), True), (px(4), True))
    return min((_stacked(block, box, way, pen) for way in ways), key=len)


def _stacked(block: Agenda, box: Box, way: tuple[int, bool], pen: Pen) -> list[list[Mark]]:
    """A title starts each side and each drawing it goes on to; a way is the gap, and whether a person is one line."""
    gap, is_one_line = way
    pages: list[list[Mark]] = [[]]
    top = 0
    for name, title, people in (
        ("client", block.client_title, block.client),
        ("supplier", block.supplier_title, block.supplier),
    ):
        head = heading_height(pen, title, box.width_emu) + px(8)
        is_first = True
        keys = told_apart(f"{name}/{person.name}" for person in people)
        for key, person in zip(keys, people, strict=True):
            fitted = _person(person, (box.width_emu - px(12)) // 2 if is_one_line else box.width_emu, pen)
            height = max(one.height_emu for one in fitted) if is_one_line else sum(one.height_emu for one in fitted)
            if top + height + (head if is_first else 0) > box.height_emu and pages[-1]:
                pages.append([])
                top, is_first = 0, True
            if is_first:
                title_key = f"{continued(block.key, len(pages))}/{name}"
                pages[-1].extend(heading_marks(pen, title_key, title, box.band(top, head)))
                top, is_first = top + head, False
            pages[-1].extend(
                _person_marks(key_of(block.key, key), fitted, box.band(top, height), pen, is_one_line=is_one_line)
            )
            top += height + gap
        top += px(14) if people else 0
    return [page for page in pages if page]


def _person(person: Attendee, width: int, pen: Pen) -> _Person:
    size = pen.brand.type
    return (
        pen.fit(person.name, width, (size.label, size.table), is_bold=True),
        pen.fit(person.function, width, (size.table,), max_lines=2, may_shorten=True),
    )


def _person_marks(key: str, fitted: _Person, box: Box, pen: Pen, *, is_one_line: bool) -> list[Mark]:
    name, function = fitted
    if not is_one_line:
        return [pen.write(key, box, (name, "dk1"), (function, "accent6"))]
    left, right = box.split(2, px(12))
    return [pen.write(key, left, (name, "dk1")), pen.write(f"{key}/function", right, (function, "accent6"))]
