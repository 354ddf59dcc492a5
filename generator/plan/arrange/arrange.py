"""From the story to the plan as a value: cover, contents, chapters, on pages that lie one way or the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from generator.brand import Brand
from generator.model.choices import PlanPreset
from generator.plan.arrange.chapters import Placed, chapter_parts
from generator.plan.arrange.context import Context
from generator.plan.arrange.cover import cover_parts
from generator.plan.arrange.document import Block, Document, Heading, Properties, Stretch
from generator.plan.arrange.links import linked
from generator.plan.arrange.neighbours import settled
from generator.plan.arrange.numbering import caption_lists, contents, numbered
from generator.plan.arrange.parting import PlanPart, alone, annexes_of, parted
from generator.plan.arrange.references import referenced
from generator.plan.arrange.row_keys import keyed
from generator.story.story import Story


def arrange(story: Story, brand: Brand, *, native_charts: bool = False, part: PlanPart = PlanPart.WHOLE) -> Document:
    """The plan, decided: numbers, widths, pictures, orientation; a part of it has the numbers of the whole."""
    brand = brand.for_plan()
    story = annexes_of(story) if part is PlanPart.ANNEXES else story
    context = Context(brand, story, native_charts=native_charts)
    whole = referenced(numbered(one for chapter in story.chapters for one in chapter_parts(chapter, context)))
    body = parted(whole, part)
    placed = keyed(alone(linked((*_front(context, body), *body), story)))
    return Document(
        properties=Properties(
            title=story.plan_title,
            subject=story.account,
            author=story.supplier,
            version=story.version,
            created=story.cutoff,
            language=story.language,
        ),
        supplier=story.supplier,
        header=story.plan_header,
        confidential=story.plan_confidential,
        footer=story.plan_footer,
        page_word=story.page_word,
        stretches=_stretches(placed, brand),
    )


def _front(context: Context, body: tuple[Placed, ...]) -> Iterable[Placed]:
    story, parts = context.story, [one.part for one in body]
    yield from (Placed(part, is_landscape=False, key="cover") for part in cover_parts(context))
    yield Placed(contents(story.contents_title, parts), is_landscape=False, key="contents")
    if story.preset is not PlanPreset.FULL:
        return
    for one in caption_lists(story.figures_title, parts):
        yield Placed(one, is_landscape=False, key=f"contents/{one.word}")


def _stretches(placed: tuple[Placed, ...], brand: Brand) -> tuple[Stretch, ...]:
    groups = [(bool(way), list(group)) for way, group in groupby(_turned(placed), key=lambda one: one.is_landscape)]
    opened = (group if at == 0 else _opened(group) for at, (_, group) in enumerate(groups))
    return tuple(Stretch(way, _blocks(settled(group, brand))) for (way, _), group in zip(groups, opened, strict=True))


def _opened(group: list[Placed]) -> list[Placed]:
    first = group[0].part
    if not isinstance(first, Heading):
        return group
    return [replace(group[0], part=replace(first, opens_stretch=True)), *group[1:]]


def _turned(placed: tuple[Placed, ...]) -> list[Placed]:
    """Headings and conclusions lie as what follows them."""
    result: list[Placed] = []
    way = False
    for one in reversed(placed):
        way = way if one.is_landscape is None else one.is_landscape
        result.append(Placed(one.part, way, one.key))
    return result[::-1]


def _blocks(placed: Iterable[Placed]) -> tuple[Block, ...]:
    groups = groupby(placed, key=lambda one: one.key)
    return tuple(Block(key, tuple(one.part for one in group)) for key, group in groups)
