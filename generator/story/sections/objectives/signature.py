"""What is told of an objective that is signed or not: its deal, its date, why it has its colour.

The client is told neither deal nor stage nor probability: only what the shared plan knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.measures.signature import Signature
from generator.measures.standing import UNLIKELY, Standing
from generator.model.objectives import SharedObjective
from generator.story.phrases import free_unit, joined
from generator.story.subject import InternalSubject, Subject

_TOLD_AS_SUCH = frozenset({Standing.SIGNED, Standing.RENEWED, Standing.MISSED, Standing.DROPPED, Standing.LOST})
_LAGGING = frozenset({Standing.OVERDUE, Standing.LATE})


def signature_state(subject: Subject, objective: SharedObjective, signature: Signature) -> str:
    """Return where a signature stands in a few words: settled, or what is won already and the deal to come."""
    if signature.standing in _TOLD_AS_SUCH:
        return subject.say(f"story.objectives.signature.{signature.standing.value}")
    won = ""
    if objective.current:
        amount = free_unit(subject.locale, objective.current, objective.unit)
        won = subject.say("story.objectives.signature.won", amount=amount)
    if not isinstance(subject, InternalSubject):
        return won or subject.say("story.objectives.signature.awaited")
    return joined((won, _deal(subject, signature)))


def signature_comment(subject: Subject, objective: SharedObjective, signature: Signature) -> str:
    """Return why a signature has its colour, in sentences."""
    return " ".join(_reasons(subject, objective, signature))


def is_lagging(signature: Signature | None) -> bool:
    """Tell whether what is red is late, rather than unlikely or lost; what is measured along the way always is."""
    return signature is None or signature.standing in _LAGGING


def _deal(subject: Subject, signature: Signature) -> str:
    if signature.deal is None:
        return subject.say("story.objectives.signature.no_deal")
    deal = signature.deal.opportunity
    told = subject.say(
        "story.objectives.signature.deal",
        stage=deal.stage.label,
        probability=subject.locale.percent(deal.probability, 0),
        day=subject.locale.date(deal.decision_due),
    )
    others = subject.say("story.objectives.signature.others", n=signature.others) if signature.others else ""
    return joined((told, others), " ")


def _reasons(subject: Subject, objective: SharedObjective, signature: Signature) -> Iterator[str]:
    say = subject.say
    if signature.deal is not None and signature.standing not in _TOLD_AS_SUCH:
        deal = signature.deal.opportunity
        what = subject.called(deal.ref, f"{deal.ref}, {deal.title}")
        yield say("story.objectives.reason.deal", what=what, state=_deal(subject, signature))
    if signature.standing is not Standing.LATE:
        yield say(
            f"story.objectives.reason.{signature.standing.value}", contract=objective.contract or "", share=UNLIKELY
        )
    if signature.days_late and signature.standing not in _TOLD_AS_SUCH:
        yield say("story.objectives.reason.late", n=signature.days_late)
