"""Decides the deck: which slides, what stands where, at which size; pure, from a story and a brand."""

from __future__ import annotations

from generator.brand import Brand
from generator.brand.scale import scaled
from generator.charts.fitting import fit_text
from generator.deck.arrange.cover import cover
from generator.deck.arrange.divider import divider
from generator.deck.arrange.exhibits import ANNEX_MARK, section_slides
from generator.deck.slides import Deck, Group, Slide
from generator.editions.edition import Edition
from generator.story.story import Story

ANNEXES = "annexes"


def arrange(story: Story, brand: Brand) -> Deck:
    """The deck of a story, decided in design units and brought to the scale of the brand."""
    return scaled(_arranged(story, brand.for_deck()), brand.deck.scale)


def _arranged(story: Story, brand: Brand) -> Deck:
    """The cover, then each section on as many slides as it needs."""
    slides = [cover(story, brand)]
    targets: dict[str, str] = {}
    annexes: list[str] = []
    for section in filter(lambda told: told.slide_blocks, story.slides):
        if section.is_internal and not annexes:
            slides += _annexes_ahead(story, brand)
        first = 1 + (len(annexes) if section.is_internal else len(slides))
        drawn = section_slides(section, story, brand, first_page=first)
        slides += drawn
        targets[section.key] = drawn[0].key
        annexes += [slide.key for slide in drawn if section.is_internal]
    grid, scale, is_client = brand.grid, brand.type, story.edition is Edition.CLIENT
    return Deck(
        title=story.deck_title,
        subject=story.account,
        author=story.author or story.supplier,
        supplier=_on_one_line(story.supplier, grid.cover_quarters.width_emu, scale.card_title, brand),
        wordmark=_on_one_line(story.supplier, grid.mark.width_emu, scale.table, brand) if is_client else "",
        version=story.version,
        language=story.language,
        slides=tuple(slides),
        groups=_groups(story, slides, frozenset((ANNEXES, *annexes))),
        targets=targets,
    )


def _annexes_ahead(story: Story, brand: Brand) -> tuple[Slide, ...]:
    """The divider between the committee's slides and the annexes, with the titles of those; one alone needs none."""
    titles = [section.title for section in story.slides if section.is_internal]
    if len(titles) < 2:
        return ()
    return (divider(ANNEXES, story.deck_sections[1], " · ".join(titles), story, brand, number=ANNEX_MARK),)


def _on_one_line(supplier: str, width_emu: int, size_pt: float, brand: Brand) -> str:
    """The supplier's name as it goes on one line of a place."""
    return fit_text(
        brand.metrics, supplier, width_emu=width_emu, sizes_pt=(size_pt,), max_lines=1, is_bold=True, may_shorten=True
    ).text


def _groups(story: Story, slides: list[Slide], annexes: frozenset[str]) -> tuple[Group, ...]:
    keys = tuple(slide.key for slide in slides)
    main = tuple(key for key in keys if key not in annexes)
    rest = tuple(key for key in keys if key in annexes)
    named = zip(story.deck_sections, (main, rest), strict=True)
    return tuple(Group(name, members) for name, members in named if members)


__all__ = ["ANNEXES", "arrange"]
