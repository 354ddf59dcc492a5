"""The texts of a decision card, fitted at levels that leave less air, then fewer words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.charts.diagrams.pen import Pen, px
from generator.charts.fitting import FittedText
from generator.story.blocks.decisions import DecisionCard, DecisionCards

TOP_RULE, PAD = px(4), px(20)


@dataclass(frozen=True, slots=True)
class CardAir:
    """The measures between and around the texts of a card, in EMU."""

    letter: int
    option: int
    top: int
    gap: int
    label: int
    foot: int


_EASY = CardAir(letter=px(26), option=px(36), top=px(10), gap=px(10), label=px(20), foot=px(20))
_TIGHT = CardAir(letter=px(20), option=px(23), top=px(4), gap=px(5), label=px(17), foot=px(8))
_LEAST = CardAir(letter=px(18), option=px(20), top=px(2), gap=px(2), label=px(15), foot=px(3))


@dataclass(frozen=True, slots=True)
class _Level:
    """The sizes of a card's texts in points, and how many lines the long ones may take (None: as many as needed)."""

    title: float
    option: float
    stake: float
    impact: float
    advice: float
    lines: int | None = None
    air: CardAir = _EASY


@dataclass(frozen=True, slots=True)
class FittedCard:
    """A card with its texts fitted."""

    card: DecisionCard
    ref: FittedText
    title: FittedText
    options: tuple[FittedText, ...]
    stake: FittedText
    impact: FittedText
    inaction: FittedText
    advice: FittedText
    decider: FittedText
    due: FittedText


_CUTS = (
    *((lines, _EASY) for lines in (8, 6, 5, 4, 3)),
    *((lines, _TIGHT) for lines in (4, 3, 2, 1)),
    (1, _LEAST),
)


def card_levels(pen: Pen, *, is_narrow: bool) -> list[_Level]:
    """The levels to try, from the best; narrow cards never take the largest type."""
    size = pen.brand.type
    best = _Level(size.card_title, size.body, size.figure_card, size.label, size.body)
    middle = _Level(size.body, size.label, size.card_title, size.label, size.label)
    least = _Level(size.label, size.table, size.body, size.table, size.table)
    cuts = [replace(least, lines=lines, air=air) for lines, air in _CUTS]
    return [*(() if is_narrow else (best,)), middle, least, *cuts]


def fitted_card(block: DecisionCards, card: DecisionCard, level: _Level, width_emu: int, pen: Pen) -> FittedCard:
    """The texts of a card at a level, over a card of this width."""
    inner = width_emu - 2 * PAD
    small = pen.brand.type.label if level.option >= pen.brand.type.label else pen.brand.type.table
    mark = f" · {pen.internal_mark}" if card.is_internal and pen.internal_mark else ""
    lines = level.lines
    half = inner * 11 // 20
    due = f"{block.due_title} {card.due}".strip() if card.due else ""
    who = f"{block.decider_title} {card.decider}".strip() if card.decider else ""
    due_width = min(pen.width(due, small), inner * 9 // 20)
    who_width = inner - due_width - px(12) if due else inner
    return FittedCard(
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
        inaction=pen.fit(
            f"{block.inaction_label} {card.inaction}".strip() if card.inaction else "",
            inner,
            (level.impact,),
            is_bold=True,
            max_lines=lines,
            may_shorten=True,
            leading=1.3,
        ),
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
