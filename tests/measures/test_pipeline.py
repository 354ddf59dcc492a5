"""The weighted pipeline against the commercial gap, worked by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.measures.pipeline import currency_scale, sales_pipeline
from generator.model.choices import ObjectiveStatus, ObjectiveType, OpportunityStage
from generator.model.field_path import FieldPath
from tests.builders import a_plan, an_objective, an_opportunity

UP_SELL, CROSS_SELL = ObjectiveType.UP_SELL, ObjectiveType.CROSS_SELL


def test_open_deals_weigh_by_their_probability() -> None:
    plan = a_plan(
        opportunities=(
            an_opportunity(amount=100_000, probability="0.25"),
            an_opportunity(ref="OPP-02", amount=140_000, probability="0.6"),
            an_opportunity(ref="OPP-03", amount=900_000, probability=1, stage=OpportunityStage.WON),
            an_opportunity(ref="OPP-04", amount=900_000, probability="0.9", stage=OpportunityStage.LOST),
        )
    )
    found = sales_pipeline(plan)
    assert found.weighted.value == 109_000  # 25 000 + 84 000
    assert found.amount.value == 240_000
    assert [deal.opportunity.ref for deal in found.deals] == ["OPP-02", "OPP-01", "OPP-03", "OPP-04"]
    assert FieldPath("opportunities", ("OPP-01",), "probability") in found.weighted.sources


def test_the_gap_is_that_of_open_selling_objectives_in_the_currency() -> None:
    objectives = (
        an_objective(type=UP_SELL, unit="€", target=500_000, current=300_000),
        an_objective(ref="OBJ-02", type=CROSS_SELL, unit="k€", target=120, current=None, baseline=80),
        an_objective(ref="OBJ-03", type=UP_SELL, unit="€", target=10_000, current=25_000),
        an_objective(ref="OBJ-04", type=UP_SELL, unit="sites", target=14, current=10),
        an_objective(ref="OBJ-05", type=ObjectiveType.QUALITY, unit="€", target=9, current=1),
        an_objective(ref="OBJ-06", type=UP_SELL, unit="€", target=9, current=1, status=ObjectiveStatus.DROPPED),
    )
    found = sales_pipeline(a_plan(objectives=objectives))
    assert [(gap.objective.ref, gap.gap.value) for gap in found.gaps] == [
        ("OBJ-01", Decimal(200_000)),
        ("OBJ-02", Decimal(40_000)),
    ]
    assert found.gap.value == 240_000


def test_what_the_pipeline_lacks() -> None:
    plan = a_plan(
        opportunities=(an_opportunity(objective="OBJ-01", amount=100_000, probability="0.5"),),
        objectives=(an_objective(type=UP_SELL, unit="EUR", target=80_000, current=0),),
    )
    assert sales_pipeline(plan).shortfall == 30_000
    assert sales_pipeline(a_plan(opportunities=plan.opportunities)).shortfall is None
    without_deals = sales_pipeline(a_plan(objectives=plan.objectives))
    assert (without_deals.weighted.value, without_deals.shortfall) == (None, Decimal(80_000))


def test_only_the_deals_of_an_objective_close_its_gap() -> None:
    plan = a_plan(
        opportunities=(
            an_opportunity(objective="OBJ-01", amount=100_000, probability="0.5"),
            an_opportunity(ref="OPP-02", amount=700_000, probability=1),  # of no objective
            an_opportunity(ref="OPP-03", objective="OBJ-02", amount=700_000, probability=1),  # of one told in sites
            an_opportunity(ref="OPP-04", objective="OBJ-01", amount=700_000, stage=OpportunityStage.WON),
        ),
        objectives=(
            an_objective(type=UP_SELL, unit="€", target=80_000, current=0),
            an_objective(ref="OBJ-02", type=UP_SELL, unit="sites", target=14, current=10),
        ),
    )
    found = sales_pipeline(plan)
    assert (found.selling.value, found.gap.value, found.shortfall) == (
        Decimal(50_000),
        Decimal(80_000),
        Decimal(30_000),
    )
    assert [deal.opportunity.ref for deal in found.selling_deals] == ["OPP-01"]
    assert found.weighted.value == 1_450_000  # 50 000 + 700 000 + 700 000


def test_what_one_objective_has_to_spare_closes_no_other_gap() -> None:
    plan = a_plan(
        opportunities=(
            an_opportunity(objective="OBJ-01", amount=150_000, probability=1),
            an_opportunity(ref="OPP-02", objective="OBJ-02", amount=40_000, probability="0.5"),
        ),
        objectives=(
            an_objective(type=UP_SELL, unit="€", target=100_000, current=0),
            an_objective(ref="OBJ-02", type=CROSS_SELL, unit="€", target=100_000, current=0),
        ),
    )
    found = sales_pipeline(plan)
    assert [gap.shortfall for gap in found.gaps] == [0, 80_000]  # 150 000 for 100 000; 20 000 for 100 000
    assert (found.selling.value, found.gap.value, found.shortfall) == (
        Decimal(170_000),
        Decimal(200_000),
        Decimal(80_000),
    )


@pytest.mark.parametrize(
    ("unit", "scale"),
    [
        ("€", 1),
        ("EUR", 1),
        ("k€", 1_000),
        ("K €", 1_000),
        ("M€", 1_000_000),
        ("$", None),
        ("%", None),
        (None, None),
        ("", None),
    ],
)
def test_units_of_money(unit: str | None, scale: int | None) -> None:
    assert currency_scale(unit, "EUR") == scale


@pytest.mark.parametrize(
    ("unit", "currency", "scale"),
    [
        ("euros", "EUR", 1),
        ("EUR", "USD", None),
        ("$", "CAD", 1),  # several dollars have that sign: the account says which
        ("k$", "USD", 1_000),
        ("£", "USD", None),
        ("M£", "GBP", 1_000_000),
        ("kr", "SEK", 1),  # its k is no thousand
        ("kkr", "SEK", 1_000),
        ("MAD", "MAD", 1),
        ("¥", "JPY", 1),
        ("Fr", "CHF", None),
        ("k\u202fCHF", "CHF", 1_000),
    ],
)
def test_units_of_money_in_any_currency(unit: str, currency: str, scale: int | None) -> None:
    assert currency_scale(unit, currency) == scale
