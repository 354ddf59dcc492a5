"""The chapters of the plan: those that have something to say, then the annexes; what is missing is said once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.model.outline import Outline
from generator.model.schema import TableSpec
from generator.model.sections import ANNEXES, CHAPTERS
from generator.model.table import Sheet
from generator.story.annexes import annexes, in_body
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.text import Sentence
from generator.story.follows import what_follows
from generator.story.outline import tables_of
from generator.story.story import Chapter, Section, Stage
from generator.story.subject import InternalSubject, Subject


def told_in(chapter: str, outline: Outline, sections: Mapping[str, Section]) -> tuple[Section, ...]:
    """Return the sections that have something to say in a chapter, in its order."""
    found = (sections[key] for key in outline.chapters[chapter] if key in sections)
    return tuple(section for section in found if section.chapter_blocks)


def tell_chapters(subject: Subject, sections: Mapping[str, Section]) -> tuple[Chapter, ...]:
    """Tell the chapters in order; to ourselves the first also says what the plan lacks."""
    keys = [chapter.key for chapter in CHAPTERS if chapter.key in subject.chapters]
    found = {key: _sections(subject, key, sections) for key in keys}
    told = [_chapter(subject, key, some) for key, some in found.items() if some]
    missing = _missing(subject)
    if told and missing is not None:
        told[0] = replace(told[0], sections=(*told[0].sections, missing))
    return tuple(told)


def _sections(subject: Subject, chapter: str, sections: Mapping[str, Section]) -> tuple[Section, ...]:
    if chapter == ANNEXES:
        return annexes(subject, sections)
    return tuple(in_body(subject, section) for section in told_in(chapter, subject.outline, sections))


def _chapter(subject: Subject, key: str, sections: tuple[Section, ...]) -> Chapter:
    outline = subject.outline
    opening = outline.openings.get(key)
    title = subject.typeset(outline.titles[key]) if key in outline.titles else subject.say(f"story.chapter.{key}")
    named = opening and replace(opening, title=subject.typeset(opening.title))
    follows = "" if key == ANNEXES else what_follows(subject, [section.key for section in sections])
    return Chapter(subject.chapters[key], key, title, _takeaway(key, sections), sections, named, follows)


def _takeaway(key: str, sections: tuple[Section, ...]) -> str:
    """A chapter of several sections opens with the headline of the first.

    Unless a section of its own key says it itself.
    """
    return "" if key == ANNEXES or sections[0].key == key else sections[0].headline


def _missing(subject: Subject) -> Section | None:
    """Say once which tables of the chapters that say nothing are empty; a table that has rows is not one of them."""
    silent = [table for key in subject.outline.chapters if key in subject.silent for table in _tables(subject, key)]
    empty = [spec for spec in silent if not getattr(subject.plan, spec.field, ())]
    if not empty or not isinstance(subject, InternalSubject):
        return None
    text = subject.say("story.missing", sheets=subject.series(_by_sheet(subject, empty)))
    block = Prose(key="missing/tables", paragraphs=(Sentence("missing", text),), role=ProseRole.MISSING)
    return Section(
        key="missing",
        stage=Stage.SUMMARY,
        title=subject.say("story.missing_title"),
        headline="",
        slide_blocks=(),
        chapter_blocks=(block,),
        source="",
        notes=(),
        is_internal=True,
    )


def _tables(subject: Subject, chapter: str) -> tuple[TableSpec, ...]:
    return tables_of(subject.outline.chapters[chapter])


def _by_sheet(subject: Subject, empty: list[TableSpec]) -> Iterator[str]:
    """Name empty tables sheet by sheet: a chapter may rest on several."""
    found: dict[Sheet, list[str]] = {}
    for spec in empty:
        found.setdefault(spec.table.sheet, []).append(subject.locale.label(spec.table.title))
    for sheet, names in found.items():
        yield subject.say("story.missing_on", n=len(names), sheet=sheet.label, tables=subject.locale.join(names))
