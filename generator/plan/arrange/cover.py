"""The cover: what the document is, for whom, at which date, where we are in the plan, who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brand import EMU_PER_PX
from generator.charts.area import Area
from generator.charts.canvas import Drawing
from generator.charts.sketch import Look, Sketch
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Paragraph, Part, Picture, Span
from generator.plan.arrange.styles import Style
from generator.plan.arrange.text import paragraph
from generator.story.blocks.table import Align
from generator.story.story import Cover, CoverPerson, PlanQuarter

_YEAR, _BOX, _GAP = 64.0, 34.0, 8.0


def cover_parts(context: Context) -> Iterator[Part]:
    """The lines of the cover in order; empty ones are left out."""
    story, cover = context.story, context.story.cover
    yield Paragraph(content=(Span(cover.plan_kicker),), style=Style.SUBTITLE)
    yield paragraph(cover.client, Style.TITLE)
    for text in (cover.plan_line, cover.supplier):
        if text:
            yield paragraph(text, Style.COVER)
    if story.plan_confidential:
        yield Paragraph(content=(Span(story.plan_confidential, Style.RESERVED),), style=Style.COVER)
    if cover.years:
        drawing = quarters(cover, context)
        alt = " · ".join(f"{year} ({', '.join(one.name for one in row)})" for year, row in cover.years)
        picture = Picture("cover/quarters", drawing, alt)
        yield Paragraph(content=(picture,), style=Style.COVER_FIGURE)
    yield from _people(cover.people)


def quarters(cover: Cover, context: Context) -> Drawing:
    """The plan's quarters, a year a row: past ones filled, the present one dark, those to come outlined."""
    palette, size = context.brand.palette, context.brand.type.table
    pitch = _BOX + _GAP
    sketch = Sketch("cover/quarters", context.brand, context.width_emu / EMU_PER_PX, pitch * len(cover.years))
    box = (sketch.width - 3 - _YEAR - 3 * _GAP) / 4
    for at, (year, row) in enumerate(cover.years):
        top = at * pitch
        sketch.label(year, Look(size, palette["strong"], is_bold=True), 0, top + _BOX / 2, align=Align.LEFT)
        for rank, quarter in enumerate(row):
            left = _YEAR + rank * (box + _GAP)
            _quarter(sketch, quarter, Area(left, top + 1, left + box, top + _BOX - 1))
    return sketch.drawing("")


def _quarter(sketch: Sketch, quarter: PlanQuarter, area: Area) -> None:
    palette, size = sketch.brand.palette, sketch.brand.type.table
    fill = palette["strong"] if quarter.is_now else palette["message"] if quarter.is_past else palette["ground"]
    is_filled = quarter.is_now or quarter.is_past
    sketch.rectangle(area, fill, outline=None if is_filled else palette["frame"])
    ink = palette["on_strong"] if quarter.is_now else palette["on_message"] if quarter.is_past else palette["muted"]
    look = Look(size, ink, is_bold=quarter.is_now)
    sketch.label(quarter.name, look, (area.left + area.right) / 2, (area.top + area.bottom) / 2)


def _people(people: tuple[CoverPerson, ...]) -> Iterator[Paragraph]:
    for person in people:
        yield Paragraph(content=(Span(person.label),), style=Style.COVER_LABEL)
        details = tuple(Span(f" · {text}", Style.SECONDARY) for text in (person.detail, person.email) if text)
        yield Paragraph(content=(Span(person.name, Style.STRONG), *details), style=Style.COVER)
