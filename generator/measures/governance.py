"""The rhythm of governance: meetings planned and held, cadence, the last and the next steering committee, minutes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.measures.citation import cite, cite_all
from generator.measures.measure import Measure, merged, ratio
from generator.measures.references import in_reading_order
from generator.measures.thresholds import settings_of
from generator.model.choices import BodyType, Cadence, MeetingStatus
from generator.model.field_path import FieldPath
from generator.model.governance import Body, Meeting
from generator.model.plan import SharedPlan
from generator.model.quarter import QUARTERS_A_YEAR, Quarter

CADENCE_DAYS = {
    Cadence.WEEKLY: 7,
    Cadence.MONTHLY: 31,
    Cadence.BIMONTHLY: 61,
    Cadence.QUARTERLY: 92,
    Cadence.HALF_YEARLY: 184,
    Cadence.YEARLY: 366,
}
_LEFT_OUT = frozenset({MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})


@dataclass(frozen=True, slots=True)
class Attendance:
    """Meetings planned and held; ``rate`` is held ÷ planned, not available when none was planned."""

    planned: int
    held: int
    rate: Measure


@dataclass(frozen=True, slots=True)
class BodyRhythm:
    """How a body kept its rhythm.

    ``planned`` and ``held`` count the last four quarters up to the cut-off; cancelled and postponed rows leave both.
    ``next_planned`` is its next meeting after the cut-off. ``days_since`` counts from the last meeting held, or from
    the plan's start; the body is on cadence while that is within its cadence and the tolerance.
    """

    body: Body
    planned: int
    held: int
    last_held: date | None
    next_planned: Meeting | None
    days_since: int
    allowed_days: Decimal
    is_on_cadence: bool
    sources: tuple[FieldPath, ...]


@dataclass(frozen=True, slots=True)
class MinutesDelay:
    """Days from a meeting to its minutes; ``days`` is None while they are missing."""

    meeting: Meeting
    days: int | None
    is_late: bool

    @property
    def is_missing(self) -> bool:
        """Whether no minutes were sent."""
        return self.days is None


def body_rhythms(plan: SharedPlan) -> tuple[BodyRhythm, ...]:
    """Return the rhythm of every body, in the workbook's order."""
    meetings = meetings_by_body(plan)
    return tuple(_rhythm(plan, body, meetings.get(body.name, ())) for body in plan.bodies)


def attendance(plan: SharedPlan, quarters: Collection[Quarter], bodies: Collection[str] | None = None) -> Attendance:
    """Return meetings held ÷ planned, for those planned in these quarters up to the cut-off; bodies None keeps all."""
    kept = (
        meeting
        for meeting in plan.meetings
        if Quarter.containing(meeting.planned) in quarters
        and _counts(meeting, plan.account.cutoff)
        and (bodies is None or meeting.body in bodies)
    )
    return _attendance(kept, plan.account.cutoff)


def recent_attendance(plan: SharedPlan) -> Attendance:
    """Return meetings held ÷ planned from the first of the last four quarters up to the cut-off."""
    return _attendance((meeting for meeting in plan.meetings if _is_recent(plan, meeting)), plan.account.cutoff)


def meetings_by_body(plan: SharedPlan) -> dict[str, tuple[Meeting, ...]]:
    """Return the meetings of each body by planned date."""
    found: dict[str, list[Meeting]] = {}
    for meeting in sorted(plan.meetings, key=lambda item: (item.planned, in_reading_order(item.ref))):
        found.setdefault(meeting.body, []).append(meeting)
    return {name: tuple(items) for name, items in found.items()}


def held_on(meeting: Meeting, cutoff: date) -> date | None:
    """Return the day a meeting took place, None when it has not by the cut-off.

    A meeting marked held without a date took place as planned.
    """
    if meeting.status in _LEFT_OUT:
        return None
    day = meeting.held or (meeting.planned if meeting.status is MeetingStatus.HELD else None)
    return day if day is not None and day <= cutoff else None


def is_over(meeting: Meeting, cutoff: date) -> bool:
    """Tell whether nothing can be taken at a meeting any more: it was held, or was planned, before the cut-off."""
    return held_on(meeting, cutoff) is not None or meeting.planned < cutoff


def will_not_be(meeting: Meeting) -> bool:
    """Tell whether a meeting was cancelled, or put off to a row of its own."""
    return meeting.status in _LEFT_OUT


def steering_meetings(plan: SharedPlan) -> tuple[Meeting, ...]:
    """Return the meetings of steering committees by planned date."""
    names = {body.name for body in plan.bodies if body.type is BodyType.STEERING}
    return tuple(
        sorted(
            (item for item in plan.meetings if item.body in names),
            key=lambda item: (item.planned, in_reading_order(item.ref)),
        )
    )


def next_steering(plan: SharedPlan) -> Meeting | None:
    """Return the next planned steering committee after the cut-off, None when none is dated."""
    return next((item for item in steering_meetings(plan) if _is_ahead(item, plan.account.cutoff)), None)


def following_steering(plan: SharedPlan) -> Meeting | None:
    """Return the planned steering committee after the next one, None when none is dated."""
    ahead = [item for item in steering_meetings(plan) if _is_ahead(item, plan.account.cutoff)]
    return next((item for item in ahead if item.planned > ahead[0].planned), None)


def kept_meetings(plan: SharedPlan) -> tuple[Meeting, ...]:
    """Return the meetings of the plan, neither cancelled nor postponed, in the workbook's order."""
    return tuple(meeting for meeting in plan.meetings if meeting.status not in _LEFT_OUT)


def last_steering(plan: SharedPlan) -> Meeting | None:
    """Return the last steering committee held by the cut-off, None when there was none."""
    cutoff = plan.account.cutoff
    held = [
        (day, in_reading_order(meeting.ref), meeting)
        for meeting in steering_meetings(plan)
        if (day := held_on(meeting, cutoff)) is not None
    ]
    return max(held, key=lambda item: item[:2])[2] if held else None


def upcoming_meetings(plan: SharedPlan) -> tuple[Meeting, ...]:
    """Return the meetings planned after the cut-off, by date."""
    ahead = (item for item in plan.meetings if _is_ahead(item, plan.account.cutoff))
    return tuple(sorted(ahead, key=lambda item: (item.planned, in_reading_order(item.ref))))


def minutes_delays(plan: SharedPlan) -> tuple[MinutesDelay, ...]:
    """Return the delay of the minutes of every meeting held in the last four quarters, by planned date."""
    recent = sorted(
        (item for item in plan.meetings if _is_recent(plan, item)),
        key=lambda item: (item.planned, in_reading_order(item.ref)),
    )
    delays = (_minutes_delay(plan, meeting) for meeting in recent)
    return tuple(delay for delay in delays if delay is not None)


def _minutes_delay(plan: SharedPlan, meeting: Meeting) -> MinutesDelay | None:
    day = held_on(meeting, plan.account.cutoff)
    if day is None:
        return None
    sent = meeting.minutes_sent if _is_past(meeting.minutes_sent, plan.account.cutoff) else None
    waited = ((sent or plan.account.cutoff) - day).days
    return MinutesDelay(meeting, None if sent is None else waited, waited > settings_of(plan).minutes_days)


def _is_past(day: date | None, cutoff: date) -> bool:
    return day is not None and day <= cutoff


def _rhythm(plan: SharedPlan, body: Body, meetings: tuple[Meeting, ...]) -> BodyRhythm:
    cutoff = plan.account.cutoff
    recent = _attendance((meeting for meeting in meetings if _is_recent(plan, meeting)), cutoff)
    last = max((day for meeting in meetings if (day := held_on(meeting, cutoff)) is not None), default=None)
    days = max((cutoff - (last or plan.account.plan_start)).days, 0)
    allowed = CADENCE_DAYS[body.cadence] * (1 + settings_of(plan).cadence_tolerance)
    return BodyRhythm(
        body=body,
        planned=recent.planned,
        held=recent.held,
        last_held=last,
        next_planned=next((item for item in meetings if _is_ahead(item, cutoff)), None),
        days_since=days,
        allowed_days=allowed,
        is_on_cadence=days <= allowed,
        sources=merged(((cite("bodies", body, "cadence"),), recent.rate.sources)),
    )


def _attendance(meetings: Iterable[Meeting], cutoff: date) -> Attendance:
    planned = tuple(meetings)
    held = sum(1 for meeting in planned if held_on(meeting, cutoff) is not None)
    sources = merged(cite_all("meetings", meeting, ("planned", "status")) for meeting in planned)
    return Attendance(len(planned), held, ratio(Measure(Decimal(held), sources), Measure(Decimal(len(planned)))))


def _counts(meeting: Meeting, cutoff: date) -> bool:
    return meeting.planned <= cutoff and meeting.status not in _LEFT_OUT


def _is_recent(plan: SharedPlan, meeting: Meeting) -> bool:
    return _counts(meeting, plan.account.cutoff) and plan.period.back(QUARTERS_A_YEAR)[0].start <= meeting.planned


def _is_ahead(meeting: Meeting, cutoff: date) -> bool:
    """Tell whether a meeting is still to come; one said to be held on a later day is, at the cut-off."""
    is_held = held_on(meeting, cutoff) is not None
    return meeting.status not in _LEFT_OUT and meeting.planned > cutoff and not is_held
