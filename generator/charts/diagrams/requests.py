"""The decisions asked, where the eye ends: the only tinted boxes of the synthesis."""

from __future__ import annotations

from dataclasses import dataclass, replace

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

_BAR, _PAD = px(4), px(16)
_TALLEST = px(84)
_GAP, _TIGHT_GAP = px(10), px(4)
_AIR, _TIGHT_AIR = 2 * px(6), 2 * px(3)
_MOST_LINES = 2
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class _Level:
    """The sizes of a request's texts in points: its title and reference, its second line, its stake.

    Tight, requests stand closer, each detail on one line, and who decides beside the date.
    """

    title: float
    detail: float
    stake: float
    is_tight: bool = False

    @property
    def gap(self) -> int:
        return _TIGHT_GAP if self.is_tight else _GAP

    @property
    def air(self) -> int:
        return _TIGHT_AIR if self.is_tight else _AIR

    @property
    def most_lines(self) -> int:
        return 1 if self.is_tight else _MOST_LINES


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A request with its texts fitted: reference and title at left, stake, owner and date at right."""

    ref: FittedText
    title: FittedText
    inaction: FittedText
    stake: FittedText
    owner: FittedText
    due: FittedText
    air: int

    @property
    def terms_emu(self) -> int:
        return self.stake.height_emu + self.owner.height_emu + self.due.height_emu

    @property
    def height_emu(self) -> int:
        words = self.title.height_emu + self.inaction.height_emu
        return max(self.ref.height_emu, words, self.terms_emu) + self.air


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
    columns, gap, fitted = _fitted_all(block, box, room, pen)
    heights = [one.height_emu for one in fitted]
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate(heights, room, gap), start=1):
        key = continued(block.key, part)
        tall = spread([heights[at] for at in page], room, _TALLEST, gap)
        marks: list[Mark] = [*heading_marks(pen, f"{key}/label", block.label, box, has_rule=False)]
        marks += _terms_label(f"{key}/terms", block, box.band(0, head - px(6)), pen)
        for at, top, height in zip(page, tops(tall, head, gap), tall, strict=True):
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


def _fitted_all(block: Requests, box: Box, room: int, pen: Pen) -> tuple[_Columns, int, list[_Fitted]]:
    """The largest level at which the requests stand together; at the smallest the long ones give way."""
    size, requests = pen.brand.type, block.requests
    for level, is_last in (
        (_Level(size.body, size.label, size.card_title), False),
        (_Level(size.label, size.table, size.body), False),
        (_Level(size.table, size.table, size.label), True),
        (_Level(size.table, size.table, size.label, is_tight=True), True),
    ):
        between = level.gap * (len(requests) - 1)
        columns = _columns(requests, level, box, pen)
        tallest = (room - between) // len(requests) if is_last else room
        fitted = [_fitted(block, one, level, columns, tallest, pen) for one in requests]
        if sum(one.height_emu for one in fitted) + between <= room:
            break
    return columns, level.gap, fitted


def _columns(requests: tuple[Request, ...], level: _Level, box: Box, pen: Pen) -> _Columns:
    refs = pen.widest([one.ref for one in requests], level.title, is_bold=True)
    ref = min(max(px(44), refs) + _PAD, box.width_emu // 3)
    inner = box.width_emu - _BAR - 2 * _PAD
    stakes = pen.widest([one.stake for one in requests], level.stake, is_bold=True)
    whom = pen.widest([text for one in requests for text in _whom(one, level)], level.detail, is_bold=True)
    terms = min(max(stakes, whom), inner // 3)
    return _Columns(ref, inner - ref - (terms + _PAD if terms else 0), terms)


def _whom(one: Request, level: _Level) -> tuple[str, ...]:
    """Who decides and by when: two lines, or one."""
    told = tuple(filter(None, (one.owner, one.due)))
    return (_BETWEEN.join(told),) if level.is_tight else told


def _fitted(block: Requests, one: Request, level: _Level, columns: _Columns, room: int, pen: Pen) -> _Fitted:
    most = level.most_lines
    inaction = pen.fit(
        _inaction(block, one), columns.words, (level.detail,), is_bold=True, max_lines=most, may_shorten=True
    )
    tallest = room - level.air - inaction.height_emu
    owner, due = _owner_and_due(one, level, columns.terms, pen)
    stakes = pen.brand.type.steps(level.stake, pen.brand.type.table)
    return _Fitted(
        ref=pen.fit(one.ref, columns.ref - px(4), (level.title,), is_bold=True),
        title=pen.fit(
            one.title, columns.words, (level.title,), is_bold=True, height_emu=tallest, may_shorten=True, leading=1.2
        ),
        inaction=inaction,
        stake=pen.fit(one.stake, columns.terms, stakes, is_bold=True, max_lines=most, may_shorten=True),
        owner=owner,
        due=due,
        air=level.air,
    )


def _owner_and_due(one: Request, level: _Level, width: int, pen: Pen) -> tuple[FittedText, FittedText]:
    """Who decides, and by when; tight, a long name gives way to the date that ends its line."""
    size = (level.detail,)
    if not (level.is_tight and one.owner and one.due):
        owner = pen.fit(one.owner, width, size, max_lines=level.most_lines, may_shorten=True)
        return owner, pen.fit(one.due, width, size, is_bold=True, max_lines=1)
    date = pen.width(f"{_BETWEEN}{one.due}", level.detail, is_bold=True)
    owner = pen.fit(one.owner, max(width - date, 1), size, is_bold=True, max_lines=1, may_shorten=True)
    said = pen.fit(f"{owner.text}{_BETWEEN}{one.due}", width, size, is_bold=True, max_lines=1)
    return pen.fit("", width, size), replace(said, full=f"{one.owner}{_BETWEEN}{one.due}")


def _row(key: str, block: Requests, one: _Fitted, place: Box, columns: _Columns, pen: Pen) -> list[Mark]:
    left = place.left_emu + _BAR + _PAD
    words = Box(left + columns.ref, place.top_emu, columns.words, place.height_emu)
    terms = Box(place.right_emu - _PAD - columns.terms, place.top_emu, columns.terms, place.height_emu)
    top = (place.height_emu - max(one.height_emu - one.air, 0)) // 2
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
