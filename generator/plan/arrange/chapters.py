"""The chapters as parts in order, each with the way its page lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan.arrange.blocks import block_parts, is_wide
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Heading, Paragraph, Part, Span, Style
from generator.plan.arrange.text import paragraph
from generator.story.story import Chapter, Section

FRONT = "0"


@dataclass(frozen=True, slots=True)
class Placed:
    """A part and which way its page lies; None follows the part after it."""

    part: Part
    is_landscape: bool | None


def chapter_parts(chapter: Chapter, context: Context) -> Iterator[Placed]:
    """Heading, conclusion, then the sections; a single section of the same key has no heading of its own."""
    yield Placed(
        Heading(
            key=chapter.key,
            level=1,
            text=chapter.title,
            number="" if chapter.number == FRONT else chapter.number,
            is_front=chapter.number == FRONT,
            is_annex=chapter.number.isalpha(),
        ),
        None,
    )
    if chapter.takeaway:
        yield Placed(paragraph(chapter.takeaway, Style.LEAD), None)
    is_alone = len(chapter.sections) == 1 and chapter.sections[0].key == chapter.key
    for section in chapter.sections:
        yield from _section(section, chapter, context, is_alone=is_alone)


def _section(section: Section, chapter: Chapter, context: Context, *, is_alone: bool) -> Iterator[Placed]:
    """A section lies one way as a whole: a page turned for one exhibit would leave half-empty ones around it."""
    if not is_alone:
        mark = context.story.internal_mark if section.is_internal else ""
        yield Placed(Heading(key=f"{chapter.key}/{section.key}", level=2, text=section.title, mark=mark), None)
    if section.headline and not (is_alone and section.headline == chapter.takeaway):
        style = Style.BODY if is_alone and chapter.takeaway else Style.LEAD
        yield Placed(paragraph(section.headline, style, keeps_next=True), None)
    way = any(is_wide(block, context) for block in section.chapter_blocks)
    inside = context.under(1 if is_alone else 2).turned(is_landscape=way)
    for block in section.chapter_blocks:
        yield from (Placed(part, way) for part in block_parts(block, inside))
    yield from (Placed(paragraph(text), way) for text in section.comment.split("\n") if text.strip())
    if section.source:
        yield Placed(Paragraph(content=(Span(section.source),), style=Style.SOURCE), way)
