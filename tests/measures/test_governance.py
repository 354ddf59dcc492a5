"""The rhythm of governance at 30/09/2026."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.measures.governance import (
    attendance,
    body_rhythms,
    following_steering,
    kept_meetings,
    last_steering,
    minutes_delays,
    next_steering,
    recent_attendance,
    upcoming_meetings,
)
from generator.model.choices import BodyType, Cadence, MeetingStatus
from generator.model.governance import Meeting
from tests.builders import PERIOD, a_body, a_meeting, a_plan, a_planned_meeting, an_account, some_settings

SINCE_OCTOBER = PERIOD.back(4)


def meeting(ref: str, planned: date, status: MeetingStatus = MeetingStatus.HELD, body: str = "COPIL") -> Meeting:
    held = planned if status is MeetingStatus.HELD else None
    return a_meeting(ref=ref, planned=planned, held=held, status=status, body=body)


def test_cancelled_and_postponed_meetings_leave_both_sides() -> None:
    plan = a_plan(
        bodies=(a_body(),),
        meetings=(
            meeting("S-01", date(2026, 1, 15)),
            meeting("S-02", date(2026, 4, 15), MeetingStatus.POSTPONED),
            meeting("S-03", date(2026, 4, 29)),
            meeting("S-04", date(2026, 7, 15), MeetingStatus.CANCELLED),
            meeting("S-05", date(2026, 9, 1), MeetingStatus.PLANNED),
            meeting("S-06", date(2026, 10, 15), MeetingStatus.PLANNED),
        ),
    )
    found = attendance(plan, SINCE_OCTOBER)
    assert (found.planned, found.held, found.rate.value) == (3, 2, Decimal(2) / 3)


def test_no_meeting_planned_gives_no_rate() -> None:
    assert attendance(a_plan(), SINCE_OCTOBER).rate.value is None


def test_a_meeting_after_the_cutoff_or_before_the_window_does_not_count() -> None:
    plan = a_plan(
        account=an_account(cutoff=date(2026, 10, 20)),
        bodies=(a_body(),),
        meetings=(
            meeting("S-01", date(2025, 9, 30)),
            meeting("S-02", date(2025, 10, 1)),
            meeting("S-03", date(2026, 10, 15)),
            meeting("S-04", date(2026, 10, 21), MeetingStatus.PLANNED),
        ),
    )
    assert attendance(plan, SINCE_OCTOBER).planned == 1
    # up to the cut-off, the fifteenth of October is part of the recent rhythm
    assert recent_attendance(plan).planned == 2


def test_a_rhythm_names_last_and_next() -> None:
    plan = a_plan(bodies=(a_body(),), meetings=(a_meeting(), a_planned_meeting()))
    (rhythm,) = body_rhythms(plan)
    assert (rhythm.planned, rhythm.held, rhythm.last_held) == (1, 1, date(2026, 7, 16))
    assert rhythm.next_planned is not None
    assert (rhythm.next_planned.ref, rhythm.days_since, rhythm.is_on_cadence) == ("S-02", 76, True)


@pytest.mark.parametrize(
    ("held", "is_on_cadence"),
    [(date(2026, 6, 7), True), (date(2026, 6, 6), False)],  # 115 and 116 days; 92 × 1.25 = 115
)
def test_a_quarterly_body_has_a_quarter_more_of_patience(held: date, *, is_on_cadence: bool) -> None:
    (rhythm,) = body_rhythms(a_plan(bodies=(a_body(),), meetings=(meeting("S-01", held),)))
    assert rhythm.is_on_cadence is is_on_cadence


def test_the_tolerance_is_a_setting() -> None:
    plan = a_plan(
        bodies=(a_body(),), meetings=(meeting("S-01", date(2026, 6, 7)),), settings=some_settings(cadence_tolerance=0)
    )
    assert not body_rhythms(plan)[0].is_on_cadence


def test_a_body_never_held_counts_from_the_start_of_the_plan() -> None:
    monthly, yearly = body_rhythms(
        a_plan(bodies=(a_body(name="Suivi", cadence=Cadence.MONTHLY), a_body(name="Annuel", cadence=Cadence.YEARLY)))
    )
    assert (monthly.last_held, monthly.days_since, monthly.is_on_cadence) == (None, 272, False)
    assert yearly.is_on_cadence


def test_next_and_last_steering_committees_leave_other_bodies_aside() -> None:
    plan = a_plan(
        bodies=(a_body(), a_body(name="Suivi", type=BodyType.FOLLOW_UP)),
        meetings=(
            meeting("S-01", date(2026, 10, 1), MeetingStatus.PLANNED, body="Suivi"),
            meeting("S-02", date(2027, 1, 15), MeetingStatus.PLANNED),
            meeting("S-03", date(2026, 10, 15), MeetingStatus.PLANNED),
            meeting("S-04", date(2026, 10, 8), MeetingStatus.POSTPONED),
            meeting("S-05", date(2026, 4, 15)),
            meeting("S-06", date(2026, 7, 16)),
            meeting("S-07", date(2026, 9, 20), body="Suivi"),
        ),
    )
    upcoming, last = next_steering(plan), last_steering(plan)
    assert upcoming is not None
    assert last is not None
    assert (upcoming.ref, last.ref) == ("S-03", "S-06")
    assert [item.ref for item in upcoming_meetings(plan)] == ["S-01", "S-03", "S-02"]


def test_no_steering_committee() -> None:
    assert next_steering(a_plan()) is None
    assert last_steering(a_plan()) is None


def test_a_meeting_planned_on_the_cutoff_is_not_ahead() -> None:
    plan = a_plan(bodies=(a_body(),), meetings=(meeting("S-01", date(2026, 9, 30), MeetingStatus.PLANNED),))
    assert next_steering(plan) is None


def test_minutes_are_late_after_two_days_or_missing() -> None:
    plan = a_plan(
        bodies=(a_body(),),
        meetings=(
            a_meeting(ref="S-01", minutes_sent=date(2026, 7, 18)),
            a_meeting(ref="S-02", minutes_sent=date(2026, 7, 19)),
            a_meeting(ref="S-03"),
            a_meeting(ref="S-04", planned=date(2026, 9, 29), held=date(2026, 9, 29)),
            a_planned_meeting(ref="S-05"),
        ),
    )
    found = [(delay.meeting.ref, delay.days, delay.is_late) for delay in minutes_delays(plan)]
    assert found == [("S-01", 2, False), ("S-02", 3, True), ("S-03", None, True), ("S-04", None, False)]


def test_the_committee_after_the_next_one() -> None:
    ahead = [
        a_planned_meeting(ref=f"S-{rank}", planned=planned)
        for rank, planned in enumerate((date(2027, 4, 15), date(2026, 10, 15), date(2027, 1, 14)))
    ]
    body = a_body()
    following = following_steering(a_plan(bodies=(body,), meetings=tuple(ahead)))
    assert following is not None
    assert following.planned == date(2027, 1, 14)
    assert following_steering(a_plan(bodies=(body,), meetings=(ahead[1],))) is None


def test_a_meeting_cancelled_or_postponed_is_none_of_those_kept() -> None:
    statuses = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.PLANNED, MeetingStatus.HELD)
    meetings = tuple(a_meeting(ref=f"S-{rank}", status=status) for rank, status in enumerate(statuses))
    assert [one.ref for one in kept_meetings(a_plan(meetings=meetings))] == ["S-2", "S-3"]
