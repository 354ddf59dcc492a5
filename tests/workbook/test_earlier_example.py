"""`inputs/exemple-t2.xlsx` and `inputs/exemple.xlsx` are two quarters of one account, an update and edits apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.locales import Language
from generator.model.plan import AccountPlan
from generator.workbook.bind import bind
from generator.workbook.example import example_plan
from generator.workbook.read import read
from tests.workbook.test_committed_example import told
from tools.next_quarter_example import brought_up_to_date, earlier_workbook

EARLIER = Path(__file__).parents[2] / "inputs" / "exemple-t2.xlsx"


def rows(plan: AccountPlan) -> dict[str, Any]:
    """The rows of each table whatever their order: rows that came stand last in a workbook kept by hand."""
    held = {name: getattr(plan, name) for name in AccountPlan.model_fields}
    return {name: sorted(value, key=repr) if isinstance(value, tuple) else value for name, value in held.items()}


def test_the_committed_workbook_has_not_drifted() -> None:
    assert told(EARLIER.read_bytes()) == told(earlier_workbook(Language.FR))


def test_it_can_be_told() -> None:
    plan = bind(read(EARLIER)).plan
    assert plan is not None
    assert str(plan.period) == "2026-T2"
    assert plan.account.version == "1.2"


@pytest.mark.parametrize("language", Language)
def test_the_quarterly_update_and_the_edits_give_the_example(language: Language) -> None:
    updated = bind(read(brought_up_to_date(earlier_workbook(language), language)))
    assert updated.findings.errors == ()
    assert updated.plan is not None
    assert rows(updated.plan) == rows(example_plan(language))
