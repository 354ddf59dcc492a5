"""What stands around the exhibit of every slide: stage tracker, confidential mark, source line, footer, page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Anchor, Drawing, Mark, Run, Shape, TextBody
from generator.charts.fitting import fit_text
from generator.charts.typeset import emu, paragraph
from generator.deck.slides import Place, PlaceLine, PlaceText
from generator.editions.edition import Edition
from generator.story.blocks.table import Align
from generator.story.story import Section, Stage, Story

_RULE = 2 * EMU_PER_PX
_ACTIVE_RULE = 4 * EMU_PER_PX
_LABEL_TOP = 5 * EMU_PER_PX


def tracker(section: Section, story: Story, brand: Brand, *, slide: str) -> Drawing:
    """The stages of the section's part of the deck, the active one in the accent."""
    steps = _stages(section, story)
    segments = brand.grid.tracker_segments(len(steps))
    marks = tuple(
        mark
        for (stage, words), box in zip(steps, segments, strict=True)
        for mark in _step(f"{slide}/tracker/{stage.value}", words, box, brand, is_active=stage is section.stage)
    )
    active = next((words for stage, words in steps if stage is section.stage), "")
    return Drawing(f"{slide}/tracker", brand.grid.tracker, marks, alt=active)


def confidential(slide: str, story: Story, brand: Brand) -> tuple[Drawing, ...]:
    """The mark over the wordmark, on every slide of the internal edition."""
    if story.edition is Edition.CLIENT:
        return ()
    palette, box = brand.palette, brand.grid.mark
    run = Run(story.confidential, brand.type.table, palette["reserved"], is_bold=True)
    body = TextBody((paragraph(run, align=Align.CENTRE),), Anchor.MIDDLE, wraps=False)
    shape = Shape(f"{slide}/mark/box", box, fill=palette["ground"], outline=palette["reserved"], text=body)
    return (Drawing(f"{slide}/mark", box, (shape,), alt=story.confidential),)


def source(slide: str, section: Section, brand: Brand, *, more: tuple[str, ...] = ()) -> Place:
    """Where the slide comes from, and what it does not show, in bold; on two lines when one is too short."""
    rest = "".join(f" · {text}" for text in more)
    size, box = brand.type.small, brand.grid.source
    wide = brand.metrics.width_pt(section.source, size) + brand.metrics.width_pt(rest, size, bold=True)
    texts = [PlaceText(section.source)]
    if rest:
        texts.append(PlaceText(rest, colour=brand.palette["strong"], is_bold=True))
    if wide <= box.width_pt:
        return Place(f"{slide}/source", "source", (PlaceLine(tuple(texts)),))
    tall = Box(box.left_emu, box.top_emu, box.width_emu, brand.grid.footer.top_emu - box.top_emu)
    line = PlaceLine(tuple(texts), leading_pt=tall.height_pt / 2)
    return Place(f"{slide}/source", "source", (line,), tall)


def footer(slide: str, story: Story, brand: Brand) -> Place:
    """Account, meeting, version and date; the mark again in the internal edition. A long account gives way."""
    mark = story.confidential if story.edition is Edition.INTERNAL else ""
    room = brand.grid.footer.width_emu - emu(brand.metrics.width_pt(f" · {mark}", brand.type.small, bold=True))
    sizes = (brand.type.small,)
    said = fit_text(brand.metrics, story.footer, width_emu=room, sizes_pt=sizes, max_lines=1, may_shorten=True)
    texts = [PlaceText(said.text)]
    if mark:
        texts += [PlaceText(" · "), PlaceText(mark, colour=brand.palette["reserved"], is_bold=True)]
    return Place(f"{slide}/footer", "footer", (PlaceLine(tuple(texts)),))


def page(slide: str, label: str) -> Place:
    """The page: the live number in the body of the deck, a fixed label (``I3``) in its annexes."""
    return Place(f"{slide}/page", "number", (PlaceLine((PlaceText(label, is_page=label.isdigit()),)),))


def page_label(section: Section, story: Story, number: int) -> str:
    """The number of a slide; those of the annexes are counted apart."""
    return f"{annex_mark(story)}{number}" if section.is_annex else str(number)


def annex_mark(story: Story) -> str:
    """What stands before the page of an annex: those of the internal edition are ours."""
    return "I" if story.edition is Edition.INTERNAL else "A"


def _stages(section: Section, story: Story) -> tuple[tuple[Stage, str], ...]:
    """The stages of the slides on the section's side: those of the committee, or those of the annexes."""
    wanted = {one.stage for one in story.slides if one.is_annex is section.is_annex}
    return tuple((stage, words) for stage, words in story.stages if stage in wanted)


def _step(key: str, words: str, box: Box, brand: Brand, *, is_active: bool) -> Iterator[Mark]:
    palette = brand.palette
    colour = palette["message"] if is_active else palette["rule"]
    yield Shape(f"{key}/rule", box.band(0, _ACTIVE_RULE if is_active else _RULE), fill=colour)
    ink = palette["message"] if is_active else palette["muted"]
    sizes = (brand.type.small,)
    said = fit_text(
        brand.metrics,
        words,
        width_emu=box.width_emu,
        sizes_pt=sizes,
        max_lines=1,
        is_bold=is_active,
        may_shorten=True,
    )
    run = Run(said.text, said.size_pt, ink, is_bold=is_active)
    label = Box(box.left_emu, box.top_emu + _LABEL_TOP, box.width_emu, emu(brand.type.small * 1.3))
    yield Shape(key, label, text=TextBody((paragraph(run),)))
