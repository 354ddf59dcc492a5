"""The contract calendar at 30/09/2026, each date worked by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.measures.contracts import (
    ContractLife,
    contract_lives,
    ending_within,
    notices_passed,
    notices_within,
    under_contract,
)
from generator.model.choices import ContractStatus, Renewal
from generator.model.column import Days
from generator.model.field_path import FieldPath
from generator.model.mapping import Amendment
from tests.builders import CUTOFF, a_contract, a_plan, an_account, an_amendment


def life_of(*amendments: Amendment, cutoff: date = CUTOFF, **changes: Any) -> ContractLife:
    plan = a_plan(account=an_account(cutoff=cutoff), contracts=(a_contract(**changes),), amendments=amendments)
    return contract_lives(plan)[0]


def test_notice_six_months_before_the_end_of_may_falls_at_the_end_of_november() -> None:
    life = life_of(start=date(2024, 6, 1), end=date(2027, 5, 31), notice_months=6)
    assert (life.notice_date, life.days_to_notice) == (date(2026, 11, 30), 61)


def test_notice_three_months_before_28_february() -> None:
    life = life_of(end=date(2027, 2, 28), notice_months=3)
    assert (life.notice_date, life.days_to_notice) == (date(2026, 11, 28), 59)


def test_notice_is_clipped_to_the_end_of_a_short_month() -> None:
    assert life_of(end=date(2027, 5, 31), notice_months=3).notice_date == date(2027, 2, 28)


def test_notice_in_days_counts_exactly_that_many_before_the_end() -> None:
    """29 days of May after its 2nd, then April, March, February, January and December: 29 + 30 + 31 + 28 + 31 + 31."""
    life = life_of(start=date(2024, 6, 1), end=date(2027, 5, 31), notice_months=Days(180))
    assert (life.notice_date, life.days_to_notice) == (date(2026, 12, 2), 63)


def test_no_notice_without_a_notice_period_or_an_end() -> None:
    assert life_of(notice_months=None).notice_date is None
    open_ended = life_of(end=None, renewal=Renewal.OPEN_ENDED, notice_months=3)
    assert (open_ended.notice_date, open_ended.current_end, open_ended.is_current) == (None, None, True)


def test_an_amendment_moves_the_end_and_the_notice() -> None:
    life = life_of(an_amendment(new_end=date(2028, 12, 31)), end=date(2026, 12, 31), notice_months=3)
    assert (life.current_end, life.notice_date) == (date(2028, 12, 31), date(2028, 9, 30))


def test_the_last_amendment_signed_wins() -> None:
    later = an_amendment(ref="AV-02", signed=date(2026, 6, 1), new_end=date(2027, 6, 30))
    earlier = an_amendment(ref="AV-01", signed=date(2025, 6, 1), new_end=date(2028, 12, 31))
    life = life_of(later, earlier)
    assert life.current_end == date(2027, 6, 30)
    assert [item.ref for item in life.amendments] == ["AV-01", "AV-02"]


def test_the_amount_adds_the_amendments_signed_by_the_cutoff() -> None:
    signed = an_amendment(annual_impact=25_000, signed=CUTOFF)
    unsigned = an_amendment(ref="AV-02", annual_impact=-5_000, signed=date(2026, 10, 1))
    life = life_of(signed, unsigned)
    assert life.annual_amount == 125_000
    assert life.amount.sources == (
        FieldPath("contracts", ("CT-01",), "annual_amount"),
        FieldPath("amendments", ("AV-01",), "annual_impact"),
    )


def test_an_amendment_signed_after_the_cutoff_does_not_move_the_end() -> None:
    assert life_of(an_amendment(signed=date(2026, 10, 1), new_end=date(2030, 1, 1))).current_end == date(2027, 12, 31)


def test_a_tacit_contract_rolls_forward_twice() -> None:
    life = life_of(
        start=date(2022, 7, 1), end=date(2025, 6, 30), renewal=Renewal.TACIT, renewal_months=12, notice_months=3
    )
    assert (life.current_end, life.tacit_renewals) == (date(2027, 6, 30), 2)
    assert (life.notice_date, life.days_to_notice, life.is_current) == (date(2027, 3, 30), 181, True)


def test_a_term_of_six_months_ends_at_the_end_of_the_month() -> None:
    life = life_of(end=date(2026, 6, 30), renewal=Renewal.TACIT, renewal_months=6)
    assert (life.current_end, life.tacit_renewals) == (date(2026, 12, 31), 1)


def test_a_tacit_contract_that_ends_on_the_cutoff_has_not_renewed_yet() -> None:
    life = life_of(end=CUTOFF, renewal=Renewal.TACIT, renewal_months=12)
    assert (life.current_end, life.tacit_renewals, life.is_current, life.is_past_end) == (CUTOFF, 0, True, False)


def test_a_tacit_renewal_starts_from_the_end_an_amendment_gave() -> None:
    life = life_of(
        an_amendment(new_end=date(2026, 3, 31)), end=date(2025, 12, 31), renewal=Renewal.TACIT, renewal_months=12
    )
    assert (life.current_end, life.tacit_renewals) == (date(2027, 3, 31), 1)


def test_a_passed_notice_stays_until_the_end() -> None:
    life = life_of(end=date(2026, 12, 31), renewal=Renewal.TACIT, renewal_months=12, notice_months=6)
    assert (life.current_end, life.notice_date, life.days_to_notice) == (date(2026, 12, 31), date(2026, 6, 30), -92)


def test_a_tacit_contract_without_a_term_or_no_longer_active_does_not_roll() -> None:
    assert life_of(end=date(2026, 1, 31), renewal=Renewal.TACIT).current_end == date(2026, 1, 31)
    ended = life_of(end=date(2026, 1, 31), renewal=Renewal.TACIT, renewal_months=12, status=ContractStatus.TERMINATED)
    assert (ended.current_end, ended.is_current) == (date(2026, 1, 31), False)


def test_an_active_contract_past_its_end_is_told_and_is_not_in_force() -> None:
    life = life_of(end=date(2026, 9, 29))
    assert (life.is_past_end, life.is_current) == (True, False)


def test_what_is_in_force_at_the_cutoff() -> None:
    assert life_of().is_current
    assert not life_of(status=ContractStatus.DRAFT).is_current
    assert not life_of(start=date(2026, 10, 1)).is_current
    assert life_of(status=ContractStatus.NOT_RENEWED).is_current
    assert not life_of(status=ContractStatus.EXPIRED).is_current


def test_a_signed_replacement_settles_the_notice_and_takes_over_when_it_starts() -> None:
    old = a_contract(end=date(2026, 12, 31), notice_months=3)
    new = a_contract(
        ref="CT-02", replaces="CT-01", signed=date(2026, 9, 1), start=date(2027, 1, 1), end=date(2029, 12, 31)
    )
    first, second = contract_lives(a_plan(contracts=(old, new)))
    assert (first.notice_date, first.replaced_by, first.is_current, second.is_current) == (
        None,
        ("CT-02",),
        True,
        False,
    )
    later = contract_lives(a_plan(account=an_account(cutoff=date(2027, 1, 1)), contracts=(old, new)))
    assert [life.is_current for life in later] == [False, True]


def test_a_draft_replaces_nothing() -> None:
    old = a_contract(end=date(2026, 12, 31), notice_months=1)
    draft = a_contract(ref="CT-02", replaces="CT-01", status=ContractStatus.DRAFT)
    first, _ = contract_lives(a_plan(contracts=(old, draft)))
    assert (first.replaced_by, first.notice_date) == ((), date(2026, 11, 30))


def test_the_amount_under_contract_adds_those_in_force() -> None:
    plan = a_plan(
        contracts=(
            a_contract(annual_amount="1650000.50"),
            a_contract(ref="CT-02", annual_amount="110000.25"),
            a_contract(ref="CT-03", status=ContractStatus.DRAFT),
            a_contract(ref="CT-04", end=date(2026, 6, 30), status=ContractStatus.EXPIRED),
        )
    )
    assert str(under_contract(contract_lives(plan)).value) == "1760000.75"
    assert under_contract(contract_lives(a_plan())).value is None


def test_notices_and_ends_are_sorted_and_bounded() -> None:
    plan = a_plan(
        contracts=(
            a_contract(ref="CT-01", end=date(2027, 5, 31), notice_months=6),
            a_contract(ref="CT-02", end=date(2027, 2, 28), notice_months=3),
            a_contract(ref="CT-03", end=date(2027, 3, 30), notice_months=3),
            a_contract(ref="CT-04", end=date(2026, 11, 30), notice_months=3),
            a_contract(ref="CT-05", end=date(2027, 10, 1)),
        )
    )
    lives = contract_lives(plan)
    # 30/12/2026 is 91 days after the cut-off
    assert [life.contract.ref for life in notices_within(lives, CUTOFF, 90)] == ["CT-02", "CT-01"]
    assert [life.contract.ref for life in notices_within(lives, CUTOFF, 91)] == ["CT-02", "CT-01", "CT-03"]
    assert [life.contract.ref for life in notices_passed(lives, CUTOFF)] == ["CT-04"]
    assert [life.contract.ref for life in ending_within(lives, CUTOFF, 12)] == ["CT-04", "CT-02", "CT-03", "CT-01"]
