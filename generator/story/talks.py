"""What is said over each slide, by rules from the data; a slide without a rule is opened and sourced alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from generator.measures.actions import ActionState
from generator.measures.decisions import asked, overdue
from generator.measures.kpis import KpiReading
from generator.measures.rag import Rag
from generator.measures.references import in_reading_order
from generator.model.choices import ObjectiveStatus
from generator.model.governance import SharedDecision
from generator.story.account_talks import ACCOUNT_TALKS
from generator.story.phrases import full_stop, joined, sentence
from generator.story.sections.actions.risks import ranked
from generator.story.sections.contracts.state import near_notices
from generator.story.sections.kpis.cited import target_said, value_cited
from generator.story.sections.summary.facts import leading
from generator.story.subject import InternalSubject
from generator.story.talking import Talk

_MOST = 3


def summary(subject: InternalSubject) -> Talk:
    """The synthesis points at what is off target, and asks for the decisions."""
    decided = decisions(subject)
    return Talk(show=kpis(subject).show, objection=decided.objection, answer=decided.answer, ask=decided.ask)


def decisions(subject: InternalSubject) -> Talk:
    """The option recommended, what happens otherwise, who decides by when."""
    found, say = asked(subject.plan), subject.say
    if not found:
        return Talk()
    advised = (say("story.talk.recommended", ref=one.ref, letter=one.recommended) for one in found if one.recommended)
    otherwise = (
        full_stop(say("story.talk.inaction", ref=one.ref, inaction=subject.running(subject.typeset(one.inaction))))
        for one in found
        if one.inaction
    )
    return Talk(
        show=subject.series(advised),
        objection=say("story.talk.why_decide"),
        answer=" ".join(otherwise),
        ask=say(
            "story.talk.decide", n=len(found), rows=_rows(subject, ((one.ref, one.owner, one.due) for one in found))
        ),
        minute=say("story.talk.decided", n=len(found), refs=_refs(subject, found)),
    )


def decisions_past(subject: InternalSubject) -> Talk:
    """What was taken and is past due."""
    late: Sequence[SharedDecision] = overdue(subject.plan)
    if not late:
        return Talk()
    first = late[0]
    return Talk(
        show=subject.say("story.talk.late", n=_days(subject, first.due), ref=first.ref, owner=first.owner or "–"),
        ask=subject.say("story.talk.dates", n=len(late), refs=_refs(subject, late)),
        minute=subject.say("story.talk.dated", n=len(late), refs=_refs(subject, late)),
    )


def actions(subject: InternalSubject) -> Talk:
    """What is late, how far it is, and its new date."""
    late = [state.action for state in subject.actions if state.is_late]
    if not late:
        return Talk()
    first, say = late[0], subject.say
    owner, done = first.owner or "–", first.progress
    return Talk(
        show=say("story.talk.late", n=_days(subject, first.due), ref=first.ref, owner=owner),
        objection=say("story.talk.why_late", ref=first.ref, due=first.due),
        answer=""
        if done is None
        else say("story.talk.progress", progress=subject.locale.percent(done, 0), owner=owner),
        ask=say("story.talk.dates", n=len(late), refs=_refs(subject, late)),
        minute=say("story.talk.dated", n=len(late), refs=_refs(subject, late)),
    )


def kpis(subject: InternalSubject) -> Talk:
    """The heaviest KPI off target, its cause as noted, and what is being done."""
    off = [reading for reading in leading(subject) if reading.rag in (Rag.RED, Rag.AMBER)]
    if not off:
        return Talk()
    reading, say = off[0], subject.say
    name = subject.quoted(reading.kpi.ref, reading.kpi.name)
    cause = full_stop(subject.typeset(reading.kpi.comment or ""))
    return Talk(
        show=say(
            "story.talk.kpi",
            name=name,
            value=value_cited(subject, reading).text,
            target=target_said(subject, reading).text,
        ),
        objection=say("story.talk.why_kpi", name=name),
        answer=joined((cause, _answered(subject, _actions_of(subject, reading))), " "),
    )


def objectives(subject: InternalSubject) -> Talk:
    """The objective that lags most, and the actions that serve it."""
    live = (ObjectiveStatus.IN_PROGRESS, ObjectiveStatus.NOT_STARTED)
    behind = [one for one in subject.progress if one.rag is Rag.RED and one.objective.status in live]
    if not behind:
        return Talk()
    first = min(behind, key=lambda one: (one.lag, in_reading_order(one.objective.ref))).objective
    served = [state for state in subject.actions if state.is_open and state.action.objective == first.ref]
    return Talk(
        show=subject.cited(first.ref, first.label),
        objection=subject.say("story.talk.why_objective", ref=first.ref),
        answer=_answered(subject, served),
    )


def contracts(subject: InternalSubject) -> Talk:
    """The notices that fall soon, and the position they ask for."""
    notices = near_notices(subject)
    if not notices:
        return Talk()
    first, say = notices[0], subject.say
    refs = subject.locale.join([life.contract.ref for life in notices])
    day = first.notice_date
    left = (day - subject.cutoff).days if day else 0
    return Talk(
        show=say("story.talk.notice", ref=first.contract.ref, day=day),
        objection=say("story.talk.why_now", ref=first.contract.ref),
        answer=say("story.talk.days_left", n=left, ref=first.contract.ref),
        ask=say("story.talk.position", n=len(notices), refs=refs, day=day),
        minute=say("story.talk.positioned", n=len(notices), refs=refs),
    )


def risks(subject: InternalSubject) -> Talk:
    """The gravest risk and its response; those that have none ask for one."""
    found, say = ranked(subject), subject.say
    if not found:
        return Talk()
    first = found[0]
    bare = [risk for risk in found if not risk.response]
    refs = _refs(subject, bare)
    response = full_stop(subject.typeset(first.response or ""))
    return Talk(
        show=say("story.talk.risk", ref=first.ref, score=first.probability * first.impact),
        objection=say("story.talk.why_risk", ref=first.ref),
        answer=joined(
            (response, full_stop(sentence(say("story.talk.carried", owner=first.owner))) if first.owner else ""), " "
        )
        if first.response
        else "",
        ask=say("story.talk.respond", n=len(bare), refs=refs) if bare else "",
        minute=say("story.talk.responded", n=len(bare), refs=refs) if bare else "",
    )


def next_steps(subject: InternalSubject) -> Talk:
    """The date of the committee after this one, where it has none."""
    if subject.steering is None or subject.following is not None:
        return Talk()
    return Talk(
        ask=subject.say("story.talk.next_date", day=subject.session), minute=subject.say("story.talk.next_dated")
    )


TALKS: Mapping[str, Callable[[InternalSubject], Talk]] = {
    "summary": summary,
    "decisions-next": decisions,
    "decisions-past": decisions_past,
    "kpis": kpis,
    "objectives": objectives,
    "contracts": contracts,
    "actions": actions,
    "risks": risks,
    "next": next_steps,
    **ACCOUNT_TALKS,
}
"""The rule of each section that has one, by its key."""


def _actions_of(subject: InternalSubject, reading: KpiReading) -> list[ActionState]:
    return [state for state in subject.actions if state.is_open and state.action.kpi == reading.kpi.ref]


def _answered(subject: InternalSubject, states: Sequence[ActionState]) -> str:
    """The open actions that answer, the first of them named."""
    if not states:
        return ""
    rows = _rows(subject, ((one.action.ref, one.action.owner, one.action.due) for one in states[:_MOST]))
    return full_stop(sentence(subject.say("story.talk.answered", n=len(states), rows=rows)))


def _rows(subject: InternalSubject, rows: Iterable[tuple[str, str | None, date | None]]) -> str:
    """References with who answers for them and when."""
    told = ((ref, joined((owner or "", subject.locale.date(due) if due else ""), ", ")) for ref, owner, due in rows)
    return subject.locale.join([
        subject.say("story.talk.row", ref=ref, terms=terms) if terms else ref for ref, terms in told
    ])  # fmt: skip


def _refs(subject: InternalSubject, rows: Iterable[object]) -> str:
    return subject.locale.join([str(getattr(row, "ref")) for row in rows])  # noqa: B009


def _days(subject: InternalSubject, due: date | None) -> int:
    return (subject.cutoff - due).days if due else 0
