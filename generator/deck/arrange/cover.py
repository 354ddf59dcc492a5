"""The cover: the account, the meeting, who stands for whom, and where we are in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Anchor, Drawing, Mark, Run, Shape, TextBody
from generator.charts.fitting import FittedText, fit_text, usable_pt
from generator.charts.typeset import paragraph, text_box
from generator.deck.arrange.frame import confidential
from generator.deck.arrange.long_words import broken
from generator.deck.slides import Place, PlaceLine, PlaceText, Slide
from generator.story.blocks.table import Align
from generator.story.story import CoverPerson, PlanQuarter, Story

_YEAR_WIDTH = 56 * EMU_PER_PX
_CELL = 52 * EMU_PER_PX
_PITCH = 60 * EMU_PER_PX
_ROW_PITCH = 68 * EMU_PER_PX
_RIGHT = 736 * EMU_PER_PX  # widths of the layout's places
_PERSON = 234 * EMU_PER_PX
_PEOPLE = ("cover_client", "cover_provider", "cover_document")


def cover(story: Story, brand: Brand) -> Slide:
    """The first slide."""
    told, scale = story.cover, brand.type
    places = (
        _title(told.client, brand),
        _place("body", _RIGHT, ((told.deck_kicker, scale.card_title),), brand),
        _place("cover_meeting", _RIGHT, ((told.meeting, scale.card_title), (told.place, scale.card_title)), brand),
        *(_person(role, person, brand) for role, person in zip(_PEOPLE, told.people, strict=False)),
        _place("cover_progress", brand.grid.cover_quarters.width_emu, ((told.plan_line, scale.label),), brand),
    )
    return Slide(
        key="cover",
        layout="cover",
        places=tuple(place for place in places if place.lines),
        elements=(*_quarters(story, brand), *confidential("cover", story, brand)),
        notes=(),
    )


def _title(client: str, brand: Brand) -> Place:
    """The account's name, down the scale until it stands on one line, then on two."""
    scale = brand.type
    starts = scale.steps(scale.cover, scale.figure_tile)
    name = _fit(client, _RIGHT, starts, brand, lines=1, is_bold=True)
    if not name.fits:
        ends = scale.steps(scale.headline, scale.card_title)
        name = _fit(client, _RIGHT, ends, brand, lines=2, is_bold=True, shorten=True)
    said = broken(name.text, usable_pt(_RIGHT), brand.metrics, size_pt=name.size_pt, is_bold=True)
    return Place("cover/title", "title", (PlaceLine((PlaceText(said, size_pt=name.size_pt),)),))


def _place(role: str, width_emu: int, lines: tuple[tuple[str, float], ...], brand: Brand) -> Place:
    """Lines of one level each, smaller or shortened when they are too long."""
    told = []
    for level, (text, size) in enumerate(lines):
        found = _fit(text, width_emu, brand.type.steps(size, brand.type.small), brand, lines=1, shorten=True)
        told.append(
            PlaceLine((PlaceText(found.text, size_pt=None if found.size_pt == size else found.size_pt),), level)
        )
    return Place(f"cover/{role}", role, tuple(line for line in told if line.texts[0].text))


def _person(role: str, person: CoverPerson, brand: Brand) -> Place:
    scale = brand.type
    lines = ((person.label, scale.table), (person.name, scale.body), (person.detail, scale.label))
    return _place(role, _PERSON, lines, brand)


def _fit(
    text: str,
    width_emu: int,
    sizes_pt: tuple[float, ...],
    brand: Brand,
    *,
    lines: int,
    is_bold: bool = False,
    shorten: bool = False,
) -> FittedText:
    return fit_text(
        brand.metrics,
        text,
        width_emu=width_emu,
        sizes_pt=sizes_pt,
        max_lines=lines,
        is_bold=is_bold,
        may_shorten=shorten,
    )


def _quarters(story: Story, brand: Brand) -> Iterator[Drawing]:
    grid, years = brand.grid.cover_quarters, story.cover.years
    if not years:
        return
    pitch = min(_ROW_PITCH, grid.height_emu // len(years))
    cell = min(_CELL, pitch - (_PITCH - _CELL))
    marks = tuple(
        mark
        for rank, (year, quarters) in enumerate(years)
        for mark in _year(year, quarters, Box(grid.left_emu, grid.top_emu + rank * pitch, grid.width_emu, cell), brand)
    )
    yield Drawing("cover/quarters", grid, marks, alt=story.cover.plan_line)


def _year(year: str, quarters: tuple[PlanQuarter, ...], row: Box, brand: Brand) -> Iterator[Mark]:
    ink = brand.palette["panel_text"]
    name = Box(row.left_emu, row.top_emu, _YEAR_WIDTH, row.height_emu)
    run = Run(year, brand.type.label, ink)
    yield text_box(f"cover/quarters/{year}", name, paragraph(run), anchor=Anchor.MIDDLE, wraps=False)
    for rank, quarter in enumerate(quarters):
        left = row.left_emu + _YEAR_WIDTH + rank * _PITCH
        yield _quarter(
            f"cover/quarters/{year}/{quarter.name}", quarter, Box(left, row.top_emu, _CELL, row.height_emu), brand
        )


def _quarter(key: str, quarter: PlanQuarter, box: Box, brand: Brand) -> Shape:
    palette = brand.palette
    plain = not (quarter.is_past or quarter.is_now)
    fill = palette["lt1"] if quarter.is_now else palette["accent1"] if quarter.is_past else None
    ink = palette["dk2"] if quarter.is_now else palette["panel_text"] if plain else palette["lt1"]
    run = Run(quarter.name, brand.type.label, ink, is_bold=quarter.is_now)
    body = TextBody((paragraph(run, align=Align.CENTRE),), Anchor.MIDDLE, wraps=False)
    return Shape(key, box, fill=fill, outline=palette["panel_outline"] if plain else None, text=body)
