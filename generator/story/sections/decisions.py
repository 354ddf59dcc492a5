"""Decisions taken and where they stand, those still asked, and the register."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.measures.decisions import applied, is_overdue, overdue, rejected, taken
from generator.measures.governance import is_over, will_not_be
from generator.measures.rag import Rag
from generator.measures.references import in_reading_order
from generator.model.choices import DecisionStatus
from generator.model.governance import Meeting, SharedDecision
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Status
from generator.story.phrases import joined, sentence, source, status
from generator.story.story import Section, Stage
from generator.story.subject import Subject

_RANK = {DecisionStatus.TAKEN: 0, DecisionStatus.PENDING: 1, DecisionStatus.APPLIED: 2, DecisionStatus.REJECTED: 3}


def tell_past(subject: Subject) -> Section | None:
    """Tell the decisions already taken or rejected; nothing when none was."""
    settled = (*taken(subject.plan), *rejected(subject.plan))
    if not settled:
        return None
    meetings = {meeting.ref: meeting for meeting in subject.plan.meetings}
    table = _table(
        subject,
        tuple(sorted(settled, key=lambda item: _order(subject, item))),
        meetings,
        "decisions-past/table",
        subject.say("story.decisions.past_caption"),
    )
    return Section(
        key="decisions-past",
        stage=Stage.SUMMARY,
        title=subject.say("story.decisions.past_title"),
        headline=_past_headline(subject),
        slide_blocks=(table,),
        chapter_blocks=(),
        source=source(subject, subject.worded("story.decisions.past_source", counts=_counts(subject))),
        notes=(subject.say("story.decisions.past_note"),),
    )


def _order(subject: Subject, decision: SharedDecision) -> tuple[object, ...]:
    is_late = is_overdue(decision, subject.cutoff)
    day = decision.due if is_late else None
    return not is_late, _RANK[decision.status], day or date.max, in_reading_order(decision.ref)


def _counts(subject: Subject) -> str:
    """How many were taken, and how many rejected."""
    counted = (("taken", taken(subject.plan)), ("rejected", rejected(subject.plan)))
    return joined((subject.say(f"story.decisions.{kind}", n=len(found)) for kind, found in counted if found), ", ")


def _past_headline(subject: Subject) -> str:
    settled, done, late = taken(subject.plan), applied(subject.plan), overdue(subject.plan)
    if not settled:
        return _counted(subject, "rejected", len(rejected(subject.plan)))
    if late:
        what = subject.cited(late[0].ref, late[0].decision)
        args: dict[str, Any] = {"late": subject.count(len(late), feminine=True), "what": what}
        if not done:
            return _counted(subject, "none_applied", len(late), **args)
        return _counted(subject, "overdue" if len(late) == 1 else "several_overdue", len(done), len(settled), **args)
    if len(done) == len(settled):
        return _counted(subject, "all", len(settled))
    if not done:
        return _counted(subject, "none", len(settled), len(settled))
    return _counted(subject, "some", len(done), len(settled))


def _counted(subject: Subject, key: str, number: int, total: int = 0, **args: object) -> str:
    count, whole = (subject.count(one, feminine=True) for one in (number, total))
    return sentence(subject.say(f"story.decisions.past.{key}", n=number, count=count, total=whole, **args))


def decision_status(subject: Subject, decision: SharedDecision) -> Status:
    """Return where a decision stands: applied green, taken and late red, taken amber, rejected without colour."""
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
                Cell(subject.typeset(item.decision)),
                Cell(_meeting(subject, item, meetings.get(item.meeting))),
                Cell(item.owner or "–"),
                Cell(locale.date(item.due) if item.due else "–"),
                Cell("", status=decision_status(subject, item)),
            ),
            is_late=is_overdue(item, subject.cutoff),
            is_closed=item.status in (DecisionStatus.APPLIED, DecisionStatus.REJECTED),
            is_internal=subject.is_hidden("decisions", item),
        )
        for item in decisions
    )
    return Table(key=key, columns=columns, rows=rows, caption=caption, name_at=1)


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
        source=source(subject, subject.worded("story.decisions.source", n=len(subject.plan.decisions))),
        notes=(),
    )
