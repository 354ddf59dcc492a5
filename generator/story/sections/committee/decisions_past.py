"""The decisions already taken or rejected, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator.measures.decisions import applied, is_overdue, overdue, rejected, taken
from generator.measures.references import in_reading_order
from generator.model.choices import DecisionStatus
from generator.model.governance import SharedDecision
from generator.story.figures import Cited, Said, rows_cited
from generator.story.phrases import joined, source
from generator.story.sections.committee.decision_table import decision_table
from generator.story.story import Section, Stage
from generator.story.subject import Subject
from generator.story.teller import Shared

_RANK = {DecisionStatus.TAKEN: 0, DecisionStatus.PENDING: 1, DecisionStatus.APPLIED: 2, DecisionStatus.REJECTED: 3}


def tell(subject: Subject) -> Section | None:
    """Tell the decisions already taken or rejected; nothing when none was."""
    settled = (*taken(subject.plan), *rejected(subject.plan))
    if not settled:
        return None
    ordered = tuple(sorted(settled, key=lambda item: _order(subject, item)))
    table = decision_table(subject, ordered, "decisions-past/table", subject.say("story.decisions.past_caption"))
    said = _headline(subject)
    return Section(
        key="decisions-past",
        stage=Stage.FOLLOW_UP,
        title=subject.say("story.decisions.past_title"),
        headline=said.text,
        slide_blocks=(table,),
        chapter_blocks=(),
        source=source(subject, subject.worded("story.decisions.past_source", counts=_counts(subject))),
        notes=(subject.say("story.decisions.past_note"),),
        figures=said.under("decisions-past/title"),
    )


def _order(subject: Subject, decision: SharedDecision) -> tuple[object, ...]:
    is_late = is_overdue(decision, subject.cutoff)
    day = decision.due if is_late else None
    return not is_late, _RANK[decision.status], day or date.max, in_reading_order(decision.ref)


def _counts(subject: Subject) -> str:
    """How many were taken, and how many rejected."""
    counted = (("taken", taken(subject.plan)), ("rejected", rejected(subject.plan)))
    return joined((subject.say(f"story.decisions.{kind}", n=len(found)) for kind, found in counted if found), ", ")


def _headline(subject: Subject) -> Said:
    settled, done, late = taken(subject.plan), applied(subject.plan), overdue(subject.plan)
    if not settled:
        return _counted(subject, "rejected", rejected(subject.plan))
    if late:
        what = subject.cited(late[0].ref, late[0].decision)
        args: dict[str, Any] = {"late": _number(subject, late), "what": what}
        if not done:
            return _counted(subject, "none_applied", late, **args)
        return _counted(subject, "overdue" if len(late) == 1 else "several_overdue", done, settled, **args)
    if len(done) == len(settled):
        return _counted(subject, "all", settled)
    if not done:
        return _counted(subject, "none", settled, settled)
    return _counted(subject, "some", done, settled)


def _counted(
    subject: Subject, key: str, rows: Sequence[SharedDecision], total: Sequence[SharedDecision] = (), **args: object
) -> Said:
    count, whole = _number(subject, rows), _number(subject, total)
    return subject.told(f"story.decisions.past.{key}", n=len(rows), count=count, total=whole, **args).sentence()


def _number(subject: Subject, rows: Sequence[SharedDecision]) -> Cited:
    return subject.counted(len(rows), rows_cited("decisions", rows), feminine=True)


SECTION = Shared("decisions-past", tell)
