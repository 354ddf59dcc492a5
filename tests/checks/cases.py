"""For each rule, plans that break it, and plans that come near and do not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.model.choices import (
    ActionStatus,
    Attitude,
    BodyType,
    Cadence,
    Calculation,
    ContractStatus,
    Coverage,
    DecisionRole,
    DecisionStatus,
    Direction,
    FigureMeasure,
    Incumbent,
    MeetingStatus,
    ObjectiveStatus,
    ObjectiveType,
    OpportunityStage,
    OpportunityType,
    Priority,
    RaciRole,
    Renewal,
    RiskStatus,
    SurveyType,
    Unit,
)
from generator.model.column import Days
from generator.model.governance import Body
from generator.model.mapping import Contact
from generator.model.plan import AccountPlan
from tests.builders import (
    CUTOFF,
    PERIOD,
    a_body,
    a_contact,
    a_contract,
    a_decision,
    a_figure_series,
    a_kpi,
    a_meeting,
    a_plan,
    a_planned_meeting,
    a_potential,
    a_raci_assignment,
    a_revision,
    a_risk,
    a_score,
    a_service_level,
    a_team_member,
    a_ticket_series,
    an_account,
    an_action,
    an_amendment,
    an_entity,
    an_objective,
    an_offer,
    an_opportunity,
    quarters,
    some_settings,
)


@dataclass(frozen=True)
class Case:
    """A plan, and (table, first key part, field) of each breach of the code, in ranked order; none for a near miss."""

    code: str
    about: str
    plan: AccountPlan
    places: tuple[tuple[str, str, str], ...] = ()


def a_decider(**changes: Any) -> Contact:
    """The director who decides, well followed."""
    return a_contact(
        **{
            "decision_role": DecisionRole.DECISION_MAKER,
            "counterpart": "Claire Vasseur",
            "last_contact": date(2026, 9, 15),
            **changes,
        }
    )


def an_expiring_contract(**changes: Any) -> Any:
    """A contract that ends on 31/12/2026, with three months of notice: the notice is the cut-off date."""
    return a_contract(**{"end": date(2026, 12, 31), "notice_months": 3, **changes})


def a_sold_figure(**changes: Any) -> Any:
    """Revenue of 90 000 over the year."""
    sold = quarters(T4_2025=20000, T1_2026=20000, T2_2026=20000, T3_2026=30000)
    return a_figure_series(**{"quarters": sold, **changes})


def a_steering(**changes: Any) -> Body:
    """A steering committee where the director sits."""
    return a_body(**{"client_members": ("Hélène Castaing",), **changes})


def a_money_objective(**changes: Any) -> Any:
    """A cross-sell objective from 0 to 300 k€, at 100."""
    return an_objective(**{"type": ObjectiveType.CROSS_SELL, "unit": "k€", "target": 300, "current": 100, **changes})


def an_upsell(**changes: Any) -> Any:
    """An up-sell objective."""
    return an_objective(**{"type": ObjectiveType.UP_SELL, **changes})


TWO_ENTITIES = (an_entity(), an_entity(name="Iberia", parent="Groupe", segment="Iberia"))
THREE_KPIS = tuple(a_kpi(ref=f"KPI-0{number}") for number in (1, 2, 3))
LATE = CUTOFF - timedelta(days=31)


def _chain_of_managers(levels: int) -> tuple[Contact, ...]:
    return tuple(a_contact(name=f"P{level}", manager=f"P{level - 1}" if level else None) for level in range(levels))


BROKEN = (
    Case(
        "R401",
        "a contract, its amendment, an action and the plan end before they start",
        a_plan(
            account=an_account(plan_end=date(2025, 12, 31)),
            contracts=(a_contract(end=date(2024, 12, 31)),),
            amendments=(an_amendment(new_end=date(2024, 6, 30)),),
            actions=(an_action(start=date(2027, 1, 1)),),
        ),
        (
            ("account", "", "plan_end"),
            ("contracts", "CT-01", "end"),
            ("amendments", "AV-01", "new_end"),
            ("actions", "A-01", "due"),
        ),
    ),
    Case(
        "R402",
        "rates out of bounds, a margin above revenue, a penetration above 100 %",
        a_plan(
            objectives=(an_objective(unit="%", baseline="0.5", target=95, current="0.6"),),
            kpis=(
                a_kpi(unit=Unit.PERCENT, target="-0.1", quarters=quarters(T3_2026="1.2")),
                a_kpi(ref="KPI-02", calculation=Calculation.PENETRATION, unit=Unit.PERCENT),
            ),
            service_levels=(a_service_level(unit="%", target="0.95", achieved=97),),
            figures=(
                a_sold_figure(),
                a_figure_series(measure=FigureMeasure.MARGIN, quarters=quarters(T2_2026=20001, T3_2026=30000)),
            ),
            potential=(a_potential(offer="Support", estimated_spend=60000),),
        ),
        (
            ("objectives", "OBJ-01", "target"),
            ("kpis", "KPI-01", "target"),
            ("kpis", "KPI-01", "2026-T3"),
            ("service_levels", "Répondre à un devis", "achieved"),
            ("figures", "Groupe", "2026-T2"),
            ("kpis", "KPI-02", "calculation"),
        ),
    ),
    Case(
        "R403",
        "an active contract ends twelve months from now",
        a_plan(contracts=(a_contract(end=date(2027, 9, 30)),)),
        (("contracts", "CT-01", "end"),),
    ),
    Case(
        "R403",
        "renewed tacitly, once: the end that is written has passed",
        a_plan(
            contracts=(
                a_contract(start=date(2023, 1, 1), end=date(2025, 12, 31), renewal=Renewal.TACIT, renewal_months=12),
            )
        ),
        (("contracts", "CT-01", "end"),),
    ),
    Case(
        "R403",
        "an amendment sets the end: it is the one to change",
        a_plan(contracts=(a_contract(),), amendments=(an_amendment(new_end=date(2027, 3, 31)),)),
        (("amendments", "AV-01", "new_end"),),
    ),
    Case(
        "R403",
        "only a closed renewal objective is tied to it",
        a_plan(
            contracts=(a_contract(end=date(2026, 12, 31)),),
            objectives=(
                an_objective(type=ObjectiveType.RENEWAL, contract="CT-01", status=ObjectiveStatus.DROPPED),
                an_objective(ref="OBJ-02", contract="CT-01"),
            ),
        ),
        (("contracts", "CT-01", "end"),),
    ),
    Case(
        "R404",
        "notices ahead, today and passed; the largest contract first",
        a_plan(
            contracts=(
                an_expiring_contract(),
                an_expiring_contract(ref="CT-02", notice_months=1, annual_amount=200_000),
                an_expiring_contract(ref="CT-03", notice_months=6, annual_amount=50_000),
            ),
            actions=(an_action(contract="CT-01", status=ActionStatus.DONE),),
        ),
        (
            ("contracts", "CT-02", "notice_months"),
            ("contracts", "CT-01", "notice_months"),
            ("contracts", "CT-03", "notice_months"),
        ),
    ),
    Case(
        "R404",
        "an amendment brings the end nearer",
        a_plan(contracts=(a_contract(notice_months=1),), amendments=(an_amendment(new_end=date(2026, 12, 31)),)),
        (("contracts", "CT-01", "notice_months"),),
    ),
    Case(
        "R404",
        "a notice longer than the first term, yet not than the term an amendment or renewals made of it",
        a_plan(
            contracts=(
                a_contract(notice_months=40),
                a_contract(
                    ref="CT-02",
                    start=date(2025, 1, 1),
                    end=date(2025, 12, 31),
                    renewal=Renewal.TACIT,
                    renewal_months=12,
                    notice_months=13,
                ),
            ),
            amendments=(an_amendment(new_end=date(2029, 12, 31)),),
        ),
        (("contracts", "CT-01", "notice_months"), ("contracts", "CT-02", "notice_months")),
    ),
    Case(
        "R404",
        "a tacit renewal rolls the end forward",
        a_plan(
            contracts=(a_contract(end=date(2025, 12, 31), renewal=Renewal.TACIT, renewal_months=12, notice_months=1),)
        ),
        (("contracts", "CT-01", "notice_months"),),
    ),
    Case(
        "R405",
        "active the day after its end",
        a_plan(contracts=(a_contract(end=date(2026, 9, 29)),)),
        (("contracts", "CT-01", "status"),),
    ),
    Case(
        "R405",
        "an amendment of its amount alone is said to be signed after the cut-off, and a draft is to replace it",
        a_plan(
            contracts=(
                a_contract(end=date(2026, 9, 29)),
                a_contract(
                    ref="CT-02", replaces="CT-01", signed=date(2026, 12, 1), status=ContractStatus.DRAFT, end=None
                ),
            ),
            amendments=(an_amendment(signed=date(2027, 9, 1), annual_impact=20_000),),
        ),
        (("contracts", "CT-01", "status"),),
    ),
    Case(
        "R406",
        "revenue on an offer that no contract covers, and a contract that brings none",
        a_plan(contracts=(a_contract(offers=("Cloud",)),), figures=(a_sold_figure(),)),
        (("entities", "Groupe", "name"), ("contracts", "CT-01", "offers")),
    ),
    Case(
        "R406",
        "a subsidiary's contract does not cover the group",
        a_plan(
            entities=TWO_ENTITIES,
            contracts=(a_contract(entity="Iberia"),),
            figures=(a_sold_figure(), a_sold_figure(entity="Iberia")),
        ),
        (("entities", "Groupe", "name"),),
    ),
    Case(
        "R407",
        "an offer retired, an offer ineligible",
        a_plan(
            offers=(an_offer(active=False), an_offer(name="Cloud")),
            contracts=(a_contract(offers=("Support", "Cloud")),),
            potential=(a_potential(eligible=False),),
        ),
        (("contracts", "CT-01", "offers"), ("contracts", "CT-01", "offers")),
    ),
    Case(
        "R408",
        "one contract of two and one entity of two weigh 60 %",
        a_plan(
            entities=TWO_ENTITIES,
            contracts=(a_contract(annual_amount=60_000), a_contract(ref="CT-02", annual_amount=40_000)),
            figures=(
                a_figure_series(quarters=quarters(T3_2026=60)),
                a_figure_series(entity="Iberia", quarters=quarters(T3_2026=40)),
            ),
        ),
        (("contracts", "CT-01", "annual_amount"), ("entities", "Groupe", "name")),
    ),
    Case(
        "R409",
        "the only decision maker and supporter has left",
        a_plan(contacts=(a_decider(attitude=Attitude.CHAMPION, active=False), a_contact(name="Marc Oberlin"))),
        (("contacts", "", "decision_role"), ("contacts", "", "attitude")),
    ),
    Case(
        "R412",
        "influence 5 without a counterpart nor a contact; a decision maker unseen for 91 days",
        a_plan(
            contacts=(
                a_decider(last_contact=date(2026, 7, 1)),
                a_contact(name="Marc Oberlin", influence=5),
            )
        ),
        (("contacts", "Marc Oberlin", "counterpart"), ("contacts", "Hélène Castaing", "last_contact")),
    ),
    Case(
        "R413",
        "one relationship at the group, none that counts at Iberia",
        a_plan(
            entities=TWO_ENTITIES,
            contacts=(
                a_contact(),
                a_contact(name="Marc Oberlin", active=False),
                a_contact(name="Carmen Ortega", entity="Iberia", coverage=Coverage.NONE),
            ),
            figures=(a_sold_figure(), a_sold_figure(entity="Iberia", quarters=quarters(T3_2026=7000))),
        ),
        (("entities", "Groupe", "name"), ("entities", "Iberia", "name")),
    ),
    Case(
        "R414",
        "someone who left is a member, an owner, an addressee and a decider",
        a_plan(
            contacts=(a_contact(active=False),),
            bodies=(a_steering(),),
            actions=(an_action(owner="Hélène Castaing", addressee="Hélène Castaing"),),
            decisions=(a_decision(owner="Hélène Castaing"),),
            opportunities=(an_opportunity(decider="Hélène Castaing"),),
        ),
        (
            ("bodies", "COPIL", "client_members"),
            ("actions", "A-01", "owner"),
            ("actions", "A-01", "addressee"),
            ("decisions", "D-01", "owner"),
            ("opportunities", "OPP-01", "decider"),
        ),
    ),
    Case(
        "R415",
        "two people above each other, an entity above itself; each circle is told once",
        a_plan(
            entities=(an_entity(parent="Groupe"),),
            contacts=(
                a_contact(name="Camille Joly", manager="Hélène Castaing"),
                a_contact(manager="Marc Oberlin"),
                a_contact(name="Marc Oberlin", manager="Hélène Castaing"),
            ),
        ),
        (("contacts", "Hélène Castaing", "manager"), ("entities", "Groupe", "parent")),
    ),
    Case(
        "R416",
        "a notice longer than the contract, in months or in days; the largest first",
        a_plan(
            contracts=(
                a_contract(notice_months=90),
                a_contract(ref="CT-02", notice_months=Days(1096), annual_amount=200_000),
            )
        ),
        (("contracts", "CT-02", "notice_months"), ("contracts", "CT-01", "notice_months")),
    ),
    Case(
        "R416",
        "a notice longer than the contract, an amendment of its end and of its amount applied",
        a_plan(
            contracts=(a_contract(notice_months=90),),
            amendments=(an_amendment(new_end=date(2028, 12, 31), annual_impact=20_000),),
        ),
        (("contracts", "CT-01", "notice_months"),),
    ),
    Case(
        "R421",
        "nothing that makes an objective SMART",
        a_plan(objectives=(an_objective(measure=None, baseline=None, target=None, owner=None, due=None),)),
        (("objectives", "OBJ-01", "measure"),),
    ),
    Case(
        "R421",
        "without a date",
        a_plan(objectives=(an_objective(due=None),)),
        (("objectives", "OBJ-01", "due"),),
    ),
    Case(
        "R422",
        "due after the plan, and a target that is the baseline",
        a_plan(
            objectives=(
                an_objective(due=date(2029, 1, 1)),
                an_objective(ref="OBJ-02", baseline=10),
            )
        ),
        (("objectives", "OBJ-01", "due"), ("objectives", "OBJ-02", "target")),
    ),
    Case(
        "R423",
        "no KPI names it",
        a_plan(objectives=(an_objective(),), kpis=(a_kpi(objectives=("OBJ-02",)),)),
        (("objectives", "OBJ-01", "ref"),),
    ),
    Case(
        "R424",
        "no open action, and a single one",
        a_plan(
            objectives=(an_objective(), an_objective(ref="OBJ-02")),
            actions=(
                an_action(objective="OBJ-01", status=ActionStatus.DONE),
                an_action(ref="A-02", objective="OBJ-02"),
            ),
        ),
        (("objectives", "OBJ-01", "ref"), ("objectives", "OBJ-02", "ref")),
    ),
    Case(
        "R425",
        "tied to no goal",
        a_plan(objectives=(an_objective(),)),
        (("objectives", "OBJ-01", "goal"),),
    ),
    Case(
        "R426",
        "an up-sell on an ineligible cell, a cross-sell deal where we are",
        a_plan(
            objectives=(an_upsell(entity="Groupe", offer="Cloud"),),
            opportunities=(an_opportunity(type=OpportunityType.CROSS_SELL),),
            potential=(
                a_potential(eligible=False),
                a_potential(offer="Support", incumbent=Incumbent.US),
            ),
        ),
        (("objectives", "OBJ-01", "offer"), ("opportunities", "OPP-01", "offer")),
    ),
    Case(
        "R427",
        "199 999 weighted against 200 000 to find; deals of another objective, of none, or closed do not count",
        a_plan(
            objectives=(a_money_objective(), an_upsell(ref="OBJ-02")),
            opportunities=(
                an_opportunity(objective="OBJ-01", amount=399_998),
                an_opportunity(ref="OPP-02", objective="OBJ-02"),
                an_opportunity(ref="OPP-03"),
                an_opportunity(ref="OPP-04", objective="OBJ-01", stage=OpportunityStage.WON),
            ),
        ),
        (("objectives", "OBJ-01", "target"),),
    ),
    Case(
        "R427",
        "each objective by itself: the first is more than covered, the second is not",
        a_plan(
            objectives=(a_money_objective(), a_money_objective(ref="OBJ-02")),
            opportunities=(
                an_opportunity(objective="OBJ-01", amount=900_000),
                an_opportunity(ref="OPP-02", objective="OBJ-02", amount=60_000),
            ),
        ),
        (("objectives", "OBJ-02", "target"),),
    ),
    Case(
        "R428",
        "detractors outnumber promoters and P1 tickets rise",
        a_plan(
            objectives=(an_upsell(),),
            satisfaction=(a_score(score=-12, respondents=24),),
            tickets=(a_ticket_series(priority=Priority.P1, quarters=quarters(T3_2025=5, T2_2026=4, T3_2026=7)),),
        ),
        (("objectives", "OBJ-01", "type"),),
    ),
    Case(
        "R428",
        "the NPS KPI is red",
        a_plan(
            objectives=(an_upsell(),),
            satisfaction=(a_score(score=20, respondents=24),),
            kpis=(a_kpi(ref="KPI-03", calculation=Calculation.NPS, unit=Unit.POINTS, target=45, threshold=35),),
        ),
        (("objectives", "OBJ-01", "type"),),
    ),
    Case(
        "R428",
        "marks of 2,5 out of 5",
        a_plan(
            objectives=(an_upsell(),),
            satisfaction=(a_score(type=SurveyType.CSAT, score="2.5", scale_max=5, respondents=10),),
        ),
        (("objectives", "OBJ-01", "type"),),
    ),
    Case(
        "R431",
        "a decision maker who sits nowhere",
        a_plan(contacts=(a_decider(),), bodies=(a_body(),)),
        (("contacts", "Hélène Castaing", "decision_role"),),
    ),
    Case(
        "R432",
        "followed by no body",
        a_plan(objectives=(an_objective(),), bodies=(a_body(objectives=("OBJ-02",)),)),
        (("objectives", "OBJ-01", "ref"),),
    ),
    Case(
        "R433",
        "the decider of a deal sits elsewhere",
        a_plan(
            contacts=(a_decider(),),
            objectives=(an_upsell(),),
            bodies=(
                a_body(objectives=("OBJ-01",)),
                a_steering(name="CODEV", type=BodyType.DEVELOPMENT),
                a_body(name="Suivi", type=BodyType.FOLLOW_UP, objectives=("OBJ-01",)),
            ),
            opportunities=(an_opportunity(objective="OBJ-01", decider="Hélène Castaing"),),
        ),
        (("opportunities", "OPP-01", "decider"),),
    ),
    Case(
        "R434",
        "no steering committee",
        a_plan(bodies=(a_body(name="CODEV", type=BodyType.DEVELOPMENT),)),
        (("bodies", "", "type"),),
    ),
    Case(
        "R434",
        "a steering committee without a decision maker",
        a_plan(contacts=(a_contact(),), bodies=(a_steering(),)),
        (("bodies", "COPIL", "client_members"),),
    ),
    Case(
        "R435",
        "a quarterly committee unheld for 116 days, a monthly one never held",
        a_plan(
            bodies=(a_body(), a_body(name="Suivi", type=BodyType.FOLLOW_UP, cadence=Cadence.MONTHLY)),
            meetings=(a_meeting(planned=date(2026, 6, 6), held=date(2026, 6, 6)),),
        ),
        (("bodies", "Suivi", "cadence"), ("bodies", "COPIL", "cadence")),
    ),
    Case(
        "R435",
        "unheld for 116 days; a day to come at a meeting that was cancelled changes nothing",
        a_plan(
            bodies=(a_body(),),
            meetings=(
                a_meeting(planned=date(2026, 6, 6), held=date(2026, 6, 6)),
                a_meeting(
                    ref="S-02",
                    planned=date(2026, 9, 1),
                    held=date(2026, 10, 1),
                    status=MeetingStatus.CANCELLED,
                ),
            ),
        ),
        (("bodies", "COPIL", "cadence"),),
    ),
    Case(
        "R436",
        "its next meeting was postponed without a new date",
        a_plan(bodies=(a_body(),), meetings=(a_planned_meeting(status=MeetingStatus.POSTPONED),)),
        (("bodies", "COPIL", "name"),),
    ),
    Case(
        "R437",
        "to take at a meeting held, past, cancelled, postponed",
        a_plan(
            meetings=(
                a_meeting(),
                a_planned_meeting(ref="S-02", planned=date(2026, 9, 29)),
                a_planned_meeting(ref="S-03", status=MeetingStatus.CANCELLED),
                a_planned_meeting(ref="S-04", status=MeetingStatus.POSTPONED),
            ),
            decisions=tuple(a_decision(ref=f"D-0{at}", meeting=f"S-0{at}") for at in (1, 2, 3, 4)),
        ),
        tuple(("decisions", f"D-0{at}", "meeting") for at in (1, 2, 3, 4)),
    ),
    Case(
        "R438",
        "minutes three days later, and minutes never sent",
        a_plan(
            bodies=(a_body(),),
            meetings=(
                a_meeting(minutes_sent=date(2026, 7, 19)),
                a_meeting(ref="S-02", planned=date(2026, 9, 10), held=date(2026, 9, 10)),
            ),
        ),
        (("meetings", "S-01", "minutes_sent"), ("meetings", "S-02", "minutes_sent")),
    ),
    Case("R441", "two KPIs", a_plan(kpis=THREE_KPIS[:2]), (("kpis", "", "ref"),)),
    Case(
        "R441",
        "six KPIs",
        a_plan(kpis=tuple(a_kpi(ref=f"KPI-0{number}") for number in range(6))),
        (("kpis", "", "ref"),),
    ),
    Case(
        "R442",
        "neither target, owner, objective nor measure",
        a_plan(kpis=(a_kpi(quarters=quarters(T2_2026=4)),)),
        (("kpis", "KPI-01", "target"),),
    ),
    Case(
        "R442",
        "all but this quarter's measure",
        a_plan(kpis=(a_kpi(target=10, owner="Claire Vasseur", objectives=("OBJ-01",)),)),
        (("kpis", "KPI-01", "2026-T3"),),
    ),
    Case(
        "R443",
        "red past its threshold, and red without one",
        a_plan(
            kpis=(
                a_kpi(direction=Direction.DOWN, target=4, threshold=6, quarters=quarters(T3_2026=7)),
                a_kpi(ref="KPI-02", unit=Unit.PERCENT, target="0.95", quarters=quarters(T3_2026="0.9")),
            ),
            actions=(an_action(kpi="KPI-01", status=ActionStatus.CANCELLED),),
        ),
        (("kpis", "KPI-01", "2026-T3"), ("kpis", "KPI-02", "2026-T3")),
    ),
    Case(
        "R444",
        "30 000 computed, 30 151 typed",
        a_plan(
            figures=(a_sold_figure(),),
            kpis=(
                a_kpi(
                    calculation=Calculation.SEGMENT_REVENUE,
                    filter="Fenêtre=1",
                    unit=Unit.MONEY,
                    quarters=quarters(T2_2026=20100, T3_2026=30151),
                ),
            ),
        ),
        (("kpis", "KPI-01", "2026-T3"),),
    ),
    Case(
        "R451",
        "neither owner nor date; no date",
        a_plan(actions=(an_action(due=None), an_action(ref="A-02", owner=None, due=None))),
        (("actions", "A-02", "owner"), ("actions", "A-01", "due")),
    ),
    Case(
        "R452",
        "31 days and one day overdue",
        a_plan(actions=(an_action(due=date(2026, 9, 29)), an_action(ref="A-02", due=LATE, owner=None))),
        (("actions", "A-02", "due"), ("actions", "A-01", "due")),
    ),
    Case(
        "R453",
        "all done and open, closed half done",
        a_plan(
            actions=(
                an_action(progress=1),
                an_action(ref="A-02", progress="0.5", status=ActionStatus.DONE),
            )
        ),
        (("actions", "A-01", "progress"), ("actions", "A-02", "progress")),
    ),
    Case(
        "R454",
        "three open actions of seven",
        a_plan(
            contacts=(a_contact(name="Marc Oberlin"),),
            actions=tuple(
                an_action(ref=f"A-0{number}", owner="Marc Oberlin" if number < 3 else f"P-{number}")
                for number in range(7)
            ),
        ),
        (("contacts", "Marc Oberlin", "name"),),
    ),
    Case(
        "R455",
        "taken, due the day before",
        a_plan(decisions=(a_decision(status=DecisionStatus.TAKEN, due=date(2026, 9, 29)),)),
        (("decisions", "D-01", "due"),),
    ),
    Case(
        "R456",
        "criticality 15 without a response, 20 without an owner",
        a_plan(
            risks=(
                a_risk(probability=3, impact=5, owner="Claire Vasseur"),
                a_risk(ref="R-02", probability=4, impact=5, response="Doubler le poste"),
            )
        ),
        (("risks", "R-02", "owner"), ("risks", "R-01", "response")),
    ),
    Case(
        "R457",
        "influential and reserved, whom only a closed action addressed",
        a_plan(
            contacts=(a_contact(influence=4, attitude=Attitude.RESERVED),),
            actions=(an_action(addressee="Hélène Castaing", status=ActionStatus.DONE),),
        ),
        (("contacts", "Hélène Castaing", "attitude"),),
    ),
    Case(
        "R458",
        "a contact, a meeting with its minutes, a closed action and an answer dated the day after the cut-off",
        a_plan(
            contacts=(a_contact(last_contact=date(2026, 10, 1)),),
            meetings=(a_meeting(planned=date(2026, 9, 29), held=date(2026, 10, 1), minutes_sent=date(2026, 10, 1)),),
            actions=(an_action(status=ActionStatus.DONE, done=date(2026, 10, 1)),),
            satisfaction=(a_score(measured=date(2026, 10, 1)),),
        ),
        (
            ("contacts", "Hélène Castaing", "last_contact"),
            ("satisfaction", "2026-10-01", "measured"),
            ("meetings", "S-01", "held"),
            ("meetings", "S-01", "minutes_sent"),
            ("actions", "A-01", "done"),
        ),
    ),
    Case(
        "R458",
        "a contract in force and an amendment signed after the cut-off",
        a_plan(contracts=(a_contract(signed=date(2026, 12, 1)),), amendments=(an_amendment(signed=date(2026, 12, 2)),)),
        (("contracts", "CT-01", "signed"), ("amendments", "AV-01", "signed")),
    ),
    Case(
        "R459",
        "an active contract without a date of signature",
        a_plan(contracts=(a_contract(signed=None),)),
        (("contracts", "CT-01", "signed"),),
    ),
    Case(
        "R461",
        "revised 101 days ago; a revision to come does not count",
        a_plan(
            revisions=(
                a_revision(version="1.2", dated=date(2026, 6, 21)),
                a_revision(version="1.4", dated=date(2026, 10, 15)),
            )
        ),
        (("revisions", "1.2", "dated"),),
    ),
    Case("R461", "never revised", a_plan(), (("revisions", "", "dated"),)),
    Case(
        "R463",
        "two people accountable for one activity, none for another",
        a_plan(
            raci=(
                a_raci_assignment(),
                a_raci_assignment(person="Marc Oberlin"),
                a_raci_assignment(activity="Publier les SLA", role=RaciRole.RESPONSIBLE),
            )
        ),
        (("raci", "Préparer le COPIL", "role"), ("raci", "Publier les SLA", "role")),
    ),
    Case(
        "R464",
        "two rows of the quarter to come, a ticket count, a service level",
        a_plan(
            figures=(
                a_figure_series(quarters=quarters(T4_2026=1)),
                a_figure_series(offer="Cloud", quarters=quarters(T4_2026=2)),
            ),
            tickets=(a_ticket_series(quarters=quarters(T4_2026=0)),),
            service_levels=(a_service_level(achieved=4, period=PERIOD.plus(2)),),
        ),
        (
            ("figures", "", "2026-T4"),
            ("tickets", "Incident", "2026-T4"),
            ("service_levels", "Répondre à un devis", "achieved"),
        ),
    ),
    Case(
        "R465",
        "an opinion of more than three years",
        a_plan(contacts=(a_contact(active=False, influence=3, observed_on=date(2023, 9, 29)),)),
        (("contacts", "Hélène Castaing", "influence"),),
    ),
    Case(
        "R470",
        "thirteen levels, one person on the last",
        a_plan(contacts=_chain_of_managers(13)),
        (("contacts", "P12", "manager"),),
    ),
)

NEAR = (
    Case("R401", "one day is a span", a_plan(contracts=(a_contract(end=date(2025, 1, 1)),))),
    Case("R401", "no end is not an end", a_plan(contracts=(a_contract(end=None),))),
    Case(
        "R402",
        "bounds belong to rates, NPS may be negative, other units are free",
        a_plan(
            objectives=(an_objective(unit="%", baseline=0, target=1, current=0), an_objective(ref="OBJ-02", target=95)),
            kpis=(
                a_kpi(calculation=Calculation.NPS, unit=Unit.PERCENT, baseline="-0.2"),
                a_kpi(ref="KPI-02", target=95),
            ),
        ),
    ),
    Case(
        "R402",
        "a margin as large as revenue, or beside a credit note",
        a_plan(
            figures=(
                a_figure_series(quarters=quarters(T2_2026=-10, T3_2026=10)),
                a_figure_series(measure=FigureMeasure.MARGIN, quarters=quarters(T2_2026=5, T3_2026=10)),
            )
        ),
    ),
    Case("R403", "ends a day after the horizon", a_plan(contracts=(a_contract(end=date(2027, 10, 1)),))),
    Case(
        "R403",
        "a renewal objective is open",
        a_plan(
            contracts=(a_contract(end=date(2026, 12, 31)),),
            objectives=(an_objective(type=ObjectiveType.RENEWAL, contract="CT-01"),),
        ),
    ),
    Case(
        "R403",
        "replaced already",
        a_plan(
            contracts=(
                a_contract(end=date(2026, 12, 31)),
                a_contract(ref="CT-02", replaces="CT-01", start=date(2027, 1, 1), end=date(2029, 12, 31)),
            )
        ),
    ),
    Case(
        "R404",
        "an open action is tied to it",
        a_plan(contracts=(an_expiring_contract(),), actions=(an_action(contract="CT-01"),)),
    ),
    Case(
        "R404",
        "a notice longer than the contract is told as that",
        a_plan(contracts=(a_contract(notice_months=90),)),
    ),
    Case("R416", "a notice as long as the contract", a_plan(contracts=(a_contract(notice_months=36),))),
    Case("R416", "a notice of as many days as the contract", a_plan(contracts=(a_contract(notice_months=Days(1095)),))),
    Case("R416", "a contract without an end", a_plan(contracts=(a_contract(end=None, notice_months=90),))),
    Case(
        "R416",
        "a notice longer than the first term, not than the contract as amended or renewed since",
        a_plan(
            contracts=(
                a_contract(notice_months=40),
                a_contract(
                    ref="CT-02", end=date(2025, 12, 31), renewal=Renewal.TACIT, renewal_months=12, notice_months=13
                ),
            ),
            amendments=(an_amendment(new_end=date(2029, 12, 31)),),
        ),
    ),
    Case(
        "R416",
        "nothing left to give notice of: expired, terminated, or replaced already",
        a_plan(
            contracts=(
                a_contract(notice_months=90, status=ContractStatus.EXPIRED),
                a_contract(ref="CT-02", notice_months=90, status=ContractStatus.TERMINATED),
                a_contract(ref="CT-03", notice_months=90),
                a_contract(ref="CT-04", replaces="CT-03", start=date(2028, 1, 1), end=date(2029, 12, 31)),
            ),
        ),
    ),
    Case("R404", "notice in 92 days", a_plan(contracts=(an_expiring_contract(notice_months=0),))),
    Case(
        "R404",
        "the alert is shorter",
        a_plan(settings=some_settings(notice_alert_days=60), contracts=(an_expiring_contract(notice_months=1),)),
    ),
    Case(
        "R403",
        "its replacement is said to be signed after the cut-off, which is told at its cell",
        a_plan(
            contracts=(
                a_contract(end=date(2026, 12, 31)),
                a_contract(ref="CT-02", replaces="CT-01", signed=date(2027, 9, 1), start=date(2027, 1, 1)),
            ),
        ),
    ),
    Case(
        "R404",
        "the amendment of its end is said to be signed after the cut-off, which is told at its cell",
        a_plan(
            contracts=(an_expiring_contract(),),
            amendments=(an_amendment(signed=date(2027, 9, 1), new_end=date(2029, 12, 31)),),
        ),
    ),
    Case(
        "R416",
        "the amendment of its end is said to be signed after the cut-off, which is told at its cell",
        a_plan(
            contracts=(a_contract(notice_months=40),),
            amendments=(an_amendment(signed=date(2027, 9, 1), new_end=date(2029, 12, 31)),),
        ),
    ),
    Case("R405", "active on its last day", a_plan(contracts=(a_contract(end=CUTOFF),))),
    Case(
        "R405",
        "what extends or replaces it is said to be signed after the cut-off, which is told at its cell",
        a_plan(
            contracts=(
                a_contract(end=date(2026, 8, 31)),
                a_contract(ref="CT-02", end=date(2026, 8, 31)),
                a_contract(ref="CT-03", replaces="CT-02", signed=date(2027, 9, 1), start=date(2026, 9, 1)),
            ),
            amendments=(an_amendment(signed=date(2027, 9, 1), new_end=date(2029, 12, 31)),),
        ),
    ),
    Case(
        "R406",
        "the amendment of the end of the contract that covers it is said to be signed after the cut-off",
        a_plan(
            contracts=(a_contract(end=date(2026, 3, 31)),),
            figures=(a_sold_figure(),),
            amendments=(an_amendment(signed=date(2027, 9, 1), new_end=date(2029, 12, 31)),),
        ),
    ),
    Case(
        "R405",
        "tacitly renewed",
        a_plan(contracts=(a_contract(end=date(2025, 12, 31), renewal=Renewal.TACIT, renewal_months=12),)),
    ),
    Case(
        "R405",
        "expired and said so",
        a_plan(contracts=(a_contract(end=date(2025, 12, 31), status=ContractStatus.EXPIRED),)),
    ),
    Case(
        "R406",
        "the group's contract covers its subsidiary",
        a_plan(entities=TWO_ENTITIES, contracts=(a_contract(),), figures=(a_sold_figure(entity="Iberia"),)),
    ),
    Case("R406", "no figures at all", a_plan(contracts=(a_contract(),))),
    Case(
        "R406",
        "a contract that starts in the period, a framework without an amount",
        a_plan(
            contracts=(
                a_contract(),
                a_contract(ref="CT-02", offers=("Cloud",), start=date(2026, 7, 2)),
                a_contract(ref="CT-03", offers=("Cloud",), annual_amount=0),
            ),
            figures=(a_sold_figure(),),
        ),
    ),
    Case(
        "R406",
        "a contract that ended within the period",
        a_plan(
            contracts=(a_contract(end=date(2026, 7, 1), status=ContractStatus.EXPIRED),), figures=(a_sold_figure(),)
        ),
    ),
    Case(
        "R407",
        "a contract that is over",
        a_plan(
            offers=(an_offer(active=False),),
            contracts=(a_contract(end=date(2025, 12, 31), status=ContractStatus.EXPIRED),),
        ),
    ),
    Case(
        "R408",
        "two halves; a single entity",
        a_plan(contracts=(a_contract(), a_contract(ref="CT-02")), figures=(a_sold_figure(),)),
    ),
    Case(
        "R409",
        "a decision maker, a supporter",
        a_plan(contacts=(a_decider(), a_contact(name="Marc Oberlin", attitude=Attitude.SUPPORTER))),
    ),
    Case(
        "R412",
        "seen 90 days ago; influence 3 counts for less",
        a_plan(contacts=(a_decider(last_contact=date(2026, 7, 2)), a_contact(name="Marc Oberlin", influence=3))),
    ),
    Case(
        "R413",
        "two relationships; no revenue",
        a_plan(
            entities=TWO_ENTITIES,
            contacts=(a_contact(), a_contact(name="Marc Oberlin"), a_contact(name="Carmen Ortega", entity="Iberia")),
            figures=(a_sold_figure(), a_sold_figure(entity="Iberia", quarters=quarters(T3_2026=0))),
        ),
    ),
    Case(
        "R414",
        "what is closed, and a namesake on our team",
        a_plan(
            team=(a_team_member(), a_team_member(name="Marc Oberlin")),
            contacts=(a_contact(active=False), a_contact(name="Marc Oberlin", active=False)),
            actions=(
                an_action(owner="Hélène Castaing", status=ActionStatus.DONE),
                an_action(ref="A-02", owner="Marc Oberlin"),
            ),
            decisions=(a_decision(owner="Hélène Castaing", status=DecisionStatus.APPLIED),),
            risks=(a_risk(owner="Hélène Castaing", status=RiskStatus.CLOSED),),
            opportunities=(an_opportunity(decider="Hélène Castaing", stage=OpportunityStage.LOST),),
        ),
    ),
    Case(
        "R415",
        "a chain that ends, and a manager nobody knows",
        a_plan(
            contacts=(
                a_contact(name="Camille Joly", manager="Marc Oberlin"),
                a_contact(name="Marc Oberlin", manager="Hélène Castaing"),
                a_contact(manager="Ada Martin"),
            )
        ),
    ),
    Case("R421", "a baseline of zero is one", a_plan(objectives=(an_objective(baseline=0),))),
    Case("R421", "dropped", a_plan(objectives=(an_objective(due=None, status=ObjectiveStatus.DROPPED),))),
    Case("R422", "due on the plan's last day", a_plan(objectives=(an_objective(due=date(2028, 12, 31)),))),
    Case("R423", "a KPI names it", a_plan(objectives=(an_objective(),), kpis=(a_kpi(objectives=("OBJ-01",)),))),
    Case(
        "R424",
        "two open actions",
        a_plan(
            objectives=(an_objective(),),
            actions=(an_action(objective="OBJ-01"), an_action(ref="A-02", objective="OBJ-01")),
        ),
    ),
    Case("R425", "tied to a goal", a_plan(objectives=(an_objective(goal="ENJ-01"),))),
    Case(
        "R426",
        "an up-sell where we are, a cell to win, a cell unknown, a quality objective",
        a_plan(
            objectives=(
                an_upsell(entity="Groupe", offer="Support"),
                a_money_objective(ref="OBJ-02", entity="Groupe", offer="Cloud"),
                an_objective(ref="OBJ-03", entity="Groupe", offer="Support"),
            ),
            potential=(a_potential(), a_potential(offer="Support", incumbent=Incumbent.US)),
            opportunities=(
                an_opportunity(type=OpportunityType.RENEWAL),
                an_opportunity(ref="OPP-02", offer="Conseil", type=OpportunityType.CROSS_SELL),
            ),
        ),
    ),
    Case(
        "R427",
        "200 000 weighted for 200 000 to find",
        a_plan(objectives=(a_money_objective(),), opportunities=(an_opportunity(objective="OBJ-01", amount=400_000),)),
    ),
    Case("R427", "nothing to find in the currency", a_plan(objectives=(an_upsell(),))),
    Case(
        "R428",
        "a quality objective is set",
        a_plan(
            objectives=(an_upsell(), an_objective(ref="OBJ-02")), satisfaction=(a_score(score=-12, respondents=24),)
        ),
    ),
    Case(
        "R428",
        "an NPS of zero, tickets as many as a year ago",
        a_plan(
            objectives=(an_upsell(),),
            satisfaction=(a_score(score=0, respondents=24),),
            tickets=(a_ticket_series(priority=Priority.P1, quarters=quarters(T3_2025=7, T2_2026=4, T3_2026=7)),),
        ),
    ),
    Case(
        "R431",
        "seated, or gone",
        a_plan(contacts=(a_decider(), a_decider(name="Marc Oberlin", active=False)), bodies=(a_steering(),)),
    ),
    Case("R432", "followed", a_plan(objectives=(an_objective(),), bodies=(a_body(objectives=("OBJ-01",)),))),
    Case(
        "R433",
        "in one of the two bodies; an internal review does not count",
        a_plan(
            contacts=(a_decider(),),
            objectives=(an_upsell(), an_upsell(ref="OBJ-02")),
            bodies=(
                a_steering(objectives=("OBJ-01",)),
                a_body(name="Suivi", type=BodyType.FOLLOW_UP, objectives=("OBJ-01",)),
                a_body(name="Revue", type=BodyType.INTERNAL, objectives=("OBJ-02",)),
            ),
            opportunities=(
                an_opportunity(objective="OBJ-01", decider="Hélène Castaing"),
                an_opportunity(ref="OPP-02", objective="OBJ-02", decider="Hélène Castaing"),
            ),
        ),
    ),
    Case("R434", "a decision maker sits in it", a_plan(contacts=(a_decider(),), bodies=(a_steering(),))),
    Case(
        "R435",
        "a quarterly committee held 115 days ago",
        a_plan(bodies=(a_body(),), meetings=(a_meeting(planned=date(2026, 6, 7), held=date(2026, 6, 7)),)),
    ),
    Case(
        "R435",
        "a meeting said to be held after the cut-off, which is told at its cell",
        a_plan(bodies=(a_body(),), meetings=(a_meeting(planned=date(2026, 9, 1), held=date(2026, 10, 1)),)),
    ),
    Case("R436", "no meeting was ever planned, which is told already", a_plan(bodies=(a_body(),))),
    Case("R436", "the next meeting is dated", a_plan(bodies=(a_body(),), meetings=(a_planned_meeting(),))),
    Case(
        "R437",
        "to take on the day or later, at a meeting unknown; taken, applied or rejected at one that is over",
        a_plan(
            meetings=(a_meeting(), a_planned_meeting(ref="S-02"), a_planned_meeting(ref="S-03", planned=CUTOFF)),
            decisions=(
                a_decision(meeting="S-02"),
                a_decision(ref="D-02", meeting="S-03"),
                a_decision(ref="D-03", meeting="S-09"),
                a_decision(ref="D-04", meeting="S-01", status=DecisionStatus.TAKEN),
                a_decision(ref="D-05", meeting="S-01", status=DecisionStatus.APPLIED),
                a_decision(ref="D-06", meeting="S-01", status=DecisionStatus.REJECTED),
            ),
        ),
    ),
    Case(
        "R438",
        "minutes two days later, or still due",
        a_plan(
            bodies=(a_body(),),
            meetings=(
                a_meeting(minutes_sent=date(2026, 7, 18)),
                a_meeting(ref="S-02", planned=date(2026, 9, 28), held=date(2026, 9, 28)),
            ),
        ),
    ),
    Case("R441", "three KPIs", a_plan(kpis=THREE_KPIS)),
    Case(
        "R442",
        "complete",
        a_plan(kpis=(a_kpi(target=10, owner="Claire Vasseur", objectives=("OBJ-01",), quarters=quarters(T3_2026=0)),)),
    ),
    Case(
        "R443",
        "amber; red with an action",
        a_plan(
            kpis=(
                a_kpi(direction=Direction.DOWN, target=4, threshold=6, quarters=quarters(T3_2026=6)),
                a_kpi(ref="KPI-02", target=10, quarters=quarters(T3_2026=9)),
            ),
            actions=(an_action(kpi="KPI-02"),),
        ),
    ),
    Case(
        "R444",
        "within 0,5 %; nothing to compute from; typed only",
        a_plan(
            figures=(a_sold_figure(),),
            kpis=(
                a_kpi(
                    calculation=Calculation.SEGMENT_REVENUE,
                    filter="Fenêtre=1",
                    unit=Unit.MONEY,
                    quarters=quarters(T3_2026=30150),
                ),
                a_kpi(ref="KPI-02", calculation=Calculation.SLA, unit=Unit.PERCENT, quarters=quarters(T3_2026="0.9")),
                a_kpi(ref="KPI-03", quarters=quarters(T3_2026=3)),
            ),
        ),
    ),
    Case("R451", "cancelled", a_plan(actions=(an_action(owner=None, due=None, status=ActionStatus.CANCELLED),))),
    Case("R452", "due on the cut-off date", a_plan(actions=(an_action(due=CUTOFF),))),
    Case(
        "R453",
        "nearly done, closed, cancelled, unknown",
        a_plan(
            actions=(
                an_action(progress="0.99"),
                an_action(ref="A-02", progress=1, status=ActionStatus.DONE),
                an_action(ref="A-03", progress="0.5", status=ActionStatus.CANCELLED),
                an_action(ref="A-04", status=ActionStatus.DONE),
            )
        ),
    ),
    Case(
        "R454",
        "four of ten is 40 %",
        a_plan(
            actions=tuple(
                an_action(ref=f"A-{number}", owner="Claire Vasseur" if number < 4 else f"P-{number}")
                for number in range(10)
            )
        ),
    ),
    Case("R454", "two of two is no load", a_plan(actions=(an_action(), an_action(ref="A-02")))),
    Case(
        "R455",
        "due today; to take; applied",
        a_plan(
            decisions=(
                a_decision(status=DecisionStatus.TAKEN, due=CUTOFF),
                a_decision(ref="D-02", due=LATE),
                a_decision(ref="D-03", status=DecisionStatus.APPLIED, due=LATE),
            )
        ),
    ),
    Case(
        "R456",
        "criticality 12; mitigated; answered",
        a_plan(
            risks=(
                a_risk(probability=3, impact=4),
                a_risk(ref="R-02", probability=5, impact=5, status=RiskStatus.MITIGATED),
                a_risk(ref="R-03", probability=5, impact=5, response="Doubler le poste", owner="Claire Vasseur"),
            )
        ),
    ),
    Case(
        "R458",
        "on the day of the cut-off; a draft to be signed; a revision that tells of the update at hand",
        a_plan(
            contacts=(a_contact(last_contact=date(2026, 9, 30)),),
            contracts=(a_contract(signed=date(2026, 12, 1), status=ContractStatus.DRAFT),),
            revisions=(a_revision(dated=date(2026, 10, 2)),),
        ),
    ),
    Case(
        "R412",
        "a contact after the cut-off, which is told at its cell",
        a_plan(contacts=(a_decider(last_contact=date(2026, 10, 1)),)),
    ),
    Case(
        "R438",
        "minutes dated after the cut-off, which is told at their cell",
        a_plan(meetings=(a_meeting(planned=date(2026, 9, 1), held=date(2026, 9, 1), minutes_sent=date(2026, 10, 1)),)),
    ),
    Case(
        "R436",
        "a meeting to come that is said to be held",
        a_plan(
            bodies=(a_body(),),
            meetings=(a_meeting(planned=date(2026, 10, 15), held=date(2026, 10, 15)),),
        ),
    ),
    Case("R459", "a draft needs none", a_plan(contracts=(a_contract(signed=None, status=ContractStatus.DRAFT),))),
    Case(
        "R457",
        "addressed; influence 3; neutral",
        a_plan(
            contacts=(
                a_contact(influence=4, attitude=Attitude.OPPONENT),
                a_contact(name="Marc Oberlin", influence=3, attitude=Attitude.OPPONENT),
                a_contact(name="Camille Joly", influence=5, attitude=Attitude.NEUTRAL),
            ),
            actions=(an_action(addressee="Hélène Castaing"),),
        ),
    ),
    Case("R461", "revised 100 days ago", a_plan(revisions=(a_revision(dated=date(2026, 6, 22)),))),
    Case(
        "R463",
        "one accountable",
        a_plan(raci=(a_raci_assignment(), a_raci_assignment(person="Marc Oberlin", role=RaciRole.RESPONSIBLE))),
    ),
    Case(
        "R464",
        "budgets, and the quarter under way",
        a_plan(
            account=an_account(cutoff=date(2026, 10, 15)),
            figures=(
                a_figure_series(quarters=quarters(T4_2026=1)),
                a_figure_series(measure=FigureMeasure.BUDGET, quarters=quarters(T1_2027=1)),
            ),
        ),
    ),
    Case(
        "R465",
        "three years to the day; still there; nothing kept",
        a_plan(
            contacts=(
                a_contact(active=False, influence=3, observed_on=date(2023, 9, 30)),
                a_contact(name="Marc Oberlin", influence=3, observed_on=date(2020, 1, 1)),
                a_contact(name="Camille Joly", active=False, last_contact=date(2020, 1, 1)),
            )
        ),
    ),
    Case("R470", "twelve levels", a_plan(contacts=_chain_of_managers(12))),
)
