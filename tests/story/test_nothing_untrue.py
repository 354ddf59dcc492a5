"""The client is not told that there is nothing where there may be something internal."""

from __future__ import annotations

from typing import Any

import pytest

from generator.diagnostics import Findings
from generator.editions import redact
from generator.locales import Language, Locale
from generator.model.choices import RaciRole, Share
from generator.model.plan import AccountPlan
from generator.story import tell_client, tell_internal
from tests.builders import a_client_goal, a_plan, a_raci_assignment, an_objective
from tests.story.outline import outline

CLIENT = Share.CLIENT


def told(plan: AccountPlan) -> tuple[str, str]:
    """What the client is told, and what we are."""
    redaction, locale = redact(plan), Locale(Language.FR)
    client = tell_client(redaction.plan, locale, shows_notices=redaction.shows_notices)
    return outline(client), outline(tell_internal(plan, locale, Findings(), hidden=redaction.hidden))


def test_goals_that_internal_objectives_may_serve_are_other_goals() -> None:
    goals = tuple(a_client_goal(ref=ref, share=CLIENT) for ref in ("ENJ-01", "ENJ-02", "ENJ-03"))
    client, internal = told(
        a_plan(
            client_goals=goals,
            objectives=(an_objective(goal="ENJ-01", share=CLIENT), an_objective(ref="OBJ-02", goal="ENJ-02")),
        )
    )
    assert "1 enjeu sans objectif à ce jour" in internal
    assert "sans objectif" not in client
    assert "2 autres enjeux : plan, chapitre 2" in client


@pytest.mark.parametrize("goal", [None, "ENJ-01"])
def test_an_objective_of_an_internal_goal_is_not_said_to_serve_none(goal: str | None) -> None:
    objectives = (an_objective(goal=goal, share=CLIENT),)
    client, internal = told(a_plan(client_goals=(a_client_goal(),), objectives=objectives))
    assert ("Aucun enjeu du client" in internal) is (goal is None)
    assert "Aucun enjeu du client" not in client


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"Préparer": CLIENT, "Relire": Share.INTERNAL}, "Claire Vasseur répond d’une activité sur deux"),
        ({"Préparer": Share.INTERNAL, "Relire": Share.INTERNAL}, "Les rôles de deux activités sont répartis"),
    ],
)
def test_activities_that_somebody_internal_may_answer_for_are_not_said_to_have_nobody(
    rows: dict[str, Any], said: str
) -> None:
    raci = [
        row
        for activity, share in rows.items()
        for row in (
            a_raci_assignment(activity=activity, share=share),
            a_raci_assignment(activity=activity, person="Maud Perrin", role=RaciRole.INFORMED, share=CLIENT),
        )
    ]
    plan = a_plan(raci=tuple(raci))
    team = (*plan.team, plan.team[0].model_copy(update={"name": "Maud Perrin"}))
    client, internal = told(plan.model_copy(update={"team": team}))
    assert said in client
    assert "de responsable" not in client
    assert "Claire Vasseur répond des deux activités" in internal
