"""Decisions to take: cards of identical bands, so that options, stakes and recommendations read across."""

from __future__ import annotations

from generator.brand import Box, Role
from generator.charts.canvas import Anchor, Drawing, Mark, Paragraph, Run, Shape, TextBody
from generator.charts.diagrams.decision_bands import CardBands, card_bands
from generator.charts.diagrams.decision_fit import PAD, TOP_RULE, FittedCard, card_levels, fitted_card
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px, spelt_out
from generator.charts.fitting import FittedText
from generator.story.blocks.decisions import DecisionCard, DecisionCards
from generator.story.blocks.table import Align

_PER_DRAWING = 3
_NARROWEST = px(250)


def arrange_decisions(block: DecisionCards, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Up to three cards side by side a drawing; fewer where cards would be too narrow or too tall."""
    if not block.cards:
        return ()
    gap = pen.brand.grid.card_gap_emu
    most = max(1, min(_PER_DRAWING, (box.width_emu + gap) // (_NARROWEST + gap)))
    pages: list[list[Mark]] = []
    for cards in _dealt(block.cards, most):
        places = box.split(len(cards), gap)
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
    for level in card_levels(pen, is_narrow=places[0].width_emu < px(330)):
        fitted = [fitted_card(block, card, level, places[0].width_emu, pen) for card in cards]
        bands = card_bands(block, fitted, level.air)
        if bands.total <= room:
            break
    height = min(room, bands.total * 13 // 10)
    marks: list[Mark] = []
    for one, place in zip(fitted, places, strict=False):
        marks.extend(_card(block, one, bands, place.band(0, max(height, bands.total)), pen))
    return marks


def _card(block: DecisionCards, one: FittedCard, bands: CardBands, place: Box, pen: Pen) -> list[Mark]:
    key = key_of(block.key, one.card.key)
    inner = Box(place.left_emu + PAD, place.top_emu, place.width_emu - 2 * PAD, place.height_emu)
    spare = (place.height_emu - bands.total) // 3
    ref_colour = pen.quiet(is_internal=one.card.is_internal)
    at = TOP_RULE + bands.air.top
    marks: list[Mark] = [
        pen.frame(key, place, "rule"),
        pen.fill(f"{key}/rule", place.band(0, TOP_RULE), "strong"),
        pen.write(f"{key}/ref", inner.band(at, bands.ref), (one.ref, ref_colour), anchor=Anchor.MIDDLE),
        pen.write(f"{key}/title", inner.band(at + bands.ref, bands.title), (one.title, "strong")),
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


def _label(pen: Pen, key: str, text: str, box: Box, colour: Role = "muted", *, is_bold: bool = False) -> list[Mark]:
    return [pen.line_of(key, box, text, pen.brand.type.table, colour, is_bold=is_bold)] if text else []


def _options(key: str, block: DecisionCards, one: FittedCard, box: Box, bands: CardBands, pen: Pen) -> list[Mark]:
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
                f"{key}-{option.letter}/text", words, (fitted, "strong" if chosen else "muted"), anchor=Anchor.MIDDLE
            )
        )
        top += height
    return marks


def _square(key: str, letter: str, box: Box, pen: Pen, *, is_filled: bool) -> Shape:
    fitted = pen.fit(letter, box.width_emu, (pen.brand.type.label,), is_bold=True)
    paragraph = pen.paragraph(fitted, "on_message" if is_filled else "muted", align=Align.CENTRE)
    body = TextBody((paragraph,), Anchor.MIDDLE)
    if is_filled:
        return Shape(key, box, fill=pen.colour("message"), text=body)
    return Shape(key, box, fill=pen.colour("ground"), outline=pen.colour("connector"), outline_pt=1.0, text=body)


def _impact(key: str, block: DecisionCards, one: FittedCard, box: Box, bands: CardBands, pen: Pen) -> list[Mark]:
    if not (one.stake.text or one.impact.text or one.inaction.text):
        return []
    marks = _label(pen, key, block.impact_title, box.band(0, bands.impact_label))
    if one.stake.text:
        marks.append(
            pen.write(
                f"{key}/stake", box.band(bands.impact_label, bands.stake), (one.stake, "strong"), anchor=Anchor.MIDDLE
            )
        )
    if one.impact.text:
        marks.append(
            pen.write(f"{key}/text", box.band(bands.impact_label + bands.stake, bands.impact), (one.impact, "ink"))
        )
    if one.inaction.text:
        place = box.band(bands.impact_label + bands.stake + bands.impact, bands.inaction)
        body = TextBody((pen.labelled(block.inaction_label, one.inaction, "ink"),))
        marks.append(Shape(f"{key}/inaction", place, text=body, alt=spelt_out(one.inaction)))
    return marks


def _advice(key: str, block: DecisionCards, one: FittedCard, place: Box, bands: CardBands, pen: Pen) -> list[Mark]:
    if not one.advice.text:
        return []
    panel = place.band(place.height_emu - bands.foot - bands.advice, bands.advice)
    inner = panel.inset(PAD, bands.air.gap)
    return [
        pen.fill(
            key, Box(panel.left_emu + px(1), panel.top_emu, panel.width_emu - px(2), panel.height_emu), "highlight"
        ),
        *_label(
            pen, f"{key}/label", block.recommendation_title, inner.band(0, bands.air.label), "message", is_bold=True
        ),
        pen.write(f"{key}/text", inner.band(bands.air.label + px(2), one.advice.height_emu), (one.advice, "strong")),
    ]


def _foot(key: str, block: DecisionCards, one: FittedCard, inner: Box, bands: CardBands, pen: Pen) -> list[Mark]:
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
    runs = (Run(f"{title} ", fitted.size_pt, pen.colour("muted")), Run(value, fitted.size_pt, pen.colour("ink")))
    paragraph = Paragraph(runs if title else runs[1:], align=align, leading_pt=fitted.leading_pt)
    return Shape(key, box, text=TextBody((paragraph,), Anchor.MIDDLE))
