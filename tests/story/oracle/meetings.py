"""Meetings held and planned, counted from the rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.model.choices import MeetingStatus
from generator.model.quarter import Quarter
from tests.story.oracle.world import World

OFF = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)


def held_day(w: World, meeting: Any) -> date | None:
    """The day a meeting took place, by the cut-off."""
    if meeting.status in OFF:
        return None
    day = meeting.held or (meeting.planned if meeting.status is MeetingStatus.HELD else None)
    return day if day and day <= w.cutoff else None


def recent(w: World) -> list[Any]:
    """Those planned in the last four quarters up to the cut-off; cancelled and postponed ones are none."""
    first = w.period.plus(-3).start
    return [one for one in w.plan.meetings if one.status not in OFF and first <= one.planned <= w.cutoff]


def counted_meetings(w: World) -> tuple[int, int]:
    """How many were held, of how many planned."""
    rows = recent(w)
    return sum(1 for one in rows if held_day(w, one)), len(rows)


def rate(w: World, quarter: Quarter) -> Decimal | None:
    """Held over planned in the four quarters that end with this one."""
    first, last = quarter.plus(-3).start, min(quarter.end, w.cutoff)
    rows = [one for one in w.plan.meetings if one.status not in OFF and first <= one.planned <= last]
    return Decimal(sum(1 for one in rows if held_day(w, one))) / len(rows) if rows else None
