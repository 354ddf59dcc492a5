"""From what is to sign to what is missing, objective by objective, worked by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.choices import ObjectiveType
from generator.story.blocks.bar_table import BarTable, Stretch, Words
from generator.story.blocks.prose import Prose
from generator.story.story import Section
from tests.builders import a_plan, an_objective, an_opportunity
from tests.story.telling import block, section, seen, tell


def objective(ref: str = "OBJ-01", target: int = 300) -> Any:
    return an_objective(ref=ref, type=ObjectiveType.CROSS_SELL, unit="k€", baseline=0, current=None, target=target)


def deal(ref: str, amount: int, probability: str, goal: str | None = "OBJ-01") -> Any:
    return an_opportunity(ref=ref, amount=amount, probability=Decimal(probability), objective=goal)


def told(*deals: Any, objectives: tuple[Any, ...]) -> Section:
    found = section(tell(a_plan(opportunities=deals, objectives=objectives)), "pipeline")
    assert found is not None
    return found


def stretches(found: Section) -> dict[str, tuple[Decimal, Decimal]]:
    rows = block(found, BarTable).rows
    return {
        row.key.removeprefix("pipeline/"): (cell.start, cell.end)
        for row in rows
        for cell in row.cells
        if isinstance(cell, Stretch)
    }


def test_each_deal_steps_from_the_whole_down_to_what_is_missing() -> None:
    """300 less 60 (a fifth) less 30 (a tenth): 210, seven tenths, are missing."""
    found = told(deal("OPP-01", 120_000, "0.5"), deal("OPP-02", 100_000, "0.3"), objectives=(objective(),))

    assert stretches(found) == {
        "OBJ-01/to-sign": (0, 1),
        "OPP-01": (1, Decimal("0.8")),
        "OPP-02": (Decimal("0.8"), Decimal("0.7")),
        "OBJ-01/missing": (Decimal("0.7"), 0),
    }


def test_the_figures_of_an_objective_add_up() -> None:
    found = told(deal("OPP-01", 120_000, "0.5"), deal("OPP-02", 100_000, "0.3"), objectives=(objective(),))
    figures = [
        row.cells[4].text for row in block(found, BarTable).rows if row.cells and isinstance(row.cells[4], Words)
    ]

    assert figures == ["300", "−60", "−30", "210"]


def test_what_one_objective_has_to_spare_closes_no_other_gap() -> None:
    """The first lacks nothing; the second, without a deal, all of its 100."""
    found = told(deal("OPP-01", 1_000_000, "0.9"), objectives=(objective(), objective("OBJ-02", 100)))

    assert stretches(found)["OPP-01"] == (Decimal(1), Decimal(0))
    assert "OBJ-01/missing" not in stretches(found)
    assert stretches(found)["OBJ-02/missing"] == (Decimal(1), Decimal(0))


def test_open_deals_of_no_gap_stand_apart_and_step_nowhere() -> None:
    found = told(deal("OPP-01", 120_000, "0.5"), deal("OPP-09", 500_000, "0.9", None), objectives=(objective(),))

    assert [row.key for row in block(found, BarTable).rows][-2:] == ["pipeline/apart", "pipeline/OPP-09"]
    assert "OPP-09" not in stretches(found)


def test_whether_odds_or_deals_are_missing_is_said() -> None:
    enough = told(deal("OPP-01", 400_000, "0.5"), objectives=(objective(),))
    few = told(deal("OPP-01", 200_000, "0.5"), objectives=(objective(),))

    assert seen(block(enough, Prose).paragraphs[0].text) == (
        "L’écart se joue sur la probabilité, non sur le nombre~: gagnée, l’affaire liée ferait 400_k€ pour_300_k€."
    )
    assert seen(block(few, Prose).paragraphs[0].text) == (
        "Même gagnée, l’affaire liée ferait 200_k€ pour_300_k€~: il faut en ouvrir d’autres."
    )


def test_without_a_gap_the_deals_are_shown_alone() -> None:
    found = told(deal("OPP-01", 120_000, "0.5", None), objectives=())

    assert [one.key for one in found.slide_blocks] == ["pipeline/bars", "pipeline/table"]
