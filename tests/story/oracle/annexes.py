"""Claims about the annexes of the plan: how many rows each holds of what left the body."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.model.choices import DecisionRole
from tests.story.oracle.said import Expected, Said
from tests.story.oracle.world import Claims, World


def _seated(w: World) -> int:
    """The active people of the client who decide or sit somewhere."""
    sitting = {name for body in w.plan.bodies for name in (body.chair, *body.client_members, *body.supplier_members)}
    active = [one for one in w.plan.contacts if getattr(one, "active", True)]
    deciders = [one.name for one in active if getattr(one, "decision_role", None) is DecisionRole.DECISION_MAKER]
    return sum(one.name in sitting or one.name in deciders for one in active)


def _animation(w: World) -> int:
    trainings = len(getattr(w.plan, "trainings", ()))
    return len({row.activity for row in w.plan.raci}) + len(w.plan.service_levels) + trainings


_ROWS: Mapping[str, Callable[[World], int]] = {
    "contracts": lambda w: len(w.plan.contracts) + len(w.plan.amendments),
    "people": lambda w: sum(one.active for one in w.plan.contacts if hasattr(one, "active")),
    "governance": lambda w: len(w.plan.bodies),
    "risks": lambda w: len(w.plan.risks),
    "animation": _animation,
    "coverage": _seated,
    "actions": lambda w: len(w.plan.actions),
    "objectives": lambda w: len(w.plan.objectives),
    "kpis": lambda w: len(w.plan.kpis),
    "changes": lambda w: len(w.plan.kpis),
}


def _see(w: World, said: Said) -> Expected:
    named = {w.locale.say(f"story.annex.{key}"): rows for key, rows in _ROWS.items()}
    return {"n": named[str(said.args["title"])](w)}


CLAIMS: Claims = {"story.annex.see": _see}
