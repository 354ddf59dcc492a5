"""The example with a few rows a table: all its sheets, tables and columns, nothing to say of it, a third of the cells.

`make sweep` takes the whole example instead.
"""

from __future__ import annotations

import os
from functools import cache

from generator.locales import Language
from generator.model.plan import AccountPlan
from generator.model.schema import tables
from generator.workbook.author import author
from generator.workbook.example import example_plan
from tests.workbook.books import COLOURS

FIRST = None if os.environ.get("SWEEP") == "whole" else 3
LISTS = [spec for spec in tables() if spec.table.key]


@cache
def short_plan(language: Language = Language.FR) -> AccountPlan:
    """The first rows of each table of the example, and the rows that these name; the outline whole."""
    plan = example_plan(language)
    kept = {
        spec.field: set(range(len(getattr(plan, spec.field)[: None if spec.table.steers else FIRST]))) for spec in LISTS
    }
    while missing := _named(plan, kept) - {(table, at) for table, places in kept.items() for at in places}:
        for table, at in missing:
            kept[table].add(at)
    return plan.model_copy(
        update={table: tuple(getattr(plan, table)[at] for at in sorted(places)) for table, places in kept.items()}
    )


@cache
def the_short(language: Language = Language.FR) -> bytes:
    """The same, authored."""
    return author(short_plan(language), language, colours=COLOURS)


def _named(plan: AccountPlan, kept: dict[str, set[int]]) -> set[tuple[str, int]]:
    """Tables and places of the rows that the forms and the rows kept so far name."""
    found: set[tuple[str, int]] = set()
    for spec in tables():
        held = getattr(plan, spec.field)
        rows = [held[at] for at in kept[spec.field]] if spec.table.key else [held]
        for column in (column for column in spec.columns if column.column.refs):
            named = {name for row in rows for name in _names(getattr(row, column.field))}
            for table in column.column.refs:
                found |= {(table, at) for at, row in enumerate(getattr(plan, table)) if row.key[0] in named}
    return found


def _names(said: object) -> tuple[object, ...]:
    return said if isinstance(said, tuple) else (said,)
