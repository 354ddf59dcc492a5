"""The four tiles of the summary, from dates and statuses alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.measures.rag import Rag
from generator.measures.weather import weather
from generator.model.actions import Action
from generator.model.choices import ActionStatus, BodyType, Renewal
from generator.model.kpis import Kpi
from tests.builders import (
    a_body,
    a_contract,
    a_kpi,
    a_meeting,
    a_plan,
    an_action,
    quarters,
    some_settings,
)


def test_an_empty_plan_has_no_weather() -> None:
    found = weather(a_plan())
    assert [found.contracts.rag, found.figures.rag, found.actions.rag, found.governance.rag] == [Rag.NONE] * 4


def test_contracts_are_clear_without_a_notice_nor_an_end_near() -> None:
    tile = weather(a_plan(contracts=(a_contract(notice_months=3),))).contracts
    assert (tile.rag, tile.notices, tile.notice_amount.value, tile.current_count) == (Rag.GREEN, (), None, 1)


def test_contracts_are_cloudy_with_a_notice_within_ninety_days() -> None:
    plan = a_plan(
        contracts=(
            a_contract(end=date(2027, 5, 31), notice_months=6, annual_amount=1_650_000),
            a_contract(ref="CT-02", end=date(2027, 2, 28), notice_months=3, annual_amount=110_000),
            a_contract(ref="CT-03", annual_amount=2_640_000),
        )
    )
    tile = weather(plan).contracts
    assert (tile.rag, tile.notice_amount.value, tile.under_contract.value) == (
        Rag.AMBER,
        Decimal(1_760_000),
        Decimal(4_400_000),
    )
    assert (tile.next_event, tile.last_event) == (date(2026, 11, 28), date(2026, 11, 30))


def test_contracts_are_cloudy_with_an_end_within_the_horizon() -> None:
    in_92_days = a_plan(contracts=(a_contract(end=date(2026, 12, 31)),))
    assert weather(in_92_days).contracts.rag is Rag.AMBER
    assert weather(in_92_days, shows_notices=False).contracts.rag is Rag.AMBER
    in_a_year = a_plan(contracts=(a_contract(end=date(2027, 9, 30)),))
    a_day_later = a_plan(contracts=(a_contract(end=date(2027, 10, 1)),))
    assert [weather(plan).contracts.rag for plan in (in_a_year, a_day_later)] == [Rag.AMBER, Rag.GREEN]


def test_horizon_and_notice_alert_are_settings() -> None:
    near = (a_contract(end=date(2027, 5, 31), notice_months=6),)  # in eight months, notice in 61 days
    short = some_settings(renewal_horizon_months=7, notice_alert_days=61)
    assert weather(a_plan(contracts=near, settings=short)).contracts.rag is Rag.AMBER
    shorter = some_settings(renewal_horizon_months=7, notice_alert_days=60)
    assert weather(a_plan(contracts=near, settings=shorter)).contracts.rag is Rag.GREEN


def test_a_passed_notice_clouds_unless_the_contract_renews_by_itself_or_notices_are_not_told() -> None:
    passed = {"end": date(2027, 12, 31), "notice_months": 18}
    assert weather(a_plan(contracts=(a_contract(**passed),))).contracts.rag is Rag.AMBER
    assert weather(a_plan(contracts=(a_contract(**passed),)), shows_notices=False).contracts.rag is Rag.GREEN
    tacit = a_contract(**passed, renewal=Renewal.TACIT, renewal_months=12)
    assert weather(a_plan(contracts=(tacit,))).contracts.rag is Rag.GREEN


def test_a_contract_past_its_end_is_red() -> None:
    assert weather(a_plan(contracts=(a_contract(end=date(2026, 6, 30)),))).contracts.rag is Rag.RED


def a_measured_kpi(ref: str, value: int) -> Kpi:
    """Green from 10, amber from 5."""
    return a_kpi(ref=ref, target=10, threshold=5, quarters=quarters(T3_2026=value))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((10, 10, 10, 7, 1), Rag.AMBER),
        ((10, 10, 7), Rag.GREEN),
        ((10, 7), Rag.AMBER),
        ((10, 1, 1), Rag.RED),
        ((7, 7, 1), Rag.AMBER),
        ((10, 7, 1), Rag.AMBER),
        ((10,), Rag.GREEN),
    ],
)
def test_figures_follow_the_majority_and_a_red_one_clouds(values: tuple[int, ...], expected: Rag) -> None:
    kpis = [a_measured_kpi(f"KPI-0{rank}", value) for rank, value in enumerate(values)]
    assert weather(a_plan(kpis=tuple(kpis))).figures.rag is expected


def test_a_kpi_without_data_has_no_say() -> None:
    tile = weather(a_plan(kpis=(a_kpi(target=1), a_measured_kpi("KPI-02", 10)))).figures
    assert (tile.rag, tile.measured, tile.total) == (Rag.GREEN, 1, 2)


def actions(late: int, others: int) -> tuple[Action, ...]:
    rows = [an_action(ref=f"A-{rank}", due=date(2026, 9, 10 + rank)) for rank in range(late)]
    return (*rows, *(an_action(ref=f"B-{rank}") for rank in range(others)))


@pytest.mark.parametrize(("late", "others", "expected"), [(0, 5, Rag.GREEN), (1, 4, Rag.AMBER), (1, 3, Rag.RED)])
def test_actions_follow_the_share_that_is_late(late: int, others: int, expected: Rag) -> None:
    assert weather(a_plan(actions=actions(late, others))).actions.rag is expected


def test_actions_tell_the_oldest_and_leave_closed_ones_out_of_the_share() -> None:
    closed = an_action(ref="C-1", status=ActionStatus.DONE, done=date(2026, 9, 1))
    tile = weather(a_plan(actions=(*actions(2, 6), closed))).actions
    assert (tile.open_count, tile.total, tile.late_share, tile.oldest_days) == (8, 9, Decimal("0.25"), 20)


def test_all_closed_is_clear() -> None:
    done = an_action(status=ActionStatus.DONE, done=date(2026, 9, 1))
    assert weather(a_plan(actions=(done,))).actions.rag is Rag.GREEN


def test_governance_is_clear_when_every_body_keeps_its_cadence() -> None:
    tile = weather(a_plan(bodies=(a_body(),), meetings=(a_meeting(minutes_sent=date(2026, 7, 17)),))).governance
    assert (tile.rag, tile.planned, tile.held, tile.longest_minutes_days) == (Rag.GREEN, 1, 1, 1)


def test_governance_is_red_when_a_steering_committee_is_off() -> None:
    plan = a_plan(
        bodies=(
            a_body(),
            a_body(name="Suivi", type=BodyType.FOLLOW_UP),
            a_body(name="CODEV", type=BodyType.DEVELOPMENT),
        ),
        meetings=(a_meeting(ref="S-01", body="Suivi"), a_meeting(ref="S-02", body="CODEV")),
    )
    tile = weather(plan).governance
    assert (tile.rag, [rhythm.body.name for rhythm in tile.off_cadence]) == (Rag.RED, ["COPIL"])


def test_governance_is_cloudy_when_another_body_is_off() -> None:
    plan = a_plan(
        bodies=(a_body(), a_body(name="Suivi", type=BodyType.FOLLOW_UP)), meetings=(a_meeting(minutes_sent=None),)
    )
    tile = weather(plan).governance
    assert (tile.rag, len(tile.late_minutes), tile.longest_minutes_days) == (Rag.AMBER, 1, None)
