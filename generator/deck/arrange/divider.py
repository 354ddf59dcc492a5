"""A divider: the name of a part of the deck, and what it holds."""

from __future__ import annotations

from generator.brand import Brand
from generator.deck.arrange.frame import confidential
from generator.deck.slides import Place, PlaceLine, PlaceText, Slide
from generator.story.story import Story


def divider(key: str, title: str, contents: str, story: Story, brand: Brand, *, number: str) -> Slide:
    """The slide ahead of a part; ``number`` stands large on the panel, ``contents`` under the title."""
    told = (("title", title), ("body", contents), ("section_number", number))
    places = (Place(f"{key}/{role}", role, (PlaceLine((PlaceText(text),)),)) for role, text in told if text)
    return Slide(key=key, layout="section", places=tuple(places), elements=confidential(key, story, brand), notes=())
