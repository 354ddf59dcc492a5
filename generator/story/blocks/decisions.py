"""Decisions to take: options, impact, recommendation, who and when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DecisionOption:
    """A lettered option; the recommended one is the only filled box."""

    letter: str
    text: str
    is_recommended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    """A decision asked; any part may be empty."""

    key: str
    ref: str
    title: str
    options: tuple[DecisionOption, ...]
    stake: str
    impact: str
    inaction: str
    recommendation: str
    decider: str
    due: str
    is_internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCards:
    """Cards of identical bands; the words are those printed as band titles.

    ``inaction_label`` stands before what happens without a decision.
    """

    key: str
    cards: tuple[DecisionCard, ...]
    options_title: str
    impact_title: str
    inaction_label: str
    recommendation_title: str
    decider_title: str
    due_title: str
    alt: str
