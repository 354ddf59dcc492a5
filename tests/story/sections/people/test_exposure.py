"""An entity read across the tables, and what each annex says is to be done: values by hand, and near misses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.locales import Language
from generator.model.choices import (
    Attitude,
    DecisionRole,
    FigureMeasure,
    OpportunityStage,
    Power,
    Quadrant,
    RaciRole,
    SurveyType,
)
from tests.builders import (
    a_body,
    a_contact,
    a_figure_series,
    a_plan,
    a_potential,
    a_raci_assignment,
    a_score,
    a_service_level,
    a_swot_statement,
    a_third_party,
    a_training,
    an_action,
    an_approval_step,
    an_entity,
    an_opportunity,
    quarters,
)
from tests.story.telling import section, seen, tell, tell_to_client, typed_in

LONG_AGO, TOLERATED = date(2026, 6, 12), date(2026, 7, 2)  # 110 and 90 days before the cut-off
WHO = "Philippe Arnoux (DG Industrie)"


def people(**changes: Any) -> tuple[Any, ...]:
    decider = {"decision_role": DecisionRole.DECISION_MAKER, "last_contact": LONG_AGO}
    named = {"name": "Philippe Arnoux", "function": "DG Industrie", "entity": "Industrie"}
    return (a_contact(**{**named, **decider, **changes}),)


def revenue(entity: str, amount: int, at: str = "T3_2026") -> Any:
    return a_figure_series(entity=entity, measure=FigureMeasure.REVENUE, quarters=quarters(**{at: amount}))


def nps(entity: str, score: int, **changes: Any) -> Any:
    return a_score(type=SurveyType.NPS, entity=entity, score=score, respondents=10, **changes)


def industry(**tables: Any) -> Any:
    """An entity of 29 % of revenue that answers 21 where the account answers 36, its head unmet and in no body."""
    sound: dict[str, Any] = {
        "entities": (an_entity(), an_entity(name="Industrie")),
        "contacts": people(),
        "bodies": (a_body(),),
        "figures": (revenue("Industrie", 290), revenue("Groupe", 710)),
        "satisfaction": (nps("Industrie", 21), nps("Groupe", 51)),
    }
    return a_plan(**{**sound, **tables})


def headline(plan: Any, key: str, language: Language = Language.FR) -> str:
    found = section(tell(typed_in(plan, language), language), key)
    assert found is not None
    return seen(found.headline)


def test_an_entity_is_read_across_the_tables() -> None:
    lead = (
        "Industrie, 29~% du CA~: NPS de_21, Philippe Arnoux (DG Industrie) sans contact depuis 110 jours et sans siège"
    )
    assert headline(industry(), "coverage") == f"{lead}~; aucune action ne lui est adressée"
    planned = an_action(ref="A-33", addressee="Philippe Arnoux", due=date(2026, 10, 14))
    assert headline(industry(actions=(planned,)), "coverage") == f"{lead}~; première action~: A=33, le_14/10/2026"
    english = "Industrie, 29% of revenue: NPS of 21, Philippe Arnoux (DG Industrie) not met for 110 days and on no body"
    assert headline(industry(), "coverage", Language.EN).replace("_", " ").startswith(english)


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"contacts": people(last_contact=TOLERATED)}, "NPS de_21, Philippe Arnoux (DG Industrie) sans siège"),
        ({"contacts": people(last_contact=None)}, "NPS de_21, Philippe Arnoux (DG Industrie) sans siège"),
        ({"satisfaction": (nps("Industrie", 36), nps("Groupe", 36))}, "~: Philippe Arnoux (DG Industrie) sans contact"),
        (
            {"satisfaction": (nps("Industrie", 21, measured=date(2025, 6, 30)),)},
            "~: Philippe Arnoux (DG Industrie) sans",
        ),
    ],
)
def test_a_sign_that_is_not_given_is_not_told(tables: dict[str, Any], said: str) -> None:
    assert said in headline(industry(**tables), "coverage")


@pytest.mark.parametrize(
    "tables",
    [
        {"figures": ()},
        {"figures": (revenue("Groupe", 710),)},
        {"figures": (revenue("Industrie", 290, "T2_2025"), revenue("Groupe", 710))},
        {"contacts": people(last_contact=TOLERATED), "satisfaction": ()},
        {"contacts": people(decision_role=DecisionRole.INFLUENCER)},
        {"bodies": (a_body(client_members=("Philippe Arnoux",)),)},
    ],
)
def test_without_revenue_or_a_second_sign_seats_alone_are_told(tables: dict[str, Any]) -> None:
    assert "du CA" not in headline(industry(**tables), "coverage")


def test_the_client_is_told_none_of_it() -> None:
    found = section(tell_to_client(industry()), "coverage")
    assert found is None


def test_the_action_told_is_the_first_open_one() -> None:
    person = people(attitude=Attitude.RESERVED, influence=4)
    name = {"addressee": "Philippe Arnoux"}
    late = an_action(ref="A-2", due=date(2026, 9, 15), **name)
    actions = (an_action(ref="A-1", due=None, **name), an_action(ref="A-9", due=date(2026, 10, 1), **name), late)
    found = section(tell(industry(contacts=person, actions=actions)), "people")
    assert found is not None
    said = seen(found.headlines["people/grid"])
    assert said.endswith("Philippe Arnoux~; première action~: A=2, en retard depuis le_15/09/2026")


@pytest.mark.parametrize(
    ("powers", "attitude", "said"),
    [
        ((Power.PROPOSES, Power.VETO, Power.SIGNS), Attitude.RESERVED, "Philippe Arnoux, sur la réserve, y a un veto"),
        (
            (Power.PROPOSES, Power.ADVISES, Power.SIGNS),
            Attitude.OPPONENT,
            "Philippe Arnoux, en opposition, y donne un avis",
        ),
        ((Power.PROPOSES, Power.VETO, Power.SIGNS), Attitude.NEUTRAL, "Hélène Castaing signe"),
        ((Power.PROPOSES, Power.ADVISES, Power.APPROVES), Attitude.NEUTRAL, "Hélène Castaing agit en dernier"),
    ],
)
def test_a_path_names_who_resists_else_who_signs(powers: tuple[Power, ...], attitude: Attitude, said: str) -> None:
    names = ("Marc Oberlin", "Philippe Arnoux", "Hélène Castaing")
    contacts = tuple(a_contact(name=name, attitude=attitude if name == names[1] else None) for name in names)
    rows = enumerate(zip(names, powers, strict=True), start=1)
    steps = tuple(an_approval_step(step=at, contact=name, power=power) for at, (name, power) in rows)
    assert headline(a_plan(contacts=contacts, approval_steps=steps), "decision-paths").endswith(f"~; {said}")


def test_what_is_to_win_says_which_deals_aim_at_it_and_what_a_rival_holds() -> None:
    cells = (a_potential(entity="Groupe", estimated_spend=300_000, incumbent=None, competitor="Ibertec"),)
    plan = a_plan(potential=cells, third_parties=(a_third_party(),))
    assert headline(plan, "whitespace").endswith("~; aucune affaire n’y est ouverte")
    assert headline(plan, "landscape").endswith("Ibertec~; 300_k€ par an sont à lui reprendre")
    lost, elsewhere = {"ref": "OPP-03", "stage": OpportunityStage.LOST}, {"ref": "OPP-04", "entity": "Industrie"}
    deals = (an_opportunity(), an_opportunity(ref="OPP-02", amount=50_000), an_opportunity(**lost))
    plan = plan.model_copy(update={"opportunities": (*deals, an_opportunity(**elsewhere))})
    assert headline(plan, "whitespace").endswith("~; deux affaires ouvertes y visent 150_k€")


def test_what_presses_says_who_takes_it_up() -> None:
    def threats(*refs: str | None) -> Any:
        rows = [
            a_swot_statement(quadrant=Quadrant.THREAT, statement=f"Menace {at}", objective=ref)
            for at, ref in enumerate(refs)
        ]
        return a_plan(swot=(*rows, a_swot_statement(objective=None)))

    assert headline(threats("OBJ-10", "OBJ-9"), "landscape").endswith("~; OBJ=9 et OBJ=10 y répondent")
    assert headline(threats("OBJ-10", None), "landscape").endswith("~; une sans objectif qui y réponde")
    assert headline(threats(None, None), "landscape").endswith("~; aucun objectif n’y répond")


def test_commitments_and_training_say_what_comes_first() -> None:
    levels = tuple(a_service_level(commitment=f"Rendre {at}", achieved=days) for at, days in enumerate((4, 6, 7)))
    planned = [a_training(topic=f"Sujet {at}", planned=day) for at, day in enumerate((None, date(2026, 10, 6)))]
    found = section(tell(a_plan(service_levels=levels, trainings=tuple(planned))), "animation")
    assert found is not None
    said = {key: seen(text) for key, text in found.headlines.items()}
    assert said["animation/sla"] == "Un engagement de service sur trois est tenu~; à reprendre d’abord~: rendre 1"
    assert said["animation/training"].endswith("~; la prochaine est le_06/10/2026, pour Claire Vasseur")
    overdue = a_training(topic="Sujet 3", planned=date(2026, 9, 29))
    found = section(tell(a_plan(trainings=(*planned, overdue))), "animation")
    assert found is not None
    assert found.headlines["animation/training"].endswith("une a dépassé sa date")


@pytest.mark.parametrize(("role", "is_shown"), [(RaciRole.ACCOUNTABLE, False), (RaciRole.INFORMED, True)])
def test_who_answers_for_what_is_a_slide_where_nobody_does(role: RaciRole, *, is_shown: bool) -> None:
    found = section(tell(a_plan(raci=(a_raci_assignment(role=role),))), "animation")
    assert found is not None
    assert bool(found.slide_blocks) is is_shown
    assert found.chapter_blocks
