"""The heights of the bands of decision cards, equal across a drawing."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.diagrams.decision_fit import TOP_RULE, CardAir, FittedCard
from generator.charts.diagrams.pen import px
from generator.story.blocks.decisions import DecisionCards


@dataclass(frozen=True, slots=True)
class CardBands:
    """The heights of the bands, equal across the cards; a band that no card needs is 0."""

    ref: int
    title: int
    options_label: int
    options: tuple[int, ...]
    impact_label: int
    stake: int
    impact: int
    inaction: int
    advice: int
    foot: int
    air: CardAir

    @property
    def total(self) -> int:
        """The height in EMU of a card of these bands."""
        options = self.options_label + sum(self.options)
        impact = self.impact_label + self.stake + self.impact + self.inaction
        gaps = (options > 0) + (impact > 0) + 1
        return (
            TOP_RULE
            + self.air.top
            + self.ref
            + self.title
            + options
            + impact
            + gaps * self.air.gap
            + self.advice
            + self.foot
        )


def card_bands(block: DecisionCards, cards: list[FittedCard], air: CardAir) -> CardBands:
    """The bands that hold every card: each as tall as the card that needs most."""
    label = air.label
    rows = max(len(one.options) for one in cards)
    options = tuple(
        max(max(air.option, one.options[at].height_emu + air.gap) for one in cards if at < len(one.options))
        for at in range(rows)
    )
    stake, impact = max(one.stake.height_emu for one in cards), max(one.impact.height_emu for one in cards)
    inaction = max(one.inaction.height_emu for one in cards)
    advice = max(one.advice.height_emu for one in cards)
    foot = max(max(one.decider.height_emu, one.due.height_emu) for one in cards)
    return CardBands(
        ref=air.label + px(2),
        title=max(one.title.height_emu for one in cards),
        options_label=label if options and block.options_title else 0,
        options=options,
        impact_label=label if (stake or impact or inaction) and block.impact_title else 0,
        stake=stake + (px(4) if stake else 0),
        impact=impact + (air.gap // 2 if impact and inaction else 0),
        inaction=inaction,
        advice=advice + label + 2 * air.gap + px(2) if advice else 0,
        foot=foot + air.foot if foot else px(12),
        air=air,
    )
