"""How figures were made, on small plans worked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.locales import Language
from generator.locales.catalogue import messages
from generator.locales.phrase import Phrase
from generator.measures.traces import Detail, Form, Trace, keys, trace_of
from generator.model.choices import (
    AmendmentSubject,
    Calculation,
    FigureMeasure,
    Renewal,
    TicketMeasure,
    Unit,
)
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from tests.builders import (
    a_contract,
    a_figure_series,
    a_kpi,
    a_plan,
    a_ticket_series,
    an_account,
    an_amendment,
    an_objective,
    an_opportunity,
    quarters,
)

YEAR = (Quarter(2025, 4), Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3))


def traced(plan: AccountPlan, key: str) -> Trace:
    found = trace_of(plan, key)
    assert found is not None
    return found


def details(trace: Trace) -> dict[str, object]:
    return {detail.name: detail.value for detail in trace.details}


@pytest.fixture
def plan() -> AccountPlan:
    """Revenue of 100 a quarter for four, then 130; 48 tickets of 50 resolved in time; one KPI on them, one typed."""
    revenue = quarters(T3_2025=100, T4_2025=100, T1_2026=100, T2_2026=100, T3_2026=130)
    return a_plan(
        figures=(
            a_figure_series(quarters=revenue),
            a_figure_series(measure=FigureMeasure.MARGIN, quarters=quarters(T3_2026=26)),
        ),
        tickets=(
            a_ticket_series(measure=TicketMeasure.RESOLVED, quarters=quarters(T3_2026=50)),
            a_ticket_series(measure=TicketMeasure.WITHIN_SLA, quarters=quarters(T3_2026=48)),
        ),
        kpis=(
            a_kpi(
                ref="KPI-01",
                name="SLA tenus",
                calculation=Calculation.SLA,
                unit=Unit.PERCENT,
                filter="Fenêtre=1",
                target="0.95",
                quarters=quarters(T3_2026="0.9"),
            ),
            a_kpi(ref="KPI-02", quarters=quarters(T2_2026=11, T3_2026=12)),
        ),
        objectives=(an_objective(),),
        contracts=(a_contract(renewal=Renewal.TACIT, renewal_months=12, end=date(2026, 6, 30), notice_months=3),),
        amendments=(
            an_amendment(annual_impact=5_000),
            an_amendment(ref="AV-02", signed=date(2027, 1, 1), annual_impact=9_000, subject=AmendmentSubject.PRICE),
        ),
        opportunities=(an_opportunity(), an_opportunity(ref="OPP-02", amount=40_000, probability="0.25")),
    )


def test_a_filter_that_is_not_understood_is_told_in_place_of_a_value(plan: AccountPlan) -> None:
    misread = plan.kpis[0].model_copy(update={"filter": "Fenêtre=1; Couleur=bleu"})
    trace = traced(plan.model_copy(update={"kpis": (misread,)}), "KPI-01")
    assert (trace.result, trace.sources) == (None, ())
    assert details(trace)["unknown_filter"] == "Couleur=bleu"


def test_a_computed_kpi(plan: AccountPlan) -> None:
    """48 of 50 resolved tickets: 96 %, over one quarter as its filter says."""
    trace = traced(plan, "kpi-01")
    assert (trace.key, trace.title, trace.formula) == ("KPI-01", "SLA tenus", "sla")
    assert (trace.result, trace.form) == (Decimal("0.96"), Form.PERCENT)
    assert trace.window == (Quarter(2026, 3),)
    assert trace.filter == "Fenêtre=1"
    assert details(trace) == {
        "target": Decimal("0.95"),
        "status": Phrase("explain.rag.green"),
        "count.sla": 50,
        "typed": Decimal("0.9"),
    }
    assert set(trace.sources) == {
        FieldPath("tickets", ("Incident", "", "Résolus"), "2026-T3"),
        FieldPath("tickets", ("Incident", "", "Dans SLA"), "2026-T3"),
    }


def test_a_typed_kpi(plan: AccountPlan) -> None:
    trace = traced(plan, "KPI-02")
    assert (trace.formula, trace.result, trace.form) == ("manual", Decimal(12), Form.PLAIN)
    assert trace.sources == (FieldPath("kpis", ("KPI-02",), "2026-T3"),)
    assert details(trace)["previous"] == Decimal(11)
    assert details(trace)["status"] == Phrase("explain.rag.none")


def test_a_formula_with_nothing_to_compute_from_gives_way_to_what_is_typed() -> None:
    kpi = a_kpi(calculation=Calculation.NPS, unit=Unit.POINTS, quarters=quarters(T3_2026=30))
    trace = traced(a_plan(kpis=(kpi,)), "KPI-01")
    assert (trace.formula, trace.result) == ("typed", Decimal(30))


def test_a_kpi_without_a_value() -> None:
    trace = traced(a_plan(kpis=(a_kpi(),)), "KPI-01")
    assert (trace.result, trace.sources) == (None, ())


def test_revenue_over_a_year(plan: AccountPlan) -> None:
    """100 + 100 + 100 + 130; the same quarter a year before had 100."""
    trace = traced(plan, "ca")
    assert (trace.result, trace.form, trace.window) == (Decimal(430), Form.MONEY, YEAR)
    assert [path.field for path in trace.sources] == ["2025-T4", "2026-T1", "2026-T2", "2026-T3"]
    assert details(trace) == {"quarter": Decimal(130), "quarter_year_ago": Decimal(100)}


def test_a_margin_rate_is_over_the_revenue_whose_margin_is_known(plan: AccountPlan) -> None:
    """26 of the 130 of the one quarter that has a margin."""
    trace = traced(plan, "MARGE")
    assert (trace.result, details(trace)) == (Decimal("0.2"), {"margin": Decimal(26)})


def test_a_formula_for_the_whole_account(plan: AccountPlan) -> None:
    trace = traced(plan, "SLA")
    assert (trace.result, trace.window, trace.filter) == (Decimal("0.96"), YEAR, None)


def test_a_pipeline_is_weighted(plan: AccountPlan) -> None:
    """100 000 × 50 % + 40 000 × 25 %."""
    trace = traced(plan, "pipeline")
    assert trace.result == Decimal(60_000)
    assert details(trace)["open_deals"] == 2
    assert details(trace)["amount"] == Decimal(140_000)


def test_amounts_under_contract(plan: AccountPlan) -> None:
    trace = traced(plan, "CONTRATS")
    assert (trace.result, details(trace)) == (Decimal(105_000), {"current_contracts": 1})


def test_the_life_of_a_contract(plan: AccountPlan) -> None:
    """Renewed tacitly once, to 30/06/2027; the amendment of 2027 is not signed yet."""
    trace = traced(plan, "CT-01")
    assert (trace.formula, trace.result) == ("contract", Decimal(105_000))
    told = details(trace)
    assert (told["typed_end"], told["current_end"], told["tacit_renewals"]) == (
        date(2026, 6, 30),
        date(2027, 6, 30),
        1,
    )
    assert (told["amendments"], told["notice_date"]) == ("AV-01", date(2027, 3, 30))
    assert FieldPath("amendments", ("AV-01",), "annual_impact") in trace.sources
    assert FieldPath("amendments", ("AV-02",), "annual_impact") not in trace.sources


def test_the_progress_of_an_objective(plan: AccountPlan) -> None:
    """From 0 to 10, at 8; 272 of 364 days of 2026 are gone."""
    trace = traced(plan, "OBJ-01")
    assert (trace.result, trace.form) == (Decimal("0.8"), Form.PERCENT)
    assert details(trace)["expected"] == Decimal(272) / Decimal(364)
    assert FieldPath("objectives", ("OBJ-01",), "current") in trace.sources


@pytest.mark.parametrize(
    ("unit", "currency", "form"),
    [
        ("€", "EUR", Form.MONEY),
        ("euros", "EUR", Form.MONEY),
        ("$", "USD", Form.MONEY),
        ("€", "USD", Form.PLAIN),
        ("k€", "EUR", Form.PLAIN),  # the value as typed, in thousands
        ("%", "EUR", Form.PERCENT),
        ("sites", "EUR", Form.PLAIN),
        (None, "EUR", Form.PLAIN),
    ],
)
def test_the_values_of_an_objective_are_in_its_unit(unit: str | None, currency: str, form: Form) -> None:
    plan = a_plan(account=an_account(currency=currency), objectives=(an_objective(unit=unit),))
    forms = {item.name: item.form for item in traced(plan, "OBJ-01").details}
    assert {forms[name] for name in ("baseline", "current", "target")} == {form}


def test_other_names_without_case_or_accents(plan: AccountPlan) -> None:
    assert traced(plan, "Chiffre d’affaires").key == traced(plan, "REVENUE").key == "CA"
    assert traced(plan, "réunions").key == "REUNIONS"


def test_an_unknown_key(plan: AccountPlan) -> None:
    assert trace_of(plan, "KPI-09") is None
    assert trace_of(plan, "") is None


def test_every_key_that_is_listed_can_be_told_in_words_of_the_catalogue(example: AccountPlan) -> None:
    known = messages(Language.FR, "explain")
    for key, title in keys(example).items():
        trace = traced(example, key)
        assert trace.key == key
        assert trace.title == title
        assert f"explain.formula.{trace.formula}" in known
        assert [name for name in details(trace) if f"explain.detail.{name}" not in known] == []


def test_details_keep_their_form(plan: AccountPlan) -> None:
    assert Detail("target", Decimal("0.95"), Form.PERCENT) in traced(plan, "KPI-01").details
