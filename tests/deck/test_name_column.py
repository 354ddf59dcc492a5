"""Where the deck puts what is said of a whole row, and what it draws of a schedule's columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.brand import Brand, load
from generator.deck.arrange import arrange
from generator.deck.slides import NativeRow, NativeTable
from generator.story.blocks import Block
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from tests.deck.samples import a_section, a_story, blocks


@pytest.fixture(scope="module", name="brand")
def brand_fixture() -> Brand:
    return load()


def rows_of(block: Block, brand: Brand) -> tuple[NativeRow, ...]:
    slide = arrange(a_story(a_section("full", block)), brand).slides[1]
    return next(one for one in slide.elements if isinstance(one, NativeTable)).rows


def told(row: NativeRow) -> list[str]:
    """The texts of its cells."""
    return ["".join(run.text for line in cell.text.paragraphs for run in line.runs) for cell in row.cells]


def test_the_mark_stands_where_the_table_says_not_in_the_widest_column(brand: Brand) -> None:
    row = TableRow("sla/1", (Cell("Délai"), Cell("Un mot long sur le délai")), change="nouveau", is_late=True)
    table = Table(key="t", columns=(TableColumn("Nom", 6), TableColumn("Note", 60)), rows=(row,), caption="")
    _, first = rows_of(table, brand)
    assert told(first) == ["Délai  nouveau", "Un mot long sur le délai"]
    assert [cell.text.paragraphs[0].runs[0].is_bold for cell in first.cells] == [True, False]
    _, second = rows_of(replace(table, name_at=1), brand)
    assert told(second) == ["Délai", "Un mot long sur le délai  nouveau"]


def test_a_column_more_in_a_schedule_is_drawn_without_being_told_to_the_deck(brand: Brand) -> None:
    schedule = blocks.schedule()
    wider = replace(
        schedule,
        columns=(*schedule.columns, TableColumn("Coût", 0, Align.RIGHT)),
        rows=tuple(replace(row, cells=(*row.cells, Cell("12 k€"))) for row in schedule.rows),
    )
    months, marks, *rows = rows_of(wider, brand)
    assert told(months)[6:9] == ["Statut", "Coût", "sept."]
    assert [cell.span.name for cell in marks.cells[:9]] == ["DOWN"] * 8 + ["NONE"]
    assert {told(row)[7] for row in rows} == {"12 k€"}
    assert rows[0].cells[7].text.paragraphs[0].align is Align.RIGHT


def test_bars_begin_at_one_left_edge_whatever_the_alignment_of_their_figures(brand: Brand) -> None:
    months, _, *rows = rows_of(blocks.schedule(), brand)
    lines = [row.cells[5].text.paragraphs[0].align for row in (months, *rows)]
    assert set(lines) == {Align.LEFT}
    assert all(row.cells[5].bar for row in rows)
