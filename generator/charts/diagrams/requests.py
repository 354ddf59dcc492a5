"""The decisions asked, where the eye ends: the only tinted boxes of the synthesis."""

from __future__ import annotations

from dataclasses import dataclass

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Mark, Shape, TextBody
from generator.charts.diagrams.heading import heading_height, heading_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px, spelt_out
from generator.charts.diagrams.rows import paginate, spread, tops
from generator.charts.fitting import FittedText
from generator.ooxml.identity import continued
from generator.story.blocks.summary import Request, Requests
from generator.story.blocks.table import Align

_BAR, _PAD, _GAP = px(4), px(16), px(10)
_TALLEST = px(84)
_AIR = 2 * px(6)
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class _Level:
    """The sizes of a request's texts in points: its title and reference, its second line, its stake."""

    title: float
    detail: float
    stake: float


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A request with its texts fitted: reference and title at left, stake, owner and date at right."""

    ref: FittedText
    title: FittedText
    inaction: FittedText
    stake: FittedText
    owner: FittedText
    due: FittedText

    @property
    def terms_emu(self) -> int:
        return self.stake.height_emu + self.owner.height_emu + self.due.height_emu

    @property
    def height_emu(self) -> int:
        words = self.title.height_emu + self.inaction.height_emu
        return max(self.ref.height_emu, words, self.terms_emu) + _AIR


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of the columns in EMU."""

    ref: int
    words: int
    terms: int


def arrange_requests(block: Requests, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Requests under their label; ``more`` on the last drawing."""
    if not block.requests:
        return ()
    head = heading_height(pen, block.label, box.width_emu)
    more = pen.fit(block.more, box.width_emu, (pen.brand.type.table,))
    room = box.height_emu - head - (more.height_emu + px(8) if block.more else 0)
    columns, fitted = _fitted_all(block, box, room, pen)
    heights = [one.height_emu for one in fitted]
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate(heights, room, _GAP), start=1):
        key = continued(block.key, part)
        tall = spread([heights[at] for at in page], room, _TALLEST, _GAP)
        marks: list[Mark] = [*heading_marks(pen, f"{key}/label", block.label, box, has_rule=False)]
        marks += _terms_label(f"{key}/terms", block, box.band(0, head - px(6)), pen)
        for at, top, height in zip(page, tops(tall, head, _GAP), tall, strict=True):
            row = key_of(block.key, block.requests[at].ref)
            marks.extend(_row(row, block, fitted[at], box.band(top, height), columns, pen))
        pages.append(marks)
    if block.more:
        bottom = max(shape.box.bottom_emu for shape in pages[-1] if hasattr(shape, "box")) - box.top_emu
        pages[-1].append(pen.write(f"{block.key}/more", box.band(bottom + px(8), more.height_emu), (more, "muted")))
    return drawings(block.key, box, _alt(block), pages)


def _alt(block: Requests) -> str:
    lines = (
        " ".join(filter(None, (one.ref, one.title, one.stake, one.owner, one.due, _inaction(block, one))))
        for one in block.requests
    )
    return " · ".join(filter(None, (block.label, *lines, block.more)))


def _inaction(block: Requests, one: Request) -> str:
    return f"{block.inaction_label} {one.inaction}".strip() if one.inaction else ""


def _terms_label(key: str, block: Requests, box: Box, pen: Pen) -> list[Mark]:
    """The head of the right column, where the label leaves it room."""
    size = pen.brand.type.table
    taken = pen.width(block.label, pen.brand.type.label, is_bold=True) + pen.width(block.terms_label, size)
    if not block.terms_label or taken + px(24) > box.width_emu:
        return []
    place = Box(box.left_emu, box.top_emu, box.width_emu - px(16), box.height_emu)
    said = pen.fit(block.terms_label, place.width_emu, (size,))
    return [pen.write(key, place, (said, "muted"), align=Align.RIGHT, anchor=Anchor.BOTTOM)]


def _fitted_all(block: Requests, box: Box, room: int, pen: Pen) -> tuple[_Columns, list[_Fitted]]:
    """The largest level at which the requests stand together; at the smallest the long ones give way."""
    size, requests = pen.brand.type, block.requests
    share = (room - _GAP * (len(requests) - 1)) // len(requests)
    for level, tallest in (
        (_Level(size.body, size.label, size.card_title), room),
        (_Level(size.label, size.table, size.body), room),
        (_Level(size.table, size.table, size.label), share),
    ):
        columns = _columns(requests, level, box, pen)
        fitted = [_fitted(block, one, level, columns, tallest, pen) for one in requests]
        if sum(one.height_emu for one in fitted) + _GAP * (len(fitted) - 1) <= room:
            break
    return columns, fitted


def _columns(requests: tuple[Request, ...], level: _Level, box: Box, pen: Pen) -> _Columns:
    refs = pen.widest([one.ref for one in requests], level.title, is_bold=True)
    ref = min(max(px(44), refs) + _PAD, box.width_emu // 3)
    inner = box.width_emu - _BAR - 2 * _PAD
    stakes = pen.widest([one.stake for one in requests], level.stake, is_bold=True)
    whom = pen.widest([text for one in requests for text in (one.owner, one.due)], level.detail, is_bold=True)
    terms = min(max(stakes, whom), inner // 3)
    return _Columns(ref, inner - ref - (terms + _PAD if terms else 0), terms)


def _fitted(block: Requests, one: Request, level: _Level, columns: _Columns, room: int, pen: Pen) -> _Fitted:
    inaction = pen.fit(
        _inaction(block, one), columns.words, (level.detail,), is_bold=True, max_lines=_MOST_LINES, may_shorten=True
    )
    tallest = room - _AIR - inaction.height_emu
    stakes = pen.brand.type.steps(level.stake, pen.brand.type.table)
    return _Fitted(
        ref=pen.fit(one.ref, columns.ref - px(4), (level.title,), is_bold=True),
        title=pen.fit(
            one.title, columns.words, (level.title,), is_bold=True, height_emu=tallest, may_shorten=True, leading=1.2
        ),
        inaction=inaction,
        stake=pen.fit(one.stake, columns.terms, stakes, is_bold=True, max_lines=_MOST_LINES, may_shorten=True),
        owner=pen.fit(one.owner, columns.terms, (level.detail,), max_lines=_MOST_LINES, may_shorten=True),
        due=pen.fit(one.due, columns.terms, (level.detail,), is_bold=True, max_lines=1),
    )


def _row(key: str, block: Requests, one: _Fitted, place: Box, columns: _Columns, pen: Pen) -> list[Mark]:
    left = place.left_emu + _BAR + _PAD
    words = Box(left + columns.ref, place.top_emu, columns.words, place.height_emu)
    terms = Box(place.right_emu - _PAD - columns.terms, place.top_emu, columns.terms, place.height_emu)
    top = (place.height_emu - max(one.height_emu - _AIR, 0)) // 2
    marks: list[Mark] = [
        pen.fill(key, place, "highlight"),
        pen.fill(f"{key}/bar", Box(place.left_emu, place.top_emu, _BAR, place.height_emu), "message"),
        pen.write(f"{key}/ref", Box(left, place.top_emu + top, columns.ref, one.ref.height_emu), (one.ref, "message")),
        _words(
            f"{key}/text",
            block,
            one,
            Box(words.left_emu, words.top_emu + top, words.width_emu, words.height_emu - top),
            pen,
        ),
    ]
    if columns.terms:
        marks.append(
            pen.write(
                f"{key}/terms",
                terms,
                (one.stake, "strong"),
                (one.owner, "muted"),
                (one.due, "ink"),
                align=Align.RIGHT,
                anchor=Anchor.MIDDLE,
            )
        )
    return marks


def _words(key: str, block: Requests, one: _Fitted, box: Box, pen: Pen) -> Shape:
    """The title, and under it what happens without a decision, its label in bold."""
    paragraphs = [pen.paragraph(one.title, "strong")]
    if one.inaction.text:
        paragraphs.append(pen.labelled(block.inaction_label, one.inaction, "ink"))
    return Shape(key, box, text=TextBody(tuple(paragraphs)), alt=spelt_out(one.title, one.inaction))
