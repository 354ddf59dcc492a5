"""Telling a plan for the tests, with its typographic spaces made visible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.diagnostics import Findings
from generator.editions import redact
from generator.locales import Language, Locale
from generator.model.plan import AccountPlan
from generator.story import Story, tell_client, tell_internal
from generator.story.story import Section
from tests.builders import a_plan


def seen(text: str) -> str:
    """A text where ``~`` is a narrow no-break space, ``_`` a no-break space and ``=`` a no-break hyphen."""
    return text.replace("\u202f", "~").replace("\u00a0", "_").replace("\u2011", "=")


def tell(plan: AccountPlan, language: Language = Language.FR) -> Story:
    """The internal story of a plan nothing was found in."""
    return tell_internal(plan, Locale(language), Findings(), hidden=redact(plan).hidden)


def tell_to_client(plan: AccountPlan, language: Language = Language.FR) -> Story:
    """The client's story of a plan."""
    redaction = redact(plan)
    return tell_client(redaction.plan, Locale(language), shows_notices=redaction.shows_notices)


def sections(story: Story) -> Iterator[Section]:
    """Every section of a story, on a slide, in a chapter and in the annexes, each once with all its blocks."""
    told: dict[str, Section] = {}
    for section in (*story.slides, *(section for chapter in story.chapters for section in chapter.sections)):
        known = told.setdefault(section.key, section)
        more = tuple(block for block in section.chapter_blocks if block not in known.chapter_blocks)
        told[section.key] = replace(known, chapter_blocks=(*known.chapter_blocks, *more))
    yield from told.values()


def section(story: Story, key: str) -> Section | None:
    """The section of a key, None when there is nothing to tell."""
    return next((section for section in sections(story) if section.key == key and section.title), None)


def block(found: Section, kind: type[Any]) -> Any:
    """The first block of a kind, on the slide before in the plan."""
    return next(one for one in (*found.slide_blocks, *found.chapter_blocks) if isinstance(one, kind))


def texts(value: object) -> Iterator[str]:
    """Every text of a story or of a part of it, alternative texts and notes too; not the keys of its parts."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in ("key", "see", "left_out", "table_word", "figures"):
                yield from texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


def typed_in(plan: AccountPlan, language: Language) -> AccountPlan:
    """The plan of a workbook whose own language is this one, whatever its texts are."""
    account = plan.account.model_copy(update={"language": language})
    return plan.model_copy(update={"account": account})


def headline(key: str, language: Language = Language.FR, **tables: Any) -> str | None:
    """The headline of a section of a plan with these tables, None when there is nothing to tell."""
    found = section(tell(typed_in(a_plan(**tables), language), language), key)
    return None if found is None else seen(found.headline)
