"""Plots in the cells of a table: one scale a column, steps that hang together, hollow before filled."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.brand import Box, Brand, load
from generator.charts.canvas import Drawing, Line, Shape
from generator.charts.diagrams import arrange_diagram
from generator.charts.diagrams.pen import px
from generator.story.blocks.bar_table import BarCell, BarRow, BarTable, Pair, PlotColumn, Stretch, WordColumn, Words
from tests.charts.diagrams.geometry import texts

ROOM = Box(px(48), px(152), px(600), px(300))


@pytest.fixture(scope="module")
def brand() -> Brand:
    return load()


def table(*plots: BarCell, target: Decimal | None = None) -> BarTable:
    rows = tuple(BarRow(key=f"t/{at}", cells=(Words("Nom"), plot)) for at, plot in enumerate(plots))
    columns = (WordColumn(is_name=True), PlotColumn("cible 45", target))
    return BarTable(key="t", title="", columns=columns, rows=rows, alt="", caption="")


def bars(drawing: Drawing) -> list[Box]:
    return [mark.box for mark in drawing.marks if isinstance(mark, Shape) and mark.key.endswith("/bar")]


def test_bars_begin_at_zero_and_are_as_long_as_their_values(brand: Brand) -> None:
    (drawing,) = arrange_diagram(table(Stretch(Decimal(0), Decimal(60)), Stretch(Decimal(0), Decimal(15))), ROOM, brand)
    long, short = bars(drawing)

    assert long.left_emu == short.left_emu
    assert long.right_emu == ROOM.right_emu
    assert short.width_emu == pytest.approx(long.width_emu / 4, abs=2)


def test_the_level_stands_on_the_same_scale_in_every_row_with_its_words_over_it(brand: Brand) -> None:
    block = table(Stretch(Decimal(0), Decimal(60)), Stretch(Decimal(0), Decimal(15)), target=Decimal(45))
    (drawing,) = arrange_diagram(block, ROOM, brand)
    (level,) = [mark for mark in drawing.marks if isinstance(mark, Line) and "/target/" in mark.key]
    (words,) = [mark for mark in drawing.marks if isinstance(mark, Shape) and mark.key == "t/head/2"]
    long, _ = bars(drawing)

    assert level.x1_emu == pytest.approx(long.left_emu + long.width_emu * 45 / 60, abs=2)
    assert words.box.left_emu + words.box.width_emu / 2 == pytest.approx(level.x1_emu, abs=2)


def test_a_fall_goes_left_of_zero_with_its_label_beyond(brand: Brand) -> None:
    (drawing,) = arrange_diagram(
        table(Stretch(Decimal(0), Decimal(30), "+30"), Stretch(Decimal(0), Decimal(-10), "−10")), ROOM, brand
    )
    up, down = bars(drawing)
    (label,) = [mark.box for mark in drawing.marks if isinstance(mark, Shape) and mark.key == "t/1/2/label"]

    assert down.right_emu == up.left_emu
    assert down.width_emu == pytest.approx(up.width_emu / 3, abs=2)
    assert label.right_emu < down.left_emu


def test_steps_hang_on_the_row_above(brand: Brand) -> None:
    """From 1 by a quarter, then by a half: the second begins where the first ends, and a quarter is left."""
    one = Decimal(1)
    quarter, half = Decimal("0.25"), Decimal("0.5")
    block = table(
        Stretch(Decimal(0), one),
        Stretch(one, one - quarter, is_step=True),
        Stretch(one - quarter, quarter, is_step=True),
        Stretch(quarter, Decimal(0), is_step=True),
    )
    (drawing,) = arrange_diagram(block, ROOM, brand)
    whole, first, second, rest = bars(drawing)

    assert first.right_emu == whole.right_emu
    assert second.right_emu == first.left_emu
    assert rest.right_emu == second.left_emu
    assert rest.left_emu == whole.left_emu
    assert second.width_emu == pytest.approx(whole.width_emu * float(half), abs=2)


def test_a_dumbbell_goes_from_hollow_to_filled_with_its_labels_outside(brand: Brand) -> None:
    rises, falls = Pair(Decimal(20), Decimal(30), "20", "30"), Pair(Decimal(30), Decimal(20), "30", "20")
    (drawing,) = arrange_diagram(table(rises, falls), ROOM, brand)
    shapes = {mark.key: mark for mark in drawing.marks if isinstance(mark, Shape)}

    assert shapes["t/0/2/before"].fill == brand.palette["ground"]
    assert shapes["t/0/2/after"].fill == brand.palette["reserved"]
    assert shapes["t/0/2/before/label"].box.right_emu < shapes["t/0/2/before"].box.left_emu
    assert shapes["t/0/2/after/label"].box.left_emu > shapes["t/0/2/after"].box.right_emu
    assert shapes["t/1/2/after/label"].box.right_emu < shapes["t/1/2/after"].box.left_emu


def test_what_has_no_past_is_a_dot(brand: Brand) -> None:
    (drawing,) = arrange_diagram(
        table(Pair(None, Decimal(5), "", "5"), Pair(Decimal(1), Decimal(9), "1", "9")), ROOM, brand
    )

    assert "t/0/2/before" not in {mark.key for mark in drawing.marks}
    assert "5" in texts(drawing)


def test_a_table_without_rows_is_nothing(brand: Brand) -> None:
    assert arrange_diagram(replace(table(), rows=()), ROOM, brand) == ()
