"""A divider: the name of a part of the deck, and what it holds."""

from __future__ import annotations

from itertools import takewhile

from generator.brand import Brand
from generator.deck.arrange.frame import annex_mark, confidential
from generator.deck.slides import Place, PlaceLine, PlaceText, Slide
from generator.story.story import Section, Story

ANNEXES = "annexes"


def ahead_of(section: Section, story: Story, brand: Brand) -> tuple[Slide, ...]:
    """The slide ahead of a section that opens a part: one that a person named, else several annexes."""
    told = [one for one in story.slides if one.slide_blocks]
    annexes = [one for one in told if one.is_annex]
    if section.opening is not None:
        key, title = section.opening.key, section.opening.title
        number = str([one.opening.key for one in told if one.opening].index(key) + 1)
    elif len(annexes) > 1 and section is annexes[0]:
        key, title, number = ANNEXES, story.deck_sections[1], annex_mark(story)
    else:
        return ()
    return (divider(key, title, _contents(section, told), story, brand, number=number),)


def _contents(section: Section, told: list[Section]) -> str:
    """The titles of the sections of the part that begins with this one."""
    following = told[told.index(section) + 1 :]
    rest = takewhile(lambda one: one.opening is None and one.is_annex is section.is_annex, following)
    return " · ".join(dict.fromkeys(one.title for one in (section, *rest)))


def divider(key: str, title: str, contents: str, story: Story, brand: Brand, *, number: str) -> Slide:
    """The slide ahead of a part; ``number`` stands large on the panel, ``contents`` under the title."""
    told = (("title", title), ("body", contents), ("section_number", number))
    places = (Place(f"{key}/{role}", role, (PlaceLine((PlaceText(text),)),)) for role, text in told if text)
    return Slide(key=key, layout="section", places=tuple(places), elements=confidential(key, story, brand), notes=())
