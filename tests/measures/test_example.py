"""The measures of the example account against figures worked by hand from its files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.locales import Language
from generator.measures.actions import action_states, blocked, late, open_actions
from generator.measures.contracts import contract_lives, ending_within, notices_within, under_contract
from generator.measures.coverage import governance_coverage
from generator.measures.formulas.market import coverage, penetration
from generator.measures.formulas.renewal import renewal
from generator.measures.formulas.tables import MeasureTables
from generator.measures.governance import held_on, next_steering, upcoming_meetings
from generator.measures.kpis import kpi_readings
from generator.measures.measure import Measure
from generator.measures.organisation import people_in_order
from generator.measures.pipeline import sales_pipeline
from generator.measures.progress import objective_progress
from generator.measures.weather import weather
from generator.measures.whitespace import whitespace
from generator.model.choices import FigureMeasure, SurveyType, TicketMeasure
from generator.model.kpi_filter import KpiFilter
from generator.model.plan import AccountPlan
from generator.workbook.example import example_plan
from tests.builders import CUTOFF, PERIOD, a_quarter

BY_HAND: Mapping[str, Any] = tomllib.loads(
    Path(__file__).with_name("example_worked_by_hand.toml").read_text(encoding="utf-8")
)
MILLIONTH = Decimal("0.000001")


@pytest.fixture(scope="module")
def plan() -> AccountPlan:
    return example_plan(Language.FR)


@pytest.fixture(scope="module")
def tables(plan: AccountPlan) -> MeasureTables:
    return MeasureTables(plan)


def told(measure: Measure | Decimal | None) -> str:
    """A value as text, to a millionth; blank when there is none."""
    value = measure.value if isinstance(measure, Measure) else measure
    return "" if value is None else str(value.quantize(MILLIONTH))


def by_hand(value: object) -> str:
    return "" if value == "" else str(Decimal(str(value)).quantize(MILLIONTH))


def expected(section: Mapping[str, object]) -> dict[str, str]:
    return {name: by_hand(value) for name, value in section.items()}


def found(names: Iterable[str], measures: Mapping[str, Measure | Decimal | None]) -> dict[str, str]:
    return {name: told(measures.get(name)) for name in names}


def test_revenue_budget_and_margin_by_quarter(tables: MeasureTables) -> None:
    figures = tables.figures
    for section, measure in (
        (BY_HAND["revenue"]["total"], FigureMeasure.REVENUE),
        (BY_HAND["revenue"]["budget"], FigureMeasure.BUDGET),
        (BY_HAND["margin"]["amount"], FigureMeasure.MARGIN),
    ):
        amounts = {name: figures.amount(measure, (a_quarter(name),)) for name in section}
        assert found(section, amounts) == expected(section)
    rates = BY_HAND["margin"]["rate"]
    assert found(rates, {name: figures.margin_rate((a_quarter(name),)) for name in rates}) == expected(rates)


@pytest.mark.parametrize("quarter", ["2025-T3", "2026-T3"])
def test_revenue_by_offer_and_by_entity(tables: MeasureTables, quarter: str) -> None:
    window = (a_quarter(quarter),)
    offers, entities = BY_HAND["revenue"]["by_offer"][quarter], BY_HAND["revenue"]["by_entity"][quarter]
    assert found(offers, tables.figures.by_offer(window)) == expected(offers)
    amounts = {name: measure.value or Decimal(0) for name, measure in tables.figures.by_entity(window).items()}
    assert {name: told(amounts.get(name, Decimal(0))) for name in entities} == expected(entities)


def test_movers(tables: MeasureTables) -> None:
    moves = {move.offer: move.change for move in tables.figures.movers(PERIOD)}
    section = BY_HAND["revenue"]["change_by_offer"]
    assert found(section, moves) == expected(section)
    assert list(moves) == ["Cloud", "Cybersécurité", "Conseil", "Infogérance", "Support"]


@pytest.mark.parametrize("ref", ["KPI-01", "KPI-02", "KPI-03", "KPI-04", "KPI-05"])
def test_kpi_series(plan: AccountPlan, tables: MeasureTables, ref: str) -> None:
    reading = {item.kpi.ref: item for item in kpi_readings(plan, tables)}[ref]
    section = BY_HAND["kpis"][ref]
    values = {str(quarter): measure for quarter, measure in reading.series.items()}
    assert found(section, values) == expected(section)
    before, now = BY_HAND["kpis"]["summary"][ref]
    assert (told(reading.previous), told(reading.current)) == (by_hand(before), by_hand(now))
    assert reading.rag.name.lower() == BY_HAND["kpis"]["status"][ref]


def test_satisfaction(tables: MeasureTables) -> None:
    nps, csat = tables.surveys.by_quarter(SurveyType.NPS), tables.surveys.by_quarter(SurveyType.CSAT)
    assert {str(q): result.respondents for q, result in nps.items()} == BY_HAND["kpis"]["KPI-03-respondents"]
    assert {str(q): result.respondents for q, result in csat.items()} == BY_HAND["satisfaction"]["csat_respondents"]
    section = BY_HAND["satisfaction"]["csat"]
    assert {str(q): told(result.measure) for q, result in csat.items()} == expected(section)
    entities = BY_HAND["satisfaction"]["nps_by_entity"]["2026-T3"]
    by_entity = tables.surveys.by_entity(SurveyType.NPS, (PERIOD,))
    assert {name: told(result.measure) for name, result in by_entity.items()} == expected(entities)


def test_tickets(tables: MeasureTables) -> None:
    section, tickets = BY_HAND["tickets"], tables.tickets
    natures = {kind.label.fr: kind for kind in tickets.types()}
    for kind, by_quarter in section["opened"].items():
        opened = {str(q): told(tickets.opened(natures[kind], q)) for q in tickets.quarters()}
        assert opened == expected(by_quarter)
    rates = {q: tickets.service_rate((q,)) for q in tickets.quarters(TicketMeasure.RESOLVED)}
    assert {str(q): told(rate.resolved) for q, rate in rates.items()} == expected(section["resolved"])
    assert {str(q): told(rate.within) for q, rate in rates.items()} == expected(section["within_sla"])
    critical = {str(q): told(tickets.critical_opened(q)) for q in tickets.quarters(TicketMeasure.OPENED)}
    assert critical == expected(section["p1_opened"])


def test_contracts(plan: AccountPlan) -> None:
    for life in contract_lives(plan):
        section = BY_HAND["contracts"][life.contract.ref]
        assert life.contract.status.label.fr == section["status"]
        assert life.annual_amount == section["annual_amount"]
        assert (life.current_end or "") == section["current_end"]
        assert (life.notice_date or "") == section["notice"]
        assert (life.tacit_renewals, life.days_to_notice) == (section["tacit_renewals"], section.get("days_to_notice"))


def test_contract_totals(plan: AccountPlan) -> None:
    section, lives = BY_HAND["contracts"]["totals"], contract_lives(plan)
    tile = weather(plan).contracts
    assert sum(1 for life in lives if life.is_current) == section["active"] == tile.current_count
    assert under_contract(lives).value == section["under_contract"]
    assert {life.contract.ref for life in notices_within(lives, CUTOFF, 90)} == set(section["notices_within_90_days"])
    assert {life.contract.ref for life in ending_within(lives, CUTOFF, 12)} == set(section["ending_within_12_months"])
    assert tile.notice_amount.value == section["at_stake"]


def test_renewal(tables: MeasureTables) -> None:
    section = BY_HAND["renewal"]
    outcome = renewal(tables, KpiFilter(), PERIOD.back(4))
    assert told(outcome.measure) == by_hand(section["rate_by_value"])
    assert told(outcome.second) == by_hand(section["rate_by_number"])
    assert (outcome.count, outcome.tacit) == (section["due_number"], len(section["tacit"]))
    (tacit,) = [term for term in tables.term_ends if term.contract.ref == "CT-02" and term.due <= CUTOFF]
    assert tacit.old.value == section["tacit_value"]


def test_actions(plan: AccountPlan) -> None:
    section, states = BY_HAND["actions"], action_states(plan)
    assert (len(states), len(open_actions(states))) == (section["total"], section["open"])
    assert {state.action.ref: state.days_late for state in late(states)} == section["days_late"]
    assert [state.action.ref for state in blocked(states)] == section["blocked"]
    recent = sorted(state.action.ref for state in states if state.is_closed_recently)
    assert recent == section["closed_since_last_steering"]
    assert sorted(state.action.ref for state in states if state.is_due_soon) == section["due_within_90_days"]


def test_meetings(plan: AccountPlan) -> None:
    section, tile = BY_HAND["meetings"], weather(plan).governance
    assert (tile.held, tile.planned) == (section["held"], section["planned"])
    assert sum(1 for meeting in plan.meetings if held_on(meeting, CUTOFF)) == section["held_all"]
    assert sorted(meeting.ref for meeting in upcoming_meetings(plan)) == section["future"]
    upcoming = next_steering(plan)
    assert upcoming is not None
    assert upcoming.ref == section["next_steering"]


def test_whitespace(plan: AccountPlan, tables: MeasureTables) -> None:
    section, grid = BY_HAND["whitespace"], whitespace(plan)
    for name, sums in (("to_win_by_entity", grid.to_win_by_entity), ("to_win_by_offer", grid.to_win_by_offer)):
        amounts = {key: measure.value or Decimal(0) for key, measure in sums.items()}
        assert found(section[name], amounts) == expected(section[name])
    assert grid.to_win.value == section["totals"]["to_win"]
    revenue = {"/".join(at): cell.revenue.value for at, cell in grid.cells.items() if cell.revenue.value}
    assert revenue == section["revenue"]
    covered, penetrated = (formula(tables, KpiFilter(), PERIOD.back(4)) for formula in (coverage, penetration))
    assert (told(covered.measure), covered.count) == (section["totals"]["coverage"], section["totals"]["eligible"])
    assert told(penetrated.measure) == section["totals"]["penetration"]
    assert penetrated.count == section["totals"]["estimated_cells"]


def test_pipeline(plan: AccountPlan) -> None:
    section, pipeline = BY_HAND["pipeline"], sales_pipeline(plan)
    assert {deal.opportunity.ref: deal.weighted.value for deal in pipeline.deals} == section["weighted"]
    assert pipeline.amount.value == section["totals"]["amount"]
    assert pipeline.weighted.value == section["totals"]["weighted"]
    assert pipeline.selling.value == section["totals"]["weighted_of_the_gap"]
    assert pipeline.shortfall == section["totals"]["missing"]
    assert pipeline.gap.value == section["totals"]["commercial_gap"]


def test_objectives(plan: AccountPlan) -> None:
    found = objective_progress(plan)
    shares = {one.objective.ref: told(one.raw_share) for one in found if one.signature is None}
    assert shares == expected(BY_HAND["objectives"]["progress"])
    signatures = {one.objective.ref: one.rag.value for one in found if one.signature is not None}
    assert signatures == BY_HAND["objectives"]["signatures"]


def test_people(plan: AccountPlan) -> None:
    section = BY_HAND["people"]
    assert len(people_in_order(plan)) == section["active"]
    assert [person.name for person in governance_coverage(plan).unseated] == section["decision_makers_in_no_body"]


def test_the_cutoff_is_that_of_the_figures(plan: AccountPlan) -> None:
    assert (plan.account.cutoff, plan.period) == (date(2026, 9, 30), PERIOD)
