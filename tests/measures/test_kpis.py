"""KPI readings at the third quarter of 2026: each formula, its windows, what it does without data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.measures.formulas.tables import MeasureTables
from generator.measures.kpis import KpiReading, computed_outcome, every_reading, kpi_readings
from generator.measures.rag import Rag
from generator.model.choices import BodyType, Calculation, Direction, MeetingStatus, SurveyType, TicketMeasure, Unit
from generator.model.field_path import FieldPath
from generator.model.kpis import SharedKpi
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.quarter import Quarter
from tests.builders import (
    PERIOD,
    a_body,
    a_figure_series,
    a_kpi,
    a_meeting,
    a_plan,
    a_potential,
    a_score,
    a_ticket_series,
    an_account,
    an_entity,
    an_offer,
    quarters,
)

COMPUTED = tuple(calculation for calculation in Calculation if calculation is not Calculation.MANUAL)


def reading(kpi: dict[str, Any], **tables: Any) -> KpiReading:
    return kpi_readings(a_plan(kpis=(a_kpi(**kpi),), **tables))[0]


def a_plan_with_two_years(**kpi: Any) -> AccountPlan:
    """Revenue of 10 a quarter in 2025 then 20, 30, 40 of support; 1 a quarter of cloud since 2026."""
    return a_plan(
        entities=(an_entity(name="Groupe", segment="Siège"), an_entity(name="Industrie", segment="Usines")),
        figures=(
            a_figure_series(
                quarters=quarters(T1_2025=10, T2_2025=10, T3_2025=10, T4_2025=10, T1_2026=20, T2_2026=30, T3_2026=40)
            ),
            a_figure_series(entity="Industrie", offer="Cloud", quarters=quarters(T1_2026=1, T2_2026=1, T3_2026=1)),
        ),
        potential=(
            a_potential(entity="Groupe", offer="Support", estimated_spend=160),
            a_potential(entity="Groupe", offer="Cloud", estimated_spend=40),
            a_potential(entity="Industrie", offer="Cloud"),
            a_potential(entity="Industrie", offer="Support", eligible=False, estimated_spend=999),
        ),
        kpis=(a_kpi(**kpi),),
    )


def read(calculation: Calculation, typed: str = "", unit: Unit = Unit.PERCENT) -> KpiReading:
    return kpi_readings(a_plan_with_two_years(calculation=calculation, filter=typed, unit=unit))[0]


def test_revenue_sums_four_quarters_and_each_quarter_has_its_own_window() -> None:
    found = read(Calculation.SEGMENT_REVENUE, unit=Unit.MONEY)
    assert {str(quarter): measure.value for quarter, measure in found.series.items()} == {
        "2025-T4": 40,
        "2026-T1": 51,
        "2026-T2": 72,
        "2026-T3": 103,
    }
    assert (found.current.value, found.previous.value) == (Decimal(103), Decimal(72))
    assert (found.change, found.year_change) == (Decimal(31), None)
    assert found.is_computed


def test_revenue_of_one_quarter_compares_with_the_same_quarter_a_year_earlier() -> None:
    found = read(Calculation.SEGMENT_REVENUE, "Offre=Support; Fenêtre=1", Unit.MONEY)
    assert (found.current.value, found.change) == (Decimal(40), Decimal(10))
    assert (found.year_ago.value, found.year_change) == (Decimal(10), Decimal(30))
    assert found.current.sources == (FieldPath("figures", ("Groupe", "Support", "", "CA"), "2026-T3"),)


def test_revenue_of_a_segment() -> None:
    assert read(Calculation.SEGMENT_REVENUE, "Segment=usines", Unit.MONEY).current.value == 3


def test_coverage_counts_eligible_cells_with_revenue() -> None:
    found = read(Calculation.COVERAGE)
    assert (found.current.value, found.count) == (Decimal(2) / 3, 3)
    assert found.series[Quarter(2025, 4)].value == Decimal(1) / 3


def test_penetration_compares_the_same_cells() -> None:
    found = read(Calculation.PENETRATION)
    # support of the group 100, over 160 + 40; two of three eligible cells are estimated
    assert (found.current.value, found.second, found.count) == (Decimal("0.5"), Decimal(2) / 3, 2)


def test_penetration_of_one_quarter_takes_a_quarter_of_the_yearly_spend() -> None:
    assert read(Calculation.PENETRATION, "Fenêtre=1").current.value == Decimal("0.8")  # 40 ÷ (200 ÷ 4)


def test_market_kpis_are_not_available_in_a_shared_plan() -> None:
    full = a_plan_with_two_years(calculation=Calculation.COVERAGE)
    shared = SharedPlan(
        account=full.account,
        entities=full.entities,
        offers=full.offers,
        figures=full.figures,
        kpis=tuple(SharedKpi.model_validate(kpi.model_dump(exclude={"share"})) for kpi in full.kpis),
    )
    assert kpi_readings(shared)[0].current.value is None


def test_meetings_held_over_planned_by_type_of_body() -> None:
    found = reading(
        {"calculation": Calculation.MEETINGS, "filter": "Type=COPIL", "unit": Unit.PERCENT},
        bodies=(a_body(), a_body(name="Autre")),
        meetings=(
            a_meeting(ref="S-01"),
            a_meeting(ref="S-02", body="Autre", held=None, status=MeetingStatus.PLANNED),
            a_meeting(ref="S-03", body="Ailleurs", held=None, status=MeetingStatus.PLANNED),
        ),
    )
    assert (found.current.value, found.count) == (Decimal("0.5"), 2)


def test_nps_over_four_quarters_with_its_respondents() -> None:
    found = reading(
        {"calculation": Calculation.NPS, "unit": Unit.POINTS, "target": 45, "threshold": 35},
        satisfaction=(
            a_score(score=10),
            a_score(score=3),
            a_score(score=8, measured=date(2025, 10, 1)),
            a_score(score=9),
        ),
    )
    assert (found.current.value, found.count, found.rag) == (Decimal(25), 4, Rag.RED)  # (2 − 1) ÷ 4
    assert found.previous.value == 0  # the single 8


def test_csat_as_a_rate() -> None:
    found = reading(
        {"calculation": Calculation.CSAT, "unit": Unit.PERCENT},
        satisfaction=(a_score(type=SurveyType.CSAT, score=4, scale_max=5, respondents=8),),
    )
    assert (found.current.value, found.count) == (Decimal("0.8"), 8)


def sla_tables() -> dict[str, Any]:
    return {
        "tickets": (
            a_ticket_series(measure=TicketMeasure.RESOLVED, quarters=quarters(T2_2026=100, T3_2026=300)),
            a_ticket_series(measure=TicketMeasure.WITHIN_SLA, quarters=quarters(T2_2026=80, T3_2026=300)),
        )
    }


def test_sla_over_its_window() -> None:
    kpi = {"calculation": Calculation.SLA, "unit": Unit.PERCENT, "target": "0.95", "threshold": "0.93"}
    found = reading(kpi, **sla_tables())
    assert (found.current.value, found.count, found.rag) == (Decimal("0.95"), 400, Rag.GREEN)


def test_sla_is_not_told_again_for_a_quarter_without_tickets() -> None:
    found = reading(
        {"calculation": Calculation.SLA, "unit": Unit.PERCENT},
        account=an_account(cutoff=date(2026, 12, 31)),
        **sla_tables(),
    )
    assert found.current.value is None
    assert list(found.series) == [Quarter(2026, 2), PERIOD]


def test_a_rate_in_points_and_an_nps_in_percent() -> None:
    points = reading({"calculation": Calculation.SLA, "unit": Unit.POINTS, "filter": "Fenêtre=1"}, **sla_tables())
    assert points.previous.value == 80
    percent = reading({"calculation": Calculation.NPS, "unit": Unit.PERCENT}, satisfaction=(a_score(score=10),))
    assert percent.current.value == 1


def test_typed_values_stop_at_the_period() -> None:
    found = reading(
        {"quarters": quarters(T4_2025=9, T2_2026=5, T3_2026=7, T4_2026=1), "target": 4, "direction": Direction.DOWN}
    )
    assert list(found.series) == [Quarter(2025, 4), Quarter(2026, 2), PERIOD]
    assert (found.current.value, found.change, found.rag, found.is_computed) == (
        Decimal(7),
        Decimal(2),
        Rag.RED,
        False,
    )
    assert found.current.sources == (FieldPath("kpis", ("KPI-01",), "2026-T3"),)


def test_one_quarter_alone_has_no_change() -> None:
    found = reading({"quarters": quarters(T3_2026=7)})
    assert (found.current.value, found.previous.value, found.change, found.year_change) == (
        Decimal(7),
        None,
        None,
        None,
    )


def test_the_computed_value_wins_over_the_typed_one_and_both_are_kept() -> None:
    kpi = {
        "calculation": Calculation.SLA,
        "unit": Unit.PERCENT,
        "filter": "Fenêtre=1",
        "quarters": quarters(T3_2026="0.9"),
    }
    found = reading(kpi, **sla_tables())
    assert (found.current.value, found.computed.value, found.typed.value) == (Decimal(1), Decimal(1), Decimal("0.9"))


def test_a_typed_value_stands_where_the_formula_has_nothing() -> None:
    kpi = {"calculation": Calculation.SLA, "unit": Unit.PERCENT, "quarters": quarters(T1_2026="0.9", T3_2026="0.92")}
    found = reading(kpi)
    assert (found.current.value, found.is_computed, found.computed.value) == (Decimal("0.92"), False, None)


@pytest.mark.parametrize("calculation", COMPUTED)
def test_no_data_is_not_available_never_zero(calculation: Calculation) -> None:
    found = reading({"calculation": calculation, "target": 1})
    assert (found.current.value, found.series, found.rag, found.count) == (None, {}, Rag.NONE, None)


def test_a_date_centuries_away_makes_no_endless_series() -> None:
    found = reading(
        {"calculation": Calculation.MEETINGS}, bodies=(a_body(),), meetings=(a_meeting(planned=date(1026, 7, 1)),)
    )
    assert found.series == {}


MISREAD = (
    "Siège",
    "Segmnt=Siège",
    "Offre=Clod",
    "Offre=Cloud; Usines",
    "Fenêtre=2",
    "Type=COPIL",
    "Fenêtre=1; Fenêtre=4",
)


@pytest.mark.parametrize("typed", MISREAD)
@pytest.mark.parametrize("calculation", [Calculation.SEGMENT_REVENUE, Calculation.COVERAGE, Calculation.PENETRATION])
def test_a_filter_that_is_not_understood_gives_no_value(calculation: Calculation, typed: str) -> None:
    plan = a_plan_with_two_years(calculation=calculation, filter=typed, quarters=quarters(T3_2026=99))
    assert kpi_readings(plan) == ()
    (found,) = every_reading(plan)
    assert (found.series, found.current.value, found.typed.value, found.rag) == ({}, None, None, Rag.NONE)
    assert computed_outcome(MeasureTables(plan), plan.kpis[0], PERIOD).measure.value is None


def test_a_filter_on_an_internal_body_type_widens_nothing() -> None:
    """Held 1 of 2 internal meetings; a plan without internal bodies has none to count, and does not count others."""
    bodies = (a_body(), a_body(name="Revue", type=BodyType.INTERNAL))
    meetings = (
        a_meeting(),
        a_meeting(ref="S-02", body="Revue"),
        a_meeting(ref="S-03", body="Revue", held=None, status=MeetingStatus.PLANNED),
    )
    kpi = {"calculation": Calculation.MEETINGS, "filter": "Type=Interne", "unit": Unit.PERCENT}
    assert reading(kpi, bodies=bodies, meetings=meetings).current.value == Decimal("0.5")
    assert reading(kpi, bodies=bodies[:1], meetings=meetings[:1]).current.value is None


def test_a_typed_kpi_is_told_whatever_its_filter() -> None:
    found = reading({"filter": "n’importe", "quarters": quarters(T3_2026=8)})
    assert found.current.value == Decimal(8)


def test_offers_unused_by_the_plan_do_not_matter() -> None:
    plan = a_plan(offers=(an_offer(),), kpis=(a_kpi(),))
    assert kpi_readings(plan)[0].series == {}
