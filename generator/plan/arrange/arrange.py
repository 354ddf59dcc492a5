"""From the story to the plan as a value: cover, contents, chapters, on pages that lie one way or the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from generator.brand import Brand
from generator.plan.arrange.chapters import Placed, chapter_parts
from generator.plan.arrange.context import Context
from generator.plan.arrange.cover import cover_parts
from generator.plan.arrange.document import (
    Caption,
    Document,
    Heading,
    Paragraph,
    Part,
    Properties,
    Stretch,
    Style,
    TablePart,
)
from generator.plan.arrange.numbering import caption_lists, contents, numbered
from generator.story.story import Story

_AFTER_TABLE_PT = 9.0


def arrange(story: Story, brand: Brand) -> Document:
    """The whole plan, decided: numbers, widths, pictures, orientation."""
    context = Context(brand, story)
    body = numbered(one for chapter in story.chapters for one in chapter_parts(chapter, context))
    parts = [one.part for one in body]
    front = (*cover_parts(context), contents(story.contents_title, parts), *caption_lists(story.figures_title, parts))
    placed = (*(Placed(part, is_landscape=False) for part in front), *body)
    return Document(
        properties=Properties(
            title=story.plan_title,
            subject=story.account,
            author=story.supplier,
            version=story.version,
            language=story.language.value,
        ),
        supplier=story.supplier,
        header=story.plan_header,
        confidential=story.plan_confidential,
        footer=story.plan_footer,
        page_word=story.page_word,
        stretches=_stretches(placed),
    )


def _stretches(placed: tuple[Placed, ...]) -> tuple[Stretch, ...]:
    groups = groupby(_settled(placed), key=lambda one: one.is_landscape)
    return tuple(Stretch(bool(way), _spaced(one.part for one in group)) for way, group in groups)


def _settled(placed: tuple[Placed, ...]) -> list[Placed]:
    """Headings and conclusions go with what follows them."""
    result: list[Placed] = []
    way = False
    for one in reversed(placed):
        way = way if one.is_landscape is None else one.is_landscape
        result.append(Placed(one.part, way))
    return result[::-1]


def _kept(part: Part) -> Part:
    """A caption stays with the source below it."""
    is_foot = isinstance(part, Caption) or (isinstance(part, Paragraph) and part.style is Style.SOURCE)
    return replace(part, keeps_next=True) if isinstance(part, Caption | Paragraph) and is_foot else part


def _opens(part: Part, *, is_opening: bool) -> bool:
    """Whether a page holds nothing yet but headings and conclusions."""
    if isinstance(part, Heading):
        return part.level == 1 or is_opening
    return is_opening and isinstance(part, Paragraph) and part.style is Style.LEAD


def _spaced(parts: Iterable[Part]) -> tuple[Part, ...]:
    """A paragraph after a table stands clear of it, which has no space below; a card opens its page only once."""
    result: list[Part] = []
    is_opening = False
    for part in parts:
        if isinstance(part, Heading) and part.starts_page and is_opening:
            part = replace(part, starts_page=False)  # noqa: PLW2901  the page has only just begun
        is_opening = _opens(part, is_opening=is_opening)
        is_after_table = bool(result) and isinstance(result[-1], TablePart)
        if result and isinstance(part, Paragraph) and part.style is Style.SOURCE:
            result[-1] = _kept(result[-1])
        if is_after_table and isinstance(part, Paragraph) and part.before_pt is None:
            result.append(replace(part, before_pt=_AFTER_TABLE_PT))
        else:
            result.append(part)
    return tuple(result)
