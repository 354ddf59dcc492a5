"""Decides the deck: which slides, what stands where, at which size; pure, from a story and a brand."""

from __future__ import annotations

from generator.brand import Brand
from generator.brand.scale import scaled
from generator.charts.fitting import fit_text
from generator.deck.arrange.cover import cover
from generator.deck.arrange.divider import ANNEXES, ahead_of
from generator.deck.arrange.exhibits import slides_of
from generator.deck.arrange.joined import joined
from generator.deck.slides import Deck, Group, Slide
from generator.editions.edition import Edition
from generator.story.story import Story


def arrange(story: Story, brand: Brand) -> Deck:
    """The deck of a story, decided in design units and brought to the scale of the brand."""
    return scaled(_arranged(story, brand.for_deck()), brand.deck.scale)


def _arranged(story: Story, brand: Brand) -> Deck:
    """The cover, then each section on as many slides as it needs."""
    slides = [cover(story, brand)]
    targets: dict[str, str] = {}
    annexes: list[str] = []
    behind = 0
    told = [section for section in story.slides if section.slide_blocks]
    for members in joined(told, brand, story.internal_mark):
        is_annex = members[0].is_annex
        ahead = ahead_of(members[0], story, brand)
        slides += ahead
        first = 1 + (behind if is_annex else len(slides))
        drawn = slides_of(members, story, brand, first_page=first)
        slides += drawn
        targets |= {section.key: drawn[0].key for section in members}
        if is_annex:
            behind += len(drawn)
            annexes += [slide.key for slide in (*ahead, *drawn)]
    grid, scale, is_client = brand.grid, brand.type, story.edition is Edition.CLIENT
    return Deck(
        title=story.deck_title,
        subject=story.account,
        author=story.author or story.supplier,
        supplier=_on_one_line(story.supplier, grid.cover_quarters.width_emu, scale.card_title, brand),
        wordmark=_on_one_line(story.supplier, grid.mark.width_emu, scale.table, brand) if is_client else "",
        version=story.version,
        created=story.cutoff,
        language=story.language,
        slides=tuple(slides),
        groups=_groups(story, slides, frozenset(annexes)),
        targets=targets,
    )


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
