"""Decisions applied, grave risks answered."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.facts import Facts
from generator.checks.missing import missing_fields
from generator.checks.rests import thresholds
from generator.checks.rule import Rule
from generator.locales import phrase
from generator.measures.citation import cite
from generator.model.breach import Breach, breach
from generator.model.choices import DecisionStatus, RiskStatus

_NEEDED = (("response", phrase("checks.risk.response")), ("owner", phrase("checks.risk.owner")))


def decisions_not_applied(facts: Facts) -> Iterator[Breach]:
    """R455: a decision was taken, its date has passed, and it is not applied."""
    for decision in facts.plan.decisions:
        due = decision.due
        if decision.status is DecisionStatus.TAKEN and due is not None and due < facts.cutoff:
            path = cite("decisions", decision, "due")
            yield breach("R455", path, value=due, weight=(facts.cutoff - due).days, due=due)


def unanswered_risks(facts: Facts) -> Iterator[Breach]:
    """R456: an open risk is critical and has no response or no owner."""
    for risk in facts.plan.risks:
        score = risk.probability * risk.impact
        missing = missing_fields(facts, "risks", risk, _NEEDED)
        if risk.status is RiskStatus.OPEN and score >= facts.settings.risk_criticality and missing:
            first = next(iter(missing))
            yield breach("R456", first, weight=score, score=score, missing=tuple(missing.values()))


RULES = (
    Rule("R456", unanswered_risks, 410, (thresholds("risk_criticality"),)),
    Rule("R455", decisions_not_applied, 415),
)
