"""The rhythm of governance: meetings held, the next one dated, decisions to come at one, minutes sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.facts import Facts
from generator.checks.rests import Rests, thresholds
from generator.checks.rule import Rule
from generator.locales import Phrase, phrase
from generator.measures.citation import cite
from generator.measures.governance import held_on, is_over, will_not_be
from generator.model.breach import Breach, breach
from generator.model.choices import DecisionStatus, MeetingStatus
from generator.model.governance import Meeting


def broken_cadence(facts: Facts) -> Iterator[Breach]:
    """R435: a body has not met within its cadence and the tolerance; since the plan's start when it never has.

    A meeting said to be held after the cut-off is R458's: when its body last met is not known.
    """
    misdated = {meeting.body for meeting in facts.plan.meetings if _is_held_later(meeting, facts.cutoff)}
    for rhythm in facts.rhythms:
        if not rhythm.is_on_cadence and rhythm.body.name not in misdated:
            body = rhythm.body
            last = rhythm.last_held or facts.plan.account.plan_start
            path = cite("bodies", body, "cadence")
            over = rhythm.days_since - rhythm.allowed_days
            yield breach(
                "R435",
                path,
                value=body.cadence,
                weight=over,
                last=last,
                days=rhythm.days_since,
                cadence=body.cadence,
            )


def no_next_meeting(facts: Facts) -> Iterator[Breach]:
    """R436: a body has no meeting planned after the cut-off; one that never had any is R435's."""
    met = {meeting.body for meeting in facts.plan.meetings}
    for rhythm in facts.rhythms:
        is_told = rhythm.body.name not in met and not rhythm.is_on_cadence
        if rhythm.next_planned is None and not is_told:
            yield breach("R436", cite("bodies", rhythm.body, "name"))


def decisions_without_meeting(facts: Facts) -> Iterator[Breach]:
    """R437: a decision is still to take at a meeting that is over, or that will not be."""
    meetings = {meeting.ref: meeting for meeting in facts.plan.meetings}
    for decision in facts.plan.decisions:
        meeting = meetings.get(decision.meeting)
        if decision.status is not DecisionStatus.PENDING or meeting is None:
            continue
        state = _state(meeting, facts.cutoff)
        if state is not None:
            path = cite("decisions", decision, "meeting")
            day = meeting.held or meeting.planned
            yield breach("R437", path, value=meeting.ref, meeting=meeting.ref, body=meeting.body, day=day, state=state)


def _is_held_later(meeting: Meeting, cutoff: date) -> bool:
    return not will_not_be(meeting) and meeting.held is not None and meeting.held > cutoff


def _state(meeting: Meeting, cutoff: date) -> Phrase | None:
    """Say why nothing can be taken at a meeting; None when something can."""
    if will_not_be(meeting):
        is_cancelled = meeting.status is MeetingStatus.CANCELLED
        return phrase("checks.meeting_cancelled" if is_cancelled else "checks.meeting_postponed")
    if not is_over(meeting, cutoff):
        return None
    is_held = held_on(meeting, cutoff) is not None
    return phrase("checks.meeting_held" if is_held else "checks.meeting_past")


def late_minutes(facts: Facts) -> Iterator[Breach]:
    """R438: the minutes of a meeting held in the last four quarters came late, or are missing past their time.

    Minutes dated after the cut-off are R458's.
    """
    for delay in facts.minutes:
        meeting = delay.meeting
        sent = meeting.minutes_sent
        if delay.is_late and (sent is None or sent <= facts.cutoff):
            path = cite("meetings", meeting, "minutes_sent")
            yield breach(
                "R438",
                path,
                value=sent,
                held=meeting.held or meeting.planned,
                days=facts.settings.minutes_days,
            )


RULES = (
    Rule("R435", broken_cadence, 505, (Rests("meetings", ("held",), by="body"), thresholds("cadence_tolerance"))),
    Rule("R436", no_next_meeting, 510, (Rests("meetings", ("held",), by="body"),)),
    Rule("R437", decisions_without_meeting, 515),
    Rule("R438", late_minutes, 725, (thresholds("minutes_days"),), ("held",)),
)
