"""The short table of actions linked to something, shared by KPI sheets, objective cards and risks."""

from __future__ import annotations

from collections.abc import Callable

from generator.measures.actions import ActionState
from generator.model.actions import SharedAction
from generator.story.blank import day_or_blank, owner_or_blank
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Status, Tone
from generator.story.phrases import status
from generator.story.subject import Subject


def action_status(subject: Subject, state: ActionState) -> Status:
    """Return an action's status: ``46 j de retard`` when late, else its word."""
    words = (
        subject.say("story.actions.days_late", n=state.days_late)
        if state.is_late
        else subject.locale.label(state.action.status.label)
    )
    return status(subject, state.rag, words)


def action_table(
    subject: Subject, key: str, wanted: Callable[[SharedAction], bool], caption: str, *, label: str
) -> Table | None:
    """Return the linked actions under a label, late first; None when there is none."""
    states = [state for state in subject.actions if wanted(state.action)]
    if not states:
        return None
    say = subject.say
    columns = (
        TableColumn(say("story.ref"), 7),
        TableColumn(say("story.actions.action"), 34),
        TableColumn(say("story.owner"), 16),
        TableColumn(say("story.due"), 11),
        TableColumn(say("story.actions.progress_short"), 6, Align.RIGHT),
        TableColumn(say("story.status"), 17),
    )
    rows = tuple(_row(subject, key, state) for state in states)
    return Table(key=key, columns=columns, rows=rows, caption=caption, alt=caption, label=label, name_at=1)


def _row(subject: Subject, key: str, state: ActionState) -> TableRow:
    action, locale = state.action, subject.locale
    cells = (
        Cell(action.ref),
        Cell(subject.typeset(action.action), Tone.STRONG if state.is_late else Tone.NORMAL),
        Cell(owner_or_blank(subject, action.owner, is_open=state.is_open)),
        Cell(day_or_blank(subject, action.due, is_open=state.is_open)),
        Cell(locale.percent(action.progress, 0) if action.progress is not None else "–"),
        Cell("", status=action_status(subject, state)),
    )
    return TableRow(
        f"{key}/{action.ref}",
        cells,
        is_late=state.is_late,
        is_closed=not state.is_open,
        is_internal=subject.is_hidden("actions", action),
        change=subject.action_marks.get(action.ref, ""),
    )
