"""The state of actions at 30/09/2026."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.measures.actions import ActionState, action_states, blocked, late, live, open_actions
from generator.measures.rag import Rag
from generator.measures.weather import actions_tile
from generator.model.choices import ActionStatus
from tests.builders import a_body, a_meeting, a_plan, an_action

DONE, BLOCKED, CANCELLED = ActionStatus.DONE, ActionStatus.BLOCKED, ActionStatus.CANCELLED


def state(**changes: Any) -> ActionState:
    return action_states(a_plan(actions=(an_action(**changes),)))[0]


def test_days_late_count_from_the_due_date() -> None:
    found = state(due=date(2026, 8, 15))
    assert (found.days_late, found.is_late, found.rag) == (46, True, Rag.RED)


def test_due_on_the_cutoff_is_not_late_and_is_due_soon() -> None:
    found = state(due=date(2026, 9, 30))
    assert (found.days_late, found.is_late, found.is_due_soon, found.rag) == (0, False, True, Rag.GREEN)


def test_due_soon_reaches_ninety_days_ahead() -> None:
    assert state(due=date(2026, 12, 29)).is_due_soon
    assert not state(due=date(2026, 12, 30)).is_due_soon
    assert not state(due=None).is_due_soon


def test_a_blocked_action_is_amber_until_it_is_late() -> None:
    assert state(status=BLOCKED).rag is Rag.AMBER
    assert state(status=BLOCKED, due=date(2026, 9, 1)).rag is Rag.RED


def test_closed_and_cancelled_actions_are_never_late() -> None:
    done = state(status=DONE, due=date(2026, 8, 15), done=date(2026, 9, 12))
    assert (done.is_open, done.is_late, done.rag) == (False, False, Rag.GREEN)
    cancelled = state(status=CANCELLED, due=date(2026, 8, 15))
    assert (cancelled.is_open, cancelled.is_late, cancelled.rag) == (False, False, Rag.NONE)


def test_recently_closed_means_after_the_last_steering_committee() -> None:
    def is_recent(done: date) -> bool:
        plan = a_plan(bodies=(a_body(),), meetings=(a_meeting(),), actions=(an_action(status=DONE, done=done),))
        return action_states(plan)[0].is_closed_recently

    assert [is_recent(day) for day in (date(2026, 7, 16), date(2026, 7, 17), date(2026, 10, 1))] == [False, True, False]


def test_recently_closed_means_in_the_period_without_a_steering_committee() -> None:
    assert state(status=DONE, done=date(2026, 7, 1)).is_closed_recently
    assert not state(status=DONE, done=date(2026, 6, 30)).is_closed_recently
    assert not state(status=DONE, done=None).is_closed_recently


def test_late_first_then_blocked_then_by_due_date_closed_last() -> None:
    plan = a_plan(
        actions=(
            an_action(ref="A-01", status=DONE, done=date(2026, 9, 12), due=date(2026, 9, 12)),
            an_action(ref="A-02", due=None),
            an_action(ref="A-03", due=date(2026, 9, 15)),
            an_action(ref="A-04", status=CANCELLED, due=date(2026, 8, 1)),
            an_action(ref="A-05", due=date(2026, 10, 31)),
            an_action(ref="A-06", due=date(2026, 8, 15), status=BLOCKED),
            an_action(ref="A-07", due=date(2026, 12, 15), status=BLOCKED),
            an_action(ref="A-08", due=date(2026, 10, 31), status=ActionStatus.TO_DO),
        )
    )
    states = action_states(plan)
    assert [item.action.ref for item in states] == ["A-06", "A-03", "A-07", "A-05", "A-08", "A-02", "A-01", "A-04"]
    assert [item.action.ref for item in late(states)] == ["A-06", "A-03"]
    assert [item.action.ref for item in blocked(states)] == ["A-07"]
    assert len(open_actions(states)) == 6


def test_an_action_given_up_is_counted_in_none() -> None:
    plan = a_plan(actions=(an_action(), an_action(ref="A-02", status=ActionStatus.CANCELLED)))
    states = action_states(plan)
    assert [state.action.ref for state in live(states)] == ["A-01"]
    tile = actions_tile(states)
    assert (tile.open_count, tile.total) == (1, 1)
    assert actions_tile(states[1:]).rag is Rag.NONE


def test_actions_due_on_one_day_stand_as_people_count_them() -> None:
    states = action_states(a_plan(actions=tuple(an_action(ref=ref) for ref in ("A-115", "A-43", "A-9"))))
    assert [state.action.ref for state in states] == ["A-9", "A-43", "A-115"]
