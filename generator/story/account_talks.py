"""What is said over the slides of quality, figures and people: what to point at there, and what to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from generator.measures.coverage import governance_coverage
from generator.measures.influence import KEY_INFLUENCE, SUPPORTING, WARY
from generator.measures.pipeline import sales_pipeline
from generator.measures.tickets import TicketTable
from generator.measures.whitespace import whitespace
from generator.model.mapping import Contact
from generator.story.sections.kpis.service import service_of
from generator.story.sections.revenue.offers import budget_gaps
from generator.story.sections.revenue.revenue import chart_quarters
from generator.story.sections.since.lists import acted_on
from generator.story.subject import InternalSubject
from generator.story.talking import Talk


def quality(subject: InternalSubject) -> Talk:
    """The critical tickets that miss the service level."""
    service = service_of(subject, TicketTable(subject.plan))
    if service is None or not service.is_missed_by_critical or service.target is None:
        return Talk()
    within, resolved = (int(one.value or 0) for one in (service.critical.within, service.critical.resolved))
    target = subject.locale.percent(service.target)
    return Talk(
        show=subject.say("story.talk.critical", n=resolved, within=within, resolved=resolved, target=target),
        ask=subject.say("story.talk.critical_back", target=target),
    )


def since_last(subject: InternalSubject) -> Talk:
    """The action put off the furthest, and what holds the new dates."""
    slips = subject.since.actions.slipped if subject.since else ()
    if not slips:
        return Talk()
    furthest = max(slips, key=lambda slip: slip.days)
    refs = [acted_on(slip).ref for slip in slips]
    return Talk(
        show=subject.say("story.talk.slipped", n=furthest.days, ref=acted_on(furthest).ref, due=furthest.new),
        ask=subject.say("story.talk.hold", n=len(slips), refs=subject.locale.join(refs)),
    )


def revenue(subject: InternalSubject) -> Talk:
    """The offer furthest below its budget."""
    quarters = chart_quarters(subject)
    behind = [one for one in budget_gaps(subject, quarters[-1]) if one.gap < 0] if quarters else []
    if not behind:
        return Talk()
    worst = min(behind, key=lambda one: one.gap)
    return Talk(
        show=subject.say("story.talk.budget", offer=worst.offer, part=subject.locale.money_short(-worst.gap)),
        ask=subject.say("story.talk.budget_back", offer=worst.offer),
    )


def pipeline(subject: InternalSubject) -> Talk:
    """The objective whose deals leave most to find."""
    short = [gap for gap in sales_pipeline(subject.plan).gaps if gap.shortfall]
    if not short:
        return Talk()
    widest = max(short, key=lambda gap: gap.shortfall)
    missing = subject.locale.money_short(widest.shortfall)
    refs = subject.locale.join([gap.objective.ref for gap in short])
    return Talk(
        show=subject.say("story.talk.gap", ref=widest.objective.ref, missing=missing),
        ask=subject.say("story.talk.close_gap", n=len(short), refs=refs),
    )


def people(subject: InternalSubject) -> Talk:
    """Those of influence who are still to be won."""
    to_win = [
        one
        for one in subject.plan.contacts
        if one.active and one.attitude not in (None, *SUPPORTING) and (one.influence or 0) >= KEY_INFLUENCE
    ]
    return Talk(ask=_of_people(subject, "meet", to_win), minute=_of_people(subject, "met", to_win))


def decision_paths(subject: InternalSubject) -> Talk:
    """Those on a path who do not support us."""
    on_paths = {step.contact for step in subject.plan.approval_steps}
    wary = [one for one in subject.plan.contacts if one.active and one.name in on_paths and one.attitude in WARY]
    return Talk(ask=_of_people(subject, "wary", wary))


def spaces(subject: InternalSubject) -> Talk:
    """The largest amount that is left to win."""
    cells = [cell for cell in whitespace(subject.plan, subject.figures).cells.values() if cell.to_win.value]
    if not cells:
        return Talk()
    largest = max(cells, key=lambda cell: cell.to_win.value or Decimal(0))
    amount = subject.locale.money_short(largest.to_win.value or Decimal(0))
    return Talk(show=subject.say("story.talk.cell", offer=largest.offer, entity=largest.entity, amount=amount))


def coverage(subject: InternalSubject) -> Talk:
    """The decision makers who sit nowhere."""
    unseated = [one for one in governance_coverage(subject.plan).unseated if isinstance(one, Contact)]
    return Talk(ask=_of_people(subject, "seat", unseated))


ACCOUNT_TALKS: Mapping[str, Callable[[InternalSubject], Talk]] = {
    "quality": quality,
    "since": since_last,
    "revenue": revenue,
    "pipeline": pipeline,
    "people": people,
    "decision-paths": decision_paths,
    "whitespace": spaces,
    "coverage": coverage,
}
"""The rule of each of these sections, by its key."""


def _of_people(subject: InternalSubject, part: str, found: Sequence[Contact]) -> str:
    names = subject.locale.join([one.name for one in found])
    return subject.say(f"story.talk.{part}", n=len(found), names=names) if found else ""
