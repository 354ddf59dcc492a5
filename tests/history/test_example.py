"""The example's two quarters: their difference is what was declared by hand when the earlier one was made."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.history import Difference, compare
from generator.model.choices import FigureMeasure
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.schema import tables
from generator.workbook.bind import bind
from generator.workbook.read import read

ROOT = Path(__file__).parents[2]
DECLARED = tomllib.loads((ROOT / "tools" / "last_quarter.toml").read_text("utf-8"))
Rows = dict[tuple[str, tuple[str, ...]], frozenset[str]]


def plan_of(name: str) -> AccountPlan:
    """The plan of a committed workbook."""
    plan = bind(read(ROOT / "inputs" / name)).plan
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def now() -> AccountPlan:
    return plan_of("exemple.xlsx")


@pytest.fixture(scope="module")
def found(now: AccountPlan) -> Difference:
    return compare(plan_of("exemple-t2.xlsx"), now)


def key_at(plan: AccountPlan, table: str, one: dict[str, Any]) -> tuple[str, ...]:
    """The key of the row that an entry of the declaration means."""
    rows = getattr(plan, table)
    row = rows[one["row"] - 1] if "row" in one else next(row for row in rows if one["key"] in row.key)
    return tuple(row.key)


def test_every_changed_row_was_declared(found: Difference, now: AccountPlan) -> None:
    expected: Rows = {("account", ()): frozenset({"cutoff", "version"})}
    for table, changes in DECLARED["changed"].items():
        expected |= {(table, key_at(now, table, one)): frozenset(set(one) - {"key", "row"}) for one in changes}
    # the quarterly update: one new column, budgets excepted as they stand there in advance
    for spec in (spec for spec in tables() if spec.is_crosstab):
        for row in getattr(now, spec.field):
            is_budget = getattr(row, "measure", None) is FigureMeasure.BUDGET
            if Quarter(2026, 3) in row.quarters and not is_budget:
                place = spec.field, tuple(row.key)
                expected[place] = expected.get(place, frozenset()) | {"2026-T3"}
    # a service level is a row a quarter: its period is in its key
    expected = {place: fields for place, fields in expected.items() if place[0] != "service_levels"}
    changed = {
        (row.table, row.key): frozenset(change.field for change in row.fields)
        for row in found.rows
        if row.kind.value == "changed"
    }
    assert changed == expected


def test_every_row_that_came_or_went_was_declared(found: Difference, now: AccountPlan) -> None:
    came = {(row.table, row.key) for row in found.rows if row.kind.value == "added" and row.table != "service_levels"}
    went = {
        (row.table, row.key[0]) for row in found.rows if row.kind.value == "removed" and row.table != "service_levels"
    }
    by_key = {(table, (key,)) for table, keys in DECLARED["added"].items() for key in keys}
    by_place = {
        (table, tuple(getattr(now, table)[at - 1].key)) for table, rows in DECLARED["added_rows"].items() for at in rows
    }
    assert came == by_key | by_place
    assert went == {
        (table, one.get("ref" if "ref" in one and table != "contacts" else "name"))
        for table, rows in DECLARED["removed"].items()
        for one in rows
    }


def test_service_levels_are_measured_anew_each_quarter(found: Difference) -> None:
    told = [(row.kind.value, row.key[1]) for row in found.rows if row.table == "service_levels"]
    assert told == [("added", "2026-T3")] * 6 + [("removed", "2026-T2")] * 6


def test_what_a_steering_committee_asks_first(found: Difference) -> None:
    """Worked by hand from the declaration."""
    actions, contracts, people = found.actions, found.contracts, found.people
    assert [row.ref for row in actions.closed] == ["A-02", "A-15", "A-16", "A-17"]
    assert [slip.row.key for slip in actions.slipped] == [("A-03",), ("A-07",), ("A-08",), ("A-09",), ("A-11",)]
    assert [slip.days for slip in actions.slipped] == [14, 15, 14, 15, 31]
    assert [row.ref for row in actions.late] == ["A-03", "A-07", "A-12"]
    assert [row.ref for row in actions.new] == [f"A-{n}" for n in (12, 13, 14, 19, 21, 23, 25, 26, 29, *range(30, 35))]
    assert [row.ref for row in contracts.signed] == ["CT-10"]
    assert [row.ref for row in contracts.amended] == ["AV-04"]
    assert [row.ref for row in contracts.ended] == ["CT-09"]
    assert [row.name for row in people.arrived] == ["Thierry Lambert"]
    assert [row.name for row in people.left] == ["Lionel Astier"]
    assert [change.new.name for change in people.changed] == [
        "Nathalie Ferrand",
        "Olivier Brun",
        "Camille Joly",
        "Mathieu Gros",
        "Javier Molina",
    ]
    assert [row.ref for row in found.decisions_applied] == ["D-07", "D-09"]
    assert [(slip.table, slip.days) for slip in found.slips if slip.table != "actions"] == [
        ("objectives", 90),
        ("meetings", 7),
        ("risks", 61),
    ]
    assert [str(movement.change)[:6] for movement in found.kpis] == ["33000", "0.008", "4", "0.0833", "2"]


def test_a_corrected_spelling_is_one_change_wherever_the_person_is_named(found: Difference) -> None:
    told = [change for row in found.rows for change in row.fields if "Bruno Keler" in str(change.old)]
    assert [change.field for change in told] == ["name"]
