"""The short table of actions linked to something, shared by KPI sheets, objective cards and risks."""

from __future__ import annotations

from collections.abc import Callable

from generator.measures.actions import ActionState
from generator.model.actions import SharedAction
from generator.story.blank import NOTHING, day_or_blank, owner_or_blank
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Status, Tone
from generator.story.phrases import joined, status
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
    rows = tuple(action_row(subject, key, state) for state in states)
    return Table(
        key=key, columns=action_columns(subject), rows=rows, caption=caption, alt=caption, label=label, name_at=1
    )


def action_columns(subject: Subject, *, is_whole: bool = False) -> tuple[TableColumn, ...]:
    """Return the columns of an action; the whole of it says below what it serves, and for whom it is."""
    say = subject.say
    action, owner = say("story.actions.action"), say("story.owner")
    return (
        TableColumn(say("story.ref"), 7),
        TableColumn(joined((action, say("story.actions.serves"))) if is_whole else action, 34),
        TableColumn(joined((owner, say("story.actions.addressee"))) if is_whole else owner, 16),
        TableColumn(say("story.due"), 11),
        TableColumn(say("story.actions.progress_short"), 6, Align.RIGHT),
        TableColumn(say("story.status"), 17),
    )


def action_row(subject: Subject, key: str, state: ActionState, *, is_whole: bool = False) -> TableRow:
    """Return an action as a row of these columns."""
    action, locale = state.action, subject.locale
    serves = joined((action.objective or "", action.kpi or "")) if is_whole else ""
    addressee = (action.addressee or "") if is_whole else ""
    cells = (
        Cell(action.ref),
        Cell(subject.typeset(action.action), Tone.STRONG if state.is_late else Tone.NORMAL, detail=serves),
        Cell(owner_or_blank(subject, action.owner, is_open=state.is_open), detail=addressee),
        Cell(day_or_blank(subject, action.due, is_open=state.is_open)),
        Cell(locale.percent(action.progress, 0) if action.progress is not None else NOTHING),
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
