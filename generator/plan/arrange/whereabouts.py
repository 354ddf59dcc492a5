"""References of objectives in a sheet of definitions, each followed by the section that holds its card."""

from __future__ import annotations

import re

from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Inline, Part, Reference, ReferenceKind, Span
from generator.plan.arrange.rewording import reworded
from generator.story.blocks.objectives import ObjectiveCards


def located(part: Part, context: Context) -> Part:
    """The sheet, with the number of the section after each objective that has one: ``OBJ‑02 (section 4.2)``."""
    headings = _headings(context)
    if not headings:
        return part
    refs = sorted(headings, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, refs))})(?!\w)")
    before = f" ({context.story.section_word}\u00a0"

    def told(one: Inline) -> tuple[Inline, ...] | None:
        if not isinstance(one, Span) or not pattern.search(one.text):
            return None
        pieces: list[Inline] = []
        for piece in filter(None, pattern.split(one.text)):
            pieces.append(Span(piece, one.style))
            if piece in headings:
                pieces.append(Reference(headings[piece], before, ")", kind=ReferenceKind.SECTION))
        return tuple(pieces)

    return reworded(part, told)


def _headings(context: Context) -> dict[str, str]:
    """The headings' keys of the objectives by their references."""
    return {
        card.ref: card.key
        for chapter in context.story.chapters
        for section in chapter.sections
        for block in section.chapter_blocks
        if isinstance(block, ObjectiveCards)
        for card in block.cards
    }
