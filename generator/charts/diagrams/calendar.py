"""What comes next: months side by side, events in order with the shape of their kind."""

from __future__ import annotations

from generator.brand import Box, TypeScale
from generator.charts.canvas import Drawing, Form, Mark, Shape
from generator.charts.diagrams.heading import GAP, heading_height, heading_marks
from generator.charts.diagrams.legend import LegendItem, legend_height, legend_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import paginate, tops
from generator.charts.fitting import FittedText
from generator.ooxml.identity import continued
from generator.story.blocks.calendar import Calendar, Event, EventKind, Month

_SYMBOL = px(14)
_ROW_PAD = px(8)
_Texts = tuple[FittedText, FittedText, FittedText]


def arrange_calendar(block: Calendar, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """A column a month; what does not fit goes on in the same month of the next drawing."""
    if not any(month.events for month in block.months):
        return ()
    scale = pen.scale(box)
    gap = px(16) if scale.is_compact else px(32)
    columns = box.split(len(block.months), gap)
    items = _legend(block, pen)
    legend = legend_height(pen, items, box.width_emu, scale.detail[0])
    foot = legend + px(14) if items else 0
    head = max(heading_height(pen, month.name, columns[0].width_emu) for month in block.months) + GAP // 2
    room = box.height_emu - head - foot
    day = _day_width(block, columns[0].width_emu, pen)
    fitted = _fitted(block, columns[0].width_emu - _SYMBOL - px(8) - day - px(8), (day, room), pen)
    ranges = [paginate([_height(texts) for texts in month], room) for month in fitted]
    pages: list[list[Mark]] = []
    for part in range(max(len(one) for one in ranges)):
        key = continued(block.key, part + 1)
        marks: list[Mark] = []
        bottom = head
        air = min((_air(fitted[at], one[part], room) for at, one in enumerate(ranges) if part < len(one)), default=0)
        for at, (month, column) in enumerate(zip(block.months, columns, strict=True)):
            page = ranges[at][part] if part < len(ranges[at]) else range(0)
            texts = [fitted[at][rank] for rank in page]
            marks.extend(heading_marks(pen, f"{key}/{month.key}", month.name, column))
            heights = [_height(one) + air for one in texts]
            marks.extend(_month(block, month, page, texts, (column, head, day, air), pen))
            bottom = max(bottom, head + sum(heights))
        place = box.band(bottom + px(14), legend)
        pages.append([*marks, *legend_marks(pen, f"{key}/legend", items, place, scale.detail[0])])
    return drawings(block.key, box, block.alt, pages)


def _air(texts: list[_Texts], page: range, room: int) -> int:
    """What each event of a month can be given beyond its need, up to a comfortable measure."""
    used = sum(_height(texts[at]) for at in page)
    return min(px(16), (room - used) // max(1, len(page)))


def _day_width(block: Calendar, column: int, pen: Pen) -> int:
    size = pen.brand.type.label
    widest = pen.widest([event.day_text for month in block.months for event in month.events], size, is_bold=True)
    return min(widest, column * 3 // 10)


def _fitted(block: Calendar, width: int, measures: tuple[int, int], pen: Pen) -> list[list[_Texts]]:
    """The largest type at which no month takes more drawings than it must."""
    size = pen.brand.type
    tries = [
        [[_texts(event, width, measures, sizes, pen) for event in month.events] for month in block.months]
        for sizes in _size_pairs(size, is_wide=width >= px(220), is_narrow=width < px(150))
    ]
    return min(
        tries, key=lambda months: max(len(paginate([_height(one) for one in month], measures[1])) for month in months)
    )


def _size_pairs(size: TypeScale, *, is_wide: bool, is_narrow: bool) -> list[tuple[float, float]]:
    """Title and detail sizes to try, from the best."""
    pairs = [(size.label, size.table), (size.table, size.table)]
    return [*([(size.body, size.label)] if is_wide else []), *pairs, *([(size.chart, size.small)] if is_narrow else [])]


def _texts(event: Event, width: int, measures: tuple[int, int], sizes: tuple[float, float], pen: Pen) -> _Texts:
    day, room = measures
    mark = f" · {pen.internal_mark}" if event.is_internal and pen.internal_mark else ""
    detail = pen.fit(event.detail + mark, width, (sizes[1],), max_lines=2, may_shorten=True)
    tallest = min(room, px(126)) - detail.height_emu - 2 * _ROW_PAD
    return (
        pen.fit(
            event.day_text,
            day,
            pen.brand.type.steps(min(sizes[0], pen.brand.type.label), pen.brand.type.small),
            is_bold=True,
            max_lines=2,
            leading=1.2,
        ),
        pen.fit(event.title, width, (sizes[0],), height_emu=tallest, may_shorten=True, leading=1.2),
        detail,
    )


def _height(texts: _Texts) -> int:
    day, title, detail = texts
    return max(day.height_emu, title.height_emu + detail.height_emu) + 2 * _ROW_PAD


def _month(
    block: Calendar, month: Month, page: range, texts: list[_Texts], measures: tuple[Box, int, int, int], pen: Pen
) -> list[Mark]:
    column, head, day, air = measures
    heights = [_height(one) + air for one in texts]
    marks: list[Mark] = []
    for at, one, top, height in zip(page, texts, tops(heights, head), heights, strict=True):
        event = month.events[at]
        key = key_of(block.key, event.key)
        marks.extend(_event(key, event, one, column.band(top, height), day, pen))
        if at != page[-1]:
            marks.append(pen.rule(f"{key}/rule", column.left_emu, column.right_emu, column.top_emu + top + height))
    return marks


def _event(key: str, event: Event, texts: _Texts, place: Box, day: int, pen: Pen) -> list[Mark]:
    inner = place.inset(0, (place.height_emu - _height(texts)) // 2 + _ROW_PAD)
    first = px(texts[1].leading_pt * 96 / 72)
    symbol = Box(inner.left_emu, inner.top_emu, _SYMBOL, first)
    day_left = inner.left_emu + _SYMBOL + px(8)
    left = day_left + day + px(8)
    detail_colour = "accent5" if event.is_internal and pen.internal_mark else "accent6"
    return [
        _kind_mark(pen, f"{key}/kind", event.kind, symbol),
        pen.write(f"{key}/day", Box(day_left, inner.top_emu, day, inner.height_emu), (texts[0], "dk2")),
        pen.write(
            f"{key}/text",
            Box(left, inner.top_emu, inner.right_emu - left, inner.height_emu),
            (texts[1], "dk1"),
            (texts[2], detail_colour),
        ),
    ]


def _kind_mark(pen: Pen, key: str, kind: EventKind, place: Box) -> Shape:
    side = px(12)
    box = Box(place.left_emu + (_SYMBOL - side) // 2, place.top_emu + (place.height_emu - side) // 2, side, side)
    match kind:
        case EventKind.MEETING:
            return pen.fill(key, box, "dk2", form=Form.HEXAGON)
        case EventKind.ACTION:
            return pen.fill(key, box, "accent3", form=Form.RECTANGLE)
        case EventKind.NOTICE:
            return pen.fill(key, box, pen.brand.palette.rag("O").strong, form=Form.TRIANGLE_DOWN)
        case EventKind.DECISION:
            return pen.fill(key, box, "accent1", form=Form.DIAMOND)


def _legend(block: Calendar, pen: Pen) -> list[LegendItem]:
    used = {event.kind for month in block.months for event in month.events}
    return [_legend_item(kind, words, pen) for kind, words in block.kinds if kind in used]


def _legend_item(kind: EventKind, words: str, pen: Pen) -> LegendItem:
    return LegendItem(kind.name.lower(), words, _SYMBOL, lambda key, place: [_kind_mark(pen, key, kind, place)])
