"""The rules of the client edition, each on a plan made for it: rows, dependants, references, words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.editions import Redaction, redact
from generator.locales import Phrase
from generator.model.breach import Breach
from generator.model.choices import (
    BodyType,
    Calculation,
    ContractStatus,
    FigureMeasure,
    MeetingStatus,
    Share,
    SurveyType,
    Unit,
)
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan
from generator.model.schema import tables
from tests.builders import (
    a_body,
    a_client_goal,
    a_contact,
    a_contract,
    a_decision,
    a_figure_series,
    a_forbidden_word,
    a_kpi,
    a_meeting,
    a_message,
    a_plan,
    a_planned_meeting,
    a_raci_assignment,
    a_risk,
    a_score,
    a_third_party,
    an_account,
    an_action,
    an_amendment,
    an_objective,
    an_offer,
    an_opportunity,
    quarters,
    some_settings,
)

CLIENT = Share.CLIENT
DRAFT = a_contract(ref="CT-08", title="Reprise d’Iberia", status=ContractStatus.DRAFT)
GONE = a_contact(name="Gilles Fontaine", active=False)
OURS_ALONE = a_body(name="Revue interne", type=BodyType.INTERNAL)


def redacted(**tables_given: Any) -> Redaction:
    return redact(a_plan(**tables_given))


def told(redaction: Redaction) -> list[tuple[str, str, str]]:
    """Each breach as code, place and what it names."""
    return [(item.code, where(item.path), named(item)) for item in redaction.breaches]


def where(path: FieldPath) -> str:
    return "/".join((path.table, *path.key, path.field))


def named(item: Breach) -> str:
    value = next(value for name, value in item.named if name != "outcome")
    return ", ".join(map(str, value)) if isinstance(value, tuple) and not hasattr(value, "fr") else str(value)


def outcomes(redaction: Redaction) -> list[str]:
    said = [item.args.get("outcome") for item in redaction.breaches]
    return [phrase.key.rpartition(".")[2] for phrase in said if isinstance(phrase, Phrase)]


# --- rows -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", [spec.field for spec in tables() if spec.shared_row is None])
def test_a_table_without_a_shared_class_is_not_there(field: str) -> None:
    assert not hasattr(redacted().plan, field)


def test_a_row_is_shared_when_it_says_so_and_only_then() -> None:
    found = redacted(risks=(a_risk(), a_risk(ref="R-02", share=CLIENT), a_risk(ref="R-03", share=Share.INTERNAL)))
    assert [risk.ref for risk in found.plan.risks] == ["R-02"]
    assert found.hidden == {("risks", ("R-01",)), ("risks", ("R-03",))}


def test_drafts_departed_people_and_internal_bodies_stay() -> None:
    found = redacted(contracts=(a_contract(), DRAFT), contacts=(a_contact(), GONE), bodies=(a_body(), OURS_ALONE))
    assert [row.ref for row in found.plan.contracts] == ["CT-01"]
    assert [row.name for row in found.plan.contacts] == ["Hélène Castaing"]
    assert [row.name for row in found.plan.bodies] == ["COPIL"]
    assert found.breaches == ()


def test_of_the_figures_only_revenue_goes() -> None:
    revenue, margin, budget = (
        a_figure_series(measure=measure, quarters=quarters(T3_2026=amount))
        for measure, amount in ((FigureMeasure.REVENUE, 100), (FigureMeasure.MARGIN, 20), (FigureMeasure.BUDGET, 90))
    )
    assert redacted(figures=(revenue, margin, budget)).plan.figures == (revenue,)


@pytest.mark.parametrize("calculation", [Calculation.COVERAGE, Calculation.PENETRATION])
def test_a_kpi_of_the_whitespace_never_goes_and_says_so(calculation: Calculation) -> None:
    found = redacted(kpis=(a_kpi(calculation=calculation, share=CLIENT), a_kpi(ref="KPI-02", share=CLIENT)))
    assert [kpi.ref for kpi in found.plan.kpis] == ["KPI-02"]
    assert told(found) == [("E503", "kpis/KPI-01/share", str(calculation.label))]
    assert redacted(kpis=(a_kpi(calculation=calculation),)).breaches == ()


def test_words_for_a_section_that_is_internal_stay() -> None:
    own = [a_message(section=section, share=CLIENT) for section in ("kpis", " Pipeline ", "whitespace", "revenue")]
    found = redacted(messages=(*own, a_message(section="risks")))
    assert [row.section for row in found.plan.messages] == ["kpis", "revenue"]


# --- dependants -------------------------------------------------------------------------------------------------------


def test_amendments_fall_with_their_contract() -> None:
    found = redacted(
        contracts=(a_contract(), DRAFT), amendments=(an_amendment(), an_amendment(ref="AV-02", contract="CT-08"))
    )
    assert [row.ref for row in found.plan.amendments] == ["AV-01"]
    assert ("amendments", ("AV-02",)) in found.hidden
    assert found.breaches == ()


def test_meetings_and_decisions_fall_with_their_body() -> None:
    found = redacted(
        bodies=(a_body(), OURS_ALONE),
        meetings=(a_meeting(), a_meeting(ref="S-09", body="Revue interne")),
        decisions=(
            a_decision(ref="D-01", meeting="S-01", share=CLIENT),
            a_decision(ref="D-02", meeting="S-09"),
            a_decision(ref="D-03", meeting="S-09", share=CLIENT),
        ),
    )
    assert [row.ref for row in found.plan.meetings] == ["S-01"]
    assert [row.ref for row in found.plan.decisions] == ["D-01"]
    assert {key for table, (key,) in found.hidden if table == "decisions"} == {"D-02", "D-03"}
    assert told(found) == [("E501", "decisions/D-03/meeting", "S-09")]
    assert outcomes(found) == ["row"]


def test_a_role_given_to_a_departed_person_falls() -> None:
    found = redacted(contacts=(GONE,), raci=(a_raci_assignment(person=GONE.name, share=CLIENT),))
    assert found.plan.raci == ()
    assert told(found) == [("E501", "raci/Préparer le COPIL/Gilles Fontaine/person", "Gilles Fontaine")]


# --- references -------------------------------------------------------------------------------------------------------


def test_a_reference_to_what_stays_is_dropped_and_told() -> None:
    found = redacted(
        contacts=(a_contact(manager=GONE.name), GONE),
        contracts=(DRAFT,),
        client_goals=(a_client_goal(),),
        objectives=(an_objective(goal="ENJ-01", contract="CT-08", share=CLIENT), an_objective(ref="OBJ-02")),
        bodies=(a_body(client_members=("Hélène Castaing", GONE.name), objectives=("OBJ-01", "OBJ-02")),),
        meetings=(a_meeting(attendees=(GONE.name, "Claire Vasseur")),),
        actions=(an_action(addressee=GONE.name, objective="OBJ-01", share=CLIENT),),
    )
    (contact,), (objective,), (body,) = found.plan.contacts, found.plan.objectives, found.plan.bodies
    (meeting,), (action,) = found.plan.meetings, found.plan.actions
    assert contact.manager is None
    assert (objective.goal, objective.contract) == (None, None)
    assert (body.client_members, body.objectives) == (("Hélène Castaing",), ("OBJ-01",))
    assert meeting.attendees == ("Claire Vasseur",)
    assert (action.addressee, action.objective) == (None, "OBJ-01")
    assert sorted(told(found)) == [
        ("E501", "actions/A-01/addressee", "Gilles Fontaine"),
        ("E501", "bodies/COPIL/client_members", "Gilles Fontaine"),
        ("E501", "bodies/COPIL/objectives", "OBJ-02"),
        ("E501", "contacts/Hélène Castaing/manager", "Gilles Fontaine"),
        ("E501", "meetings/S-01/attendees", "Gilles Fontaine"),
        ("E501", "objectives/OBJ-01/contract", "CT-08"),
        ("E501", "objectives/OBJ-01/goal", "ENJ-01"),
    ]
    assert set(outcomes(found)) == {"reference"}


def test_a_reference_to_a_kpi_that_never_goes_is_dropped() -> None:
    kpi = a_kpi(calculation=Calculation.COVERAGE, share=CLIENT)
    found = redacted(kpis=(kpi,), actions=(an_action(kpi="KPI-01", share=CLIENT),))
    assert found.plan.actions[0].kpi is None
    assert [item.code for item in found.breaches] == ["E501", "E503"]


def test_an_internal_row_may_refer_to_anything_in_silence() -> None:
    assert redacted(contacts=(GONE,), actions=(an_action(addressee=GONE.name),)).breaches == ()


def test_a_name_that_stands_nowhere_is_dropped_in_silence() -> None:
    """Its link is already told unknown; it is no internal item."""
    found = redacted(
        raci=(a_raci_assignment(person="Inconnue", share=CLIENT),), actions=(an_action(owner="Inconnue", share=CLIENT),)
    )
    assert (found.plan.raci, found.plan.actions[0].owner, found.breaches) == ((), None, ())


def test_every_column_that_refers_is_followed() -> None:
    """Whatever a shared column may refer to, all of it hidden: nothing is referred to any more."""
    empty = redact(AccountPlan(account=an_account(), contacts=(a_contact(counterpart="Claire Vasseur"),)))
    assert empty.plan.contacts == ()  # its entity is nowhere
    assert empty.plan.account.manager == "Claire Vasseur"  # the form stands by itself


# --- rebuilt, never cast ----------------------------------------------------------------------------------------------


def test_every_row_is_of_its_shared_class_and_no_other(example: AccountPlan) -> None:
    plan = redact(example).plan
    for spec in tables():
        rows = getattr(plan, spec.field, ())
        assert {type(row) for row in (rows if isinstance(rows, tuple) else (rows,))} <= {spec.shared_row}


def test_what_goes_is_as_it_was(example: AccountPlan) -> None:
    plan, hidden = redact(example).plan, redact(example).hidden
    assert plan.account.client == example.account.client
    assert plan.tickets == example.tickets
    assert [row.ref for row in plan.actions] == [
        row.ref for row in example.actions if ("actions", row.key) not in hidden
    ]
    assert plan.period == example.period


def test_the_example_breaks_no_rule_of_the_edition(example: AccountPlan) -> None:
    assert redact(example).breaches == ()


# --- nothing can be worked out ----------------------------------------------------------------------------------------


def test_notice_periods_go_only_where_the_settings_allow() -> None:
    contract = a_contract(notice_months=3)
    kept = redacted(contracts=(contract,))
    assert (kept.plan.contracts[0].notice_months, kept.shows_notices) == (None, False)
    shown = redacted(contracts=(contract,), settings=some_settings(notice_visible_to_client=True))
    assert (shown.plan.contracts[0].notice_months, shown.shows_notices) == (3, True)


def test_a_breakdown_of_fewer_respondents_than_the_minimum_loses_its_entity() -> None:
    found = _entities(("Groupe", 20), ("Industrie", 4), ("Iberia", 1), (None, 30))
    assert found == ["Groupe", None, None, None]


def test_what_is_left_of_the_total_is_no_breakdown_of_a_few_either() -> None:
    # 3 would come out as total minus Groupe and Industrie: the smallest of these goes too, and 3 + 6 are enough
    assert _entities(("Groupe", 20), ("Industrie", 6), ("Iberia", 3)) == ["Groupe", None, None]
    # one entity whole stands for the total
    assert _entities(("Groupe", 20)) == ["Groupe"]
    assert _entities(("Groupe", 20), ("Iberia", 5)) == ["Groupe", "Iberia"]


def test_respondents_are_counted_by_quarter_and_survey() -> None:
    rows = [a_score(entity="Groupe", measured=date(2026, 9, day)) for day in range(1, 6)]
    others = [
        a_score(entity="Groupe", measured=date(2026, 6, 30)),
        a_score(entity="Groupe", type=SurveyType.CES, scale_max=5),
    ]
    found = redacted(satisfaction=(*rows, *others)).plan.satisfaction
    assert [row.entity for row in found] == ["Groupe"] * 5 + [None, None]


def test_the_minimum_is_that_of_the_settings() -> None:
    scores = (a_score(entity="Groupe", respondents=6, score=40),)
    entities = (a_plan().entities[0],)
    few = redacted(satisfaction=scores, entities=entities, settings=some_settings(respondents_minimum=7))
    assert few.plan.satisfaction[0].entity is None


def test_a_typed_value_that_only_all_rows_explain_does_not_leave() -> None:
    kpi = a_kpi(
        calculation=Calculation.MEETINGS,
        unit=Unit.PERCENT,
        filter="Fenêtre=1",
        quarters=quarters(T1_2026="0.8", T2_2026="0.5", T3_2026=1),
        share=CLIENT,
    )
    held = [a_meeting(ref="S-01"), a_meeting(ref="S-02", planned=date(2026, 5, 4), held=date(2026, 5, 4))]
    missed = a_meeting(
        ref="S-03", body="Revue interne", planned=date(2026, 5, 5), held=None, status=MeetingStatus.PLANNED
    )
    found = redacted(bodies=(a_body(), OURS_ALONE), meetings=(*held, missed), kpis=(kpi,))
    # T1: nothing to compute from, as before; T2: one meeting in two, but the client's one in one; T3: the same for both
    assert found.plan.kpis[0].quarters == quarters(T1_2026="0.8", T3_2026=1)


def test_a_typed_score_of_a_few_people_does_not_leave() -> None:
    kpi = a_kpi(
        calculation=Calculation.NPS,
        unit=Unit.POINTS,
        filter="Entité=Groupe",
        quarters=quarters(T3_2026=50),
        share=CLIENT,
    )
    few = redacted(kpis=(kpi,), satisfaction=(a_score(entity="Groupe", score=50, respondents=4),))
    assert few.plan.kpis[0].quarters == {}
    enough = redacted(kpis=(kpi,), satisfaction=(a_score(entity="Groupe", score=50, respondents=5),))
    assert enough.plan.kpis == (redacted(kpis=(kpi,)).plan.kpis)


def _entities(*answers: tuple[str | None, int]) -> list[str | None]:
    plan = a_plan()
    names = [name for name, _ in answers if name and name != "Groupe"]
    entities = (*plan.entities, *(plan.entities[0].model_copy(update={"name": name}) for name in names))
    scores = tuple(a_score(entity=name, respondents=count, score=5) for name, count in answers)
    return [row.entity for row in redacted(entities=entities, satisfaction=scores).plan.satisfaction]


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lancer le projet falcon au printemps", "Projet Falcon"),
        ("PROJET-FALCON", "Projet Falcon"),
        ("Répondre à l’offre d’Ibertec", "Ibertec"),
        ("Contrer IBERTEC", "Ibertec"),
        ("Signer OPP‑01 d’ici juin", "OPP-01"),
        ("Chiffrer l’extension du support", "Extension du support"),
        ("Préparer la Revue interne", "Revue interne"),
        ("Préparer le CODIR de mars", "CODIR"),
        ("Reprendre les dossiers de Gilles Fontaine", "Gilles Fontaine"),
        ("Relire CT-08", "CT-08"),
        ("Écrire à M. Castaing avant R-02", "R-02"),
    ],
)
def test_a_shared_text_that_tells_is_found(text: str, found: str) -> None:
    plan = _plan_with_secrets(actions=(an_action(action=text, share=CLIENT),))
    assert told(redact(plan)) == [("E502", "actions/A-01/action", found)]


@pytest.mark.parametrize(
    "text",
    [
        "Mettre le falcon en cage",  # half a phrase
        "Ibertecnia s’étend",  # a longer word
        "Tenir R-021 à jour",  # another reference
        "Il reste r 02 jours",  # not written as a reference
        "Former au support",  # one common word
        "Renforcer la marge de manœuvre",
        "Tenir la revue de juin",  # what a body is called, and many other things
    ],
)
def test_a_text_that_tells_nothing_is_not(text: str) -> None:
    assert redact(_plan_with_secrets(actions=(an_action(action=text, share=CLIENT),))).breaches == ()


def test_an_internal_text_may_say_anything() -> None:
    assert redact(_plan_with_secrets(actions=(an_action(action="Contrer Ibertec, projet Falcon"),))).breaches == ()


def test_what_the_client_sees_elsewhere_is_no_secret() -> None:
    plan = _plan_with_secrets(
        offers=(an_offer(), an_offer(name="Ibertec")),
        objectives=(an_objective(label="Extension du support", share=CLIENT),),
        actions=(an_action(action="Extension du support par Ibertec", share=CLIENT),),
    )
    assert redact(plan).breaches == ()


def test_a_competitor_is_found_even_where_it_is_the_whole_text() -> None:
    plan = _plan_with_secrets(contracts=(a_contract(scope="Ibertec"), DRAFT))
    assert told(redact(plan)) == [("E502", "contracts/CT-01/scope", "Ibertec")]


def test_a_word_is_forbidden_whoever_else_says_it() -> None:
    plan = _plan_with_secrets(offers=(an_offer(), an_offer(name="Projet Falcon")))
    assert told(redact(plan)) == [("E502", "offers/Projet Falcon/name", "Projet Falcon")]


def test_lists_messages_and_comments_are_searched_too() -> None:
    plan = _plan_with_secrets(
        bodies=(a_body(), OURS_ALONE),
        meetings=(a_planned_meeting(),),
        decisions=(a_decision(options=("Garder", "Prendre Ibertec"), share=CLIENT),),
        kpis=(a_kpi(comment="Voir OPP-01", share=CLIENT),),
        messages=(a_message(title="Nous passons devant Ibertec", share=CLIENT),),
    )
    assert sorted(told(redact(plan))) == [
        ("E502", "decisions/D-01/options", "Ibertec"),
        ("E502", "kpis/KPI-01/comment", "OPP-01"),
        ("E502", "messages/kpis/Client/title", "Ibertec"),
    ]


def _plan_with_secrets(**tables_given: Any) -> AccountPlan:
    secrets: dict[str, Any] = {
        "forbidden_words": (a_forbidden_word(),),
        "third_parties": (a_third_party(),),
        "opportunities": (an_opportunity(),),
        "contracts": (a_contract(), DRAFT),
        "contacts": (GONE,),
        "bodies": (OURS_ALONE, *(a_body(name=name, type=BodyType.INTERNAL) for name in ("Revue", "CODIR"))),
        "risks": (a_risk(ref="R-02"),),
    }
    return a_plan(**{**secrets, **tables_given})


# --- what is left out, counted ----------------------------------------------------------------------------------------


def test_what_is_left_out_is_counted_for_every_table() -> None:
    found = {item.table: item for item in redacted(risks=(a_risk(), a_risk(ref="R-02", share=CLIENT))).withheld}
    assert list(found) == [spec.field for spec in tables()]
    risks, deals, contracts, account = (found[name] for name in ("risks", "opportunities", "contracts", "account"))
    assert (risks.rows, risks.rows_left_out, risks.columns_left_out) == (2, 1, ("share",))
    assert (deals.rows, deals.rows_left_out, deals.columns_left_out) == (0, 0, ())
    assert contracts.columns_left_out == ("notice_months",)
    assert (account.rows, account.rows_left_out, account.columns_left_out) == (1, 0, ("ambition", "code"))
