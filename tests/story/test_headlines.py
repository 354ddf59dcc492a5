"""Headlines by rule, each case written by hand: none, one, many; the best, the worst; French and English.

``~`` stands for a narrow no-break space, ``_`` for a no-break space, ``=`` for a no-break hyphen. The plan is cut off
on 30/09/2026; its period is T3 2026.
"""

# ruff: noqa: E501 - a sentence reads on one line

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.locales import Language
from generator.model.choices import (
    ActionStatus,
    Attitude,
    BodyType,
    Cadence,
    ContractStatus,
    DecisionRole,
    DecisionStatus,
    Direction,
    FigureMeasure,
    MeetingStatus,
    ObjectiveStatus,
    ObjectiveType,
    OpportunityStage,
    OpportunityType,
    Power,
    Priority,
    Quadrant,
    RaciRole,
    Renewal,
    RiskStatus,
    ThirdPartyType,
    TrainingStatus,
    Unit,
)
from generator.model.quarter import Quarter
from tests.builders import (
    a_body,
    a_client_goal,
    a_contact,
    a_contract,
    a_decision,
    a_figure_series,
    a_kpi,
    a_meeting,
    a_planned_meeting,
    a_potential,
    a_raci_assignment,
    a_revision,
    a_risk,
    a_score,
    a_service_level,
    a_swot_statement,
    a_third_party,
    a_ticket_series,
    a_training,
    an_account,
    an_action,
    an_approval_step,
    an_entity,
    an_objective,
    an_opportunity,
    quarters,
)
from tests.story.telling import headline

Tables = dict[str, Any]


def check(key: str, tables: Tables, fr: str, en: str) -> None:
    assert headline(key, Language.FR, **tables) == fr
    assert headline(key, Language.EN, **tables) == en


# --- KPIs -------------------------------------------------------------------------------------------------------------


def good(ref: str = "KPI-01", **changes: Any) -> Any:
    return a_kpi(**{"ref": ref, "name": "Sites couverts", "target": 10, "quarters": quarters(T3_2026=12), **changes})


def bad(ref: str = "KPI-02", **changes: Any) -> Any:
    return a_kpi(
        **{
            "ref": ref,
            "name": "Incidents",
            "direction": Direction.DOWN,
            "target": 4,
            "quarters": quarters(T3_2026=7),
            **changes,
        }
    )


@pytest.mark.parametrize(
    ("kpis", "fr", "en"),
    [
        (
            (a_kpi(),),
            "Le KPI du plan n’a pas encore de mesure à comparer à une cible au T3_2026",
            "The plan’s KPI has no measure to compare with a target in Q3_2026 yet",
        ),
        (
            (a_kpi(), a_kpi(ref="KPI-02", quarters=quarters(T3_2026=8))),
            "Les 2 KPI du plan n’ont pas encore de mesure à comparer à une cible au T3_2026",
            "The plan’s 2 KPIs have no measure to compare with a target in Q3_2026 yet",
        ),
        ((good(),), "Le KPI suivi est à la cible au T3_2026", "The KPI is on target in Q3_2026"),
        (
            (good(), good("KPI-02"), a_kpi(ref="KPI-03")),
            "Deux KPI sur trois sont à la cible au T3_2026, sans mesure à comparer à une cible pour le reste",
            "Two of three KPIs are on target in Q3_2026, with no measure to compare with a target for the rest",
        ),
        (
            (good(), good("KPI-02")),
            "Les deux KPI sont à la cible au T3_2026",
            "Both KPIs are on target in Q3_2026",
        ),
        (
            (bad(),),
            "Le KPI suivi n’est pas à la cible~: «~Incidents~» est à_7 au T3_2026, pour une cible de_4 au plus",
            "The KPI is off target: “Incidents” stands at 7 in Q3_2026, against a target of 4 at most",
        ),
        (
            (bad(), bad("KPI-03", name="Rejets", quarters=quarters(T3_2026=40))),
            "Aucun des deux KPI n’est à la cible~: «~Rejets~» est à_40 au T3_2026, pour une cible de_4 au plus",
            "Neither of the two KPIs is on target: “Rejets” stands at 40 in Q3_2026, against a target of 4 at most",
        ),
        (
            (good(), bad()),
            "Un KPI sur deux est à la cible, mais «~Incidents~» est à_7 au T3_2026 pour une cible de_4 au plus",
            "One of two KPIs is on target, but “Incidents” stands at 7 in Q3_2026 against a target of 4 at most",
        ),
        (
            (
                good(),
                good("KPI-03"),
                bad("KPI-04", name="SLA tenus", direction=Direction.UP, unit=Unit.PERCENT, target="0.95",
                    quarters=quarters(T3_2026="0.9")),
            ),
            "Deux KPI sur trois sont à la cible, mais «~SLA tenus~» est à_90~% au T3_2026 pour une cible de_95~%",
            "Two of three KPIs are on target, but “SLA tenus” stands at 90% in Q3_2026 against a target of 95%",
        ),
    ],
)  # fmt: skip
def test_kpis(kpis: tuple[Any, ...], fr: str, en: str) -> None:
    check("kpis", {"kpis": kpis}, fr, en)


# --- contracts --------------------------------------------------------------------------------------------------------

NOTICE = {"end": date(2027, 1, 31), "notice_months": 3, "annual_amount": 250_000}  # notice on 31/10/2026
ENDING = {"end": date(2027, 6, 30), "annual_amount": 250_000}
LATER = {"ref": "CT-09", "end": date(2029, 12, 31), "annual_amount": 750_000}


@pytest.mark.parametrize(
    ("contracts", "fr", "en"),
    [
        (
            (a_contract(**NOTICE), a_contract(**LATER)),
            "Le préavis de CT=01 tombe le_31/10/2026~: il engage 250_k€ par an, soit 25~% du montant sous contrat",
            "The notice date of CT=01 falls on 31_Oct_2026: it commits €250k a year, 25% of the amount under contract",
        ),
        (
            (
                a_contract(**NOTICE),
                a_contract(**{**NOTICE, "ref": "CT-02", "end": date(2027, 2, 28)}),
                a_contract(**{**LATER, "annual_amount": 500_000}),
            ),
            "Deux préavis tombent d’ici le_28/11/2026~: ils engagent 500_k€ par an, soit 50~% du montant sous contrat",
            "Two notice dates fall by 28_Nov_2026: they commit €500k a year, 50% of the amount under contract",
        ),
        (
            (a_contract(**ENDING), a_contract(**LATER)),
            "Le contrat CT=01 finit le_30/06/2027~: il pèse 250_k€ par an, soit 25~% du montant sous contrat",
            "Contract CT=01 ends on 30_Jun_2027: it is worth €250k a year, 25% of the amount under contract",
        ),
        (
            (a_contract(**ENDING), a_contract(**{**ENDING, "ref": "CT-02", "end": date(2027, 9, 30)})),
            "Deux contrats finissent d’ici le_30/09/2027~: ils pèsent 500_k€ par an, soit 100~% du montant sous contrat",
            "Two contracts end by 30_Sep_2027: they are worth €500k a year, 100% of the amount under contract",
        ),
        (
            (a_contract(),),
            "Un contrat en vigueur représente 100_k€ par an~; il court jusqu’au_31/12/2027",
            "One contract in force is worth €100k a year; it runs until 31_Dec_2027",
        ),
        (
            (a_contract(), a_contract(**LATER)),
            "Deux contrats en vigueur représentent 850_k€ par an~; le premier finit le_31/12/2027",
            "Two contracts in force are worth €850k a year; the first ends on 31_Dec_2027",
        ),
        (
            (a_contract(end=None, renewal=Renewal.OPEN_ENDED),),
            "Un contrat en vigueur, sans terme, représente 100_k€ par an",
            "One open-ended contract in force is worth €100k a year",
        ),
        (
            (a_contract(status=ContractStatus.TERMINATED),),
            "Aucun contrat n’est en vigueur au_30/09/2026",
            "No contract is in force on 30_Sep_2026",
        ),
    ],
)
def test_contracts(contracts: tuple[Any, ...], fr: str, en: str) -> None:
    check("contracts", {"contracts": contracts}, fr, en)


# --- actions ----------------------------------------------------------------------------------------------------------

DUE_SOON = {"due": date(2026, 11, 15)}
CLOSED = {"status": ActionStatus.DONE, "progress": 1, "done": date(2026, 8, 1)}


@pytest.mark.parametrize(
    ("actions", "fr", "en"),
    [
        (
            (an_action(due=date(2026, 9, 29)),),
            "L’action du plan est en retard~: former les référents, attendue depuis 1 jour",
            "The plan’s action is late: former les référents, overdue by 1 day",
        ),
        (
            (an_action(due=date(2026, 9, 20)), an_action(ref="A-02", action="SOC à ouvrir", due=date(2026, 8, 31))),
            "Les deux actions sont en retard, dont la plus ancienne, SOC à ouvrir, attendue depuis 30 jours",
            "Both actions are late; the oldest, SOC à ouvrir, is overdue by 30 days",
        ),
        (
            (an_action(due=date(2026, 9, 20)), an_action(ref="A-02"), an_action(ref="A-03", status=ActionStatus.CANCELLED)),
            "Une action sur deux est en retard~: former les référents, attendue depuis 10 jours",
            "One of two actions is late, by 10 days: former les référents",
        ),
        (
            (an_action(due=date(2026, 9, 20)), an_action(ref="A-02", due=date(2026, 9, 1)), an_action(ref="A-03")),
            "Deux actions sur trois sont en retard, dont la plus ancienne, former les référents, attendue depuis 29 jours",
            "Two of three actions are late, the oldest by 29 days: former les référents",
        ),
        (
            (an_action(status=ActionStatus.BLOCKED),),
            "Aucune action n’est en retard, mais une est bloquée~: former les référents",
            "No action is late, but one is blocked: former les référents",
        ),
        (
            (an_action(status=ActionStatus.BLOCKED), an_action(ref="A-02", status=ActionStatus.BLOCKED)),
            "Aucune action n’est en retard, mais deux sont bloquées, dont former les référents",
            "No action is late, but two are blocked, including former les référents",
        ),
        (
            (an_action(**DUE_SOON),),
            "Aucune action n’est en retard~; une est attendue sous 90 jours~: former les référents, le_15/11/2026",
            "No action is late; one is due within 90 days: former les référents, on 15_Nov_2026",
        ),
        (
            (an_action(**DUE_SOON), an_action(ref="A-02", action="Ouvrir le portail", due=date(2026, 10, 10))),
            "Aucune action n’est en retard~; deux sont attendues sous 90 jours, d’abord ouvrir le portail, le_10/10/2026",
            "No action is late; two are due within 90 days, starting with ouvrir le portail, on 10_Oct_2026",
        ),
        ((an_action(),), "Une action est ouverte, aucune n’est en retard", "One action is open and is not late"),
        (
            (an_action(), an_action(ref="A-02")),
            "Deux actions sont ouvertes, aucune n’est en retard",
            "Two actions are open and none is late",
        ),
        ((an_action(**CLOSED),), "L’action du plan est close", "The plan’s action is closed"),
        (
            tuple(an_action(ref=f"A-{rank:02}", **CLOSED) for rank in range(1, 18)),
            "Les 17 actions du plan sont closes",
            "All 17 actions of the plan are closed",
        ),
    ],
)  # fmt: skip
def test_actions(actions: tuple[Any, ...], fr: str, en: str) -> None:
    check("actions", {"actions": actions}, fr, en)


# --- risks ------------------------------------------------------------------------------------------------------------

GRAVE = {"probability": 4, "impact": 4}


@pytest.mark.parametrize(
    ("risks", "fr", "en"),
    [
        (
            (a_risk(**GRAVE),),
            "Le risque ouvert est critique~: R=01, départ du référent (16 sur_25)",
            "The open risk is critical: R=01, départ du référent (16 out of 25)",
        ),
        (
            (a_risk(**GRAVE), a_risk(ref="R-02", probability=5, impact=5)),
            "Les deux risques ouverts sont critiques, d’abord R=02, départ du référent (25 sur_25)",
            "Both open risks are critical, starting with R=02, départ du référent (25 out of 25)",
        ),
        (
            (a_risk(**GRAVE), a_risk(ref="R-02")),
            "Un risque ouvert sur deux est critique~: R=01, départ du référent (16 sur_25)",
            "One of two open risks is critical: R=01, départ du référent (16 out of 25)",
        ),
        (
            (a_risk(probability=3, impact=5), a_risk(ref="R-02", **GRAVE), a_risk(ref="R-03")),
            "Deux risques ouverts sur trois sont critiques, d’abord R=02, départ du référent (16 sur_25)",
            "Two of three open risks are critical, starting with R=02, départ du référent (16 out of 25)",
        ),
        (
            (a_risk(),),
            "Un risque est ouvert, sans être critique~: R=01, départ du référent (6 sur_25)",
            "One risk is open, not critical: R=01, départ du référent (6 out of 25)",
        ),
        (
            (a_risk(), a_risk(ref="R-02", probability=3)),
            "Deux risques sont ouverts, aucun n’est critique~; le premier est R=02, départ du référent (9 sur_25)",
            "Two risks are open and none is critical; the highest is R=02, départ du référent (9 out of 25)",
        ),
        (
            (a_risk(status=RiskStatus.CLOSED),),
            "Le risque du registre est clos ou maîtrisé",
            "The register’s risk is closed or mitigated",
        ),
        (
            (a_risk(status=RiskStatus.CLOSED), a_risk(ref="R-02", status=RiskStatus.MITIGATED)),
            "Les deux risques du registre sont clos ou maîtrisés",
            "Both risks of the register are closed or mitigated",
        ),
    ],
)
def test_risks(risks: tuple[Any, ...], fr: str, en: str) -> None:
    check("risks", {"risks": risks}, fr, en)


# --- objectives -------------------------------------------------------------------------------------------------------

# From 0 to 10, due on 31/12/2026: by 30/09/2026 three quarters of the year are gone, so 8 keeps pace and 3 lags.
LAGGING = {"measure": "Sites couverts", "current": 3}


@pytest.mark.parametrize(
    ("objectives", "fr", "en"),
    [
        ((an_objective(),), "L’objectif suivi tient le rythme", "The objective is on track"),
        (
            (an_objective(), an_objective(ref="OBJ-02")),
            "Les deux objectifs mesurés tiennent le rythme",
            "Both measured objectives are on track",
        ),
        (
            (an_objective(**LAGGING),),
            "L’objectif suivi ne tient pas le rythme~: «~Sites couverts~» en est à_3_sites pour une cible de_10_sites",
            "The objective is behind: “Sites couverts” stands at 3_sites against a target of 10_sites",
        ),
        (
            (an_objective(), an_objective(ref="OBJ-02", measure="Appels résolus", current=0)),
            "Un objectif sur deux tient le rythme, mais «~Appels résolus~» n’a pas encore quitté son point de départ",
            "One of two objectives is on track, but “Appels résolus” has not left its starting point yet",
        ),
        (
            (an_objective(), *(an_objective(ref=f"OBJ-0{rank}", current=None) for rank in (2, 3, 4))),
            "Un objectif sur quatre tient le rythme~; le reste ne se juge pas encore",
            "One of four objectives is on track; the rest cannot be judged yet",
        ),
        (
            (
                an_objective(),
                an_objective(ref="OBJ-02"),
                an_objective(ref="OBJ-03", status=ObjectiveStatus.NOT_STARTED),
            ),
            "Deux objectifs sur trois tiennent le rythme~; le reste ne se juge pas encore",
            "Two of three objectives are on track; the rest cannot be judged yet",
        ),
        (
            (an_objective(), an_objective(ref="OBJ-02", status=ObjectiveStatus.DROPPED)),
            "L’objectif suivi tient le rythme",
            "The objective is on track",
        ),
        (
            (an_objective(status=ObjectiveStatus.NOT_STARTED),),
            "Un objectif est fixé~; son avancement ne se juge pas encore",
            "One objective is set; its progress cannot be judged yet",
        ),
        (
            (an_objective(current=None), an_objective(ref="OBJ-02", status=ObjectiveStatus.DROPPED)),
            "Un objectif est fixé~; son avancement ne se juge pas encore",
            "One objective is set; its progress cannot be judged yet",
        ),
        (
            (an_objective(current=None), an_objective(ref="OBJ-02", status=ObjectiveStatus.NOT_STARTED)),
            "Deux objectifs sont fixés~; leur avancement ne se juge pas encore",
            "Two objectives are set; their progress cannot be judged yet",
        ),
        (
            (an_objective(status=ObjectiveStatus.DROPPED),),
            "L’objectif du plan est abandonné",
            "The plan’s objective has been dropped",
        ),
        (
            (an_objective(current=-2),),
            "L’objectif suivi ne tient pas le rythme~: «~Sites couverts~» s’est éloigné de la cible depuis le départ",
            "The objective is behind: “Sites couverts” has moved away from its target since the start",
        ),
        (
            (an_objective(current=None, status=ObjectiveStatus.MISSED),),
            "L’objectif suivi ne tient pas le rythme~: «~Sites couverts~» a manqué sa cible",
            "The objective is behind: “Sites couverts” has missed its target",
        ),
        (
            (
                an_objective(current=None, status=ObjectiveStatus.MISSED),
                an_objective(ref="OBJ-02", status=ObjectiveStatus.NOT_STARTED),
            ),
            "Le seul objectif que l’on peut juger ne tient pas le rythme~: «~Sites couverts~» a manqué sa cible",
            "The only objective that can be judged is behind: “Sites couverts” has missed its target",
        ),
        (
            (
                an_objective(**LAGGING),
                an_objective(ref="OBJ-02", **LAGGING),
                *(an_objective(ref=f"OBJ-0{rank}", current=None) for rank in (3, 4)),
            ),
            (
                "Aucun des deux objectifs que l’on peut juger ne tient le rythme~: "
                "«~Sites couverts~» en est à_3_sites pour une cible de_10_sites"
            ),
            (
                "Neither of the two objectives that can be judged is on track: "
                "“Sites couverts” stands at 3_sites against a target of 10_sites"
            ),
        ),
    ],
)
def test_objectives(objectives: tuple[Any, ...], fr: str, en: str) -> None:
    check("objectives", {"objectives": objectives}, fr, en)


# --- decisions --------------------------------------------------------------------------------------------------------

APPLIED = {"status": DecisionStatus.APPLIED}
TAKEN = {"status": DecisionStatus.TAKEN, "due": date(2026, 12, 1)}
OVERDUE = {"status": DecisionStatus.TAKEN, "due": date(2026, 9, 1)}
REJECTED = {"status": DecisionStatus.REJECTED}


def decisions(*kinds: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(a_decision(ref=f"D-{rank:02}", **kind) for rank, kind in enumerate(kinds, start=1))


@pytest.mark.parametrize(
    ("kinds", "fr", "en"),
    [
        ((APPLIED,), "La décision prise est appliquée", "The decision taken is applied"),
        ((APPLIED, APPLIED), "Les deux décisions prises sont appliquées", None),
        ((TAKEN,), "La décision prise reste à appliquer", "The decision taken is still to be applied"),
        (
            (TAKEN, TAKEN),
            "Les deux décisions prises restent à appliquer, aucune n’est en retard",
            "Neither of the two decisions taken is applied yet, and none is late",
        ),
        (
            (APPLIED, TAKEN),
            "Une décision prise sur deux est appliquée, aucune autre n’est en retard",
            "One of two decisions taken is applied, and none of the others is late",
        ),
        (
            (APPLIED, APPLIED, TAKEN),
            "Deux décisions prises sur trois sont appliquées, aucune autre n’est en retard",
            "Two of three decisions taken are applied, and none of the others is late",
        ),
        (
            (APPLIED, OVERDUE),
            "Une décision prise sur deux est appliquée~; une a dépassé son échéance~: D=02, reconduire CT=01",
            "One of two decisions taken is applied; one is past due: D=02, reconduire CT=01",
        ),
        (
            (APPLIED, APPLIED, OVERDUE, OVERDUE),
            (
                "Deux décisions prises sur quatre sont appliquées~; deux ont dépassé leur échéance, "
                "d’abord D=03, reconduire CT=01"
            ),
            None,
        ),
        (
            (OVERDUE,),
            "Aucune décision prise n’est appliquée et une a dépassé son échéance~: D=01, reconduire CT=01",
            None,
        ),
        (
            (OVERDUE, OVERDUE),
            "Aucune décision prise n’est appliquée et deux ont dépassé leur échéance, d’abord D=01, reconduire CT=01",
            None,
        ),
        ((REJECTED,), "La décision présentée a été rejetée", None),
        ((REJECTED, REJECTED), "Les deux décisions présentées ont été rejetées", None),
        ((APPLIED, REJECTED), "La décision prise est appliquée", "The decision taken is applied"),
    ],
)
def test_decisions_taken(kinds: tuple[dict[str, Any], ...], fr: str, en: str | None) -> None:
    tables: Tables = {"decisions": decisions(*kinds)}
    assert headline("decisions-past", Language.FR, **tables) == fr
    if en is not None:
        assert headline("decisions-past", Language.EN, **tables) == en


@pytest.mark.parametrize(
    ("kinds", "fr", "en"),
    [
        (
            ({},),
            "Une décision est attendue aujourd’hui~: reconduire CT=01",
            "One decision is needed today: reconduire CT=01",
        ),
        (
            ({"stake": "1,65 M€ par an"},),
            "Une décision est attendue aujourd’hui (1,65_M€ par an)~: reconduire CT=01",
            None,
        ),
        (
            ({}, {}),
            "Deux décisions sont attendues aujourd’hui, d’abord~: reconduire CT=01",
            "Two decisions are needed today, starting with reconduire CT=01",
        ),
        (
            ({"stake": "1,65 M€ par an"}, {}),
            "Deux décisions sont attendues aujourd’hui~; la première, reconduire CT=01, engage 1,65_M€ par an",
            None,
        ),
        (
            ({}, {"stake": "1,65 M€ par an"}),
            "Deux décisions sont attendues aujourd’hui, d’abord~: reconduire CT=01",
            None,
        ),
    ],
)
def test_decisions_asked(kinds: tuple[dict[str, Any], ...], fr: str, en: str | None) -> None:
    tables: Tables = {"decisions": decisions(*kinds), "bodies": (a_body(),), "meetings": (a_planned_meeting(),)}
    assert headline("decisions-next", Language.FR, **tables) == fr
    if en is not None:
        assert headline("decisions-next", Language.EN, **tables) == en


@pytest.mark.parametrize(
    ("tables", "fr", "en"),
    [
        ({}, "Une décision est à prendre~: reconduire CT=01", "One decision is to be taken: reconduire CT=01"),
        (
            {"bodies": (a_body(),), "meetings": (a_planned_meeting(), a_planned_meeting(ref="S-09"))},
            "Deux décisions sont à prendre, d’abord~: reconduire CT=01",
            "Two decisions are to be taken, starting with reconduire CT=01",
        ),
    ],
)
def test_decisions_of_another_meeting_are_not_asked_today(tables: Tables, fr: str, en: str) -> None:
    kinds: tuple[dict[str, Any], ...] = ({}, {"meeting": "S-09"}) if tables else ({"meeting": "S-09"},)
    check("decisions-next", {"decisions": decisions(*kinds), **tables}, fr, en)


# --- quality ----------------------------------------------------------------------------------------------------------


def score(value: int, day: date = date(2026, 9, 15)) -> Any:
    return a_score(score=value, respondents=20, measured=day)


def p1(**values: int) -> Any:
    return a_ticket_series(priority=Priority.P1, quarters=quarters(**values))


@pytest.mark.parametrize(
    ("tables", "fr", "en"),
    [
        ({"satisfaction": (score(42),)}, "Le NPS est à_42 au T3_2026", "NPS stands at 42 in Q3_2026"),
        (
            {"satisfaction": (score(33, date(2025, 9, 10)), score(42))},
            "Le NPS monte à_42 au T3_2026, contre 33 un an plus tôt",
            "NPS rises to 42 in Q3_2026, from 33 a year earlier",
        ),
        (
            {"satisfaction": (score(42, date(2025, 9, 10)), score(-5))},
            "Le NPS descend à_−5 au T3_2026, contre 42 un an plus tôt",
            "NPS falls to −5 in Q3_2026, from 42 a year earlier",
        ),
        (
            {"satisfaction": (score(42, date(2025, 9, 10)), score(42))},
            "Le NPS reste à_42 au T3_2026",
            "NPS stays at 42 in Q3_2026",
        ),
        ({"tickets": (p1(T3_2026=1),)}, "Un ticket P1 a été ouvert au T3_2026", "One P1 ticket was opened in Q3_2026"),
        (
            {"tickets": (p1(T2_2026=5, T3_2026=7),)},
            "7 tickets P1 ont été ouverts au T3_2026, contre 5 le trimestre précédent",
            "7 P1 tickets were opened in Q3_2026, against 5 the quarter before",
        ),
        (
            {"tickets": (p1(T2_2026=5, T3_2026=0),)},
            "Aucun ticket P1 n’a été ouvert au T3_2026, contre 5 le trimestre précédent",
            "No P1 ticket was opened in Q3_2026, against 5 the quarter before",
        ),
        ({"tickets": (p1(T3_2026=0),)}, "Aucun ticket P1 n’a été ouvert au T3_2026", "No P1 ticket was opened in Q3_2026"),
        (
            {"tickets": (a_ticket_series(quarters=quarters(T3_2026=1200)),)},
            "1~200 tickets ont été ouverts au T3_2026",
            "1,200 tickets were opened in Q3_2026",
        ),
        (
            {"tickets": (a_ticket_series(quarters=quarters(T3_2026=0)),)},
            "Aucun ticket n’a été ouvert au T3_2026",
            "No ticket was opened in Q3_2026",
        ),
        (
            {"satisfaction": (score(42),), "tickets": (p1(T3_2026=7),)},
            "Le NPS est à_42 au T3_2026~; 7 tickets P1 ont été ouverts au T3_2026",
            "NPS stands at 42 in Q3_2026; 7 P1 tickets were opened in Q3_2026",
        ),
    ],
)  # fmt: skip
def test_quality(tables: Tables, fr: str, en: str) -> None:
    check("quality", tables, fr, en)


# --- revenue ----------------------------------------------------------------------------------------------------------


def sold(offer: str = "Support", **values: int) -> Any:
    return a_figure_series(offer=offer, quarters=quarters(**values))


def earned(**values: int) -> Any:
    return a_figure_series(measure=FigureMeasure.MARGIN, quarters=quarters(**values))


@pytest.mark.parametrize(
    ("figures", "fr", "en"),
    [
        ((sold(T3_2026=850),), "Le CA atteint 850~€ au T3_2026", "Revenue reaches €850 in Q3_2026"),
        (
            (sold(T3_2025=400_000, T3_2026=500_000),),
            "Le CA atteint 500_k€ au T3_2026 (+25~% en un an), porté par l’offre Support",
            "Revenue reaches €500k in Q3_2026 (+25% in a year), driven by Support",
        ),
        (
            (sold(T3_2025=400_000, T3_2026=500_000), earned(T3_2026=100_000)),
            "Le CA atteint 500_k€ au T3_2026 (+25~% en un an) et la marge 20~%, portés par l’offre Support",
            None,
        ),
        (
            (sold(T3_2025=500_000, T3_2026=400_000), earned(T3_2026=100_000)),
            "Le CA recule à_400_k€ au T3_2026 (−20~% en un an), sous l’effet de l’offre Support~; la marge est de_25~%",
            None,
        ),
        (
            (sold(T3_2025=400_000, T3_2026=400_000),),
            "Le CA est de_400_k€ au T3_2026 (0~% en un an)",
            None,
        ),
    ],
)
def test_revenue(figures: tuple[Any, ...], fr: str, en: str | None) -> None:
    assert headline("revenue", Language.FR, figures=figures) == fr
    if en is not None:
        assert headline("revenue", Language.EN, figures=figures) == en


# --- people, bodies, coverage -----------------------------------------------------------------------------------------

DECIDER = {"decision_role": DecisionRole.DECISION_MAKER}
FRIEND = {**DECIDER, "attitude": Attitude.SUPPORTER}


@pytest.mark.parametrize(
    ("contacts", "fr", "en"),
    [
        ((a_contact(),), "Un interlocuteur est connu, sans décideur identifié", "One contact is known, with no decision maker identified"),
        ((a_contact(**FRIEND),), "Le seul décideur nous soutient et personne ne s’oppose", "The only decision maker supports us and nobody is against us"),
        ((a_contact(**DECIDER),), "Le seul décideur ne nous est pas encore acquis", "The only decision maker is not won over yet"),
        (
            (a_contact(**FRIEND), a_contact(name="Marc Oberlin", **FRIEND)),
            "Les deux décideurs nous soutiennent et personne ne s’oppose",
            "Both decision makers support us and nobody is against us",
        ),
        (
            (a_contact(**FRIEND), a_contact(name="Marc Oberlin", **DECIDER)),
            "Un décideur sur deux nous soutient et personne ne s’oppose",
            "One of two decision makers supports us and nobody is against us",
        ),
        (
            (a_contact(**DECIDER), a_contact(name="Marc Oberlin", **DECIDER)),
            "Aucun des deux décideurs ne nous est encore acquis",
            "Neither of the two decision makers is won over yet",
        ),
        (
            (a_contact(**FRIEND), a_contact(name="Olivier Brun", function="Acheteur", attitude=Attitude.OPPONENT)),
            "Le seul décideur nous soutient~; première réserve~: Olivier Brun (Acheteur)",
            "The only decision maker supports us; first to win over: Olivier Brun (Acheteur)",
        ),
    ],
)  # fmt: skip
def test_people(contacts: tuple[Any, ...], fr: str, en: str) -> None:
    check("people", {"contacts": contacts}, fr, en)


def test_paths() -> None:
    steps = (
        an_approval_step(delay_days=1),
        an_approval_step(purchase_type="Achat de licences", contact="Marc Oberlin"),
    )
    check(
        "decision-paths",
        {"approval_steps": steps},
        "Le circuit le plus long, renouvellement, compte une étape et 1 jour~; Hélène Castaing signe",
        "The longest path, renouvellement, has one step and takes 1 day; Hélène Castaing signs",
    )
    two = (an_approval_step(step=1, power=Power.ADVISES), an_approval_step(step=2, contact="Marc Oberlin"))
    check(
        "decision-paths",
        {"approval_steps": two},
        "Le circuit le plus long, renouvellement, compte deux étapes~; Marc Oberlin signe",
        "The longest path, renouvellement, has two steps; Marc Oberlin signs",
    )


@pytest.mark.parametrize(
    ("held", "fr", "en"),
    [
        (
            (True, True),
            "2 séances sur_2 prévues ont été tenues sur quatre trimestres",
            "2 meetings of 2 planned were held over four quarters",
        ),
        (
            (False, True),
            "1 séance sur_2 prévues a été tenue sur quatre trimestres",
            "1 meeting of 2 planned was held over four quarters",
        ),
        (
            (True, False),
            "1 séance sur_2 prévues a été tenue sur quatre trimestres~; l’instance hors cadence est COPIL",
            "1 meeting of 2 planned was held over four quarters; the body off its usual cadence is COPIL",
        ),
        (
            (False, False),
            "0 séance sur_2 prévues a été tenue sur quatre trimestres~; l’instance hors cadence est COPIL",
            "0 meetings of 2 planned were held over four quarters; the body off its usual cadence is COPIL",
        ),
    ],
)
def test_governance(held: tuple[bool, bool], fr: str, en: str) -> None:
    """A quarterly body may wait 92 days and a quarter of that more: from 15/04 to 30/09, 168 days, is too long."""
    days = (date(2026, 4, 15), date(2026, 7, 15))
    meetings = tuple(
        a_meeting(
            ref=f"S-{rank}",
            planned=day,
            held=day if was else None,
            status=MeetingStatus.HELD if was else MeetingStatus.PLANNED,
        )
        for rank, (day, was) in enumerate(zip(days, held, strict=True))
    )
    check("governance", {"bodies": (a_body(),), "meetings": meetings}, fr, en)


def test_governance_of_several_bodies_off_cadence_and_without_a_meeting() -> None:
    bodies = (a_body(), a_body(name="Suivi", type=BodyType.FOLLOW_UP, cadence=Cadence.MONTHLY))
    meetings = (
        a_meeting(planned=date(2026, 1, 15), held=date(2026, 1, 15)),
        a_meeting(ref="S-02", body="Suivi", planned=date(2026, 1, 20), held=date(2026, 1, 20)),
    )
    check(
        "governance",
        {"bodies": bodies, "meetings": meetings},
        "2 séances sur_2 prévues ont été tenues sur quatre trimestres~; 2 instances sont hors cadence~: COPIL et Suivi",
        "2 meetings of 2 planned were held over four quarters; 2 bodies are off their usual cadence: COPIL and Suivi",
    )
    check(
        "governance",
        {"bodies": bodies},
        "Deux instances sont définies, sans séance prévue à ce jour",
        "Two bodies are defined, with no meeting planned so far",
    )


@pytest.mark.parametrize(
    ("names", "seated", "fr", "en"),
    [
        (("Ada",), ("Ada",), "Le décideur connu siège dans une instance", "The known decision maker sits on a body"),
        (
            ("Ada",),
            (),
            "Le seul décideur connu ne siège nulle part~: Ada (Directrice générale)~; aucune action ne lui est adressée",
            "The only known decision maker sits on no body: Ada (Directrice générale); no action is addressed to them",
        ),
        (
            ("Ada", "Bob"),
            ("Ada", "Bob"),
            "Les deux décideurs connus siègent tous dans une instance",
            "Both known decision makers sit on a body",
        ),
        (
            ("Ada", "Bob"),
            ("Ada",),
            "Un décideur sur deux ne siège nulle part~: Bob (Directrice générale)~; aucune action ne lui est adressée",
            "One of two decision makers sits on no body: Bob (Directrice générale); no action is addressed to them",
        ),
        (
            ("Ada", "Bob"),
            (),
            "Aucun des deux décideurs connus ne siège dans une instance, d’abord Ada (Directrice générale)~; aucune action ne lui est adressée",
            "Neither of the two known decision makers sits on a body, starting with Ada (Directrice générale); no action is addressed to them",
        ),
    ],
)
def test_coverage(names: tuple[str, ...], seated: tuple[str, ...], fr: str, en: str) -> None:
    contacts = tuple(a_contact(name=name, **DECIDER) for name in names)
    check("coverage", {"contacts": contacts, "bodies": (a_body(client_members=seated),)}, fr, en)


def test_coverage_without_a_decision_maker() -> None:
    check(
        "coverage",
        {"contacts": (a_contact(),), "bodies": (a_body(),)},
        "Aucun décideur n’est identifié parmi les interlocuteurs",
        "No decision maker is identified among contacts",
    )


# --- selling ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tables", "fr"),
    [
        ({"potential": (a_potential(),)}, "Aucune dépense estimée ne reste à capter"),
        (
            {"potential": (a_potential(estimated_spend=80_000),)},
            "80_k€ par an restent à capter, tous chez Groupe~; aucune affaire n’y est ouverte",
        ),
        (
            {
                "entities": (an_entity(), an_entity(name="Iberia")),
                "potential": (
                    a_potential(estimated_spend=25_000),
                    a_potential(entity="Iberia", estimated_spend=75_000),
                ),
            },
            "100_k€ par an restent à capter, dont 75~% chez Iberia~; aucune affaire n’y est ouverte",
        ),
        (
            {
                "entities": (an_entity(), an_entity(name="Iberia")),
                "third_parties": (a_third_party(),),
                "potential": (
                    a_potential(estimated_spend=25_000),
                    a_potential(entity="Iberia", estimated_spend=75_000, competitor="Ibertec"),
                ),
            },
            "100_k€ par an restent à capter, dont 75~% chez Iberia, où Ibertec tient Cloud~; aucune affaire n’y est ouverte",
        ),
    ],
)
def test_whitespace(tables: Tables, fr: str) -> None:
    assert headline("whitespace", **tables) == fr


GAP = {"type": ObjectiveType.UP_SELL, "unit": "€", "baseline": 0, "current": 0, "target": 90_000}


@pytest.mark.parametrize(
    ("tables", "fr"),
    [
        ({"opportunities": (an_opportunity(),)}, "Une affaire ouverte pèse 50_k€ pondérés"),
        (
            {"opportunities": (an_opportunity(), an_opportunity(ref="OPP-02"))},
            "Deux affaires ouvertes pèsent 100_k€ pondérés",
        ),
        (
            {"opportunities": (an_opportunity(objective="OBJ-01"),), "objectives": (an_objective(**GAP),)},
            "L’affaire ouverte liée à OBJ=01 pèse 50_k€ pondérés~: il manque 40_k€ pour combler l’écart de_90_k€",
        ),
        (
            {"opportunities": (an_opportunity(),), "objectives": (an_objective(**GAP),)},
            "Aucune affaire ouverte n’est liée à OBJ=01~: l’écart de_90_k€ reste entier",
        ),
        (
            {
                "opportunities": (an_opportunity(objective="OBJ-01"), an_opportunity(ref="OPP-02", objective="OBJ-02")),
                "objectives": (an_objective(**GAP), an_objective(ref="OBJ-02", **{**GAP, "target": 40_000})),
            },
            "Les deux affaires ouvertes liées à OBJ=01 et OBJ=02 pèsent 100_k€ pondérés pour un écart de_130_k€~: il manque 40_k€ à OBJ=01",
        ),
        (
            {
                "opportunities": (
                    an_opportunity(objective="OBJ-01"),
                    an_opportunity(ref="OPP-02", objective="OBJ-01"),
                    an_opportunity(ref="OPP-03", type=OpportunityType.RENEWAL),
                ),
                "objectives": (an_objective(**GAP),),
            },
            "Les deux affaires ouvertes liées à OBJ=01 pèsent 100_k€ pondérés et couvrent l’écart de_90_k€",
        ),
        ({"opportunities": (an_opportunity(stage=OpportunityStage.LOST),)}, "L’affaire suivie est close"),
    ],
)
def test_pipeline(tables: Tables, fr: str) -> None:
    assert headline("pipeline", **tables) == fr


@pytest.mark.parametrize(
    ("tables", "fr"),
    [
        ({"swot": (a_swot_statement(),)}, "Une force porte le compte~: équipe stable"),
        (
            {
                "swot": (
                    a_swot_statement(),
                    *(a_swot_statement(quadrant=Quadrant.THREAT, statement=one) for one in "ab"),
                )
            },
            "Deux menaces pèsent sur le compte, d’abord~: a~; aucun objectif n’y répond",
        ),
        (
            {"third_parties": (a_third_party(type=ThirdPartyType.PARTNER),)},
            "Aucun concurrent n’est recensé chez ce client",
        ),
        ({"third_parties": (a_third_party(),)}, "Un concurrent est présent~: Ibertec"),
        (
            {"third_parties": (a_third_party(threat=4, entities=("Groupe",)),)},
            "Un concurrent est présent~: Ibertec, menace 4 sur_5 chez Groupe",
        ),
        (
            {"third_parties": (a_third_party(threat=2), a_third_party(name="Securia", threat=4))},
            "Deux concurrents sont présents, d’abord Securia",
        ),
    ],
)
def test_landscape(tables: Tables, fr: str) -> None:
    assert headline("landscape", **tables) == fr


# --- next steps and agenda --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tables", "fr", "en"),
    [
        (
            # the following committee, and only it, in the fourth month
            {
                "bodies": (a_body(),),
                "meetings": (a_planned_meeting(), a_planned_meeting(ref="S-03", planned=date(2027, 1, 31))),
                "actions": (an_action(due=date(2027, 1, 14)),),
            },
            (
                "Après le COPIL du_15/10/2026, le suivant se tient le_31/01/2027~; d’ici le_31/01/2027, "
                "le calendrier compte une action"
            ),
            (
                "After the steering committee of 15_Oct_2026, the next one is on 31_Jan_2027; "
                "by 31_Jan_2027 the calendar holds one action"
            ),
        ),
        (
            {
                "bodies": (a_body(),),
                "meetings": (a_planned_meeting(), a_planned_meeting(ref="S-03", planned=date(2027, 1, 14))),
            },
            "Après le COPIL du_15/10/2026, le suivant se tient le_14/01/2027",
            "After the steering committee of 15_Oct_2026, the next one is on 14_Jan_2027",
        ),
        (
            # what is due on the day of the session, or before it, is no next step
            {
                "bodies": (a_body(),),
                "meetings": (a_planned_meeting(),),
                "actions": (an_action(due=date(2026, 10, 15)), an_action(ref="A-02", due=date(2026, 10, 16))),
            },
            (
                "Après le COPIL du_15/10/2026, la date du suivant est à fixer~; d’ici le_31/12/2026, "
                "le calendrier compte une action"
            ),
            (
                "After the steering committee of 15_Oct_2026, the date of the next one is to be set; "
                "by 31_Dec_2026 the calendar holds one action"
            ),
        ),
        (
            {"actions": (an_action(), an_action(ref="A-02"))},
            "D’ici le_31/12/2026, le calendrier compte deux actions, sans COPIL planifié",
            "By 31_Dec_2026 the calendar holds two actions, with no steering committee planned",
        ),
        (
            {"contracts": (a_contract(**NOTICE),), "decisions": (a_decision(due=date(2026, 10, 15)),)},
            "D’ici le_31/12/2026, le calendrier compte un préavis et une décision à échéance, sans COPIL planifié",
            "By 31_Dec_2026 the calendar holds one notice date and one decision due, with no steering committee planned",
        ),
    ],
)
def test_next_steps(tables: Tables, fr: str, en: str) -> None:
    check("next", tables, fr, en)


@pytest.mark.parametrize(
    ("tables", "fr", "en"),
    [
        ({}, "Deux points à l’ordre du jour", "Two items on the agenda"),
        (
            {"bodies": (a_body(duration_minutes=60),), "meetings": (a_planned_meeting(),)},
            "60 minutes pour deux points",
            "60 minutes for two items",
        ),
        (
            {
                "bodies": (a_body(duration_minutes=90),),
                "meetings": (a_planned_meeting(),),
                "decisions": decisions({}, {}),
            },
            "90 minutes pour trois points et deux décisions à prendre",
            "90 minutes for three items and two decisions to take",
        ),
    ],
)
def test_agenda(tables: Tables, fr: str, en: str) -> None:
    check("agenda", {"contracts": (a_contract(),), **tables}, fr, en)


# --- upkeep, client, front --------------------------------------------------------------------------------------------

KEPT = {"achieved": 4}
BROKEN = {"commitment": "Devis", "achieved": 9}


@pytest.mark.parametrize(
    ("tables", "fr", "en"),
    [
        ({"service_levels": (a_service_level(**KEPT),)}, "L’engagement de service mesuré est tenu", None),
        ({"service_levels": (a_service_level(**BROKEN),)}, "L’engagement de service mesuré n’est pas tenu", None),
        (
            {"service_levels": (a_service_level(**KEPT), a_service_level(**BROKEN))},
            "Un engagement de service sur deux est tenu~; à reprendre d’abord~: devis",
            "One of two service commitments is kept; the first to put right: devis",
        ),
        (
            {"service_levels": (a_service_level(**KEPT), a_service_level(commitment="Visite", **KEPT))},
            "Les deux engagements de service mesurés sont tenus",
            None,
        ),
        (
            {
                "service_levels": (
                    a_service_level(achieved=4, period=Quarter(2026, 3)),
                    a_service_level(achieved=9, period=Quarter(2026, 2)),
                    a_service_level(achieved=9),
                )
            },
            "L’engagement de service mesuré est tenu",
            "The service commitment measured is kept",
        ),
        (
            {
                "service_levels": (
                    a_service_level(achieved=4, period=Quarter(2025, 4)),
                    a_service_level(achieved=9, period=Quarter(2026, 1)),
                    a_service_level(period=Quarter(2026, 3)),
                )
            },
            "L’engagement de service mesuré n’est pas tenu",
            None,
        ),
        (
            {"raci": (a_raci_assignment(),)},
            "Claire Vasseur répond de la seule activité répartie",
            "Claire Vasseur is accountable for the only activity",
        ),
        (
            {"raci": (a_raci_assignment(), a_raci_assignment(activity="Tenir le plan"))},
            "Claire Vasseur répond des deux activités",
            "Claire Vasseur is accountable for both activities",
        ),
        (
            {"raci": (a_raci_assignment(), a_raci_assignment(activity="Tenir le plan", role=RaciRole.INFORMED))},
            "Une activité sur deux n’a pas de responsable",
            "One of two activities has no one accountable",
        ),
        ({"service_levels": (a_service_level(),)}, "Aucun engagement de service n’a encore été mesuré", None),
        ({"trainings": (a_training(),)}, "La formation prévue reste à faire", None),
        ({"trainings": (a_training(status=TrainingStatus.CANCELLED),)}, "Les formations prévues sont annulées", None),
        (
            {"trainings": (a_training(), a_training(person="Inès Marchal", status=TrainingStatus.DONE))},
            "Une formation sur deux est faite",
            "One of two training sessions is done",
        ),
    ],
)
def test_animation(tables: Tables, fr: str, en: str | None) -> None:
    assert headline("animation", **tables) == fr
    if en is not None:
        assert headline("animation", Language.EN, **tables) == en


@pytest.mark.parametrize(
    ("entities", "goals", "fr"),
    [
        (1, 0, "Groupe Valmonde compte une entité dans le périmètre du plan"),
        (1, 1, "Groupe Valmonde compte une entité et affiche un enjeu stratégique"),
        (2, 3, "Groupe Valmonde compte deux entités et affiche trois enjeux stratégiques"),
        (0, 1, "Groupe Valmonde affiche un enjeu stratégique"),
    ],
)
def test_client(entities: int, goals: int, fr: str) -> None:
    tables: Tables = {
        "entities": tuple(an_entity(name=f"E{rank}") for rank in range(entities)),
        "client_goals": tuple(a_client_goal(ref=f"ENJ-0{rank}") for rank in range(goals)),
    }
    assert headline("client", **tables) == fr


def test_client_without_entities_nor_goals_is_not_told() -> None:
    assert headline("client", entities=()) is None


def test_revisions() -> None:
    older = a_revision(version="1.2", dated=date(2026, 6, 30))
    assert headline("revisions", revisions=(a_revision(),)) == "Version 1.3 du_30/09/2026, seule révision à ce jour."
    assert headline("revisions", revisions=(older, a_revision())) == "Version 1.3 du_30/09/2026, 2 révisions à ce jour."


# --- synthesis --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tables", "fr"),
    [
        ({}, "Groupe Valmonde au T3_2026~: le plan est lancé, les mesures restent à saisir"),
        ({"kpis": (good(),)}, "Le KPI est à la cible (Sites couverts 12)"),
        ({"kpis": (bad(),)}, "«~Incidents~» est à_7 pour_4 au plus"),
        ({"kpis": (good(), bad())}, "«~Incidents~» est à_7 pour_4 au plus, mais «~Sites couverts~» tient sa cible à_12"),
        ({"kpis": (bad(threshold=8),)}, "Le KPI n’est pas à la cible"),
        (
            {"kpis": (good(), bad()), "contracts": (a_contract(**NOTICE),)},
            (
                "Un préavis engage 250_k€ d’ici le_31/10/2026~; «~Incidents~» est à_7 pour_4 au plus, "
                "mais «~Sites couverts~» tient sa cible à_12"
            ),
        ),
        (
            {"kpis": (bad(), bad("KPI-03")), "actions": (an_action(due=date(2026, 9, 1)),)},
            "Deux KPI sont hors seuil, dont «~Incidents~» à_7 pour_4 au plus",
        ),
        (
            {"kpis": (good(),), "actions": (an_action(due=date(2026, 9, 1)),)},
            "Une action est en retard, mais le KPI est à la cible (Sites couverts 12)",
        ),
        (
            {"kpis": (good(), good("KPI-03")), "decisions": decisions({}, {})},
            (
                "Deux décisions sont à prendre~; les deux KPI sont à la cible "
                "(dont Sites couverts 12 et Sites couverts 12)"
            ),
        ),
        # the stake in money leads, whatever the references; a long decision goes by its own
        (
            {
                "bodies": (a_body(),),
                "meetings": (a_planned_meeting(),),
                "decisions": decisions({"stake": "5 P1 sur 7"}, {"stake": "1,65 M€ par an", "decision": "Reconduire " * 9}),
            },
            "Deux décisions attendent le comité, dont D=02~: 1,65_M€ par an",
        ),
        (
            {"contracts": (a_contract(**NOTICE),), "decisions": decisions({"stake": "5 P1 sur 7"})},
            "Une décision est à prendre, «~Reconduire CT=01~»~: 5 P1 sur_7",
        ),
        ({"decisions": decisions({})}, "Une décision est à prendre"),
    ],
)  # fmt: skip
def test_summary(tables: Tables, fr: str) -> None:
    assert headline("summary", **tables) == fr


def test_summary_of_an_account_that_says_nothing_in_english() -> None:
    assert headline("summary", Language.EN, account=an_account(client="Valmonde")) == (
        "Valmonde in Q3_2026: the plan is under way, measures are still to be entered"
    )


# --- nothing to tell --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key",
    [
        "decisions-past", "kpis", "contracts", "quality", "objectives", "actions", "risks", "decisions-next", "next",
        "revenue", "people", "decision-paths", "whitespace", "pipeline", "landscape", "governance", "coverage",
        "coherence", "animation", "revisions", "register", "agenda",
    ],
)  # fmt: skip
def test_a_section_without_rows_is_not_told(key: str) -> None:
    assert headline(key) is None
