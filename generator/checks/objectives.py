"""Objectives: whether they are SMART, within the plan, measured, acted upon, and of use to the client."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.facts import Facts
from generator.checks.missing import missing_fields
from generator.checks.rests import Rests
from generator.checks.rule import Rule
from generator.diagnostics import Severity
from generator.locales import Phrase, phrase
from generator.measures.citation import cite
from generator.model.breach import Breach, breach
from generator.model.objectives import Objective

_SMART = (
    ("measure", phrase("checks.smart.measure")),
    ("baseline", phrase("checks.smart.baseline")),
    ("target", phrase("checks.smart.target")),
    ("owner", phrase("checks.smart.owner")),
    ("due", phrase("checks.smart.due")),
)


def not_smart(facts: Facts) -> Iterator[Breach]:
    """R421: an open objective lacks its measure, baseline, target, owner or date; says which letters that costs."""
    for objective in facts.objectives:
        missing = missing_fields(facts, "objectives", objective, _SMART)
        if missing:
            yield breach("R421", next(iter(missing)), weight=len(missing), missing=tuple(missing.values()))


def pointless_goals(facts: Facts) -> Iterator[Breach]:
    """R422: an open objective is due outside the plan, or its target is its baseline."""
    for objective in facts.objectives:
        outside, still = _outside(facts, objective), _still(objective)
        if outside or still:
            field = "due" if outside else "target"
            path = cite("objectives", objective, field)
            yield breach("R422", path, value=getattr(objective, field), reason=outside + still)


def unmeasured_objectives(facts: Facts) -> Iterator[Breach]:
    """R423: there are KPIs and none names an open objective."""
    measured = {ref for kpi in facts.plan.kpis for ref in kpi.objectives}
    for objective in facts.objectives:
        if facts.plan.kpis and objective.ref not in measured:
            yield breach("R423", cite("objectives", objective, "ref"))


def objectives_without_actions(facts: Facts) -> Iterator[Breach]:
    """R424: an open objective has no open action; a mere information when it has one."""
    for objective in facts.objectives:
        count = len(facts.actions_by_objective.get(objective.ref, ()))
        if count <= 1:
            severity, words = (Severity.INFO, "checks.one_action") if count else (None, "checks.no_action")
            yield breach("R424", cite("objectives", objective, "ref"), severity=severity, actions=phrase(words))


def objectives_for_us_only(facts: Facts) -> Iterator[Breach]:
    """R425: an open objective serves no goal of the client."""
    for objective in facts.objectives:
        if objective.goal is None:
            yield breach("R425", cite("objectives", objective, "goal"))


def _outside(facts: Facts, objective: Objective) -> tuple[Phrase, ...]:
    account = facts.plan.account
    if objective.due is None or account.plan_start <= objective.due <= account.plan_end:
        return ()
    return (phrase("checks.due_outside", due=objective.due, start=account.plan_start, end=account.plan_end),)


def _still(objective: Objective) -> tuple[Phrase, ...]:
    is_still = objective.target is not None and objective.target == objective.baseline
    return (phrase("checks.target_is_baseline", value=objective.target),) if is_still else ()


RULES = (
    Rule("R421", not_smart, 125),
    Rule("R424", objectives_without_actions, 435, (Rests("actions", by="objective"),)),
    Rule("R423", unmeasured_objectives, 445, (Rests("kpis", by="objectives"),)),
    Rule("R422", pointless_goals, 450),
    Rule("R425", objectives_for_us_only, 730),
)
