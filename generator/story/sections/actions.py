"""The action plan: what is late, blocked, due or just closed, by named owner and addressee."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from generator.measures.actions import ActionState, open_actions
from generator.measures.citation import cite
from generator.model.choices import ActionStatus
from generator.story.blocks.timeline import Fortnight, Pace, Schedule, ScheduleRow
from generator.story.phrases import lower_first, sentence, source
from generator.story.sections.action_table import action_status
from generator.story.sections.since_headline import actions_said
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject

SLIDE_ROWS = 20
_MONTHS = 4
_MID_MONTH = 16


def tell(subject: Subject) -> Section | None:
    """Tell the actions; nothing without one."""
    if not subject.actions:
        return None
    schedule = _schedule(subject)
    return Section(
        key="actions",
        stage=Stage.ACTIONS,
        title=subject.say("story.actions.title"),
        headline=headline(subject),
        slide_blocks=(schedule,) if schedule.rows else (),
        chapter_blocks=(_whole_schedule(subject, schedule),),
        source=source(subject, _source(subject)),
        notes=_notes(subject),
    )


def headline(subject: Subject) -> str:
    """Say where the actions stand, and since the last committee how many were closed and how many slipped."""
    since = subject.since
    rest = actions_said(subject, since, family="too") if since else ""
    if since is None or not rest:
        return _state_said(subject)
    said = _state_said(subject, is_brief=True)
    return subject.say("story.actions.headline.since", said=said, quarter=since.since, rest=rest)


def _state_said(subject: Subject, *, is_brief: bool = False) -> str:
    """Say how many are late and the oldest of them; else what is blocked; else what is due; else what was closed."""
    states = subject.actions
    live = [state for state in states if not state.is_cancelled]
    late = [state for state in states if state.is_late]
    still_open = open_actions(states)
    if late:
        oldest = late[0]
        args: dict[str, Any] = {
            "count": subject.count(len(late), feminine=True),
            "total": subject.count(len(live), feminine=True),
            "name": _name(oldest),
            "days": subject.say("story.days_long", n=oldest.days_late),
        }
        if len(late) == len(live):
            return sentence(subject.say("story.actions.headline.all_late", n=len(late), **args))
        key = "story.actions.headline.late_since" if is_brief else "story.actions.headline.late"
        return sentence(subject.say(key, n=len(late), **args))
    blocked = [state for state in still_open if state.is_blocked]
    if blocked:
        return sentence(
            subject.say(
                "story.actions.headline.blocked",
                n=len(blocked),
                count=subject.count(len(blocked), feminine=True),
                name=_name(blocked[0]),
            )
        )
    soon = [state for state in still_open if state.is_due_soon]
    if soon:
        args = {"count": subject.count(len(soon), feminine=True), "name": _name(soon[0]), "due": soon[0].action.due}
        return sentence(subject.say("story.actions.headline.due", n=len(soon), **args))
    if still_open:
        return sentence(
            subject.say(
                "story.actions.headline.open", n=len(still_open), count=subject.count(len(still_open), feminine=True)
            )
        )
    return sentence(
        subject.say("story.actions.headline.closed", n=len(states), count=subject.count(len(states), feminine=True))
    )


def _source(subject: Subject) -> str:
    """Where the actions come from, and how many the headline counts."""
    live = sum(1 for state in subject.actions if not state.is_cancelled)
    if subject.since is None:
        return subject.say("story.actions.source", n=live)
    moved = subject.since.actions
    return subject.say(
        "story.actions.source_since",
        n=live,
        quarter=subject.since.since,
        closed=len(moved.closed),
        slipped=len(moved.slipped),
        new=len(moved.new),
    )


def _name(state: ActionState) -> str:
    return lower_first(state.action.action)


def selected(subject: Subject) -> tuple[ActionState, ...]:
    """Return what the committee looks at: late, blocked, due within 90 days, closed or put off since the last one."""
    moved = _moved(subject)
    return tuple(
        state
        for state in subject.actions
        if state.is_late
        or (state.is_open and state.is_blocked)
        or state.is_due_soon
        or state.is_closed_recently
        or state.action.ref in moved
    )


def _schedule(subject: Subject) -> Schedule:
    chosen, moved = selected(subject) or open_actions(subject.actions), _moved(subject)
    first = sorted(chosen, key=lambda state: _rank(state, moved))[:SLIDE_ROWS]
    shown = tuple(state for state in chosen if state in first)
    others = len(subject.actions) - len(shown)
    return Schedule(
        key="actions/schedule",
        headers=_headers(subject),
        fortnights=_fortnights(subject),
        today=subject.cutoff,
        rows=tuple(_row(subject, state) for state in shown),
        more=subject.say("story.actions.more", n=others, chapter=subject.chapters["actions"]) if others else "",
        alt=_alt(subject, shown),
        caption=subject.say("story.actions.schedule_caption"),
    )


def _moved(subject: Subject) -> frozenset[str]:
    """The references of the actions closed or put off since the last committee."""
    if subject.since is None:
        return frozenset()
    closed = {action.ref for action in subject.since.actions.closed}
    return frozenset(closed | {cite(slip.table, slip.row).key[0] for slip in subject.since.actions.slipped})


def _rank(state: ActionState, moved: frozenset[str]) -> int:
    """What the slide has to show first: what the headline speaks of."""
    if state.is_late:
        return 0
    return 1 if state.action.ref in moved else 2 if state.is_open and state.is_blocked else 3


def _whole_schedule(subject: Subject, schedule: Schedule) -> Schedule:
    """The same for the plan: every action, nothing left out."""
    rows = tuple(_row(subject, state) for state in subject.actions)
    caption = subject.say("story.actions.caption", cutoff=subject.cutoff)
    return replace(
        schedule, key="actions/gantt", rows=rows, more="", alt=_alt(subject, subject.actions), caption=caption
    )


def _headers(subject: Subject) -> tuple[str, str, str, str, str, str, str]:
    say = subject.say
    return (
        say("story.ref"),
        say("story.actions.action"),
        say("story.owner"),
        say("story.actions.addressee"),
        say("story.due"),
        say("story.actions.progress"),
        say("story.status"),
    )


def _row(subject: Subject, state: ActionState) -> ScheduleRow:
    action, locale = state.action, subject.locale
    is_closed = not state.is_open
    return ScheduleRow(
        key=f"actions/{action.ref}",
        ref=action.ref,
        title=locale.typeset(action.action),
        owner=action.owner or "–",
        addressee=action.addressee or "–",
        due=locale.date(action.due) if action.due else "–",
        progress=action.progress,
        progress_text="" if action.progress is None else locale.percent(action.progress, 0),
        status=action_status(subject, state),
        start=action.start or action.due,
        end=_last_day(subject, state),
        pace=_pace(state),
        is_late=state.is_late,
        is_closed=is_closed,
        is_internal=subject.is_hidden("actions", action),
        due_day=action.due,
        change=subject.action_marks.get(action.ref, ""),
    )


def _last_day(subject: Subject, state: ActionState) -> date | None:
    """A late action runs on to the cut-off; a closed one ends when it was done."""
    if state.is_late:
        return subject.cutoff
    return (state.action.done or state.action.due) if not state.is_open else state.action.due


def _pace(state: ActionState) -> Pace:
    if not state.is_open:
        return Pace.CLOSED
    if state.is_late:
        return Pace.OVERDUE
    return Pace.BLOCKED if state.is_blocked else Pace.PLANNED


def _fortnights(subject: Subject) -> tuple[Fortnight, ...]:
    first = subject.cutoff.replace(day=1)
    starts: list[date] = []
    for _ in range(_MONTHS):
        starts += [first, first.replace(day=_MID_MONTH)]
        first = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return tuple(
        Fortnight(
            start,
            following - timedelta(days=1),
            str(start.day),
            subject.locale.month_short(start) if start.day == 1 else "",
        )
        for start, following in pairwise([*starts, first])
    )


def _alt(subject: Subject, shown: tuple[ActionState, ...]) -> str:
    late = sum(1 for state in shown if state.is_late)
    blocked = sum(1 for state in shown if state.action.status is ActionStatus.BLOCKED)
    return subject.say("story.actions.alt", n=len(shown), late=late, blocked=blocked)


def _notes(subject: Subject) -> tuple[str, ...]:
    lines = [subject.say("story.actions.note")]
    if subject.since is not None:
        lines.append(subject.say("story.actions.note_marks", quarter=subject.since.since))
    lines += [
        subject.say(
            "story.actions.note_late", ref=state.action.ref, owner=state.action.owner or "–", days=state.days_late
        )
        for state in subject.actions
        if state.is_late
    ][:5]
    if isinstance(subject, InternalSubject):
        lines.append(subject.say("story.actions.coaching"))
    return tuple(lines)
