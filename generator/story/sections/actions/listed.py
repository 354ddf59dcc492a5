"""The actions as the plan lists them: in its body what the committee looks at, in its annex all by owner."""

from __future__ import annotations

from dataclasses import replace

from generator.measures.actions import DUE_SOON_DAYS, live, open_actions
from generator.story.blocks.table import Table, TableRow
from generator.story.sections.actions.table import action_columns, action_row
from generator.story.subject import Subject


def actions_ahead(subject: Subject) -> Table:
    """Return what is late, blocked or due within 90 days, else what is open; the others are counted."""
    still_open = open_actions(subject.actions)
    pressing = tuple(state for state in still_open if state.is_late or state.is_blocked or state.is_due_soon)
    shown = pressing or still_open or live(subject.actions) or subject.actions
    others = len(subject.actions) - len(shown)
    return Table(
        key="actions/ahead",
        columns=action_columns(subject),
        rows=tuple(action_row(subject, "actions/ahead", state) for state in shown),
        caption=_caption(subject, is_pressing=bool(pressing)),
        more=subject.say("story.actions.others", n=others) if others else "",
        name_at=1,
    )


def _caption(subject: Subject, *, is_pressing: bool) -> str:
    if is_pressing:
        return subject.say("story.actions.ahead_caption", within=DUE_SOON_DAYS)
    return subject.say("story.actions.caption", cutoff=subject.cutoff)


def actions_by_owner(subject: Subject) -> Table:
    """Return every action, by the name of who answers for it; in an owner's rows the order is that of urgency."""
    owners = sorted({state.action.owner or "" for state in subject.actions}, key=lambda name: (not name, name))
    rows = (row for owner in owners for row in _owned(subject, owner))
    caption = subject.say("story.actions.caption", cutoff=subject.cutoff)
    return Table(
        key="actions/by-owner",
        columns=action_columns(subject, is_whole=True),
        rows=tuple(rows),
        caption=caption,
        name_at=1,
    )


def _owned(subject: Subject, owner: str) -> list[TableRow]:
    states = [state for state in subject.actions if (state.action.owner or "") == owner]
    rows = [action_row(subject, "actions/by-owner", state, is_whole=True) for state in states]
    return [replace(row, starts_group=at == 0) for at, row in enumerate(rows)]
