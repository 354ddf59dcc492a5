"""Links in the text: addresses to write to, references of objectives and indicators to the page of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import quote

from generator.plan.arrange.chapters import Placed
from generator.plan.arrange.document import Inline, Span
from generator.plan.arrange.rewording import reworded
from generator.story.blocks.kpi import KpiCards
from generator.story.blocks.objectives import ObjectiveCards
from generator.story.story import Story

_PLAIN = "@+"  # what an address may hold beside letters and digits without being escaped
_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # begun where a word begins: a long word is read once


def linked(placed: Iterable[Placed], story: Story) -> tuple[Placed, ...]:
    """The same parts with their links; a page does not lead to itself."""
    headings = card_headings(story)
    words = (rf"(?<!\w){re.escape(ref)}(?!\w)" for ref in sorted(headings, key=len, reverse=True))
    pattern = re.compile(f"({'|'.join((_EMAIL, *words))})")
    return tuple(_linked(one, pattern, headings) for one in placed)


def card_headings(story: Story) -> dict[str, str]:
    """The headings' keys of the cards that have a page each, by their references as they are printed."""
    blocks = (block for chapter in story.chapters for section in chapter.sections for block in section.chapter_blocks)
    return {
        card.ref: card.key for block in blocks if isinstance(block, KpiCards | ObjectiveCards) for card in block.cards
    }


def _linked(placed: Placed, pattern: re.Pattern[str], headings: Mapping[str, str]) -> Placed:
    def led(one: Inline) -> tuple[Inline, ...] | None:
        if not isinstance(one, Span) or not pattern.search(one.text):
            return None
        pieces = (piece for piece in pattern.split(one.text) if piece)
        return tuple(_piece(replace(one, text=piece), headings, placed.key, pattern) for piece in pieces)

    return replace(placed, part=reworded(placed.part, led))


def _piece(span: Span, headings: Mapping[str, str], here: str, pattern: re.Pattern[str]) -> Span:
    if span.text in headings:
        heading = headings[span.text]
        return span if heading == here else replace(span, block=heading)
    return replace(span, address=f"mailto:{quote(span.text, safe=_PLAIN)}") if pattern.fullmatch(span.text) else span
