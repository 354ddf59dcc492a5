"""The schedule of actions: the rows the committee looks at, or all of them, over the fortnights around the cut-off."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from generator.measures.actions import ActionState, live, open_actions
from generator.measures.citation import cite
from generator.model.choices import ActionStatus
from generator.story.blank import NOTHING, day_or_blank, owner_or_blank
from generator.story.blocks.table import Align, Cell, TableColumn
from generator.story.blocks.text import Tone
from generator.story.blocks.timeline import Course, Fortnight, Pace, Schedule, ScheduleRow
from generator.story.sections.actions.table import action_status
from generator.story.subject import Subject

SLIDE_ROWS = 20
_MONTHS = 4
_MID_MONTH = 16


def schedule(subject: Subject) -> Schedule:
    """Return what the slide shows: what the committee looks at, else every open action, up to ``SLIDE_ROWS``.

    A person may ask for fewer rows, or more.
    """
    chosen, moved = selected(subject) or open_actions(subject.actions), _moved(subject)
    first = sorted(chosen, key=lambda state: _rank(state, moved))[: subject.most("actions", SLIDE_ROWS)]
    shown = tuple(state for state in chosen if state in first)
    others = len(live(subject.actions)) - len(shown)
    return Schedule(
        key="actions/schedule",
        columns=_columns(subject),
        fortnights=_fortnights(subject),
        today=subject.cutoff,
        rows=tuple(_row(subject, state) for state in shown),
        more=subject.elsewhere(subject.say("story.actions.more", n=others), "actions") if others else "",
        alt=_alt(subject, shown),
        caption=subject.say("story.actions.schedule_caption"),
        name_at=1,
    )


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


def _columns(subject: Subject) -> tuple[TableColumn, ...]:
    say = subject.say
    return (
        TableColumn(say("story.ref"), 0),
        TableColumn(say("story.actions.action"), 6),
        TableColumn(say("story.owner"), 2),
        TableColumn(say("story.actions.addressee"), 2),
        TableColumn(say("story.due"), 0),
        TableColumn(say("story.actions.progress"), 0, Align.RIGHT, has_bars=True),
        TableColumn(say("story.status"), 1),
    )


def _row(subject: Subject, state: ActionState) -> ScheduleRow:
    action = state.action
    return ScheduleRow(
        f"actions/{action.ref}",
        (
            Cell(action.ref),
            Cell(subject.typeset(action.action), Tone.STRONG if state.is_late else Tone.NORMAL),
            Cell(owner_or_blank(subject, action.owner, is_open=state.is_open)),
            Cell(action.addressee or NOTHING),
            Cell(day_or_blank(subject, action.due, is_open=state.is_open)),
            Cell(_percent(subject, action.progress), progress=action.progress),
            Cell(status=action_status(subject, state)),
        ),
        is_late=state.is_late,
        is_closed=not state.is_open,
        is_internal=subject.is_hidden("actions", action),
        change=subject.action_marks.get(action.ref, ""),
        course=Course(action.start or action.due, _last_day(subject, state), _pace(state), action.due),
    )


def _percent(subject: Subject, progress: Decimal | None) -> str:
    return "" if progress is None else subject.locale.percent(progress, 0)


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
