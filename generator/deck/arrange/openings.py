"""The slide that opens a part of the deck: its name, and what the part tells."""

from __future__ import annotations

from itertools import takewhile

from generator.brand import Brand
from generator.charts.fitting import fit_text
from generator.deck.arrange.frame import confidential, footer, page, page_label
from generator.deck.arrange.headline import headline
from generator.deck.slides import Place, PlaceLine, PlaceText, Slide
from generator.story.story import Section, Story


def opening_slides(section: Section, story: Story, brand: Brand, *, first_page: int) -> tuple[Slide, ...]:
    """The slide before the first section of a part; none before another one."""
    if section.opening is None:
        return ()
    key = section.opening.key
    turn = [one.opening.key for one in story.slides if one.opening is not None].index(key) + 1
    places = (
        headline(f"{key}/title", section.opening.title, brand),
        Place(f"{key}/number", "section_number", (PlaceLine((PlaceText(str(turn)),)),)),
        _contents(key, section, story, brand),
        footer(key, story, brand),
        page(key, page_label(section, story, first_page)),
    )
    return (Slide(key=key, layout="section", places=places, elements=confidential(key, story, brand), notes=()),)


def _contents(key: str, section: Section, story: Story, brand: Brand) -> Place:
    """The titles of the sections of the part."""
    following = story.slides[story.slides.index(section) + 1 :]
    rest = takewhile(lambda one: one.opening is None and one.is_annex is section.is_annex, following)
    words = " · ".join(dict.fromkeys(one.title for one in (section, *rest)))
    sizes = brand.type.steps(brand.type.card_title, brand.type.small)
    wide = brand.grid.headline.width_emu
    said = fit_text(brand.metrics, words, width_emu=wide, sizes_pt=sizes, max_lines=3, may_shorten=True)
    return Place(f"{key}/body", "body", (PlaceLine((PlaceText(said.text, size_pt=said.size_pt),)),))
