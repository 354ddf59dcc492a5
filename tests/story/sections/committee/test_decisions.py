"""A decision still to take is never told as one of a meeting that is over, or that will not be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.choices import DecisionStatus, MeetingStatus
from generator.story.blocks.table import Table
from tests.builders import a_body, a_decision, a_meeting, a_plan, a_planned_meeting
from tests.story.telling import section, seen, tell


@pytest.mark.parametrize(
    ("meeting", "status", "told"),
    [
        (a_planned_meeting(), DecisionStatus.PENDING, "COPIL, 15/10/2026"),
        (a_meeting(ref="S-02"), DecisionStatus.PENDING, "à une prochaine séance"),
        (a_planned_meeting(planned=date(2026, 9, 29)), DecisionStatus.PENDING, "à une prochaine séance"),
        (a_planned_meeting(status=MeetingStatus.CANCELLED), DecisionStatus.PENDING, "à une prochaine séance"),
        (a_meeting(ref="S-02"), DecisionStatus.TAKEN, "COPIL, 16/07/2026"),
    ],
)
def test_the_meeting_of_a_decision(meeting: Any, status: DecisionStatus, told: str) -> None:
    plan = a_plan(bodies=(a_body(),), meetings=(meeting,), decisions=(a_decision(meeting="S-02", status=status),))
    register = section(tell(plan), "register")
    assert register is not None
    (table,) = register.chapter_blocks
    assert isinstance(table, Table)
    assert seen(table.rows[0].cells[2].text) == told
