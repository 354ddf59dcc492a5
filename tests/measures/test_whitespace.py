"""The whitespace, worked by hand."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.whitespace import Whitespace, whitespace
from generator.model.choices import Incumbent
from generator.model.field_path import FieldPath
from tests.builders import a_figure_series, a_plan, a_potential, an_entity, an_offer, quarters


def a_whitespace() -> Whitespace:
    plan = a_plan(
        entities=(an_entity(name="Groupe"), an_entity(name="Iberia"), an_entity(name="Nordic")),
        offers=(an_offer(name="Support"), an_offer(name="Cloud"), an_offer(name="Conseil")),
        figures=(
            a_figure_series(quarters=quarters(T3_2025=1000, T4_2025=130, T3_2026=140)),
            a_figure_series(entity="Iberia", quarters=quarters(T3_2025=90)),
        ),
        potential=(
            a_potential(offer="Cloud", incumbent=Incumbent.IN_HOUSE, estimated_spend=110),
            a_potential(offer="Support", estimated_spend=400),
            a_potential(
                entity="Iberia",
                offer="Support",
                incumbent=Incumbent.COMPETITOR,
                competitor="Ibertec",
                estimated_spend=150,
            ),
            a_potential(entity="Iberia", offer="Cloud", incumbent=Incumbent.UNKNOWN),
            a_potential(entity="Iberia", offer="Conseil", eligible=False, estimated_spend=60),
        ),
    )
    return whitespace(plan)


def test_what_is_left_to_win_is_the_estimated_spend_of_cells_we_do_not_hold() -> None:
    grid = a_whitespace()
    assert grid.to_win.value == 260
    assert {name: total.value for name, total in grid.to_win_by_entity.items()} == {"Groupe": 110, "Iberia": 150}
    assert {name: total.value for name, total in grid.to_win_by_offer.items()} == {
        "Support": 150,
        "Cloud": 110,
        "Conseil": None,
    }
    assert FieldPath("potential", ("Iberia", "Support"), "estimated_spend") in grid.to_win.sources


def test_revenue_is_that_of_four_quarters_and_tells_that_a_cell_is_ours() -> None:
    cell = a_whitespace().cell("Groupe", "Support")
    assert cell is not None
    assert (cell.revenue.value, cell.is_ours, cell.to_win.value) == (Decimal(270), True, None)


def test_an_unknown_holder_without_an_estimate_has_nothing_to_add() -> None:
    cell = a_whitespace().cell("Iberia", "Cloud")
    assert cell is not None
    assert (cell.eligible, cell.incumbent, cell.to_win.value) == (True, Incumbent.UNKNOWN, None)


def test_an_ineligible_cell_is_never_to_win() -> None:
    cell = a_whitespace().cell("Iberia", "Conseil")
    assert cell is not None
    assert (cell.eligible, cell.to_win.value) == (False, None)


def test_entities_and_offers_of_which_nothing_is_known_are_left_out() -> None:
    grid = a_whitespace()
    assert grid.entities == ("Groupe", "Iberia")
    assert grid.offers == ("Support", "Cloud", "Conseil")
    assert grid.cell("Nordic", "Cloud") is None
    assert whitespace(a_plan()).to_win.value is None
