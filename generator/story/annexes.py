"""What leaves the body of the plan: of each section its chapter keeps some blocks, its annex holds the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.outline import Outline
from generator.model.sections import ANNEXES, BY_KEY
from generator.story.blocks import Block
from generator.story.blocks.grid import Matrix
from generator.story.blocks.objectives import ObjectiveCards
from generator.story.blocks.prose import Prose, ProseRole
from generator.story.blocks.table import Table
from generator.story.blocks.text import Sentence
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
    found = (_annex(subject, sections[key]) for key in annex_order(subject.outline) if key in sections)
    return tuple(section for section in found if section.chapter_blocks)


def annex_order(outline: Outline) -> tuple[str, ...]:
    """Return the sections that the annexes tell something of, by rank; those without one come first, as asked."""
    whole = outline.chapters.get(ANNEXES, ())
    others = (key for chapter, keys in outline.chapters.items() if chapter != ANNEXES for key in keys)
    parted = (key for key in others if BY_KEY[key].annexed is not None)
    return tuple(sorted((*whole, *parted), key=_rank))


def _rank(key: str) -> int:
    annexed = BY_KEY[key].annexed
    return 0 if annexed is None else annexed.rank


def _annex(subject: Subject, section: Section) -> Section:
    if _is_whole(subject, section.key):
        return section
    title = subject.say(f"story.annex.{section.key}")
    return replace(section, title=title, headline="", comment="", chapter_blocks=_away(subject, section), figures=())


def _is_whole(subject: Subject, key: str) -> bool:
    return key in subject.outline.chapters.get(ANNEXES, ())


def _away(subject: Subject, section: Section) -> tuple[Block, ...]:
    """Return the blocks of a section that its annex holds."""
    annexed = BY_KEY[section.key].annexed
    if annexed is None or _is_whole(subject, section.key):
        return ()
    return tuple(block for block in section.chapter_blocks if annexed.takes(block.key))


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
