"""A section's slides: its blocks placed over the body, as many slides as the longest of them needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.brand import Brand
from generator.deck.arrange.blocks import arrange_block
from generator.deck.arrange.comment import comment_over, room_under
from generator.deck.arrange.composition import Composition, compose
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.arrange.frame import confidential, footer, page, page_label, source, tracker
from generator.deck.arrange.headline import headline
from generator.deck.arrange.joined import joined_exhibit, joined_section
from generator.deck.arrange.long_words import with_breaks
from generator.deck.slides import Slide
from generator.ooxml.identity import continued
from generator.story.story import Section, Story


@dataclass(frozen=True, slots=True)
class _Title:
    """What a slide says, and its turn among those that say the same."""

    text: str
    part: int
    parts: int


def slides_of(members: Sequence[Section], story: Story, brand: Brand, *, first_page: int) -> list[Slide]:
    """The slides of a section, or the one of several that are low."""
    if len(members) == 1:
        return _section_slides(members[0], story, brand, first_page=first_page)
    exhibit, section = joined_exhibit(members, brand, story.internal_mark), joined_section(members)
    title = _Title(section.headline, 1, 1)
    return [_slide(section, exhibit, story, brand, title=title, key=section.key, number=first_page)]


def _section_slides(section: Section, story: Story, brand: Brand, *, first_page: int) -> list[Slide]:
    """The slides of a section; those that go on under one headline say ``(2/2)``, each carries the page after."""
    room = room_under(section.comment, brand)
    sheets = [
        (_headline(section, composition, rank), continued(_key(section, composition, rank), part), sheet)
        for rank, composition in enumerate(compose(section.slide_blocks, room))
        for part, sheet in enumerate(_sheets(composition, room, story.internal_mark), start=1)
    ]
    said = [text for text, _, _ in sheets]
    titles = (_Title(text, said[:at].count(text) + 1, said.count(text)) for at, text in enumerate(said))
    return [
        _slide(section, sheet, story, brand, title=title, key=key, number=number)
        for number, (title, (_, key, sheet)) in enumerate(zip(titles, sheets, strict=True), start=first_page)
    ]


def _key(section: Section, composition: Composition, rank: int) -> str:
    """The section's own, but for a later slide, which is named after its first block."""
    opening, _ = composition.blocks[0]
    return f"{section.key}#{opening.key.removeprefix(f'{section.key}/')}" if rank else section.key


def _headline(section: Section, composition: Composition, rank: int) -> str:
    """The section's own, but for a later slide whose first block has something else to say."""
    opening, _ = composition.blocks[0]
    return section.headlines.get(opening.key, section.headline) if rank else section.headline


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


def _slide(
    section: Section, exhibit: Exhibit, story: Story, brand: Brand, *, title: _Title, key: str, number: int
) -> Slide:
    """A slide with its frame; ``number`` is its page."""
    more = (exhibit.more,) if exhibit.more else ()
    return Slide(
        key=key,
        layout="exhibit",
        places=(
            headline(f"{key}/title", title.text, brand, part=title.part, parts=title.parts),
            source(key, section, brand, more=more),
            footer(key, story, brand),
            page(key, page_label(section, story, number)),
        ),
        elements=(
            *comment_over(key, section.comment, brand),
            *(with_breaks(one, brand) for one in exhibit.elements),
            tracker(section, story, brand, slide=key),
            *confidential(key, story, brand),
        ),
        notes=section.notes,
    )
