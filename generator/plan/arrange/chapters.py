"""The chapters as parts in order, each with the way its page lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan.arrange.blocks import block_parts, ways
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Heading, Paragraph, Part, Span, Style
from generator.plan.arrange.overview import overview
from generator.plan.arrange.text import paragraph
from generator.story.blocks.kpi import KpiCards
from generator.story.blocks.objectives import ObjectiveCards
from generator.story.story import Chapter, Section

FRONT = "0"


@dataclass(frozen=True, slots=True)
class Placed:
    """A part and which way its page lies; None follows the part after it."""

    part: Part
    is_landscape: bool | None


def chapter_parts(chapter: Chapter, context: Context) -> Iterator[Placed]:
    """Heading, conclusion, then the sections; one that is the chapter itself has no heading of its own."""
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
    first = chapter.sections[0] if chapter.sections else None
    is_direct = first is not None and _is_direct(first, chapter)
    if chapter.takeaway and (first is None or is_direct or first.headline != chapter.takeaway):
        yield Placed(paragraph(chapter.takeaway, Style.LEAD), None)
    for section in chapter.sections:
        if section is first and is_direct:
            yield from _headline(section, is_said=section.headline == chapter.takeaway, has_lead=bool(chapter.takeaway))
            yield from _body(section, context)
        else:
            yield from _section(section, chapter, context)


def _is_direct(section: Section, chapter: Chapter) -> bool:
    """Whether a section is the chapter itself: alone under the same name, or the cards that the chapter is about."""
    if len(chapter.sections) == 1 and (section.key == chapter.key or section.title == chapter.title):
        return True
    return section.key == chapter.key and any(
        isinstance(one, ObjectiveCards | KpiCards) for one in section.chapter_blocks
    )


def _headline(section: Section, *, is_said: bool, has_lead: bool) -> Iterator[Placed]:
    if section.headline and not is_said:
        style = Style.BODY if has_lead else Style.LEAD
        yield Placed(paragraph(section.headline, style, keeps_next=True), None)


def _section(section: Section, chapter: Chapter, context: Context) -> Iterator[Placed]:
    mark = context.story.internal_mark if section.is_internal else ""
    yield Placed(Heading(key=f"{chapter.key}/{section.key}", level=2, text=section.title, mark=mark), None)
    yield from _headline(section, is_said=False, has_lead=False)
    yield from _body(section, context.under(2))


def _body(section: Section, context: Context) -> Iterator[Placed]:
    way, is_closed = False, False
    for block, way in zip(section.chapter_blocks, ways(section.chapter_blocks, context), strict=True):
        inside = context.turned(is_landscape=way)
        if isinstance(block, ObjectiveCards | KpiCards) and len(block.cards) > 1:
            yield from (Placed(part, way) for part in overview(block, section.title, inside))
            yield from _closing(section, is_landscape=way)  # what concerns all the cards stands before their pages
            is_closed = True
        yield from (Placed(part, way) for part in block_parts(block, inside))
    if not is_closed:
        yield from _closing(section, is_landscape=way)


def _closing(section: Section, *, is_landscape: bool) -> Iterator[Placed]:
    """The account manager's own comment, and the source."""
    yield from (Placed(paragraph(text), is_landscape) for text in section.comment.split("\n") if text.strip())
    if section.source:
        yield Placed(Paragraph(content=(Span(section.source),), style=Style.SOURCE), is_landscape)
