"""The facts: a figure with where it stands, and the sentence that gives it its meaning."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Mark
from generator.charts.diagrams.heading import heading_height, heading_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import paginate, spread, tops
from generator.charts.diagrams.status import status_marks
from generator.charts.fitting import FittedText
from generator.ooxml.identity import continued, told_apart
from generator.story.blocks.summary import KeyFact, KeyFacts

_TALLEST = px(92)
_PAD, _TIGHT_PAD = px(10), px(4)
_GAP = px(24)
_STATUS = px(22)


def arrange_facts(block: KeyFacts, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Facts under their label, as tall as they need and as equal as the box allows."""
    if not block.facts:
        return ()
    head = heading_height(pen, block.label, box.width_emu) + px(4)
    room = box.height_emu - head
    column, heights, fitted = _fitted(block.facts, box, room, pen)
    keys = told_apart(fact.key for fact in block.facts)
    pages: list[list[Mark]] = []
    for part, page in enumerate(paginate(heights, room), start=1):
        key = continued(block.key, part)
        tall = spread([heights[at] for at in page], room, _TALLEST)
        marks: list[Mark] = [*heading_marks(pen, f"{key}/label", block.label, box)]
        for at, top, height in zip(page, tops(tall, head), tall, strict=True):
            is_last = at == page[-1]
            marks.extend(
                _row(
                    key_of(block.key, f"fact/{keys[at]}"),
                    block.facts[at],
                    fitted[at],
                    box.band(top, height),
                    column,
                    is_last=is_last,
                    pen=pen,
                )
            )
        pages.append(marks)
    return drawings(block.key, box, _alt(block), pages)


def _alt(block: KeyFacts) -> str:
    letters = ((fact, f"{fact.status.letter} " if fact.status else "") for fact in block.facts)
    return " · ".join((block.label, *(f"{fact.figure} {letter}{fact.text}" for fact, letter in letters)))


def _height(fact: KeyFact, fitted: tuple[FittedText, FittedText], pad: int) -> int:
    figure, text = fitted
    return max(figure.height_emu + (_STATUS if fact.status else 0), text.height_emu) + 2 * pad


def _fitted(
    facts: tuple[KeyFact, ...], box: Box, room: int, pen: Pen
) -> tuple[int, list[int], list[tuple[FittedText, FittedText]]]:
    """The width of the figures, and each fact with its height: a few stand together, closer where room is short.

    At the smallest size the long sentences give way; a figure never does, but takes the size that goes.
    """
    size = pen.brand.type
    widest = box.width_emu * 2 // 5 - _GAP
    for figure_pt in size.steps(size.headline, size.body):
        column = pen.widest([fact.figure for fact in facts], figure_pt, is_bold=True)
        if column <= widest:
            break
    column = min(max(column, min(px(128), box.width_emu // 5)), widest) + _GAP
    width = box.width_emu - column - px(12)
    share = room // len(facts)
    for figure_at, text_pt, tallest, pad in (
        (figure_pt, size.body, room, _PAD),
        (figure_pt, size.label, room, _PAD),
        (figure_pt, size.table, room, _PAD),
        (figure_pt, size.table, share, _PAD),
        (figure_pt, size.table, share, _TIGHT_PAD),
        (min(figure_pt, size.body), size.table, share, _TIGHT_PAD),
    ):
        fitted = [
            (
                pen.fit(fact.figure, column - _GAP, (figure_at,), is_bold=True, leading=1.1),
                pen.fit(fact.text, width, (text_pt,), height_emu=tallest - 2 * pad, may_shorten=True, leading=1.28),
            )
            for fact in facts
        ]
        heights = [_height(*one, pad) for one in zip(facts, fitted, strict=True)]
        if sum(heights) <= room:
            break
    return column, heights, fitted


def _row(
    key: str, fact: KeyFact, fitted: tuple[FittedText, FittedText], place: Box, column: int, *, is_last: bool, pen: Pen
) -> list[Mark]:
    figure, text = fitted
    left = place.left_emu + column
    below = _STATUS if fact.status else 0
    top = place.band((place.height_emu - figure.height_emu - below) // 2, figure.height_emu)
    size = pen.brand.type.label
    marks: list[Mark] = [
        pen.write(
            f"{key}/figure", Box(top.left_emu, top.top_emu, column - _GAP // 2, top.height_emu), (figure, "strong")
        ),
        *(
            status_marks(pen, f"{key}/status", fact.status, Box(top.left_emu, top.bottom_emu, column, below), size)
            if fact.status
            else ()
        ),
        pen.write(
            f"{key}/text",
            Box(left, place.top_emu, place.right_emu - left, place.height_emu),
            (text, "ink"),
            anchor=Anchor.MIDDLE,
        ),
    ]
    return marks if is_last else [*marks, pen.rule(f"{key}/rule", place.left_emu, place.right_emu, place.bottom_emu)]
