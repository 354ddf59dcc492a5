"""The ninety days to come: meetings, due actions, notice dates, decisions due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from generator.measures.decisions import asked
from generator.measures.governance import upcoming_meetings
from generator.model.field_path import FieldPath
from generator.story.blocks.calendar import Calendar, Event, EventKind, Month
from generator.story.figures import Said, series_said
from generator.story.phrases import joined, sentence, source
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared

_TABLES = {
    EventKind.MEETING: "meetings",
    EventKind.ACTION: "actions",
    EventKind.NOTICE: "contracts",
    EventKind.DECISION: "decisions",
}
_KEY, _NOTICE = "next/", "/notice"
_MONTHS = 3
_MONTH_EVENTS = 5


def tell(subject: Subject) -> Section | None:
    """Tell what comes next; nothing when nothing is dated."""
    events = _events(subject)
    if not events:
        return None
    said = headline(subject, events)
    return Section(
        key="next",
        stage=Stage.FOLLOW_UP,
        title=subject.say("story.next.title"),
        headline=said.text,
        slide_blocks=(_calendar(subject, events, subject.elsewhere, room=_MONTH_EVENTS),),
        chapter_blocks=(_calendar(subject, events, subject.further, room=0),),
        source=source(subject, subject.worded("story.next.source", months=_MONTHS)),
        notes=(
            subject.say("story.next.note", months=_MONTHS),
            *((subject.say("story.next.coaching"),) if isinstance(subject, InternalSubject) else ()),
        ),
        figures=said.under("next/title"),
    )


def headline(subject: Subject, events: tuple[Event, ...]) -> Said:
    """Say when the committee meets after the coming session, and what comes by the end of the calendar."""
    parts = series_said(subject.locale, _parts(subject, events))
    until = _first_of_next(subject, _MONTHS) - timedelta(days=1)
    if subject.steering is None:
        return subject.told("story.next.headline.events", until=until, parts=parts)
    day, following = subject.steering.planned, subject.following
    said = (
        subject.told("story.next.headline.undated", day=day)
        if following is None
        else subject.told("story.next.headline.meeting_alone", day=day, following=following.planned)
    )
    return subject.told("story.next.headline.meeting", said=said, until=until, parts=parts) if parts.text else said


def _parts(subject: Subject, events: tuple[Event, ...]) -> list[Said]:
    """Count what comes, kind by kind; meetings only where no committee stands for them."""
    kinds = [EventKind.NOTICE, EventKind.DECISION, EventKind.ACTION]
    if subject.steering is None:
        kinds.insert(0, EventKind.MEETING)
    found = {kind: [event for event in events if event.kind is kind] for kind in kinds}
    return [
        subject.told(
            f"story.next.part.{kind.name.lower()}",
            n=len(shown),
            count=subject.counted(len(shown), _rows(kind, shown), feminine=kind is not EventKind.NOTICE),
        )
        for kind, shown in found.items()
        if shown
    ]


def _rows(kind: EventKind, events: Sequence[Event]) -> tuple[FieldPath, ...]:
    """The rows that events are of: an event is named after its row, whose reference may hold a stroke."""
    refs = (event.key.removeprefix(_KEY).removesuffix(_NOTICE) for event in events)
    return tuple(FieldPath(_TABLES[kind], (ref,), "") for ref in refs)


def _events(subject: Subject) -> tuple[Event, ...]:
    last = _first_of_next(subject, _MONTHS) - timedelta(days=1)
    found = [
        event
        for event in (*_meetings(subject), *_actions(subject), *_notices(subject), *_decisions(subject))
        if subject.cutoff < event.day <= last
    ]
    return tuple(sorted(found, key=lambda event: (event.day, event.kind.value, event.key)))


def _event(
    subject: Subject, key: str, day: date, kind: EventKind, title: str, detail: str, *, is_internal: bool = False
) -> Event:
    return Event(f"{_KEY}{key}", day, subject.locale.date(day), kind, subject.typeset(title), detail, is_internal)


def _meetings(subject: Subject) -> list[Event]:
    return [
        _event(
            subject,
            meeting.ref,
            meeting.planned,
            EventKind.MEETING,
            meeting.body,
            joined((subject.locale.time(meeting.starts_at) if meeting.starts_at else "", meeting.place or "")),
            is_internal=subject.is_hidden("meetings", meeting),
        )
        for meeting in upcoming_meetings(subject.plan)
    ]


def _actions(subject: Subject) -> list[Event]:
    return [
        _event(
            subject,
            state.action.ref,
            state.action.due,
            EventKind.ACTION,
            f"{state.action.ref} {state.action.action}",
            state.action.owner or "",
            is_internal=subject.is_hidden("actions", state.action),
        )
        for state in subject.actions
        if state.is_open and state.action.due is not None
    ]


def _notices(subject: Subject) -> list[Event]:
    if not subject.shows_notices:
        return []
    return [
        _event(
            subject,
            f"{life.contract.ref}{_NOTICE}",
            life.notice_date,
            EventKind.NOTICE,
            subject.say("story.next.notice", ref=life.contract.ref),
            joined(
                (
                    life.contract.title,
                    subject.say("story.per_year", amount=subject.locale.money_short(life.annual_amount)),
                )
            ),
            is_internal=subject.hides_notices,
        )
        for life in subject.lives
        if life.is_current and life.notice_date is not None
    ]


def _decisions(subject: Subject) -> list[Event]:
    return [
        _event(
            subject,
            item.ref,
            item.due,
            EventKind.DECISION,
            f"{item.ref} {item.decision}",
            item.owner or "",
            is_internal=subject.is_hidden("decisions", item),
        )
        for item in asked(subject.plan)
        if item.due is not None
    ]


def _first_of_next(subject: Subject, months: int) -> date:
    """The first day of the month so many months after the first one shown."""
    start = (subject.cutoff + timedelta(days=1)).replace(day=1)
    index = start.year * 12 + start.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _calendar(subject: Subject, events: tuple[Event, ...], more: Callable[[str, str], str], *, room: int) -> Calendar:
    """The months to come, with actions in the ``room`` that a month has: the plan lists those close by.

    ``more`` tells where the actions not shown are, seen from here.
    """
    months = []
    for step in range(_MONTHS):
        start, end = _first_of_next(subject, step), _first_of_next(subject, step + 1) - timedelta(days=1)
        found = tuple(event for event in events if start <= event.day <= end)
        months.append(Month(sentence(subject.locale.month_long(start)), start, end, _chosen(found, room)))
    shown = [event for month in months for event in month.events]
    used = {event.kind for event in shown}
    others = len(events) - len(shown)
    return Calendar(
        key="next/calendar",
        months=tuple(months),
        kinds=tuple((kind, subject.say(f"story.next.kind.{kind.name.lower()}")) for kind in EventKind if kind in used),
        more=more(subject.say("story.next.more", n=others), "actions") if others else "",
        alt=subject.series(f"{event.day_text} {event.title}" for event in shown),
        caption=subject.say("story.next.caption", months=_MONTHS),
    )


def _chosen(events: tuple[Event, ...], room: int) -> tuple[Event, ...]:
    """Keep what a month's column holds: everything but actions, then the first actions due; in order of date."""
    kept = [event for event in events if event.kind is not EventKind.ACTION]
    kept += [event for event in events if event.kind is EventKind.ACTION][: max(0, room - len(kept))]
    return tuple(sorted(kept, key=events.index))


SECTION = Shared("next", tell)
