"""The decisions of the register, each counted once: those asked, those taken and where they stand, those rejected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator.measures.governance import next_steering
from generator.measures.references import in_reading_order
from generator.model.choices import DecisionStatus
from generator.model.governance import SharedDecision
from generator.model.plan import SharedPlan

PRESSING_DAYS = 30
_TAKEN = frozenset({DecisionStatus.TAKEN, DecisionStatus.APPLIED})


def asked(plan: SharedPlan) -> tuple[SharedDecision, ...]:
    """Return the decisions still to take, by reference."""
    return _with_status(plan, frozenset({DecisionStatus.PENDING}))


def taken(plan: SharedPlan) -> tuple[SharedDecision, ...]:
    """Return the decisions taken, applied or not, by reference; a rejected one was not."""
    return _with_status(plan, _TAKEN)


def rejected(plan: SharedPlan) -> tuple[SharedDecision, ...]:
    """Return the decisions rejected, by reference."""
    return _with_status(plan, frozenset({DecisionStatus.REJECTED}))


def applied(plan: SharedPlan) -> tuple[SharedDecision, ...]:
    """Return the decisions applied, by reference."""
    return _with_status(plan, frozenset({DecisionStatus.APPLIED}))


def overdue(plan: SharedPlan) -> tuple[SharedDecision, ...]:
    """Return the decisions taken that are past due and not applied, the oldest due date first."""
    late = (decision for decision in taken(plan) if is_overdue(decision, plan.account.cutoff))
    return tuple(sorted(late, key=lambda decision: decision.due or date.max))


def is_overdue(decision: SharedDecision, cutoff: date) -> bool:
    """Tell whether a decision taken is past due and not applied."""
    return decision.status is DecisionStatus.TAKEN and decision.due is not None and decision.due < cutoff


def are_for_the_next_committee(plan: SharedPlan, decisions: Iterable[SharedDecision]) -> bool:
    """Tell whether all of these decisions are put to the next steering committee."""
    meeting = next_steering(plan)
    return meeting is not None and all(decision.meeting == meeting.ref for decision in decisions)


def are_pressing(plan: SharedPlan, decisions: Iterable[SharedDecision]) -> bool:
    """Tell whether one of these decisions is due within thirty days of the session, or of the cut-off without one."""
    meeting = next_steering(plan)
    last = (plan.account.cutoff if meeting is None else meeting.planned) + timedelta(days=PRESSING_DAYS)
    return any(decision.due is not None and decision.due <= last for decision in decisions)


def _with_status(plan: SharedPlan, statuses: frozenset[DecisionStatus]) -> tuple[SharedDecision, ...]:
    found = (decision for decision in plan.decisions if decision.status in statuses)
    return tuple(sorted(found, key=lambda decision: in_reading_order(decision.ref)))
