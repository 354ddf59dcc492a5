"""What became of what was agreed: actions closed, new, put off and late, and decisions applied."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.history.difference import ActionChanges, Slip
from generator.history.identity import with_former
from generator.measures.actions import ActionState, action_states
from generator.model.actions import SharedAction
from generator.model.choices import ActionStatus, DecisionStatus
from generator.model.governance import SharedDecision
from generator.model.plan import SharedPlan


def action_changes(old: SharedPlan, new: SharedPlan, slips: Iterable[Slip]) -> ActionChanges:
    """Return what became of the actions; one that came and was done since the old cut-off is closed, not new."""
    before, after = _states(old), _states(new)
    moves = [
        (None if former is None else before[former.ref], after[action.ref])
        for former, action in with_former("actions", old.actions, new.actions)
    ]
    return ActionChanges(
        closed=tuple(now.action for was, now in moves if _is_closed(was, now.action, old.account.cutoff)),
        new=tuple(now.action for was, now in moves if was is None and now.is_open),
        slipped=tuple(slip for slip in slips if slip.table == "actions"),
        late=tuple(now.action for was, now in moves if now.is_late and not (was and was.is_late)),
    )


def decisions_applied(old: SharedPlan, new: SharedPlan) -> tuple[SharedDecision, ...]:
    """Return the decisions that are applied and were not."""
    return tuple(
        decision
        for former, decision in with_former("decisions", old.decisions, new.decisions)
        if decision.status is DecisionStatus.APPLIED and (former is None or former.status is not DecisionStatus.APPLIED)
    )


def _states(plan: SharedPlan) -> dict[str, ActionState]:
    return {state.action.ref: state for state in action_states(plan)}


def _is_closed(was: ActionState | None, action: SharedAction, since: date) -> bool:
    if action.status is not ActionStatus.DONE:
        return False
    return was.is_open if was else action.done is not None and action.done > since
