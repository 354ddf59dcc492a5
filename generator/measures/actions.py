"""The state of each action at the cut-off: late, blocked, due soon, closed since the last steering committee."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.measures.citation import cite_all
from generator.measures.governance import held_on, last_steering
from generator.measures.rag import Rag
from generator.measures.references import in_reading_order
from generator.model.actions import SharedAction
from generator.model.choices import ActionStatus
from generator.model.field_path import FieldPath
from generator.model.plan import SharedPlan

DUE_SOON_DAYS = 90
_OPEN = frozenset({ActionStatus.TO_DO, ActionStatus.IN_PROGRESS, ActionStatus.BLOCKED})


@dataclass(frozen=True, slots=True)
class ActionState:
    """An action at the cut-off; ``days_late`` is 0 unless it is open and due before that day."""

    action: SharedAction
    days_late: int
    is_open: bool
    is_blocked: bool
    is_due_soon: bool
    is_closed_recently: bool
    rag: Rag
    sources: tuple[FieldPath, ...]

    @property
    def is_late(self) -> bool:
        """Whether it is open past its due date."""
        return self.days_late > 0

    @property
    def is_cancelled(self) -> bool:
        """Whether it was given up."""
        return self.action.status is ActionStatus.CANCELLED


def action_states(plan: SharedPlan) -> tuple[ActionState, ...]:
    """Return every action's state at the cut-off.

    In order: late (most days first), blocked, the other open ones by due date, closed, cancelled.
    """
    cutoff, since = plan.account.cutoff, closed_since(plan)
    return tuple(sorted((_state(action, cutoff, since) for action in plan.actions), key=_rank))


def closed_since(plan: SharedPlan) -> date:
    """Return the day from which a closed action counts as recent.

    The day after the last steering committee held, else the first day of the period.
    """
    meeting = last_steering(plan)
    day = None if meeting is None else held_on(meeting, plan.account.cutoff)
    return plan.period.start if day is None else day + timedelta(days=1)


def live(states: Iterable[ActionState]) -> tuple[ActionState, ...]:
    """Return the actions of the plan: all but those given up. What is counted of actions is counted among these."""
    return tuple(state for state in states if not state.is_cancelled)


def late(states: Iterable[ActionState]) -> tuple[ActionState, ...]:
    """Return the late actions."""
    return tuple(state for state in states if state.is_late)


def blocked(states: Iterable[ActionState]) -> tuple[ActionState, ...]:
    """Return the blocked actions that are not late."""
    return tuple(state for state in states if state.is_blocked and not state.is_late)


def open_actions(states: Iterable[ActionState]) -> tuple[ActionState, ...]:
    """Return the open actions."""
    return tuple(state for state in states if state.is_open)


def _state(action: SharedAction, cutoff: date, since: date) -> ActionState:
    is_open = action.status in _OPEN
    due, is_blocked = action.due, action.status is ActionStatus.BLOCKED
    days_late = max((cutoff - due).days, 0) if is_open and due is not None else 0
    return ActionState(
        action=action,
        days_late=days_late,
        is_open=is_open,
        is_blocked=is_blocked,
        is_due_soon=is_open and due is not None and cutoff <= due <= cutoff + timedelta(days=DUE_SOON_DAYS),
        is_closed_recently=action.status is ActionStatus.DONE
        and action.done is not None
        and since <= action.done <= cutoff,
        rag=_rag(action.status, days_late),
        sources=cite_all(
            "actions", action, [name for name in ("due", "status", "done") if getattr(action, name) is not None]
        ),
    )


def _rag(status: ActionStatus, days_late: int) -> Rag:
    if status is ActionStatus.CANCELLED:
        return Rag.NONE
    if days_late:
        return Rag.RED
    return Rag.AMBER if status is ActionStatus.BLOCKED else Rag.GREEN


def _rank(state: ActionState) -> tuple[object, ...]:
    group = (
        4 if state.is_cancelled else 3 if not state.is_open else 0 if state.is_late else 1 if state.is_blocked else 2
    )
    return group, -state.days_late, state.action.due or date.max, in_reading_order(state.action.ref)
