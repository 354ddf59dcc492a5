"""Nothing a person types vanishes without a word: whatever changes, the plan changes or a finding names it.

A sample is drawn for each run of the tests; `make sweep` tries every change. SWEEP_SEED draws another sample.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from functools import cache

import pytest

from generator.locales import Language
from generator.model.schema import tables
from generator.workbook.author import author
from generator.workbook.example import example_plan
from tests.workbook import layouts
from tests.workbook.books import COLOURS, saved, the_example
from tests.workbook.sweep import Change, Swept

IS_WHOLE = os.environ.get("SWEEP") == "whole"
SEED = int(os.environ.get("SWEEP_SEED", "2026"))
DRAWN = {"header": 3, "a cell": 2, "sheet": 3, "": 6}
"""How many changes of each kind are drawn a workbook; the last are those of values."""

SPARSE = {
    "team": 2,
    "entities": 2,
    "offers": 2,
    "contracts": 1,
    "objectives": 1,
    "kpis": 1,
    "actions": 1,
    "contacts": 1,
}
"""The rows that the least workbook keeps of the example."""


def the_least() -> bytes:
    plan = example_plan(Language.FR)
    kept = {spec.field: getattr(plan, spec.field)[: SPARSE.get(spec.field, 0)] for spec in tables() if spec.table.key}
    return author(plan.model_copy(update=kept), Language.FR, colours=COLOURS)


BOOKS: dict[str, Callable[[], bytes]] = {
    "the example": the_example,
    "the least": the_least,
    "tables on sheets of their own": lambda: saved(layouts.on_own_sheets()),
}


@cache
def swept(name: str) -> Swept:
    return Swept.of(BOOKS[name]())


def kind_of(change: Change) -> str:
    return next(kind for kind in DRAWN if change.what.startswith(kind))


def drawn(name: str) -> list[Change]:
    by_kind: dict[str, list[Change]] = {}
    for change in swept(name).changes():
        by_kind.setdefault(kind_of(change), []).append(change)
    if IS_WHOLE:
        return [change for changes in by_kind.values() for change in changes]
    chance = random.Random(f"{SEED} {name}")  # noqa: S311 - a sample of changes is no secret
    return [
        one for kind in sorted(by_kind) for one in chance.sample(by_kind[kind], min(DRAWN[kind], len(by_kind[kind])))
    ]


@pytest.mark.parametrize("name", BOOKS)
def test_what_changes_is_in_the_plan_or_named(name: str) -> None:
    assert [str(change) for change in drawn(name) if not swept(name).is_told(change)] == []
