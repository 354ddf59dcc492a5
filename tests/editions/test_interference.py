"""Non-interference: what the client receives is the same whatever is changed of what it does not see.

Some changes are drawn for each run of the tests; `make sweep` makes every one. SWEEP_SEED draws others.
"""

from __future__ import annotations

import os
import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Findings
from generator.editions import redact
from generator.editions.edition import Edition
from generator.history.discretion import compare_for_client
from generator.history.ownership import Ownership
from generator.locales import Language, Locale
from generator.model.account_identity import identity_of
from generator.model.choices import DeckPreset, PlanPreset
from generator.model.plan import AccountPlan, SharedPlan
from generator.pipeline.former import Current, Former
from generator.pipeline.telling import Teller
from generator.workbook.example import example_plan
from tests.editions.canaries import with_canaries
from tests.editions.interference import Change, internal_changes
from tests.editions.test_drawn_plans import plans
from tests.workbook.short_plan import short_plan
from tools.next_quarter_example import earlier_plan

IS_WHOLE = os.environ.get("SWEEP") == "whole"
SEED = int(os.environ.get("SWEEP_SEED", "2026"))

DENSE, EXAMPLE, BEFORE = "dense", "example", "quarter before"


@cache
def plan_called(name: str) -> AccountPlan:
    """The example, the same a quarter before, or the short one with hidden rows in every table and marks on them."""
    if name == BEFORE:
        return earlier_plan(Language.FR)
    return with_canaries(short_plan())[0] if name == DENSE else example_plan(Language.FR)


def tried(name: str) -> list[Change]:
    """The changes to try of a plan: all of them, or one of each table."""
    changes = internal_changes(plan_called(name))
    if IS_WHOLE:
        return changes
    drawn = drawn_by(name).sample(changes, len(changes))
    return list({change.table: change for change in drawn}.values())


def drawn_by(name: str) -> random.Random:
    """The same trials at each run, whichever tests are run."""
    return random.Random(f"{SEED} {name}")  # noqa: S311  a sample of trials, no secret


def received(plan: AccountPlan, former: SharedPlan | None = None) -> object:
    """All that the client's files, and its snapshot, are made from."""
    found = redact(plan)
    if former is None:
        return found.plan, found.shows_notices
    then = Current(plan, found.plan, Ownership(identity_of(plan.account))).seen_by(Edition.CLIENT, former)
    return found.plan, found.shows_notices, then, compare_for_client(then, found.plan)


@pytest.mark.parametrize("name", [EXAMPLE, DENSE])
def test_the_client_sees_the_same_plan_whatever_changes_of_what_it_does_not_see(name: str) -> None:
    plan = plan_called(name)
    expected = received(plan)
    assert [change.place for change in tried(name) if received(change.made_in(plan)) != expected] == []


@pytest.mark.parametrize(("name", "kept"), [(EXAMPLE, "workbook"), (DENSE, "snapshot")])
def test_so_it_is_with_what_has_changed_since(name: str, kept: str) -> None:
    plan, former = plan_called(name), plan_called(BEFORE)
    then = former if kept == "workbook" else redact(former).plan
    expected = received(plan, then)
    changes = tried(name)
    assert [change.place for change in changes if received(change.made_in(plan), then) != expected] == []


def test_so_it_is_when_the_former_workbook_changes() -> None:
    plan, former = plan_called(EXAMPLE), plan_called(BEFORE)
    expected = received(plan, former)
    changes = tried(BEFORE)
    assert [change.place for change in changes if received(plan, change.made_in(former)) != expected] == []


@settings(max_examples=5)
@given(plans(), st.data())
def test_so_it_is_of_any_plan_drawn(plan: AccountPlan, data: st.DataObject) -> None:
    former, changes = plan_called(BEFORE), internal_changes(plan)
    change = data.draw(st.sampled_from(changes), label="change")
    assert received(change.made_in(plan)) == received(plan), change.place
    assert received(plan, change.made_in(plan)) == received(plan, plan), change.place
    assert received(change.made_in(plan), former) == received(plan, former), change.place


def test_the_story_is_told_from_nothing_else() -> None:
    """The same words, tables and charts, in the same order, whatever the build knows beside what the client sees."""
    plan, former = plan_called(EXAMPLE), plan_called(BEFORE)
    expected = told(plan, former)
    for change in drawn_by(EXAMPLE).sample(internal_changes(plan), 2):
        assert told(change.made_in(plan), former) == expected, change.place


def told(plan: AccountPlan, former: AccountPlan) -> object:
    """The client's story as a build tells it."""
    found = redact(plan)
    then = Former(Current(plan, found.plan, Ownership(identity_of(plan.account))).seen_by(Edition.CLIENT, former))
    teller = Teller(plan, found, Findings(), Locale(Language.FR), DeckPreset.FULL, PlanPreset.CURRENT)
    return teller.tell(Edition.CLIENT, then)
