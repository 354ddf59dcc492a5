"""What follows from a chapter: the actions under way, the decisions asked and the objectives that name its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.measures.actions import open_actions
from generator.measures.decisions import asked
from generator.measures.references import in_reading_order
from generator.model.actions import SharedAction
from generator.model.choices import ObjectiveStatus
from generator.model.objectives import SharedObjective
from generator.model.plan import SharedPlan
from generator.story.subject import Subject

_MOST = 8  # references of a kind; the others are counted
_ENDED = frozenset({ObjectiveStatus.REACHED, ObjectiveStatus.MISSED, ObjectiveStatus.DROPPED})
_ROWS: Mapping[str, Callable[[SharedPlan], Iterable[str]]] = {
    "client": lambda plan: (goal.ref for goal in plan.client_goals),
    "contracts": lambda plan: (contract.ref for contract in plan.contracts),
    "objectives": lambda plan: (objective.ref for objective in plan.objectives),
    "governance": lambda plan: (meeting.ref for meeting in plan.meetings),
    "kpis": lambda plan: (kpi.ref for kpi in plan.kpis),
    "risks": lambda plan: (risk.ref for risk in plan.risks),
}


def what_follows(subject: Subject, sections: Iterable[str]) -> str:
    """Say by reference what the rows of these sections lead to; "" when they lead to nothing."""
    named = {ref for section in sections if section in _ROWS for ref in _ROWS[section](subject.plan)}
    kinds = (
        ("actions", [state.action.ref for state in open_actions(subject.actions) if named & {*_served(state.action)}]),
        ("decisions", list(_decisions(subject, named))),
        ("objectives", sorted(_objectives(subject, named), key=in_reading_order)),
    )
    told = [_said(subject, kind, refs) for kind, refs in kinds if refs]
    return subject.say("story.follows", what=subject.series(told)) if told else ""


def _said(subject: Subject, kind: str, refs: Sequence[str]) -> str:
    if len(refs) <= _MOST:
        return subject.say(f"story.follows.{kind}", len(refs), refs=subject.locale.join(refs))
    shown = refs[: _MOST - 1]
    return subject.say(f"story.follows.{kind}_more", len(refs) - len(shown), refs=", ".join(shown))


def _served(action: SharedAction) -> Iterator[str | None]:
    yield from (action.contract, action.objective, action.kpi, action.risk)


def _decisions(subject: Subject, named: set[str]) -> Iterator[str]:
    """The decisions asked in a meeting that is named, or whose text names a row."""
    words = re.compile("|".join(rf"(?<![\w-]){re.escape(ref)}(?![\w-])" for ref in named)) if named else None
    for decision in asked(subject.plan):
        if decision.meeting in named or (words is not None and words.search(decision.decision)):
            yield decision.ref


def _objectives(subject: Subject, named: set[str]) -> Iterator[str]:
    for objective in subject.plan.objectives:
        if objective.status not in _ENDED and named & {*_aims(objective)}:
            yield objective.ref


def _aims(objective: SharedObjective) -> Iterator[str | None]:
    yield from (objective.goal, objective.contract)
