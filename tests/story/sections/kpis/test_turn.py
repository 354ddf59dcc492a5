"""Where a KPI turned, worked by hand on lines of a few quarters."""

from __future__ import annotations

import pytest

from generator.story.blocks.kpi import KpiCards
from tests.builders import a_kpi, a_plan, quarters
from tests.story.telling import block, section, seen, tell

NAMES = ("T4_2024", "T1_2025", "T2_2025", "T3_2025", "T4_2025", "T1_2026", "T2_2026", "T3_2026")


def reading(*values: int) -> str:
    """What the card says of a line that ends at the period."""
    told = dict(zip(NAMES[-len(values) :], values, strict=True))
    found = section(tell(a_plan(kpis=(a_kpi(quarters=quarters(**told)),))), "kpis")
    assert found is not None
    (card,) = block(found, KpiCards).cards
    return " ".join(seen(text) for text in card.reading)


def test_a_fall_that_was_followed_by_a_rise_is_told_with_the_last_quarter_before_it() -> None:
    assert reading(9, 8, 6, 5, 4, 4, 5, 7) == "De_9 au T4_2024 à_4 au T1_2026, puis remontée à_7 au T3_2026."


def test_a_rise_that_was_followed_by_a_fall() -> None:
    assert reading(3, 8, 6) == "De_3 au T1_2026 à_8 au T2_2026, puis recul à_6 au T3_2026."


@pytest.mark.parametrize("values", [(1, 2, 3), (3, 7, 4, 6), (5, 5, 5), (4, 5, 5)])
def test_what_never_turned_is_told_from_end_to_end(values: tuple[int, ...]) -> None:
    assert "puis" not in reading(*values)


def test_a_level_end_does_not_hide_the_turn() -> None:
    assert reading(9, 4, 6, 6) == "De_9 au T4_2025 à_4 au T1_2026, puis remontée à_6 au T3_2026."
