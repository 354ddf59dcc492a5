"""Whatever the data: nothing leaves its slide, its box or its type size, and no slide stands empty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from generator.brand import EMU_PER_PT, Brand, load
from generator.charts.canvas import Drawing, Run, Shape, TextBody
from generator.charts.plots.chart import NativeChart
from generator.deck.arrange import arrange
from generator.deck.slides import Deck, NativeTable, Slide
from generator.locales import Language
from tests.stress.conftest import story_of
from tests.stress.plans import CASES

SMALLEST_PT = 9
FRAME = ("/tracker", "/mark")
TOLERANCE_EMU = 2 * EMU_PER_PT

every_deck = pytest.mark.parametrize(
    ("case", "language"), [(case, language) for case in CASES for language in Language], ids=str
)


@cache
def deck_of(case: str, language: Language) -> Deck:
    return arrange(story_of(case, language), load(None))


@every_deck
def test_no_slide_is_empty(case: str, language: Language) -> None:
    for slide in deck_of(case, language).slides[1:]:
        assert slide.headline.strip(), slide.key
        assert exhibits(slide) or slide.layout == "section", slide.key


@every_deck
def test_everything_stands_on_its_slide(case: str, language: Language, brand: Brand) -> None:
    floor = brand.grid.footer.top_emu
    for slide in deck_of(case, language).slides[1:]:
        for element in exhibits(slide):
            assert element.box.bottom_emu <= floor, element.key
            for key, bottom in bottoms(element):
                assert bottom <= floor, key


@every_deck
def test_no_text_is_smaller_than_nine_points(case: str, language: Language) -> None:
    small = [run.text for slide in deck_of(case, language).slides for run in runs(slide) if run.size_pt < SMALLEST_PT]
    assert small == []


@every_deck
def test_text_stays_within_its_shape(case: str, language: Language, brand: Brand) -> None:
    for slide in deck_of(case, language).slides:
        for shape in shapes(slide):
            if shape.text is not None and shape.text.wraps:
                tall = height_emu(shape.text, shape.box.width_emu, brand)
                assert tall <= shape.box.height_emu + TOLERANCE_EMU, shape.key


@every_deck
def test_rows_are_as_tall_as_what_they_say(case: str, language: Language, brand: Brand) -> None:
    for table in (one for slide in deck_of(case, language).slides for one in slide.elements):
        if isinstance(table, NativeTable):
            for row in table.rows:
                for cell, width in zip(row.cells, table.widths_emu, strict=True):
                    if cell.columns == 1 and cell.bar is None:
                        assert height_emu(cell.text, width, brand) <= row.height_emu + TOLERANCE_EMU, table.key


@every_deck
def test_headlines_and_footers_go_into_their_places(case: str, language: Language, brand: Brand) -> None:
    for slide in deck_of(case, language).slides[1:]:
        title = slide.places[0].lines[0]
        size = title.texts[0].size_pt or brand.type.headline
        box, pitch = brand.grid.headline, title.leading_pt or brand.metrics.line_height_pt(size)
        lines = brand.metrics.line_count(slide.headline, box.width_pt, size, bold=True)
        assert size >= SMALLEST_PT
        assert lines * pitch <= box.height_pt + 2, slide.key


@every_deck
def test_the_summary_stands_on_one_slide_and_the_actions_on_two_at_most(case: str, language: Language) -> None:
    sections = [slide.key.split("#")[0] for slide in deck_of(case, language).slides]
    assert sections.count("summary") == 1
    assert sections.count("actions") <= 2


def exhibits(slide: Slide) -> list[Drawing | NativeTable | NativeChart]:
    """What a slide shows beside its frame."""
    return [one for one in slide.elements if not one.key.endswith(FRAME)]


def bottoms(element: Drawing | NativeTable | NativeChart) -> Iterator[tuple[str, int]]:
    if isinstance(element, Drawing):
        yield from ((mark.key, mark.box.bottom_emu) for mark in element.marks if isinstance(mark, Shape))
    if isinstance(element, NativeTable):
        yield element.key, element.box.top_emu + sum(row.height_emu for row in element.rows)


def shapes(slide: Slide) -> Iterator[Shape]:
    for element in slide.elements:
        if isinstance(element, Drawing):
            yield from (mark for mark in element.marks if isinstance(mark, Shape))


def runs(slide: Slide) -> Iterator[Run]:
    bodies = [shape.text for shape in shapes(slide) if shape.text is not None]
    for element in slide.elements:
        if isinstance(element, NativeTable):
            bodies += [cell.text for row in element.rows for cell in row.cells]
    for body in bodies:
        for paragraph in body.paragraphs:
            yield from (run for run in paragraph.runs if run.text)


def height_emu(body: TextBody, width_emu: int, brand: Brand) -> int:
    """The height of a text with its paddings: lines of each paragraph at its pitch, else at single spacing."""
    room = (width_emu - body.left_emu - body.right_emu) / EMU_PER_PT
    points = 0.0
    for paragraph in body.paragraphs:
        size = max((run.size_pt for run in paragraph.runs), default=0.0)
        bold = bool(paragraph.runs) and all(run.is_bold for run in paragraph.runs)
        text = "".join(run.text for run in paragraph.runs)
        lines = brand.metrics.line_count(text, room, size, bold=bold) if text else 0
        points += lines * (paragraph.leading_pt or brand.metrics.line_height_pt(size)) + paragraph.after_pt
    return round(points * EMU_PER_PT) + body.top_emu + body.bottom_emu
