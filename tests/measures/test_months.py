"""Calendar months, as contracts count them."""

from __future__ import annotations

from datetime import date

import pytest

from generator.measures.months import add_months, next_term_end


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 5, 31), -3, date(2026, 2, 28)),
        (date(2024, 5, 31), -3, date(2024, 2, 29)),
        (date(2027, 5, 31), -6, date(2026, 11, 30)),
        (date(2027, 2, 28), -3, date(2026, 11, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 6, 30), 0, date(2026, 6, 30)),
    ],
)
def test_months_are_added_and_clipped_to_the_end_of_a_shorter_one(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("last_day", "months", "expected"),
    [
        (date(2026, 6, 30), 6, date(2026, 12, 31)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2027, 2, 28), 12, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 6, 14), 12, date(2027, 6, 14)),
    ],
)
def test_a_term_runs_to_the_eve_of_the_same_day(last_day: date, months: int, expected: date) -> None:
    assert next_term_end(last_day, months) == expected
