"""A section's slides: its blocks placed over the body, as many slides as the longest of them needs."""

from __future__ import annotations

from itertools import zip_longest

from generator.brand import Brand
from generator.deck.arrange.blocks import arrange_block
from generator.deck.arrange.composition import Composition, compose
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.arrange.frame import confidential, footer, page, source, tracker
from generator.deck.arrange.headline import headline
from generator.deck.arrange.long_words import with_breaks
from generator.deck.slides import Slide
from generator.story.story import Section, Story


def section_slides(section: Section, story: Story, brand: Brand, *, first_page: int) -> list[Slide]:
    """The slides of a section; a second one says ``(2/2)`` and carries the page after."""
    placed = compose(section.slide_blocks, brand)
    sheets = [sheet for composition in placed for sheet in _sheets(composition, brand, story.internal_mark)]
    return [
        _slide(section, sheet, story, brand, number=(rank, len(sheets), first_page + rank - 1))
        for rank, sheet in enumerate(sheets, start=1)
    ]


def _sheets(placed: Composition, brand: Brand, internal: str) -> list[Exhibit]:
    """What stands on each slide of a composition: the nth parts of its blocks together."""
    shown = [arrange_block(block, box, brand, internal=internal) for block, box in placed.blocks]
    found = []
    for rank, parts in enumerate(zip_longest(*shown)):
        exhibits = [part for part in parts if part is not None]
        elements = (element for exhibit in exhibits for element in exhibit.elements)
        more = " · ".join(exhibit.more for exhibit in exhibits if exhibit.more)
        found.append(Exhibit((*(placed.rules if rank == 0 else ()), *elements), more))
    return found


def _slide(section: Section, exhibit: Exhibit, story: Story, brand: Brand, *, number: tuple[int, int, int]) -> Slide:
    part, parts, at = number
    key = section.key if part == 1 else f"{section.key}#{part}"
    more = (exhibit.more,) if exhibit.more else ()
    return Slide(
        key=key,
        layout="exhibit",
        places=(
            headline(f"{key}/title", section.headline, brand, part=part, parts=parts),
            source(key, section, brand, more=more),
            footer(key, story, brand),
            page(key, f"I{at}" if section.is_internal else str(at)),
        ),
        elements=(
            *(with_breaks(one, brand) for one in exhibit.elements),
            tracker(section, story, brand, slide=key),
            *confidential(key, story, brand),
        ),
        notes=section.notes,
    )
