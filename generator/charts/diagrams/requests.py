"""The decisions asked, where the eye ends: the only tinted boxes of the synthesis."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Mark
from generator.charts.diagrams.heading import heading_height, heading_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import paginate, spread, tops
from generator.charts.fitting import FittedText
from generator.ooxml.identity import continued
from generator.story.blocks.summary import Request, Requests

_BAR, _PAD, _GAP = px(4), px(16), px(12)
_TALLEST = px(84)
_MOST_DETAIL = 2
_Texts = tuple[FittedText, FittedText, FittedText]


def arrange_requests(block: Requests, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Requests under their label; ``more`` on the last drawing."""
    if not block.requests:
        return ()
    head = heading_height(pen, block.label, box.width_emu)
    more = pen.fit(block.more, box.width_emu, (pen.brand.type.table,))
    room = box.height_emu - head - (more.height_emu + px(8) if block.more else 0)
    column, fitted = _fitted(block.requests, box, room, pen)
    heights = [_height(texts) for texts in fitted]
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate(heights, room, _GAP), start=1):
        key = continued(block.key, part)
        tall = spread([heights[at] for at in page], room, _TALLEST, _GAP)
        marks: list[Mark] = [*heading_marks(pen, f"{key}/label", block.label, box, has_rule=False)]
        for at, top, height in zip(page, tops(tall, head, _GAP), tall, strict=True):
            marks.extend(
                _row(key_of(block.key, block.requests[at].ref), fitted[at], box.band(top, height), column, pen)
            )
        pages.append(marks)
    if block.more:
        bottom = max(shape.box.bottom_emu for shape in pages[-1] if hasattr(shape, "box")) - box.top_emu
        pages[-1].append(pen.write(f"{block.key}/more", box.band(bottom + px(8), more.height_emu), (more, "accent6")))
    return drawings(block.key, box, _alt(block), pages)


def _alt(block: Requests) -> str:
    lines = (" ".join(filter(None, (one.ref, one.title, one.detail))) for one in block.requests)
    return " · ".join(filter(None, (block.label, *lines, block.more)))


def _height(texts: _Texts) -> int:
    ref, title, detail = texts
    return max(ref.height_emu, title.height_emu + detail.height_emu) + 2 * px(10)


def _fitted(requests: tuple[Request, ...], box: Box, room: int, pen: Pen) -> tuple[int, list[_Texts]]:
    size = pen.brand.type
    share = (room - _GAP * (len(requests) - 1)) // len(requests)
    # the decisions asked stand together: at the smallest size the long ones give way
    tries = ((size.body, size.label, room), (size.label, size.table, room), (size.table, size.table, share))
    for title, detail, tallest in tries:
        refs = pen.widest([one.ref for one in requests], title, is_bold=True)
        column = min(max(px(48), refs) + _PAD, box.width_emu // 3)
        width = box.width_emu - _BAR - _PAD - column - px(12)
        fitted = [_texts(one, (title, detail), (column - px(4), width), tallest, pen) for one in requests]
        if sum(_height(texts) for texts in fitted) + _GAP * (len(fitted) - 1) <= room:
            break
    return column, fitted


def _texts(one: Request, sizes: tuple[float, float], widths: tuple[int, int], room: int, pen: Pen) -> _Texts:
    detail = pen.fit(one.detail, widths[1], (sizes[1],), max_lines=_MOST_DETAIL, may_shorten=True)
    tallest = room - px(20) - detail.height_emu
    return (
        pen.fit(one.ref, widths[0], (sizes[0],), is_bold=True),
        pen.fit(one.title, widths[1], (sizes[0],), is_bold=True, height_emu=tallest, may_shorten=True),
        detail,
    )


def _row(key: str, texts: _Texts, place: Box, column: int, pen: Pen) -> list[Mark]:
    ref, title, detail = texts
    left = place.left_emu + _BAR + _PAD
    words = Box(left + column, place.top_emu, place.right_emu - left - column - px(8), place.height_emu)
    return [
        pen.fill(key, place, "highlight"),
        pen.fill(f"{key}/bar", Box(place.left_emu, place.top_emu, _BAR, place.height_emu), "accent1"),
        pen.write(
            f"{key}/ref", Box(left, place.top_emu, column, place.height_emu), (ref, "accent1"), anchor=Anchor.MIDDLE
        ),
        pen.write(f"{key}/text", words, (title, "dk1"), (detail, "accent6"), anchor=Anchor.MIDDLE),
    ]
