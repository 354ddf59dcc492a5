"""The client's deck, told from the redacted example: its slides, its organisation, nothing internal."""

from __future__ import annotations

import re
from functools import cache

import pytest

from generator.brand import load
from generator.deck import write_deck
from generator.editions import redact
from generator.locales import Language, Locale
from generator.model.choices import Share
from generator.story import Story, tell_client
from tests.deck.example_deck import LANGUAGES, SavedDeck, plan_of
from tests.story.contents import PRESSED

both = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.value)


@cache
def story_told(language: Language) -> Story:
    redaction = redact(plan_of(language))
    locale = Locale(language, redaction.plan.account.currency)
    return tell_client(redaction.plan, locale, shows_notices=redaction.shows_notices)


@cache
def deck_written(language: Language) -> SavedDeck:
    return SavedDeck(write_deck(story_told(language), load()))


@both
def test_the_client_has_the_committee_and_the_organisation(language: Language) -> None:
    told = list(dict.fromkeys(slide.section for slide in deck_written(language).slides))
    assert told == ["cover", *(key for key in PRESSED if key != "since")]  # it has no former plan
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
    said = redact(plan).plan.model_dump_json()  # some words of ours are also the client's
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
