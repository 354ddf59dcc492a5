"""What changed since the last committee, as the deck marks it: in words, in the accent colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.brand import Brand, load
from generator.charts.canvas import Drawing, Run, Shape
from generator.deck.arrange import arrange
from generator.deck.arrange.composition import compose
from generator.deck.slides import NativeTable, Slide
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from tests.charts.diagrams import samples
from tests.deck.samples import a_section, a_story, blocks


@pytest.fixture(scope="module", name="brand")
def brand_fixture() -> Brand:
    return load()


def runs_of(slide: Slide) -> list[Run]:
    """The runs of the cells of its tables."""
    rows = [row for one in slide.elements if isinstance(one, NativeTable) for row in one.rows]
    return [run for row in rows for cell in row.cells for line in cell.text.paragraphs for run in line.runs]


def test_a_row_says_what_happened_to_it_beside_its_name(brand: Brand) -> None:
    row = TableRow("actions/A-01", (Cell("A-01"), Cell("Former les référents")), change="+14 j")
    table = Table(
        key="t", columns=(TableColumn("Réf.", 6), TableColumn("Action", 40)), rows=(row,), caption="", name_at=1
    )
    told = runs_of(arrange(a_story(a_section("full", table)), brand).slides[1])
    mark = next(run for run in told if run.text.strip() == "+14 j")
    assert (mark.colour, mark.is_bold, mark.size_pt) == (brand.palette["message"], True, brand.type.small)
    assert told[told.index(mark) - 1].text == "Former les référents"


def test_an_action_of_the_schedule_says_so_too(brand: Brand) -> None:
    schedule = blocks.schedule()
    rows = (replace(schedule.rows[0], change="nouvelle"), *schedule.rows[1:])
    slide = arrange(a_story(a_section("actions", replace(schedule, rows=rows))), brand).slides[1]
    assert [run.text.strip() for run in runs_of(slide)].count("nouvelle") == 1


def test_the_movements_stand_above_the_lists(brand: Brand) -> None:
    (placed,) = compose((samples.tiles(), samples.changes()), brand)
    (_, above), (_, below) = placed.blocks
    assert above.top_emu == brand.grid.body.top_emu
    assert above.bottom_emu < below.top_emu
    assert below.bottom_emu == brand.grid.body.bottom_emu


def test_a_list_counts_what_it_does_not_show_and_marks_what_is_internal(brand: Brand) -> None:
    story = replace(a_story(a_section("since", samples.changes(2))), internal_mark="Interne")
    drawing = next(one for one in arrange(story, brand).slides[1].elements if isinstance(one, Drawing))
    shapes = [mark for mark in drawing.marks if isinstance(mark, Shape) and mark.text]
    told = ["".join(run.text for line in one.text.paragraphs for run in line.runs) for one in shapes if one.text]
    assert told.count("3 autres : plan, chapitre 0") == 2
    assert sum("Interne" in text for text in told) == 6
