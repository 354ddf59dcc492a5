"""The client's deck, told from the example narrowed by hand: its slides, its organisation, nothing internal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

import pytest
from pydantic import BaseModel

from generator.brand import load
from generator.deck import write_deck
from generator.locales import Language, Locale
from generator.model.account import SharedAccount, SharedMessage
from generator.model.actions import SharedAction, SharedRisk
from generator.model.animation import SharedRaciAssignment, SharedRevision, SharedServiceLevel
from generator.model.choices import FigureMeasure, Share
from generator.model.governance import SharedDecision
from generator.model.kpis import SharedKpi
from generator.model.mapping import SharedClientGoal, SharedContact, SharedSatisfactionScore
from generator.model.objectives import SharedObjective
from generator.model.plan import AccountPlan, SharedPlan
from generator.story import Story, tell_client
from generator.story.outline import COMMITTEE
from tests.deck.example_deck import LANGUAGES, SavedDeck, plan_of

Row = TypeVar("Row", bound=BaseModel)

both = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.value)


def narrowed(kind: type[Row], row: BaseModel) -> Row:
    """A row with the fields of its shared kind only."""
    return kind.model_validate({name: getattr(row, name) for name in kind.model_fields})


def shared(kind: type[Row], rows: Iterable[BaseModel]) -> tuple[Row, ...]:
    """The rows the client may see: those marked so, or all of a table without the mark."""
    return tuple(narrowed(kind, row) for row in rows if getattr(row, "share", Share.CLIENT) is Share.CLIENT)


def shared_plan(plan: AccountPlan) -> SharedPlan:
    """The example as the client may see it."""
    return SharedPlan(
        account=narrowed(SharedAccount, plan.account),
        team=plan.team,
        entities=plan.entities,
        offers=plan.offers,
        messages=shared(SharedMessage, plan.messages),
        contracts=plan.contracts,
        amendments=plan.amendments,
        contacts=shared(SharedContact, plan.contacts),
        client_goals=shared(SharedClientGoal, plan.client_goals),
        satisfaction=shared(SharedSatisfactionScore, plan.satisfaction),
        tickets=plan.tickets,
        figures=tuple(row for row in plan.figures if row.measure is FigureMeasure.REVENUE),
        objectives=shared(SharedObjective, plan.objectives),
        bodies=tuple(body for body in plan.bodies if getattr(body, "share", Share.CLIENT) is Share.CLIENT),
        meetings=plan.meetings,
        decisions=shared(SharedDecision, plan.decisions),
        kpis=shared(SharedKpi, plan.kpis),
        actions=shared(SharedAction, plan.actions),
        risks=shared(SharedRisk, plan.risks),
        raci=shared(SharedRaciAssignment, plan.raci),
        service_levels=shared(SharedServiceLevel, plan.service_levels),
        revisions=shared(SharedRevision, plan.revisions),
    )


@cache
def story_told(language: Language) -> Story:
    plan = shared_plan(plan_of(language))
    return tell_client(plan, Locale(language, plan.account.currency), shows_notices=False)


@cache
def deck_written(language: Language) -> SavedDeck:
    return SavedDeck(write_deck(story_told(language), load()))


@both
def test_the_client_has_the_committee_and_the_organisation(language: Language) -> None:
    told = list(dict.fromkeys(slide.section for slide in deck_written(language).slides))
    assert told == ["cover", *COMMITTEE]
    assert "organisation" in told
    sections = [one for one in deck_written(language).presentation.iter() if one.tag.endswith("}section")]
    assert [section.get("name") for section in sections] == [story_told(language).deck_sections[0]]


@both
def test_nothing_internal_is_left_in_any_part(language: Language) -> None:
    plan = plan_of(language)
    marks = {Language.FR: ("Interne", "confidentiel"), Language.EN: ("Internal –", "confidential")}[language]
    hidden = {
        *marks,
        *(plan.account.ambition or "",),
        *(row.action for row in plan.actions if row.share is Share.INTERNAL),
        *(row.label for row in plan.objectives if row.share is Share.INTERNAL),
        *(row.title for row in plan.opportunities),
        *(row.name for row in plan.third_parties),
        *(row.statement for row in plan.swot),
    }
    said = shared_plan(plan).model_dump_json()  # some words of ours are also the client's
    hidden = {word for word in hidden if word and word not in said} | set(marks)
    assert len(hidden) > 20
    for path, data in deck_written(language).parts.items():
        if path.endswith((".xml", ".rels")):
            text = data.decode().replace("\u202f", " ").replace("\u00a0", " ")
            assert [word for word in hidden if word in text] == [], path
            assert not re.search(r">\s*(?:· )?(?:Interne|Internal)\s*<", text), path


@both
def test_the_organisation_says_who_is_who_and_who_answers_them(language: Language) -> None:
    (first, *rest) = deck_written(language).of_section("organisation")
    words = "".join(str(text) for slide in (first, *rest) for text in slide.root.itertext())
    active = [contact for contact in plan_of(language).contacts if contact.active]
    assert [contact.name for contact in active if contact.name not in words] == []
    grades = [contact.attitude.label for contact in active if contact.attitude]
    assert not [label for label in grades if Locale(language).label(label) in words]
