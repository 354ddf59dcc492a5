"""The way back from a notice date, its days counted by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.measures.back_plan import BackPlan, back_plans
from generator.measures.contracts import contract_lives
from tests.builders import a_contract, a_plan, an_approval_step

STEMS = ("reconduction",)
STEPS = tuple(
    an_approval_step(purchase_type="Reconduction de contrat", step=rank, delay_days=days)
    for rank, days in enumerate((5, 10, 10, 10, 5), start=1)
)


def plans(*steps: Any, **contract: Any) -> tuple[BackPlan, ...]:
    told = {"end": date(2027, 5, 31), "notice_months": 6, **contract}
    plan = a_plan(contracts=(a_contract(**told),), approval_steps=steps or STEPS)
    return back_plans(plan, contract_lives(plan), STEMS)


def test_forty_days_before_the_end_of_november() -> None:
    """Ten days of October after the 21st, and thirty of November."""
    (found,) = plans()
    assert (found.notice, found.days, found.launch) == (date(2026, 11, 30), 40, date(2026, 10, 21))


def test_steps_come_in_their_order_and_one_without_a_delay_takes_none() -> None:
    last, first = (
        an_approval_step(purchase_type="Reconduction", step=2, contact="Marc Oberlin"),
        an_approval_step(purchase_type="Reconduction", step=1, delay_days=7),
    )
    (found,) = plans(last, first)
    assert [step.step for step in found.steps] == [1, 2]
    assert (found.days, found.launch) == (7, date(2026, 11, 23))


def test_a_path_of_no_known_length_says_no_day() -> None:
    assert plans(an_approval_step(purchase_type="Reconduction")) == ()


def test_only_a_path_of_renewals_counts_whatever_its_case_and_accents() -> None:
    assert plans(an_approval_step(purchase_type="Extension de périmètre", delay_days=5)) == ()
    assert [one.days for one in plans(an_approval_step(purchase_type="RECONDUCTION", delay_days=5))] == [5]


def test_of_several_paths_the_one_with_the_highest_threshold_that_the_amount_reaches() -> None:
    below, small, large = (
        an_approval_step(purchase_type="Reconduction", delay_days=1),
        an_approval_step(purchase_type="Reconduction au-delà", threshold=100_000, delay_days=20),
        an_approval_step(purchase_type="Reconduction majeure", threshold=100_001, delay_days=90),
    )
    assert [one.days for one in plans(large, below, small, annual_amount=100_000)] == [20]
    assert [one.days for one in plans(large, below, small, annual_amount=99_999)] == [1]
    assert plans(large, annual_amount=100_000) == ()


def test_a_contract_without_notice_has_no_way_back() -> None:
    assert plans(notice_months=None) == ()


def test_the_first_to_leave_comes_first() -> None:
    contracts = (
        a_contract(ref="CT-02", end=date(2027, 5, 31), notice_months=6),
        a_contract(ref="CT-10", end=date(2027, 4, 30), notice_months=6),
        a_contract(ref="CT-03", end=date(2027, 4, 30), notice_months=6),
    )
    plan = a_plan(contracts=contracts, approval_steps=STEPS)
    found = back_plans(plan, contract_lives(plan), STEMS)
    assert [one.life.contract.ref for one in found] == ["CT-03", "CT-10", "CT-02"]


def test_it_cites_the_delays_it_adds_up() -> None:
    (found,) = plans()
    assert len(found.delays) == 5
    assert {path.table for path in found.sources} == {"contracts", "approval_steps"}
