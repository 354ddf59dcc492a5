"""A document in another language than its workbook: our sentences cite references, typed texts stand as typed."""

from __future__ import annotations

from datetime import date

from generator.diagnostics import Findings
from generator.locales import Language, Locale
from generator.model.choices import Attitude, DecisionRole, DecisionStatus, Direction
from generator.story import tell_internal
from generator.story.blocks.timeline import Schedule
from tests.builders import (
    a_body,
    a_contact,
    a_decision,
    a_kpi,
    a_plan,
    a_planned_meeting,
    a_risk,
    an_action,
    an_objective,
    quarters,
)
from tests.story.telling import section, seen, tell

LATE = an_action(ref="A-07", action="Ramener les 1 650 000 € à 95 % : fait ?", due=date(2026, 9, 1))
PLAN = a_plan(
    actions=(LATE, an_action(ref="A-08")),
    risks=(a_risk(probability=4, impact=4),),
    bodies=(a_body(),),
    meetings=(a_planned_meeting(),),
    decisions=(
        a_decision(stake="1,65 M€ par an"),
        a_decision(ref="D-02", status=DecisionStatus.TAKEN, due=date(2026, 9, 1)),
    ),
    kpis=(a_kpi(name="Incidents", direction=Direction.DOWN, target=4, quarters=quarters(T3_2026=7)),),
    objectives=(an_objective(current=1),),
    contacts=(a_contact(decision_role=DecisionRole.DECISION_MAKER, attitude=Attitude.RESERVED),),
)


def test_headlines_cite_the_reference_of_a_row_in_another_language() -> None:
    story = tell(PLAN, Language.EN)
    told = {key: seen(found.headline) for key in HEADLINES if (found := section(story, key)) is not None}
    assert told == HEADLINES


HEADLINES = {
    "actions": "One of two actions is late, by 29 days: A=07",
    "risks": "The open risk is critical: R=01 (16 out of 25)",
    "decisions-next": "One decision is needed today: D=01",
    "decisions-past": "No decision taken is applied and one is past due: D=02",
    "kpis": "The KPI is off target: KPI=01 stands at 7 in Q3_2026, against a target of 4 at most",
    "objectives": "The objective is behind: OBJ=01 stands at 1 against a target of 10",
    "people": "The only decision maker is not won over; start with Hélène Castaing",
    "coverage": "The only known decision maker sits on no body: Hélène Castaing; no action is addressed to them",
}


def test_an_amount_typed_in_a_text_stays_as_typed() -> None:
    found = section(tell(PLAN, Language.EN), "actions")
    assert found is not None
    (block,) = (block for block in found.slide_blocks if isinstance(block, Schedule))
    assert seen(block.rows[0].cells[1].text) == "Ramener les 1~650~000~€ à_95~%~: fait~?"


def test_the_story_counts_its_texts_in_another_language() -> None:
    told = {language: tell_internal(PLAN, Locale(language), Findings()).foreign_texts for language in Language}
    assert told == {Language.FR: 0, Language.EN: 5}  # two actions, a risk, one text of two decisions, an objective
