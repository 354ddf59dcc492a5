"""What leaves the body of the plan: of each section its chapter keeps some blocks, its annex holds the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.sections import ANNEXES, BY_KEY, SectionEntry
from generator.story.blocks import Block
from generator.story.blocks.grid import Matrix
from generator.story.blocks.objectives import ObjectiveCards
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.table import Table
from generator.story.blocks.text import Sentence
from generator.story.outline import sections_of
from generator.story.story import Section
from generator.story.subject import Subject


def in_body(subject: Subject, section: Section) -> Section:
    """Return a section as its chapter tells it: without what stands in its annex, which is counted and referred to."""
    away = _away(subject, section)
    if not away:
        return section
    kept = tuple(block for block in section.chapter_blocks if block not in away)
    return replace(section, chapter_blocks=(*kept, _reference(subject, section, away)))


def annexes(subject: Subject, sections: Mapping[str, Section]) -> tuple[Section, ...]:
    """Return the annexes in order: the sections that stand there alone, and what leaves the chapter of others."""
    told = (sections[entry.key] for entry in sections_of(ANNEXES) if entry.key in sections)
    found = (_annex(subject, section) for section in told)
    return tuple(section for section in found if section.chapter_blocks)


def _annex(subject: Subject, section: Section) -> Section:
    entry = BY_KEY[section.key]
    if entry.is_annexed_whole:
        return section if _is_told(subject, entry) else replace(section, chapter_blocks=())
    title = subject.say(f"story.annex.{section.key}")
    return replace(section, title=title, headline="", comment="", chapter_blocks=_away(subject, section), figures=())


def _is_told(subject: Subject, entry: SectionEntry) -> bool:
    return entry.annexed is not None and subject.preset in entry.annexed.presets


def _away(subject: Subject, section: Section) -> tuple[Block, ...]:
    """Return the blocks of a section that its annex holds."""
    entry = BY_KEY[section.key]
    if entry.annexed is None or entry.is_annexed_whole or not _is_told(subject, entry):
        return ()
    return tuple(block for block in section.chapter_blocks if entry.annexed.takes(block.key))


def _reference(subject: Subject, section: Section, away: Sequence[Block]) -> Prose:
    title = subject.say(f"story.annex.{section.key}")
    text = subject.say("story.annex.see", n=sum(map(_lines, away)), title=title)
    return Prose(
        key=f"{section.key}/annexed",
        paragraphs=(Sentence("annexed", text),),
        role=ProseRole.REFERENCE,
        see=f"{ANNEXES}/{section.key}",
    )


def _lines(block: Block) -> int:
    """Count the rows of the workbook that a block of an annex lists; a card beside a row of the same is none."""
    match block:
        case Table():
            return sum(not row.is_total for row in block.rows)
        case Matrix():
            return len(block.rows)
        case ObjectiveCards():
            return len(block.cards)
        case _:
            return 0
