"""What the client sees of the example does not depend on what it does not see: nothing of it can be worked out."""

from __future__ import annotations

from typing import Any

import pytest

from generator.editions import redact
from generator.editions.filtering import all_rows, left_out, shared_rows
from generator.model.plan import AccountPlan
from generator.model.schema import TableSpec, tables
from generator.model.table import Layout

LISTS = [spec for spec in tables() if spec.table.layout is not Layout.FORM]
WITH_INTERNAL_COLUMNS = [
    spec
    for spec in LISTS
    if spec.shared_row is not None and any(not column.shared for column in spec.columns) and not spec.table.steers
]


@pytest.mark.parametrize("spec", LISTS, ids=lambda spec: spec.table.name)
def test_without_its_internal_rows_the_plan_is_the_same_to_the_client(example: AccountPlan, spec: TableSpec) -> None:
    rows, shared = all_rows(example)[spec.field], shared_rows(example).get(spec.field, ())
    hidden = left_out(rows, shared)
    assert seen(example, {spec.field: tuple(row for row in rows if row not in hidden)}) == seen(example, {})


@pytest.mark.parametrize("spec", WITH_INTERNAL_COLUMNS, ids=lambda spec: spec.table.name)
def test_with_other_internal_values_the_plan_is_the_same_to_the_client(example: AccountPlan, spec: TableSpec) -> None:
    """Each row takes the internal values of the next one."""
    rows = all_rows(example)[spec.field]
    internal = [column.field for column in spec.columns if not column.shared and column.field != "share"]
    turned = tuple(
        row.model_copy(update={name: getattr(other, name) for name in internal})
        for row, other in zip(rows, (*rows[1:], rows[0]), strict=True)
    )
    assert seen(example, {spec.field: turned}) == seen(example, {})


def seen(plan: AccountPlan, changes: dict[str, Any]) -> object:
    """All that the client's documents are made from."""
    found = redact(plan.model_copy(update=changes))
    return found.plan, found.shows_notices
