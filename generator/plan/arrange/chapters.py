"""The chapters as parts in order, each with the way its page lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan.arrange.blocks import block_parts, ways
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Heading, Part
from generator.plan.arrange.styles import Style
from generator.plan.arrange.text import paragraph
from generator.story.blocks import Block
from generator.story.blocks.kpi import KpiCards
from generator.story.blocks.objectives import ObjectiveCards
from generator.story.story import Chapter, Section

FRONT = "0"
_FIRST = "1"


@dataclass(frozen=True, slots=True)
class Placed:
    """A part, which way its page lies (None follows the part after it), and the key of its block."""

    part: Part
    is_landscape: bool | None
    key: str


def chapter_parts(chapter: Chapter, context: Context) -> Iterator[Placed]:
    """Heading, conclusion, then the sections; one that is the chapter itself has no heading of its own."""
    if chapter.opening is not None:
        opening = Heading(key=chapter.opening.key, level=1, text=chapter.opening.title, is_front=True, starts_page=True)
        yield Placed(opening, None, _opening(chapter.opening.key))
    yield Placed(
        Heading(
            key=chapter.key,
            level=1,
            text=chapter.title,
            number="" if chapter.number == FRONT else chapter.number,
            is_front=chapter.number == FRONT,
            is_annex=chapter.number.isalpha(),
            starts_page=chapter.opening is None and (chapter.number in (FRONT, _FIRST) or chapter.number.isalpha()),
        ),
        None,
        _opening(chapter.key),
    )
    first = chapter.sections[0] if chapter.sections else None
    is_direct = first is not None and _is_direct(first, chapter)
    if chapter.takeaway and (first is None or is_direct or first.headline != chapter.takeaway):
        yield Placed(paragraph(chapter.takeaway, Style.LEAD), None, _opening(chapter.key))
    for section, following in zip(chapter.sections, (*chapter.sections[1:], None), strict=False):
        then_upright = following is not None and not any(ways(following.chapter_blocks, context)[:1])
        if section is first and is_direct:
            if section.headline != chapter.takeaway:
                style = Style.BODY if chapter.takeaway else Style.LEAD
                yield from _headline(section, chapter.key, style)
            yield from _body(section, chapter.key, context, then_upright=then_upright)
        else:
            yield from _section(section, chapter, context, then_upright=then_upright)
    yield from _following(chapter)


def _following(chapter: Chapter) -> Iterator[Placed]:
    """What the chapter leads to, on the page on which it ends."""
    if chapter.follows:
        yield Placed(paragraph(chapter.follows, Style.BODY), None, f"{chapter.key}/follows")


def _is_direct(section: Section, chapter: Chapter) -> bool:
    """Whether a section is what its chapter is about: of the same key, or alone under the same title."""
    return section.key == chapter.key or (len(chapter.sections) == 1 and section.title == chapter.title)


def _opening(key: str) -> str:
    """The key of a heading with the conclusion under it."""
    return f"{key}/opening"


def _headline(section: Section, key: str, style: Style) -> Iterator[Placed]:
    if section.headline:
        yield Placed(paragraph(section.headline, style, keeps_next=True), None, _opening(key))


def _section(section: Section, chapter: Chapter, context: Context, *, then_upright: bool) -> Iterator[Placed]:
    mark = context.story.internal_mark if section.is_internal else ""
    key = f"{chapter.key}/{section.key}"
    yield Placed(Heading(key=key, level=2, text=section.title, mark=mark), None, _opening(key))
    yield from _headline(section, key, Style.LEAD)
    yield from _body(section, key, context.under(2), then_upright=then_upright)


def _body(section: Section, key: str, context: Context, *, then_upright: bool) -> Iterator[Placed]:
    way = False
    found = ways(section.chapter_blocks, context, then_upright=then_upright)
    for at, (block, way) in enumerate(zip(section.chapter_blocks, found, strict=True)):
        yield from _keyed(block, context.turned(is_landscape=way, opens=at == 0))
    yield from _closing(section, key, is_landscape=way)


def _keyed(block: Block, context: Context) -> Iterator[Placed]:
    """The parts under the key of their block; cards that have a page each are blocks of their own."""
    cards = {card.key for card in block.cards} if isinstance(block, ObjectiveCards | KpiCards) else set()
    key = block.key
    for part in block_parts(block, context):
        if isinstance(part, Heading) and part.key in cards:
            key = part.key
        yield Placed(part, context.is_landscape, key)


def _closing(section: Section, key: str, *, is_landscape: bool) -> Iterator[Placed]:
    """The account manager's own comment, and the source."""
    texts = [paragraph(text) for text in section.comment.split("\n") if text.strip()]
    source = section.chapter_source or section.source
    if source:
        texts.append(paragraph(source, Style.SOURCE))
    yield from (Placed(text, is_landscape, f"{key}/closing") for text in texts)
