"""A section's slides: its blocks placed over the body, as many slides as the longest of them needs."""

from __future__ import annotations

from itertools import zip_longest

from generator.brand import Brand
from generator.deck.arrange.blocks import arrange_block
from generator.deck.arrange.composition import compose
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.arrange.frame import confidential, footer, page, source, tracker
from generator.deck.arrange.headline import headline
from generator.deck.slides import Slide
from generator.story.story import Section, Story


def section_slides(section: Section, story: Story, brand: Brand, *, first_page: int) -> list[Slide]:
    """The slides of a section; a second one says ``(2/2)`` and carries the page after."""
    placed = compose(section.slide_blocks, brand, internal=story.internal_mark)
    shown = [arrange_block(block, box, brand, internal=story.internal_mark) for block, box in placed.blocks]
    sheets = list(zip_longest(*shown))
    return [
        _slide(
            section,
            Exhibit(
                (*placed.rules, *(element for exhibit in sheet if exhibit for element in exhibit.elements)),
                " · ".join(exhibit.more for exhibit in sheet if exhibit and exhibit.more),
            ),
            story,
            brand,
            number=(rank + 1, len(sheets), first_page + rank),
        )
        for rank, sheet in enumerate(sheets)
    ]


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
        elements=(*exhibit.elements, tracker(section, story, brand, slide=key), *confidential(key, story, brand)),
        notes=section.notes,
    )
