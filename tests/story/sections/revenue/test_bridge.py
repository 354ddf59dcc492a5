"""The quarter against a year ago and the year against its budget, worked by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.locales import Language
from generator.model.choices import FigureMeasure
from generator.story.blocks.bar_table import BarTable, Pair, Stretch
from generator.story.blocks.bridge import Bridge
from generator.story.story import Section
from generator.workbook.example import example_plan
from tests.builders import a_figure_series, a_plan, an_offer, quarters
from tests.story.telling import block, section, seen, tell


def told(*figures: Any, offers: tuple[str, ...] = ("Cloud", "Support", "Conseil")) -> Section:
    plan = a_plan(offers=tuple(an_offer(name=name) for name in offers), figures=figures)
    found = section(tell(plan), "revenue")
    assert found is not None
    return found


def figures(offer: str, measure: FigureMeasure = FigureMeasure.REVENUE, **amounts: int) -> Any:
    return a_figure_series(offer=offer, measure=measure, quarters=quarters(**amounts))


YEAR = (
    figures("Cloud", T3_2025=100_000, T3_2026=150_000),
    figures("Support", T3_2025=80_000, T3_2026=90_000),
    figures("Conseil", T3_2025=60_000, T3_2026=35_000),
)


def test_the_steps_lead_from_a_year_ago_to_now_gains_by_size_then_losses() -> None:
    """240 + 50 + 10 − 25 = 275."""
    bridge = block(told(*YEAR), Bridge)

    assert (bridge.start.value, bridge.end.value) == (240_000, 275_000)
    assert [(step.name, step.value) for step in bridge.steps] == [
        ("Cloud", 50_000),
        ("Support", 10_000),
        ("Conseil", -25_000),
    ]
    assert bridge.start.value + sum(step.value for step in bridge.steps) == bridge.end.value
    assert bridge.reference is None


def test_movers_keep_the_colours_of_their_offers() -> None:
    assert [step.rank for step in block(told(*YEAR), Bridge).steps] == [0, 1, 2]


def test_many_offers_are_the_largest_and_the_others_together() -> None:
    """Ten offers that gain 1 to 10: six stand for themselves, 1 + 2 + 3 + 4 for the others."""
    names = tuple(f"Offre {at}" for at in range(1, 11))
    rows = (figures(name, T3_2025=1_000, T3_2026=1_000 + at * 1_000) for at, name in enumerate(names, start=1))
    bridge = block(told(*rows, offers=names), Bridge)

    assert [step.value for step in bridge.steps] == [10_000, 9_000, 8_000, 7_000, 6_000, 5_000, 10_000]
    assert bridge.start.value + sum(step.value for step in bridge.steps) == bridge.end.value


def test_the_budget_of_the_year_is_held_against_its_revenue_offer_by_offer() -> None:
    """Since January: Cloud 150 for 160, Support 90 for 80, Conseil 35 for 60: 25 lack in all, as on Conseil alone."""
    budgets = [
        figures(name, FigureMeasure.BUDGET, T3_2026=amount)
        for name, amount in (("Cloud", 160_000), ("Support", 80_000), ("Conseil", 60_000))
    ]
    found = told(*YEAR, *budgets)
    bars = [cell for row in block(found, BarTable).rows for cell in row.cells if isinstance(cell, Stretch)]

    assert seen(found.headline) == (
        "Le CA du T3_2026 gagne 35_k€ en un an, à_275_k€, mais 25_k€ manquent au budget depuis janvier, surtout "
        "pour l’offre Conseil"
    )
    assert [bar.end for bar in bars] == [10_000, -10_000, -25_000, -25_000]
    bridge = block(found, Bridge)
    assert bridge.reference is not None
    assert seen(bridge.reference.label) == "budget 300 (−25)"


@pytest.mark.parametrize(
    ("then", "budgets", "said"),
    [
        (100_000, (160_000, 100_000), "mais 20_k€ manquent au budget depuis janvier, dont 10_k€ pour l’offre Cloud"),
        (100_000, (190_000, 70_000), "mais 20_k€ manquent au budget depuis janvier, surtout pour l’offre Cloud"),
        (300_000, (160_000, 100_000), "et 20_k€ manquent au budget depuis janvier, dont 10_k€ pour l’offre Cloud"),
        (100_000, (140_000, 80_000), "et dépasse de_20_k€ le budget depuis janvier"),
        (300_000, (140_000, 80_000), "mais dépasse de_20_k€ le budget depuis janvier"),
    ],
)
def test_a_part_is_told_where_it_is_one_and_a_turn_as_a_turn(then: int, budgets: tuple[int, int], said: str) -> None:
    """Cloud 150 and Support 90 in the quarter, for budgets of 260 (two parts of 10), 260 (40 less 20) and 220."""
    rows = [
        figures("Cloud", T3_2025=then, T3_2026=150_000),
        figures("Support", T3_2025=0, T3_2026=90_000),
        figures("Cloud", FigureMeasure.BUDGET, T3_2026=budgets[0]),
        figures("Support", FigureMeasure.BUDGET, T3_2026=budgets[1]),
    ]
    assert seen(told(*rows).headline).endswith(f", {said}")


def test_the_margin_of_each_offer_stands_beside_what_it_was() -> None:
    margins = (figures("Cloud", FigureMeasure.MARGIN, T3_2025=20_000, T3_2026=45_000),)
    rows = block(told(*YEAR, *margins), BarTable).rows
    pairs = [cell for row in rows for cell in row.cells if isinstance(cell, Pair)]

    assert [(pair.before, pair.after) for pair in pairs] == [(Decimal("0.2"), Decimal("0.3"))] * 2  # the offer and all
    assert (pairs[0].before_label, pairs[0].after_label) == ("20,0", "30,0")


def test_without_a_year_ago_the_course_is_shown() -> None:
    found = told(figures("Cloud", T2_2026=100_000, T3_2026=150_000))

    assert [one.key for one in found.slide_blocks][:1] == ["revenue/columns"]


def test_the_bridge_of_the_example_by_hand() -> None:
    """1 036 + 55 + 50 + 20 + 14 − 45 = 1 130; 33 lack since January."""
    found = section(tell(example_plan(Language.FR)), "revenue")
    assert found is not None
    bridge = block(found, Bridge)

    assert [seen(step.label) for step in bridge.steps] == ["+55", "+50", "+20", "+14", "−45"]
    assert (seen(bridge.start.label), seen(bridge.end.label)) == ("1~036", "1~130")
    (table,) = (one for one in found.slide_blocks if isinstance(one, BarTable))
    (total,) = (cell for cell in table.rows[-1].cells if isinstance(cell, Stretch))
    assert total.label == "−33"
