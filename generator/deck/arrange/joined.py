"""Sections that are low stand together on a slide: each under what it says and above where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing, Run
from generator.charts.typeset import label, paragraph, text_box
from generator.deck.arrange.blocks import arrange_block
from generator.deck.arrange.composition import natural_height
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.arrange.tables.schedule import schedule_height
from generator.deck.slides import Element
from generator.story.blocks import Block
from generator.story.blocks.timeline import Schedule
from generator.story.story import Section

_LOW = 0.45  # of the body
_TIGHTEST = 0.85  # of the height at which a section is at ease
_TITLE, _SOURCE, _GAP = 26 * EMU_PER_PX, 18 * EMU_PER_PX, 12 * EMU_PER_PX


def joined(sections: Iterable[Section], brand: Brand, internal: str) -> tuple[tuple[Section, ...], ...]:
    """The sections of each slide or more, in order: two of which one is low share a slide where both stand whole."""
    groups: list[tuple[Section, ...]] = []
    for section in sections:
        before = groups[-1] if groups else ()
        if before and _stand_together((*before, section), brand, internal):
            groups[-1] = (*before, section)
        else:
            groups.append((section,))
    return tuple(groups)


def joined_exhibit(members: Sequence[Section], brand: Brand, internal: str) -> Exhibit:
    """What several sections show on the slide whose title is what the first says."""
    elements: list[Element] = []
    more = ""
    for member, place in zip(members, _places(members, brand), strict=True):
        (exhibit,) = arrange_block(member.slide_blocks[0], place, brand, internal=internal)
        head = () if member is members[0] else _title(member, place, brand)
        foot = () if member is members[-1] else _source(member, exhibit.more, place, brand)
        elements += (*head, *exhibit.elements, *foot)
        more = exhibit.more
    return Exhibit(tuple(elements), more)


def joined_section(members: Sequence[Section]) -> Section:
    """What frames that slide: the first section, with the source of the last and the notes of all."""
    notes = tuple(line for member in members for line in member.notes)
    return replace(members[0], source=members[-1].source, notes=notes)


def _stand_together(members: Sequence[Section], brand: Brand, internal: str) -> bool:
    if any(len(member.slide_blocks) != 1 or member.comment for member in members):
        return False
    if any(member.is_annex is not members[0].is_annex or member.opening is not None for member in members[1:]):
        return False
    eased, room = _eased(members, brand), brand.grid.body.height_emu * _LOW
    is_low = all(min(one, other) <= room for one, other in pairwise(eased))
    if not is_low or sum(eased) * _TIGHTEST > _free(members, brand):
        return False
    shown = zip(members, _places(members, brand), strict=True)
    return all(
        len(arrange_block(member.slide_blocks[0], place, brand, internal=internal)) == 1 for member, place in shown
    ) and all(
        brand.metrics.width_pt(member.headline, brand.type.label, bold=True) <= brand.grid.body.width_pt
        for member in members[1:]
    )


def _eased(members: Sequence[Section], brand: Brand) -> list[int]:
    return [_height(member.slide_blocks[0], brand) for member in members]


def _height(block: Block, brand: Brand) -> int:
    if isinstance(block, Schedule):
        return schedule_height(block, brand.grid.body, brand)
    return natural_height(block, brand.grid.body, brand)


def _free(members: Sequence[Section], brand: Brand) -> int:
    """The height that titles, sources and gaps leave."""
    return brand.grid.body.height_emu - (_TITLE + _SOURCE + _GAP) * (len(members) - 1)


def _places(members: Sequence[Section], brand: Brand) -> Iterator[Box]:
    """A box for each, at ease or a little tighter, from the top down."""
    top, eased, free = brand.grid.body.top_emu, _eased(members, brand), _free(members, brand)
    for height in (at_ease * min(free, sum(eased)) // sum(eased) for at_ease in eased):
        yield Box(brand.grid.body.left_emu, top, brand.grid.body.width_emu, height)
        top += height + _SOURCE + _GAP + _TITLE


def _title(member: Section, place: Box, brand: Brand) -> tuple[Drawing]:
    """What a section says, above what it shows."""
    key, box = f"{member.key}/joined/title", Box(place.left_emu, place.top_emu - _TITLE, place.width_emu, _TITLE)
    return (Drawing(key, box, (label(f"{key}/text", box, member.headline, brand),), alt=""),)


def _source(member: Section, more: str, place: Box, brand: Brand) -> tuple[Drawing]:
    """Where a section comes from, below what it shows."""
    key, box = f"{member.key}/joined/source", Box(place.left_emu, place.bottom_emu, place.width_emu, _SOURCE)
    text = f"{member.source} · {more}" if more else member.source
    run = Run(text, brand.type.small, brand.palette["muted"])
    return (Drawing(key, box, (text_box(f"{key}/text", box, paragraph(run)),), alt=""),)
