"""What a chapter leads to: the rows that name its rows, by reference, and nothing when none does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.locales import Language
from generator.model.choices import ActionStatus, DecisionStatus, MeetingStatus, ObjectiveStatus, Share
from generator.story import Story
from generator.workbook.example import example_plan
from tests.builders import (
    a_body,
    a_client_goal,
    a_contract,
    a_decision,
    a_meeting,
    a_plan,
    a_risk,
    an_action,
    an_objective,
)
from tests.story.telling import seen, tell, tell_to_client

PLAN = a_plan(
    client_goals=(a_client_goal(share=Share.CLIENT),),
    contracts=(a_contract(),),
    objectives=(
        an_objective(goal="ENJ-01", share=Share.CLIENT),
        an_objective(ref="OBJ-02", goal="ENJ-01", contract="CT-01"),
        an_objective(ref="OBJ-03", goal="ENJ-01", status=ObjectiveStatus.DROPPED, share=Share.CLIENT),
    ),
    bodies=(a_body(),),
    meetings=(a_meeting(ref="S-02", held=None, planned=date(2026, 10, 15), status=MeetingStatus.PLANNED),),
    decisions=(
        a_decision(decision="Reconduire CT-01", share=Share.CLIENT),
        a_decision(ref="D-02", decision="Ouvrir CT-011", share=Share.CLIENT),
        a_decision(ref="D-03", decision="Réviser CT-01", status=DecisionStatus.TAKEN, share=Share.CLIENT),
    ),
    actions=(
        an_action(ref="A-10", contract="CT-01", share=Share.CLIENT),
        an_action(ref="A-9", contract="CT-01", risk="R-01"),
        an_action(ref="A-3", contract="CT-01", due=date(2026, 8, 1), share=Share.CLIENT),
        an_action(ref="A-4", contract="CT-01", status=ActionStatus.DONE, share=Share.CLIENT),
        an_action(ref="A-5", objective="OBJ-01", share=Share.CLIENT),
    ),
    risks=(a_risk(share=Share.CLIENT),),
)


def follows(story: Story) -> dict[str, str]:
    """What each chapter says it leads to, those that lead to nothing left out."""
    return {chapter.key: seen(chapter.follows) for chapter in story.chapters if chapter.follows}


def test_a_chapter_ends_with_the_open_rows_that_name_its_rows() -> None:
    assert follows(tell(PLAN)) == {
        "client": "Ce qui en découle~: objectifs OBJ=01 et OBJ=02.",
        "mapping": "Ce qui en découle~: actions A=3, A=9 et A=10~; décision D=01~; objectif OBJ=02.",
        "objectives": "Ce qui en découle~: action A=5.",
        "governance": "Ce qui en découle~: décisions D=01 et D=02.",
        "risks": "Ce qui en découle~: action A=9.",
    }


def test_the_client_reads_of_shared_rows_alone() -> None:
    assert follows(tell_to_client(PLAN)) == {
        "client": "Ce qui en découle~: objectif OBJ=01.",
        "mapping": "Ce qui en découle~: actions A=3 et A=10~; décision D=01.",
        "objectives": "Ce qui en découle~: action A=5.",
        "governance": "Ce qui en découle~: décisions D=01 et D=02.",
    }


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (8, "actions A=1, A=2, A=3, A=4, A=5, A=6, A=7 et A=8"),
        (9, "actions A=1, A=2, A=3, A=4, A=5, A=6, A=7 et 2 autres"),
    ],
)
def test_beyond_eight_the_others_are_counted(count: int, told: str) -> None:
    actions = tuple(an_action(ref=f"A-{number}", risk="R-01") for number in range(1, count + 1))
    assert follows(tell(a_plan(risks=(a_risk(),), actions=actions)))["risks"] == f"Ce qui en découle~: {told}."


def test_english() -> None:
    plan: Any = a_plan(risks=(a_risk(),), actions=(an_action(risk="R-01"),))
    assert follows(tell(plan, Language.EN))["risks"] == "What follows from it: action A=01."


@pytest.mark.parametrize("language", Language)
def test_every_chapter_of_the_example_opens_with_its_conclusion(language: Language) -> None:
    plan = example_plan(language)
    for story in (tell(plan, language), tell_to_client(plan, language)):
        for chapter in story.chapters:
            if chapter.number != "A":
                assert chapter.takeaway or chapter.sections[0].headline, chapter.key
