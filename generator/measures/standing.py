"""Where a signature stands, in the order in which one reason outweighs the next; each has its colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum

from generator.measures.pipeline import Deal
from generator.measures.rag import Rag
from generator.model.choices import ObjectiveStatus, OpportunityStage
from generator.model.objectives import SharedObjective

LATE_DAYS = 14
LIKELY = Decimal("0.5")
UNLIKELY = Decimal("0.3")
NEAR_DAYS = 60
_ADVANCED = frozenset({OpportunityStage.PROPOSED, OpportunityStage.NEGOTIATED})


class Standing(Enum):
    """Where a signature stands; the value is the word of the catalogues."""

    SIGNED = "signed"
    RENEWED = "renewed"
    MISSED = "missed"
    DROPPED = "dropped"
    LOST = "lost"
    OVERDUE = "overdue"
    LATE = "late"
    UNLIKELY = "unlikely"
    ADVANCED = "advanced"
    EARLY = "early"

    @property
    def rag(self) -> Rag:
        """The colour; none while it is too early to judge, or when the objective was given up."""
        return _COLOURS[self]


_COLOURS = {
    Standing.SIGNED: Rag.GREEN,
    Standing.RENEWED: Rag.GREEN,
    Standing.MISSED: Rag.RED,
    Standing.DROPPED: Rag.NONE,
    Standing.LOST: Rag.RED,
    Standing.OVERDUE: Rag.RED,
    Standing.LATE: Rag.RED,
    Standing.UNLIKELY: Rag.RED,
    Standing.ADVANCED: Rag.AMBER,
    Standing.EARLY: Rag.NONE,
}
_OF_STATUS = {
    ObjectiveStatus.REACHED: Standing.SIGNED,
    ObjectiveStatus.MISSED: Standing.MISSED,
    ObjectiveStatus.DROPPED: Standing.DROPPED,
}


def settled(objective: SharedObjective) -> Standing | None:
    """Return what the objective's own status or value says is over."""
    if objective.status in _OF_STATUS:
        return _OF_STATUS[objective.status]
    target, current = objective.target, objective.current
    is_reached = target is not None and current is not None and current >= target
    return Standing.SIGNED if is_reached else None


def behind(objective: SharedObjective, cutoff: date, days_late: int) -> Standing | None:
    """Return overdue past the objective's due date, late when a linked action is more than fourteen days late."""
    if objective.due is not None and objective.due < cutoff:
        return Standing.OVERDUE
    return Standing.LATE if days_late > LATE_DAYS else None


def closed(deals: Sequence[Deal], target: Decimal) -> Standing | None:
    """Return what closed deals decide: signed when those won reach the target, or when all are won; else lost.

    None while a deal is open that may still count, or without a deal.
    """
    won = [deal.opportunity for deal in deals if deal.opportunity.stage is OpportunityStage.WON]
    if won and sum(item.amount for item in won) >= target:
        return Standing.SIGNED
    if not deals or any(deal.is_open for deal in deals):
        return None
    return Standing.SIGNED if len(won) == len(deals) else Standing.LOST


def pending(deal: Deal, cutoff: date, days_late: int) -> Standing | None:
    """Return what an open deal says: overdue, unlikely near its date, or well advanced with no action late."""
    opportunity = deal.opportunity
    days = (opportunity.decision_due - cutoff).days
    if days < 0:
        return Standing.OVERDUE
    if opportunity.probability < UNLIKELY and days <= NEAR_DAYS:
        return Standing.UNLIKELY
    is_likely = opportunity.stage in _ADVANCED and opportunity.probability >= LIKELY
    return Standing.ADVANCED if is_likely and not days_late else None
