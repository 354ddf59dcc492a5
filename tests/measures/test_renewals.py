"""RENOUVELLEMENT, each outcome worked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.measures.formulas.outcome import Outcome
from generator.measures.formulas.renewal import renewal
from generator.measures.formulas.tables import MeasureTables
from generator.measures.renewals import TermOutcome, term_ends
from generator.model.choices import Calculation, ContractStatus, Renewal
from generator.model.kpi_filter import read_filter
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from tests.builders import PERIOD, a_contract, a_plan, an_amendment

DUE = date(2026, 3, 31)


def rate(plan: AccountPlan, typed: str = "", quarter: Quarter = PERIOD) -> Outcome:
    tables = MeasureTables(plan)
    kept = read_filter(typed, Calculation.RENEWAL, tables.filter_names)
    return renewal(tables, kept, quarter.back(kept.window))


def test_a_larger_replacement_counts_for_the_old_amount_only() -> None:
    plan = a_plan(
        contracts=(
            a_contract(end=DUE, annual_amount=100, status=ContractStatus.RENEWED),
            a_contract(ref="CT-02", replaces="CT-01", start=date(2026, 4, 1), annual_amount=130),
        )
    )
    assert (rate(plan).measure.value, rate(plan).second, rate(plan).count) == (Decimal(1), Decimal(1), 1)


def test_a_smaller_replacement_keeps_its_share() -> None:
    plan = a_plan(
        contracts=(
            a_contract(end=DUE, annual_amount=100, status=ContractStatus.RENEWED),
            a_contract(ref="CT-02", replaces="CT-01", start=date(2026, 4, 1), annual_amount=80),
            a_contract(ref="CT-03", end=DUE, annual_amount=60, status=ContractStatus.NOT_RENEWED),
        )
    )
    # 80 ÷ (100 + 60) by value, 1 ÷ 2 by number
    assert (rate(plan).measure.value, rate(plan).second) == (Decimal("0.5"), Decimal("0.5"))


def test_an_amendment_that_extends_the_end_renews_at_its_new_amount() -> None:
    plan = a_plan(
        contracts=(a_contract(end=DUE, annual_amount=100),),
        amendments=(
            an_amendment(ref="AV-01", signed=date(2025, 6, 1), annual_impact=20),
            an_amendment(ref="AV-02", signed=date(2026, 2, 1), annual_impact=-12, new_end=date(2029, 3, 31)),
        ),
    )
    assert rate(plan).measure.value == Decimal("0.9")  # 108 ÷ 120


def test_an_early_renewal_counts_in_the_window_of_its_due_date() -> None:
    plan = a_plan(
        contracts=(a_contract(end=date(2026, 9, 30), annual_amount=100),),
        amendments=(an_amendment(signed=date(2025, 6, 1), new_end=date(2029, 9, 30)),),
    )
    assert rate(plan, quarter=Quarter(2025, 2)).measure.value is None
    assert rate(plan, "Fenêtre=1").measure.value == 1
    assert rate(plan, "Fenêtre=1", Quarter(2026, 2)).measure.value is None


def test_due_and_undecided_past_its_end_is_not_renewed() -> None:
    plan = a_plan(contracts=(a_contract(end=DUE, annual_amount=100),))
    assert (rate(plan).measure.value, rate(plan).second) == (Decimal(0), Decimal(0))


def test_due_on_the_cutoff_and_undecided_is_left_out() -> None:
    assert rate(a_plan(contracts=(a_contract(end=date(2026, 9, 30)),))) == Outcome()


def test_declared_renewed_without_its_successor_counts_at_the_same_amount() -> None:
    plan = a_plan(contracts=(a_contract(end=DUE, annual_amount=100, status=ContractStatus.RENEWED),))
    assert rate(plan).measure.value == 1


def test_tacit_renewals_stand_apart() -> None:
    tacit = a_contract(end=DUE, renewal=Renewal.TACIT, renewal_months=12)
    assert rate(a_plan(contracts=(tacit,))) == Outcome(tacit=1)
    lost = a_contract(ref="CT-02", end=DUE, annual_amount=50, status=ContractStatus.TERMINATED)
    both = rate(a_plan(contracts=(tacit, lost)))
    assert (both.measure.value, both.count, both.tacit) == (Decimal(0), 1, 1)


def test_a_contract_renewed_tacitly_twice_then_replaced_has_three_ends() -> None:
    plan = a_plan(
        contracts=(
            a_contract(end=date(2023, 12, 31), renewal=Renewal.TACIT, renewal_months=12, status=ContractStatus.RENEWED),
            a_contract(ref="CT-02", replaces="CT-01", start=date(2026, 1, 1), end=None),
        )
    )
    assert [(term.due, term.outcome) for term in term_ends(plan)] == [
        (date(2023, 12, 31), TermOutcome.TACIT),
        (date(2024, 12, 31), TermOutcome.TACIT),
        (date(2025, 12, 31), TermOutcome.RENEWED),
    ]


def test_an_extension_signed_after_a_tacit_renewal_renews_the_term_then_running() -> None:
    plan = a_plan(
        contracts=(a_contract(end=date(2024, 12, 31), renewal=Renewal.TACIT, renewal_months=12),),
        amendments=(an_amendment(signed=date(2025, 6, 1), new_end=date(2027, 12, 31)),),
    )
    assert [(term.due, term.outcome) for term in term_ends(plan)] == [
        (date(2024, 12, 31), TermOutcome.TACIT),
        (date(2025, 12, 31), TermOutcome.RENEWED),
        (date(2027, 12, 31), TermOutcome.UNDECIDED),
    ]


def test_drafts_and_open_ended_contracts_have_no_term() -> None:
    plan = a_plan(
        contracts=(
            a_contract(end=DUE, status=ContractStatus.DRAFT),
            a_contract(ref="CT-02", end=None, renewal=Renewal.OPEN_ENDED),
        )
    )
    assert term_ends(plan) == ()


def test_a_filter_keeps_contracts_by_offer() -> None:
    plan = a_plan(
        contracts=(
            a_contract(end=DUE, offers=("Cloud",), status=ContractStatus.RENEWED),
            a_contract(ref="CT-02", end=DUE, offers=("Support",), status=ContractStatus.NOT_RENEWED),
        )
    )
    assert rate(plan, "Offre=cloud").measure.value == 1
    assert rate(plan, "Offre=support").measure.value == 0
    assert rate(plan).measure.value == Decimal("0.5")
