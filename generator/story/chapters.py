"""The chapters of the plan, numbered without a gap: those that have something to say, then the annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model.schema import TableSpec
from generator.model.sections import ANNEXES, CHAPTERS
from generator.model.table import Sheet
from generator.story.annexes import annexes, in_body
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.text import Sentence
from generator.story.outline import NUMBERS, numbers, sections_of, tables_of
from generator.story.story import Chapter, Section, Stage
from generator.story.subject import Subject


def chapter_numbers(sections: Mapping[str, Section]) -> Mapping[str, str]:
    """Number the chapters that have something to say, without a gap."""
    return {**NUMBERS, **numbers({chapter.key for chapter in CHAPTERS if _told_in(chapter.key, sections)})}


def tell_chapters(subject: Subject, sections: Mapping[str, Section], *, is_internal: bool) -> tuple[Chapter, ...]:
    """Tell the chapters in order; to ourselves also those that have nothing to say, and what they lack."""
    chapters = []
    for key in (chapter.key for chapter in CHAPTERS):
        found = _sections(subject, key, sections)
        if not found and not is_internal:
            continue
        chapters.append(
            Chapter(
                subject.chapters[key],
                key,
                subject.say(f"story.chapter.{key}"),
                _takeaway(key, found),
                found or (_missing(subject, key),),
            )
        )
    return tuple(chapters)


def _sections(subject: Subject, chapter: str, sections: Mapping[str, Section]) -> tuple[Section, ...]:
    if chapter == ANNEXES:
        return annexes(subject, sections)
    return tuple(in_body(subject, section) for section in _told_in(chapter, sections))


def _told_in(chapter: str, sections: Mapping[str, Section]) -> tuple[Section, ...]:
    """Return the sections that have something to say in a chapter, in its order."""
    found = (sections[entry.key] for entry in sections_of(chapter) if entry.key in sections)
    return tuple(section for section in found if section.chapter_blocks)


def _takeaway(key: str, sections: tuple[Section, ...]) -> str:
    """A chapter of several sections opens with the headline of the first.

    Unless a section of its own key says it itself.
    """
    return "" if not sections or key == ANNEXES or sections[0].key == key else sections[0].headline


def _missing(subject: Subject, key: str) -> Section:
    """Say which tables of an empty chapter are empty, and on which sheet; a table that has rows is not one of them."""
    empty = [spec for spec in tables_of(key) if not getattr(subject.plan, spec.field, ())]
    text = (
        subject.say("story.missing", sheets=subject.series(_by_sheet(subject, empty)))
        if empty
        else subject.say("story.nothing_to_tell", cutoff=subject.cutoff)
    )
    block = Prose(key=f"{key}/missing", paragraphs=(Sentence("missing", text),), role=ProseRole.MISSING)
    return Section(
        key=key,
        stage=Stage.SUMMARY,
        title="",
        headline="",
        slide_blocks=(),
        chapter_blocks=(block,),
        source="",
        notes=(),
        is_internal=True,
    )


def _by_sheet(subject: Subject, empty: Iterable[TableSpec]) -> Iterator[str]:
    """Name empty tables sheet by sheet: a chapter may rest on several."""
    found: dict[Sheet, list[str]] = {}
    for spec in empty:
        found.setdefault(spec.table.sheet, []).append(subject.locale.label(spec.table.title))
    for sheet, names in found.items():
        yield subject.say("story.missing_on", n=len(names), sheet=sheet.label, tables=subject.locale.join(names))
