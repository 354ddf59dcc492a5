"""The internal edition shows every row, and marks the items that the client does not see, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from generator.diagnostics import Findings
from generator.editions import redact
from generator.locales import Language, Locale
from generator.model.choices import BodyType, ContractStatus, Share
from generator.model.plan import AccountPlan
from generator.story import Story, tell_internal
from generator.story.blocks.timeline import TimelineRow
from generator.story.story import Section
from tests.builders import (
    a_body,
    a_client_goal,
    a_contact,
    a_contract,
    a_decision,
    a_kpi,
    a_meeting,
    a_plan,
    a_planned_meeting,
    a_raci_assignment,
    a_revision,
    a_risk,
    a_service_level,
    an_action,
    an_amendment,
    an_objective,
    quarters,
)
from tests.story.telling import sections, texts

MARK = "Interne"
CLIENT = Share.CLIENT


@pytest.fixture(scope="module")
def mixed() -> AccountPlan:
    """Of every table one row the client sees (1) and one he does not (2), as a dependant where it can be one."""
    own = a_body(name="Revue 2", type=BodyType.INTERNAL)
    soon = date(2026, 10, 20)
    return a_plan(
        contracts=(a_contract(ref="CT-1"), a_contract(ref="CT-2", status=ContractStatus.DRAFT)),
        amendments=(an_amendment(ref="AV-1", contract="CT-1"), an_amendment(ref="AV-2", contract="CT-2")),
        contacts=(a_contact(), a_contact(name="Gilles Fontaine", active=False)),
        client_goals=(a_client_goal(ref="ENJ-1", share=CLIENT), a_client_goal(ref="ENJ-2")),
        objectives=(an_objective(ref="OBJ-1", goal="ENJ-1", share=CLIENT), an_objective(ref="OBJ-2", goal="ENJ-2")),
        bodies=(a_body(name="COPIL 1"), own),
        meetings=(
            a_planned_meeting(ref="S-0", body="COPIL 1"),
            a_planned_meeting(ref="S-1", body="COPIL 1", planned=soon),
            a_planned_meeting(ref="S-2", body="Revue 2", planned=soon),
            a_meeting(ref="S-3", body="COPIL 1"),
        ),
        decisions=(
            a_decision(ref="D-1", meeting="S-1", due=soon, share=CLIENT),
            a_decision(ref="D-2", meeting="S-2", due=soon, share=CLIENT),
        ),
        kpis=(
            a_kpi(ref="KPI-1", target=10, quarters=quarters(T3_2026=12), share=CLIENT),
            a_kpi(ref="KPI-2", target=10, quarters=quarters(T3_2026=12), objectives=("OBJ-1",)),
        ),
        actions=(
            an_action(ref="A-1", due=soon, objective="OBJ-1", share=CLIENT),
            an_action(ref="A-2", due=soon, objective="OBJ-1"),
        ),
        risks=(a_risk(ref="R-1", share=CLIENT), a_risk(ref="R-2")),
        raci=(
            a_raci_assignment(activity="Activité 1", share=CLIENT),
            a_raci_assignment(activity="Activité 2", person="Gilles Fontaine", share=CLIENT),
        ),
        service_levels=(
            a_service_level(commitment="Promesse 1", share=CLIENT),
            a_service_level(commitment="Promesse 2"),
        ),
        revisions=(a_revision(version="1", share=CLIENT), a_revision(version="2")),
    )


def told(plan: AccountPlan) -> Story:
    return tell_internal(plan, Locale(Language.FR), Findings(), hidden=redact(plan).hidden)


def items(value: object) -> Iterator[object]:
    """Every dataclass with a key inside a block, the innermost too; not the marks on a bar that is marked itself."""
    if isinstance(value, tuple):
        for one in value:
            yield from items(one)
    elif is_dataclass(value) and not isinstance(value, type):
        if isinstance(getattr(value, "key", None), str):
            yield value
        if not (isinstance(value, TimelineRow) and is_marked(value)):
            for field in fields(value):
                yield from items(getattr(value, field.name))


def is_marked(item: object) -> bool:
    """Whether an item says that it is internal, by its flag or in words of its own."""
    words = (getattr(item, field.name) for field in fields(item) if field.name != "key")  # type: ignore[arg-type]
    return bool(getattr(item, "is_internal", False)) or any(isinstance(text, str) and MARK in text for text in words)


def told_of(section: Section, name: str) -> list[tuple[str, bool]]:
    """The items of a section that are about one row, each with whether it is marked."""
    blocks = (*section.slide_blocks, *section.chapter_blocks)
    keyed = ((str(getattr(item, "key", "")), item) for item in items(blocks))
    return [(key, is_marked(item)) for key, item in keyed if name == key.removesuffix("/rhythm").split("/")[-1]]


HIDDEN = {
    "CT-2": 1, "AV-2": 1, "ENJ-2": 2, "OBJ-2": 2, "Revue 2": 2, "S-2": 1, "D-2": 3, "KPI-2": 3, "A-2": 3, "R-2": 2,
    "Activité 2": 1, "2": 1,
}  # fmt: skip
"""The rows the client does not see, and how many items of the story are about them at least."""


@pytest.mark.parametrize(("name", "least"), HIDDEN.items())
def test_what_the_client_does_not_see_is_marked_everywhere(mixed: AccountPlan, name: str, least: int) -> None:
    found = [item for section in sections(told(mixed)) for item in told_of(section, name)]
    assert len(found) >= least, found
    assert [key for key, marked in found if not marked] == []


@pytest.mark.parametrize(
    "name", ["CT-1", "AV-1", "OBJ-1", "COPIL 1", "S-1", "D-1", "KPI-1", "A-1", "R-1", "Activité 1"]
)
def test_what_the_client_sees_is_not(mixed: AccountPlan, name: str) -> None:
    found = [item for section in sections(told(mixed)) for item in told_of(section, name)]
    assert found
    assert [key for key, marked in found if marked] == []


def test_the_synthesis_marks_what_it_asks_and_counts(mixed: AccountPlan) -> None:
    summary = next(section for section in sections(told(mixed)) if section.key == "summary")
    told_in_it = list(texts(summary.chapter_blocks))
    assert [text for text in told_in_it if "OBJ-2" in text.replace("\u2011", "-") and MARK not in text] == []
    assert any("OBJ-2" in text.replace("\u2011", "-") for text in told_in_it)


def test_nothing_is_marked_where_all_is_shared(mixed: AccountPlan) -> None:
    story = tell_internal(mixed, Locale(Language.FR), Findings())
    marked = [item for section in sections(story) for name in HIDDEN for item in told_of(section, name) if item[1]]
    assert marked == []
