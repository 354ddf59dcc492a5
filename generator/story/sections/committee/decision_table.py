"""The table of decisions: what was decided where, who carries it out, where it stands."""

from __future__ import annotations

from generator.measures.decisions import is_overdue
from generator.measures.governance import is_over, will_not_be
from generator.measures.rag import Rag
from generator.model.choices import DecisionStatus
from generator.model.governance import Meeting, SharedDecision
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Status
from generator.story.phrases import status
from generator.story.subject import Subject


def decision_table(subject: Subject, decisions: tuple[SharedDecision, ...], key: str, caption: str) -> Table:
    """Return the table of these decisions, in their order."""
    say, locale = subject.say, subject.locale
    meetings = {meeting.ref: meeting for meeting in subject.plan.meetings}
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
                Cell(subject.typeset(item.decision)),
                Cell(_meeting(subject, item, meetings.get(item.meeting))),
                Cell(item.owner or "–"),
                Cell(locale.date(item.due) if item.due else "–"),
                Cell("", status=_status(subject, item)),
            ),
            is_late=is_overdue(item, subject.cutoff),
            is_closed=item.status in (DecisionStatus.APPLIED, DecisionStatus.REJECTED),
            is_internal=subject.is_hidden("decisions", item),
        )
        for item in decisions
    )
    return Table(key=key, columns=columns, rows=rows, caption=caption, name_at=1)


def _status(subject: Subject, decision: SharedDecision) -> Status:
    """Where a decision stands: applied green, taken and late red, taken amber, rejected without colour."""
    word = subject.locale.label(decision.status.label)
    if is_overdue(decision, subject.cutoff) and decision.due is not None:
        return status(subject, Rag.RED, subject.say("story.actions.days_late", n=(subject.cutoff - decision.due).days))
    rag = {
        DecisionStatus.APPLIED: Rag.GREEN,
        DecisionStatus.TAKEN: Rag.GREEN,
        DecisionStatus.PENDING: Rag.AMBER,
        DecisionStatus.REJECTED: Rag.NONE,
    }[decision.status]
    return status(subject, rag, word)


def _meeting(subject: Subject, decision: SharedDecision, meeting: Meeting | None) -> str:
    """The meeting that took a decision, or is to take it: a coming one when that meeting no longer can."""
    if meeting is None:
        return "–"
    is_pending = decision.status is DecisionStatus.PENDING
    if is_pending and (is_over(meeting, subject.cutoff) or will_not_be(meeting)):
        return subject.say("story.decisions.meeting_to_come")
    return subject.say("story.decisions.meeting_of", body=meeting.body, day=meeting.held or meeting.planned)
