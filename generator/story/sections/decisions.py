"""Decisions taken and where they stand, those still asked, and the register."""

from __future__ import annotations

from typing import Any

from generator.measures.governance import is_over, will_not_be
from generator.measures.rag import Rag
from generator.model.choices import DecisionStatus
from generator.model.governance import Meeting, SharedDecision
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Status
from generator.story.phrases import lower_first, sentence, source, status
from generator.story.story import Section, Stage
from generator.story.subject import Subject

_RANK = {DecisionStatus.TAKEN: 0, DecisionStatus.PENDING: 1, DecisionStatus.APPLIED: 2, DecisionStatus.REJECTED: 3}


def tell_past(subject: Subject) -> Section | None:
    """Tell the decisions already taken; nothing when none was."""
    taken = [decision for decision in subject.plan.decisions if decision.status is not DecisionStatus.PENDING]
    if not taken:
        return None
    meetings = {meeting.ref: meeting for meeting in subject.plan.meetings}
    table = _table(
        subject,
        tuple(sorted(taken, key=lambda item: _order(subject, item))),
        meetings,
        "decisions-past/table",
        subject.say("story.decisions.past_caption"),
    )
    return Section(
        key="decisions-past",
        stage=Stage.SUMMARY,
        title=subject.say("story.decisions.past_title"),
        headline=_past_headline(subject, taken),
        slide_blocks=(table,),
        chapter_blocks=(),
        source=source(subject, subject.say("story.decisions.past_source", n=len(taken))),
        notes=(subject.say("story.decisions.past_note"),),
    )


def is_overdue(subject: Subject, decision: SharedDecision) -> bool:
    """Tell whether a decision taken is past due and not applied."""
    return decision.status is DecisionStatus.TAKEN and decision.due is not None and decision.due < subject.cutoff


def _order(subject: Subject, decision: SharedDecision) -> tuple[bool, int, str]:
    return not is_overdue(subject, decision), _RANK[decision.status], decision.ref


def _past_headline(subject: Subject, taken: list[SharedDecision]) -> str:
    settled = [item for item in taken if item.status is not DecisionStatus.REJECTED]
    applied = [item for item in settled if item.status is DecisionStatus.APPLIED]
    overdue = [item for item in settled if is_overdue(subject, item)]
    args: dict[str, Any] = {
        "count": subject.count(len(applied), feminine=True),
        "total": subject.count(len(settled), feminine=True),
    }
    if not settled:
        return sentence(
            subject.say("story.decisions.past.rejected", n=len(taken), count=subject.count(len(taken), feminine=True))
        )
    if overdue:
        late = {
            "name": lower_first(overdue[0].decision),
            "ref": overdue[0].ref,
            "late": subject.count(len(overdue), feminine=True),
        }
        if not applied:
            return sentence(subject.say("story.decisions.past.none_applied", n=len(overdue), **late))
        return sentence(
            subject.say(
                "story.decisions.past.overdue" if len(overdue) == 1 else "story.decisions.past.several_overdue",
                n=len(applied),
                **args,
                **late,
            )
        )
    if len(applied) == len(settled):
        return sentence(subject.say("story.decisions.past.all", n=len(settled), **args))
    if not applied:
        return sentence(subject.say("story.decisions.past.none", n=len(settled), **args))
    return sentence(subject.say("story.decisions.past.some", n=len(applied), **args))


def decision_status(subject: Subject, decision: SharedDecision) -> Status:
    """Return where a decision stands: applied green, taken and late red, taken amber, rejected without colour."""
    word = subject.locale.label(decision.status.label)
    if is_overdue(subject, decision) and decision.due is not None:
        return status(subject, Rag.RED, subject.say("story.actions.days_late", n=(subject.cutoff - decision.due).days))
    rag = {
        DecisionStatus.APPLIED: Rag.GREEN,
        DecisionStatus.TAKEN: Rag.GREEN,
        DecisionStatus.PENDING: Rag.AMBER,
        DecisionStatus.REJECTED: Rag.NONE,
    }[decision.status]
    return status(subject, rag, word)


def _table(
    subject: Subject, decisions: tuple[SharedDecision, ...], meetings: dict[str, Meeting], key: str, caption: str
) -> Table:
    say, locale = subject.say, subject.locale
    columns = (
        TableColumn(say("story.ref"), 7),
        TableColumn(say("story.decisions.decision"), 44),
        TableColumn(say("story.decisions.meeting"), 18),
        TableColumn(say("story.owner"), 18),
        TableColumn(say("story.due"), 12),
        TableColumn(say("story.status"), 18),
    )
    rows = tuple(
        TableRow(
            f"{key}/{item.ref}",
            (
                Cell(item.ref),
                Cell(locale.typeset(item.decision)),
                Cell(_meeting(subject, item, meetings.get(item.meeting))),
                Cell(item.owner or "–"),
                Cell(locale.date(item.due) if item.due else "–"),
                Cell("", status=decision_status(subject, item)),
            ),
            is_late=is_overdue(subject, item),
            is_closed=item.status in (DecisionStatus.APPLIED, DecisionStatus.REJECTED),
            is_internal=subject.is_hidden("decisions", item),
        )
        for item in decisions
    )
    return Table(key=key, columns=columns, rows=rows, caption=caption)


def _meeting(subject: Subject, decision: SharedDecision, meeting: Meeting | None) -> str:
    """The meeting that took a decision, or is to take it: a coming one when that meeting no longer can."""
    if meeting is None:
        return "–"
    is_pending = decision.status is DecisionStatus.PENDING
    if is_pending and (is_over(meeting, subject.cutoff) or will_not_be(meeting)):
        return subject.say("story.decisions.meeting_to_come")
    return subject.say("story.decisions.meeting_of", body=meeting.body, day=meeting.held or meeting.planned)


def tell_register(subject: Subject) -> Section | None:
    """Tell the whole register, for the annexes of the plan."""
    if not subject.plan.decisions:
        return None
    meetings = {meeting.ref: meeting for meeting in subject.plan.meetings}
    table = _table(
        subject, subject.plan.decisions, meetings, "register/table", subject.say("story.decisions.register_caption")
    )
    return Section(
        key="register",
        stage=Stage.DECISIONS,
        title=subject.say("story.decisions.register_title"),
        headline=subject.say("story.decisions.register_headline", n=len(subject.plan.decisions)),
        slide_blocks=(),
        chapter_blocks=(table,),
        source=source(subject, subject.say("story.decisions.source", n=len(subject.plan.decisions))),
        notes=(),
    )


def pending(subject: Subject) -> tuple[SharedDecision, ...]:
    """Return the decisions asked, by reference."""
    asked = [decision for decision in subject.plan.decisions if decision.status is DecisionStatus.PENDING]
    return tuple(sorted(asked, key=lambda item: item.ref))
