"""The plan in two documents: its body, and the annexes that the body still names by their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto

from generator.plan.arrange.chapters import Placed
from generator.plan.arrange.document import Caption, Heading, Inline, Reference, Span
from generator.plan.arrange.rewording import reworded
from generator.story.story import Story


class PlanPart(Enum):
    """What of the plan a document holds."""

    WHOLE = auto()
    BODY = auto()
    ANNEXES = auto()


def parted(placed: Iterable[Placed], part: PlanPart) -> tuple[Placed, ...]:
    """What a document holds of the numbered plan."""
    if part is PlanPart.WHOLE:
        return tuple(placed)
    found: dict[bool, list[Placed]] = {True: [], False: []}
    is_annex = False
    for one in placed:
        if isinstance(one.part, Heading) and one.part.level == 1:
            is_annex = one.part.is_annex
        found[is_annex].append(one)
    return tuple(found[part is PlanPart.ANNEXES])


def alone(placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """The same parts; what leads to a place in another document keeps its words, and leads nowhere."""
    there = {one.part.key for one in placed if isinstance(one.part, Heading | Caption)} | {one.key for one in placed}

    def told(one: Inline) -> tuple[Inline, ...] | None:
        if isinstance(one, Reference) and one.key not in there:
            return (Span(f"{one.before}{one.number}{one.after}"),)
        if isinstance(one, Span) and one.block and one.block not in there:
            return (replace(one, block=""),)
        return None

    return tuple(replace(one, part=reworded(one.part, told)) for one in placed)


def annexes_of(story: Story) -> Story:
    """The story as the cover and the headers of its annexes alone tell it."""
    word = next((chapter.title for chapter in story.chapters if chapter.number.isalpha()), "")
    cover = replace(story.cover, plan_kicker=f"{story.cover.plan_kicker} · {word}")
    title, header = f"{story.plan_title} · {word}", f"{story.plan_header} · {word}"
    return replace(story, cover=cover, plan_title=title, plan_header=header)
