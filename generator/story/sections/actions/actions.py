"""The action plan: what is late, blocked, due or just closed, by named owner and addressee."""

from __future__ import annotations

from collections.abc import Sequence

from generator.measures.actions import DUE_SOON_DAYS, ActionState, live, open_actions
from generator.story.figures import Said
from generator.story.phrases import source
from generator.story.sections.actions.cited import actions_counted, days_cited
from generator.story.sections.actions.listed import actions_ahead, actions_by_owner
from generator.story.sections.actions.schedule import schedule
from generator.story.sections.since.headline import actions_said
from generator.story.story import Section, Stage
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Shared


def tell(subject: Subject) -> Section | None:
    """Tell the actions; nothing without one."""
    if not subject.actions:
        return None
    shown = schedule(subject)
    said = headline(subject)
    return Section(
        key="actions",
        stage=Stage.ACTIONS,
        title=subject.say("story.actions.title"),
        headline=said.text,
        slide_blocks=(shown,) if shown.rows else (),
        chapter_blocks=(actions_ahead(subject), actions_by_owner(subject)),
        source=source(subject, _source(subject)),
        notes=_notes(subject),
        figures=said.under("actions/title"),
    )


def headline(subject: Subject) -> Said:
    """Say where the actions stand, and since the last committee how many were closed and how many slipped."""
    since = subject.since
    rest = actions_said(subject, since, family="too") if since else None
    if since is None or rest is None:
        return _state_said(subject)
    said = _state_said(subject, is_brief=True)
    return subject.told("story.actions.headline.since", said=said, quarter=since.since, rest=rest)


def _state_said(subject: Subject, *, is_brief: bool = False) -> Said:
    """Say how many are late and the oldest of them; else what is blocked; else what is due; else what was closed."""
    late = [state for state in subject.actions if state.is_late]
    still_open = open_actions(subject.actions)
    blocked = [state for state in still_open if state.is_blocked]
    soon = [state for state in still_open if state.is_due_soon]
    if late:
        return _late_said(subject, late, is_brief=is_brief)
    if blocked:
        return _counted(subject, "blocked", blocked, name=_name(subject, blocked[0]))
    if soon:
        return _counted(
            subject, "due", soon, name=_name(subject, soon[0]), due=soon[0].action.due, within=DUE_SOON_DAYS
        )
    if still_open:
        return _counted(subject, "open", still_open)
    closed = live(subject.actions)
    return _counted(subject, "closed", closed) if closed else _counted(subject, "cancelled", subject.actions)


def _late_said(subject: Subject, late: Sequence[ActionState], *, is_brief: bool) -> Said:
    total, first = len(live(subject.actions)), late[0]
    kind = "all_late" if len(late) == total else "late_since" if is_brief else "late"
    name = _quoted(subject, first) if kind == "late_since" else _name(subject, first)
    days, whole = subject.told("story.days_long", n=days_cited(subject, first)), live(subject.actions)
    return _counted(subject, kind, late, total=actions_counted(subject, whole), name=name, days=days)


def _counted(subject: Subject, kind: str, states: Sequence[ActionState], **args: object) -> Said:
    count = actions_counted(subject, states)
    return subject.told(f"story.actions.headline.{kind}", n=len(states), count=count, **args).sentence()


def _source(subject: Subject) -> str:
    """Where the actions come from, and how many the headline counts."""
    total = len(live(subject.actions))
    if subject.since is None:
        return subject.worded("story.actions.source", n=total, within=DUE_SOON_DAYS)
    moved = subject.since.actions
    return subject.worded(
        "story.actions.source_since",
        n=total,
        quarter=subject.since.since,
        closed=len(moved.closed),
        slipped=len(moved.slipped),
        new=len(moved.new),
    )


def _name(subject: Subject, state: ActionState) -> str:
    return subject.within(state.action.ref, state.action.action)


def _quoted(subject: Subject, state: ActionState) -> str:
    return subject.quoted(state.action.ref, subject.running(state.action.action))


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


SECTION = Shared("actions", tell)
