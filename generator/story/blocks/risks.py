"""Risks: the top of the register beside its 5 × 5 grid."""

from __future__ import annotations

from dataclasses import dataclass

from generator.story.blocks.text import Status


@dataclass(frozen=True, slots=True)
class RiskMark:
    """An open risk: its place on the grid (1 to 5 each way), its words, its status by criticality."""

    key: str
    ref: str
    title: str
    detail: str
    response: str
    owner: str
    due: str
    probability: int
    impact: int
    status: Status
    is_internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskGrid:
    """``listed`` risks are told beside the grid; all ``marks`` stand on it.

    ``critical`` is the P × I from which a cell is red.
    """

    key: str
    probability_title: str
    impact_title: str
    list_title: str
    marks: tuple[RiskMark, ...]
    listed: tuple[RiskMark, ...]
    critical: int
    more: str
    alt: str
    caption: str
