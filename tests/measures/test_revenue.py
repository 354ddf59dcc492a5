"""Revenue and margin, worked by hand on a small table."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.revenue import FigureTable
from generator.model.choices import FigureMeasure
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from tests.builders import PERIOD, a_figure_series, a_plan, an_entity, an_offer, quarters

LAST_YEAR = Quarter(2025, 3)


def a_plan_with_figures() -> AccountPlan:
    return a_plan(
        entities=(an_entity(name="Groupe", segment="Siège"), an_entity(name="Industrie", segment="Usines")),
        offers=(an_offer(name="Support"), an_offer(name="Cloud"), an_offer(name="Conseil")),
        figures=(
            a_figure_series(
                offer="Cloud", entity="Industrie", quarters=quarters(T3_2025="150.10", T2_2026=200, T3_2026="205.20")
            ),
            a_figure_series(offer="Support", entity="Groupe", quarters=quarters(T3_2025=258, T3_2026=200)),
            a_figure_series(offer="Support", entity="Industrie", quarters=quarters(T3_2026=72, T4_2026=99)),
            a_figure_series(offer="Support", measure=FigureMeasure.MARGIN, quarters=quarters(T3_2026=50)),
            a_figure_series(offer="Support", measure=FigureMeasure.BUDGET, quarters=quarters(T3_2026=300, T4_2026=310)),
        ),
    )


def test_amounts_add_over_quarters_offers_and_entities() -> None:
    table = FigureTable(a_plan_with_figures())
    assert table.revenue((PERIOD,)).value == Decimal("477.20")
    assert table.revenue((Quarter(2026, 2), PERIOD), offers=("Cloud",)).value == Decimal("405.20")
    assert table.revenue((PERIOD,), entities=("Industrie",)).value == Decimal("277.20")
    assert table.amount(FigureMeasure.BUDGET, (PERIOD,)).value == 300


def test_no_cell_gives_no_value() -> None:
    table = FigureTable(a_plan_with_figures())
    assert table.revenue((Quarter(2026, 1),)).value is None
    assert table.revenue((PERIOD,), offers=("Conseil",)).value is None
    assert FigureTable(a_plan()).revenue((PERIOD,)).value is None


def test_an_amount_names_the_cells_it_was_made_from() -> None:
    table = FigureTable(a_plan_with_figures())
    assert table.revenue((PERIOD,), offers=("Support",)).sources == (
        FieldPath("figures", ("Groupe", "Support", "", "CA"), "2026-T3"),
        FieldPath("figures", ("Industrie", "Support", "", "CA"), "2026-T3"),
    )


def test_the_margin_rate_is_over_the_revenue_whose_margin_is_known() -> None:
    table = FigureTable(a_plan_with_figures())
    assert table.margin_rate((PERIOD,)).value == Decimal("0.25")  # 50 ÷ 200, the rest has no margin
    assert table.margin_rate((Quarter(2026, 2),)).value is None


def test_quarters_offers_and_entities_with_revenue_up_to_the_period() -> None:
    table = FigureTable(a_plan_with_figures())
    assert table.quarters() == (LAST_YEAR, Quarter(2026, 2), PERIOD)
    assert table.offers() == ("Support", "Cloud")
    assert table.entities() == ("Groupe", "Industrie")


def test_series_by_offer_and_quarter_leave_gaps_as_gaps() -> None:
    table = FigureTable(a_plan_with_figures())
    support = [table.revenue((quarter,), offers=("Support",)) for quarter in table.quarters()]
    assert [measure.value for measure in support] == [258, None, 272]


def test_movers_come_by_size_of_change() -> None:
    moves = FigureTable(a_plan_with_figures()).movers(PERIOD, LAST_YEAR)
    assert [(move.offer, move.change) for move in moves] == [("Cloud", Decimal("55.10")), ("Support", 14)]
    assert moves[1].rate == Decimal(14) / 258


def test_a_new_offer_moves_from_zero_without_a_rate() -> None:
    plan = a_plan(figures=(a_figure_series(quarters=quarters(T3_2026=40)),))
    (move,) = FigureTable(plan).movers(PERIOD)
    assert (move.change, move.rate, move.then.value) == (Decimal(40), None, None)


def test_a_window_is_complete_when_each_quarter_has_a_figure() -> None:
    table = FigureTable(a_plan_with_figures())
    assert table.has_revenue((Quarter(2026, 2), PERIOD))
    assert not table.has_revenue((Quarter(2026, 1), Quarter(2026, 2)))
