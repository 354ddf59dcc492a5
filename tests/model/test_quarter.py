"""Quarter arithmetic, with dates read off a calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.quarter import Quarter
from generator.model.table import key_text

QUARTERS = st.builds(Quarter, st.integers(1990, 2090), st.integers(1, 4))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "2026-T1"),
        (date(2026, 3, 31), "2026-T1"),
        (date(2026, 4, 1), "2026-T2"),
        (date(2024, 2, 29), "2024-T1"),
        (date(2026, 12, 31), "2026-T4"),
    ],
)
def test_a_day_falls_in_its_quarter(day: date, name: str) -> None:
    assert str(Quarter.containing(day)) == name


@pytest.mark.parametrize(
    ("cutoff", "name"),
    [
        (date(2026, 9, 30), "2026-T3"),
        (date(2026, 9, 29), "2026-T2"),
        (date(2026, 10, 15), "2026-T3"),
        (date(2026, 1, 1), "2025-T4"),
        (date(2026, 3, 30), "2025-T4"),
        (date(2026, 12, 31), "2026-T4"),
    ],
)
def test_the_period_is_the_last_quarter_ended(cutoff: date, name: str) -> None:
    assert str(Quarter.last_ended(cutoff)) == name


@pytest.mark.parametrize(
    ("quarter", "start", "end"),
    [
        (Quarter(2026, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (Quarter(2026, 2), date(2026, 4, 1), date(2026, 6, 30)),
        (Quarter(2026, 3), date(2026, 7, 1), date(2026, 9, 30)),
        (Quarter(2026, 4), date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_first_and_last_day(quarter: Quarter, start: date, end: date) -> None:
    assert (quarter.start, quarter.end) == (start, end)


@pytest.mark.parametrize(
    ("steps", "name"),
    [(0, "2026-T3"), (1, "2026-T4"), (2, "2027-T1"), (-3, "2025-T4"), (-4, "2025-T3"), (9, "2028-T4")],
)
def test_steps(steps: int, name: str) -> None:
    assert str(Quarter(2026, 3).plus(steps)) == name


def test_a_window_ends_with_the_quarter() -> None:
    window = Quarter(2026, 2).back(4)
    assert [str(quarter) for quarter in window] == ["2025-T3", "2025-T4", "2026-T1", "2026-T2"]
    assert Quarter(2026, 2).back(0) == ()


def test_quarters_sort_in_time() -> None:
    assert sorted([Quarter(2026, 1), Quarter(2025, 4), Quarter(2025, 1)]) == [
        Quarter(2025, 1),
        Quarter(2025, 4),
        Quarter(2026, 1),
    ]


@pytest.mark.parametrize("number", [0, 5, -1])
def test_there_are_four_quarters(number: int) -> None:
    with pytest.raises(ValueError, match="no quarter"):
        Quarter(2026, number)


def test_a_quarter_in_a_key_is_sortable() -> None:
    assert key_text(Quarter(2026, 3)) == "2026-T3"
    assert key_text(None) == ""


@given(QUARTERS, st.integers(-40, 40))
def test_steps_there_and_back(quarter: Quarter, steps: int) -> None:
    assert quarter.plus(steps).plus(-steps) == quarter
    assert (quarter.plus(steps) > quarter) is (steps > 0)


@given(QUARTERS)
def test_quarters_follow_each_other_without_a_gap(quarter: Quarter) -> None:
    assert quarter.end + timedelta(days=1) == quarter.plus(1).start
    assert Quarter.containing(quarter.start) == Quarter.containing(quarter.end) == quarter
    assert Quarter.last_ended(quarter.end) == quarter
    assert Quarter.last_ended(quarter.start) == quarter.plus(-1)
