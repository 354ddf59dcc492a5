"""Decisions to take: cards of identical bands, so that options, stakes and recommendations read across."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Mark, Paragraph, Run, Shape, TextBody
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.fitting import FittedText
from generator.story.blocks.decisions import DecisionCard, DecisionCards
from generator.story.blocks.table import Align

_PER_DRAWING = 3
_NARROWEST = px(250)
_RULE, _PAD = px(4), px(20)


@dataclass(frozen=True, slots=True)
class _Air:
    """The measures between and around the texts of a card, in EMU."""

    letter: int
    option: int
    top: int
    gap: int
    label: int
    foot: int


_EASY = _Air(letter=px(26), option=px(36), top=px(10), gap=px(10), label=px(20), foot=px(20))
_TIGHT = _Air(letter=px(20), option=px(23), top=px(4), gap=px(5), label=px(17), foot=px(8))


@dataclass(frozen=True, slots=True)
class _Level:
    """The sizes of a card's texts in points, and how many lines the long ones may take (None: as many as needed)."""

    title: float
    option: float
    stake: float
    impact: float
    advice: float
    lines: int | None = None
    air: _Air = _EASY


@dataclass(frozen=True, slots=True)
class _Card:
    """A card with its texts fitted."""

    card: DecisionCard
    ref: FittedText
    title: FittedText
    options: tuple[FittedText, ...]
    stake: FittedText
    impact: FittedText
    advice: FittedText
    decider: FittedText
    due: FittedText


@dataclass(frozen=True, slots=True)
class _Bands:
    """The heights of the bands, equal across the cards; a band that no card needs is 0."""

    ref: int
    title: int
    options_label: int
    options: tuple[int, ...]
    impact_label: int
    stake: int
    impact: int
    advice: int
    foot: int
    air: _Air

    @property
    def total(self) -> int:
        options = self.options_label + sum(self.options)
        impact = self.impact_label + self.stake + self.impact
        gaps = (options > 0) + (impact > 0) + 1
        return (
            _RULE
            + self.air.top
            + self.ref
            + self.title
            + options
            + impact
            + gaps * self.air.gap
            + self.advice
            + self.foot
        )


_CUTS = tuple((lines, _EASY) for lines in (8, 6, 5, 4, 3)) + tuple((lines, _TIGHT) for lines in (4, 3, 2, 1))


def arrange_decisions(block: DecisionCards, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Up to three cards side by side a drawing; fewer where cards would be too narrow or too tall."""
    if not block.cards:
        return ()
    gap = pen.brand.grid.card_gap_emu
    most = max(1, min(_PER_DRAWING, (box.width_emu + gap) // (_NARROWEST + gap)))
    pages: list[list[Mark]] = []
    for cards in _dealt(block.cards, most):
        places = box.split(max(len(cards), min(most, 2)), gap)
        pages.append(_page(block, cards, places, pen))
    return drawings(block.key, box, block.alt, pages)


def _dealt(cards: tuple[DecisionCard, ...], most: int) -> list[tuple[DecisionCard, ...]]:
    """The cards in the fewest hands of at most ``most``, as even as can be."""
    hands = -(-len(cards) // most)
    each, more = divmod(len(cards), hands)
    sizes = [each + (at < more) for at in range(hands)]
    starts = [sum(sizes[:at]) for at in range(hands)]
    return [cards[start : start + size] for start, size in zip(starts, sizes, strict=True)]


def _page(block: DecisionCards, cards: tuple[DecisionCard, ...], places: tuple[Box, ...], pen: Pen) -> list[Mark]:
    room = places[0].height_emu
    for level in _levels(pen, is_narrow=places[0].width_emu < px(330)):
        fitted = [_fitted(block, card, level, places[0].width_emu, pen) for card in cards]
        bands = _bands(block, fitted, level.air)
        if bands.total <= room:
            break
    height = min(room, bands.total * 13 // 10)
    marks: list[Mark] = []
    for one, place in zip(fitted, places, strict=False):
        marks.extend(_card(block, one, bands, place.band(0, max(height, bands.total)), pen))
    return marks


def _levels(pen: Pen, *, is_narrow: bool) -> list[_Level]:
    size = pen.brand.type
    best = _Level(size.card_title, size.body, size.figure_card, size.label, size.body)
    middle = _Level(size.body, size.label, size.card_title, size.label, size.label)
    least = _Level(size.label, size.table, size.body, size.table, size.table)
    cuts = [replace(least, lines=lines, air=air) for lines, air in _CUTS]
    return [*(() if is_narrow else (best,)), middle, least, *cuts]


def _fitted(block: DecisionCards, card: DecisionCard, level: _Level, width_emu: int, pen: Pen) -> _Card:
    inner = width_emu - 2 * _PAD
    small = pen.brand.type.label if level.option >= pen.brand.type.label else pen.brand.type.table
    mark = f" · {pen.internal_mark}" if card.is_internal and pen.internal_mark else ""
    lines = level.lines
    half = inner * 11 // 20
    due = f"{block.due_title} {card.due}".strip() if card.due else ""
    who = f"{block.decider_title} {card.decider}".strip() if card.decider else ""
    due_width = min(pen.width(due, small), inner * 9 // 20)
    who_width = inner - due_width - px(12) if due else inner
    return _Card(
        card,
        ref=pen.fit(card.ref + mark, inner, (small,), is_bold=True),
        title=pen.fit(card.title, inner, (level.title,), is_bold=True, max_lines=lines, may_shorten=True, leading=1.2),
        options=tuple(
            _option(option.text, inner, level, is_bold=option.is_recommended, pen=pen) for option in card.options
        ),
        stake=pen.fit(
            card.stake,
            inner,
            tuple(s for s in pen.brand.type.steps(level.stake, pen.brand.type.body)),
            is_bold=True,
            max_lines=1 if lines is None else lines,
            may_shorten=lines is not None,
        ),
        impact=pen.fit(card.impact, inner, (level.impact,), max_lines=lines, may_shorten=True, leading=1.3),
        advice=pen.fit(
            card.recommendation, inner, (level.advice,), is_bold=True, max_lines=lines, may_shorten=True, leading=1.2
        ),
        decider=pen.fit(who, max(who_width, half - px(12)), (small, pen.brand.type.table, pen.brand.type.chart)),
        due=pen.fit(due, max(due_width, px(40)), (small,)),
    )


def _option(text: str, inner: int, level: _Level, *, is_bold: bool, pen: Pen) -> FittedText:
    return pen.fit(
        text,
        inner - level.air.letter - px(12),
        (level.option,),
        is_bold=is_bold,
        max_lines=level.lines,
        may_shorten=True,
        leading=1.2,
    )


def _bands(block: DecisionCards, cards: list[_Card], air: _Air) -> _Bands:
    label = air.label
    rows = max(len(one.options) for one in cards)
    options = tuple(
        max(max(air.option, one.options[at].height_emu + air.gap) for one in cards if at < len(one.options))
        for at in range(rows)
    )
    stake, impact = max(one.stake.height_emu for one in cards), max(one.impact.height_emu for one in cards)
    advice = max(one.advice.height_emu for one in cards)
    foot = max(max(one.decider.height_emu, one.due.height_emu) for one in cards)
    return _Bands(
        ref=air.label + px(2),
        title=max(one.title.height_emu for one in cards),
        options_label=label if options and block.options_title else 0,
        options=options,
        impact_label=label if (stake or impact) and block.impact_title else 0,
        stake=stake + (px(4) if stake else 0),
        impact=impact,
        advice=advice + label + 2 * air.gap + px(2) if advice else 0,
        foot=foot + air.foot if foot else px(12),
        air=air,
    )


def _card(block: DecisionCards, one: _Card, bands: _Bands, place: Box, pen: Pen) -> list[Mark]:
    key = key_of(block.key, one.card.key)
    inner = Box(place.left_emu + _PAD, place.top_emu, place.width_emu - 2 * _PAD, place.height_emu)
    spare = (place.height_emu - bands.total) // 3
    ref_colour = "accent5" if one.card.is_internal and pen.internal_mark else "accent6"
    at = _RULE + bands.air.top
    marks: list[Mark] = [
        pen.frame(key, place, "rule"),
        pen.fill(f"{key}/rule", place.band(0, _RULE), "dk2"),
        pen.write(f"{key}/ref", inner.band(at, bands.ref), (one.ref, ref_colour), anchor=Anchor.MIDDLE),
        pen.write(f"{key}/title", inner.band(at + bands.ref, bands.title), (one.title, "dk2")),
    ]
    at += bands.ref + bands.title + bands.air.gap + spare
    marks.extend(_options(f"{key}/option", block, one, inner.band(at, place.height_emu - at), bands, pen))
    if bands.options:
        at += bands.options_label + sum(bands.options) + spare // 2
        marks.append(pen.rule(f"{key}/impact-rule", inner.left_emu, inner.right_emu, place.top_emu + at))
        at += bands.air.gap
    marks.extend(_impact(f"{key}/impact", block, one, inner.band(at, place.height_emu - at), bands, pen))
    marks.extend(_advice(f"{key}/recommendation", block, one, place, bands, pen))
    return [*marks, *_foot(f"{key}/foot", block, one, inner, bands, pen)]


def _label(pen: Pen, key: str, text: str, box: Box, colour: str = "accent6", *, is_bold: bool = False) -> list[Mark]:
    return [pen.line_of(key, box, text, pen.brand.type.table, colour, is_bold=is_bold)] if text else []


def _options(key: str, block: DecisionCards, one: _Card, box: Box, bands: _Bands, pen: Pen) -> list[Mark]:
    marks: list[Mark] = (
        _label(pen, f"{key}s", block.options_title, box.band(0, bands.options_label)) if one.options else []
    )
    top, letter = bands.options_label, bands.air.letter
    for option, fitted, height in zip(one.card.options, one.options, bands.options, strict=False):
        row = box.band(top, height)
        square = Box(row.left_emu, row.top_emu + (height - letter) // 2, letter, letter)
        words = Box(row.left_emu + letter + px(12), row.top_emu, row.width_emu - letter - px(12), height)
        chosen = option.is_recommended
        marks.append(_square(f"{key}-{option.letter}", option.letter, square, pen, is_filled=chosen))
        marks.append(
            pen.write(
                f"{key}-{option.letter}/text", words, (fitted, "dk2" if chosen else "accent6"), anchor=Anchor.MIDDLE
            )
        )
        top += height
    return marks


def _square(key: str, letter: str, box: Box, pen: Pen, *, is_filled: bool) -> Shape:
    fitted = pen.fit(letter, box.width_emu, (pen.brand.type.label,), is_bold=True)
    paragraph = pen.paragraph(fitted, "lt1" if is_filled else "accent6", align=Align.CENTRE)
    body = TextBody((paragraph,), Anchor.MIDDLE)
    if is_filled:
        return Shape(key, box, fill=pen.colour("accent1"), text=body)
    return Shape(key, box, fill=pen.colour("lt1"), outline=pen.colour("accent3"), outline_pt=1.0, text=body)


def _impact(key: str, block: DecisionCards, one: _Card, box: Box, bands: _Bands, pen: Pen) -> list[Mark]:
    if not (one.stake.text or one.impact.text):
        return []
    marks = _label(pen, key, block.impact_title, box.band(0, bands.impact_label))
    if one.stake.text:
        marks.append(
            pen.write(
                f"{key}/stake", box.band(bands.impact_label, bands.stake), (one.stake, "dk2"), anchor=Anchor.MIDDLE
            )
        )
    if one.impact.text:
        marks.append(
            pen.write(f"{key}/text", box.band(bands.impact_label + bands.stake, bands.impact), (one.impact, "dk1"))
        )
    return marks


def _advice(key: str, block: DecisionCards, one: _Card, place: Box, bands: _Bands, pen: Pen) -> list[Mark]:
    if not one.advice.text:
        return []
    panel = place.band(place.height_emu - bands.foot - bands.advice, bands.advice)
    inner = panel.inset(_PAD, bands.air.gap)
    return [
        pen.fill(
            key, Box(panel.left_emu + px(1), panel.top_emu, panel.width_emu - px(2), panel.height_emu), "highlight"
        ),
        *_label(
            pen, f"{key}/label", block.recommendation_title, inner.band(0, bands.air.label), "accent1", is_bold=True
        ),
        pen.write(f"{key}/text", inner.band(bands.air.label + px(2), one.advice.height_emu), (one.advice, "dk2")),
    ]


def _foot(key: str, block: DecisionCards, one: _Card, inner: Box, bands: _Bands, pen: Pen) -> list[Mark]:
    box = inner.band(inner.height_emu - bands.foot, bands.foot)
    due_width = min(pen.width(one.due.text, one.due.size_pt), inner.width_emu * 9 // 20) if one.due.text else 0
    who = Box(box.left_emu, box.top_emu, box.width_emu - due_width - (px(12) if due_width else 0), box.height_emu)
    due = Box(box.right_emu - due_width, box.top_emu, due_width, box.height_emu)
    marks: list[Mark] = []
    if one.decider.text:
        marks.append(
            _two_looks(f"{key}/decider", who, block.decider_title, one.card.decider, one.decider, Align.LEFT, pen)
        )
    if one.due.text:
        marks.append(_two_looks(f"{key}/due", due, block.due_title, one.card.due, one.due, Align.RIGHT, pen))
    return marks


def _two_looks(key: str, box: Box, title: str, value: str, fitted: FittedText, align: Align, pen: Pen) -> Shape:
    runs = (Run(f"{title} ", fitted.size_pt, pen.colour("accent6")), Run(value, fitted.size_pt, pen.colour("dk1")))
    paragraph = Paragraph(runs if title else runs[1:], align=align, leading_pt=fitted.leading_pt)
    return Shape(key, box, text=TextBody((paragraph,), Anchor.MIDDLE))
