"""How far objectives have come, against the time gone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.measures.progress import ObjectiveProgress, objective_progress, progress_rag
from generator.measures.rag import Rag
from generator.model.choices import ObjectiveStatus
from generator.model.field_path import FieldPath
from tests.builders import CUTOFF, a_plan, an_account, an_objective

IN_PROGRESS = ObjectiveStatus.IN_PROGRESS


def progress(**changes: Any) -> ObjectiveProgress:
    return objective_progress(a_plan(objectives=(an_objective(**changes),)))[0]


def test_a_rising_value() -> None:
    found = progress(baseline="99.5", target="99.9", current="99.8", due=date(2026, 12, 31))
    assert found.share == Decimal("0.75")
    assert found.expected == Decimal(272) / 364  # 1 January to 30 September, of a year less a day
    assert found.rag is Rag.GREEN


def test_a_falling_value() -> None:
    found = progress(baseline=9, target=4, current=7)
    assert (found.share, found.rag) == (Decimal("0.4"), Rag.RED)


def test_a_share_is_clipped_and_the_raw_one_kept() -> None:
    beyond = progress(current=12)
    assert (beyond.share, beyond.raw_share) == (Decimal(1), Decimal("1.2"))
    behind = progress(current=-2)
    assert (behind.share, behind.raw_share) == (Decimal(0), Decimal("-0.2"))


@pytest.mark.parametrize("missing", ["baseline", "target", "current"])
def test_a_missing_value_gives_no_share(missing: str) -> None:
    found = progress(**{missing: None})
    assert (found.share, found.raw_share, found.rag) == (None, None, Rag.NONE)


def test_a_target_equal_to_the_baseline_gives_no_share() -> None:
    assert progress(baseline=5, target=5, current=5).share is None


def test_what_is_expected_is_bounded_by_start_and_due_date() -> None:
    assert progress(due=date(2026, 6, 30)).expected == 1
    assert progress(due=date(2025, 6, 30)).expected == 1
    assert progress(due=None).expected is None


@pytest.mark.parametrize(
    ("start", "due", "expected"),
    [
        (date(2026, 1, 1), CUTOFF, Decimal(1)),  # due on the very day
        (date(2026, 1, 1), date(2026, 10, 1), Decimal(272) / 273),  # the day after
        (CUTOFF, date(2026, 10, 1), Decimal(0)),  # the plan starts on the day
        (CUTOFF, CUTOFF, Decimal(1)),  # no time at all between start and due date
        (date(2026, 10, 1), date(2026, 10, 1), Decimal(0)),  # the same, tomorrow
        (date(2027, 1, 1), date(2026, 9, 29), Decimal(1)),  # due before the plan starts
        (date(2027, 1, 1), date(2026, 12, 31), Decimal(0)),
    ],
)
def test_what_is_expected_at_the_borders(start: date, due: date, expected: Decimal) -> None:
    plan = a_plan(account=an_account(plan_start=start), objectives=(an_objective(due=due),))
    assert objective_progress(plan)[0].expected == expected


@pytest.mark.parametrize(
    ("share", "expected", "colour"),
    [
        ("0.75", "0.75", Rag.GREEN),
        ("0.6501", "0.75", Rag.AMBER),
        ("0.65", "0.75", Rag.AMBER),
        ("0.6499", "0.75", Rag.RED),
        ("1", None, Rag.GREEN),
        ("0.5", None, Rag.NONE),
    ],
)
def test_amber_lags_by_ten_points_at_most(share: str, expected: str | None, colour: Rag) -> None:
    assert progress_rag(IN_PROGRESS, Decimal(share), None if expected is None else Decimal(expected)) is colour


@pytest.mark.parametrize(
    ("status", "colour"),
    [
        (ObjectiveStatus.REACHED, Rag.GREEN),
        (ObjectiveStatus.MISSED, Rag.RED),
        (ObjectiveStatus.DROPPED, Rag.NONE),
        (ObjectiveStatus.NOT_STARTED, Rag.NONE),
    ],
)
def test_a_status_that_settles_the_matter_wins(status: ObjectiveStatus, colour: Rag) -> None:
    assert progress(status=status).rag is colour


def test_sources_name_the_fields() -> None:
    assert FieldPath("objectives", ("OBJ-01",), "current") in progress().sources
