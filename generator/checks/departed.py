"""R414: people who have left and are still counted on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.facts import Facts
from generator.checks.rule import Rule
from generator.measures.citation import cite
from generator.model.breach import Breach, breach
from generator.model.choices import DecisionStatus, OpportunityStage, RiskStatus
from generator.model.plan import AccountPlan
from generator.model.schema import table_of
from generator.model.table import Row

_OPEN_DECISIONS = frozenset({DecisionStatus.PENDING, DecisionStatus.TAKEN})
_CLOSED_DEALS = frozenset({OpportunityStage.WON, OpportunityStage.LOST})
_Uses = Iterator[tuple[str, Row, tuple[str, ...]]]


def departed_people(facts: Facts) -> Iterator[Breach]:
    """R414: someone no longer there is a member, a decider, an owner or an addressee of something still running."""
    if not facts.departed:
        return
    for table, row, fields in (*_roles(facts.plan), *_duties(facts)):
        for field in fields:
            for person in _names(getattr(row, field)):
                if person in facts.departed:
                    role = table_of(table).column(field).label
                    yield breach("R414", cite(table, row, field), value=person, person=person, role=role)


def _roles(plan: AccountPlan) -> _Uses:
    yield from (("bodies", body, ("chair", "client_members")) for body in plan.bodies)
    yield from (("approval_steps", step, ("contact",)) for step in plan.approval_steps)
    yield from (("raci", assignment, ("person",)) for assignment in plan.raci)
    yield from (("client_goals", goal, ("owner",)) for goal in plan.client_goals)
    yield from (("kpis", kpi, ("owner",)) for kpi in plan.kpis)


def _duties(facts: Facts) -> _Uses:
    plan = facts.plan
    yield from (("actions", state.action, ("owner", "addressee")) for state in facts.open_actions)
    yield from (("decisions", item, ("owner",)) for item in plan.decisions if item.status in _OPEN_DECISIONS)
    yield from (("risks", risk, ("owner",)) for risk in plan.risks if risk.status is RiskStatus.OPEN)
    yield from (("opportunities", deal, ("decider",)) for deal in plan.opportunities if deal.stage not in _CLOSED_DEALS)


def _names(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


RULES = (Rule("R414", departed_people, 655),)
