"""Decisions, each counted once: asked, taken, applied, rejected."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.measures.decisions import (
    applied,
    are_for_the_next_committee,
    are_pressing,
    asked,
    overdue,
    rejected,
    taken,
)
from generator.model.choices import DecisionStatus
from tests.builders import a_body, a_decision, a_plan, a_planned_meeting

OLD, OLDER = date(2026, 9, 29), date(2026, 8, 1)


def decision(ref: str, status: DecisionStatus, **changes: Any) -> Any:
    return a_decision(ref=ref, status=status, **changes)


PLAN = a_plan(
    decisions=(
        decision("D-10", DecisionStatus.TAKEN, due=OLD),
        decision("D-9", DecisionStatus.TAKEN, due=date(2026, 9, 30)),
        decision("D-8", DecisionStatus.APPLIED, due=OLDER),
        decision("D-7", DecisionStatus.REJECTED, due=OLDER),
        decision("D-115", DecisionStatus.TAKEN, due=OLDER),
        decision("D-43", DecisionStatus.PENDING),
        decision("D-5", DecisionStatus.PENDING),
    )
)


def test_a_rejected_decision_is_none_of_those_taken() -> None:
    assert [one.ref for one in taken(PLAN)] == ["D-8", "D-9", "D-10", "D-115"]
    assert [one.ref for one in rejected(PLAN)] == ["D-7"]
    assert [one.ref for one in applied(PLAN)] == ["D-8"]


def test_of_those_past_due_the_oldest_comes_first() -> None:
    assert [one.ref for one in overdue(PLAN)] == ["D-115", "D-10"]


def test_those_asked_stand_in_the_order_of_their_references() -> None:
    assert [one.ref for one in asked(PLAN)] == ["D-5", "D-43"]


@pytest.mark.parametrize(("meetings", "expected"), [(("S-02", "S-02"), True), (("S-02", "S-09"), False)])
def test_decisions_of_another_meeting_are_not_for_the_next_committee(
    meetings: tuple[str, ...], *, expected: bool
) -> None:
    found = tuple(a_decision(ref=f"D-{rank}", meeting=ref) for rank, ref in enumerate(meetings))
    ahead = (a_planned_meeting(), a_planned_meeting(ref="S-09", planned=date(2027, 1, 14)))
    assert are_for_the_next_committee(a_plan(bodies=(a_body(),), meetings=ahead), found) is expected
    assert not are_for_the_next_committee(a_plan(), found)


@pytest.mark.parametrize(
    ("due", "is_session_dated", "expected"),
    [
        (date(2026, 11, 14), True, True),  # the thirtieth day after the session of 15/10
        (date(2026, 11, 15), True, False),
        (date(2026, 10, 30), False, True),  # the thirtieth day after the cut-off of 30/09
        (date(2026, 10, 31), False, False),
        (OLDER, True, True),
        (None, True, False),
    ],
)
def test_decisions_press_when_one_is_due_within_thirty_days(
    due: date | None, *, is_session_dated: bool, expected: bool
) -> None:
    plan = a_plan(bodies=(a_body(),), meetings=(a_planned_meeting(),) if is_session_dated else ())
    far = a_decision(ref="D-02", due=date(2027, 6, 30))
    assert are_pressing(plan, (far, a_decision(due=due))) is expected
    assert not are_pressing(plan, ())
