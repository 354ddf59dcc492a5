"""A line in a cell: where its points stand, worked by hand, and what becomes of gaps and of single values."""

from __future__ import annotations

from decimal import Decimal

from generator.brand import EMU_PER_PX, load
from generator.charts.canvas import Drawing, Line, Shape
from generator.charts.plots.sparkline import arrange_sparkline
from generator.story.blocks.chart import Sparkline

BRAND = load()
PALETTE = BRAND.palette


def drawn(*values: str, target: str | None = None) -> Drawing:
    spark = Sparkline(
        key="kpis/KPI-01/spark",
        values=tuple(None if value == "–" else Decimal(value) for value in values),
        alt="De 10 à 30, au plus bas 0.",
        target=None if target is None else Decimal(target),
    )
    return arrange_sparkline(spark, BRAND, width_emu=108 * EMU_PER_PX, height_emu=28 * EMU_PER_PX)


def lines(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """The solid strokes, in pixels."""
    solid = [mark for mark in drawing.marks if isinstance(mark, Line) and not mark.is_dashed]
    return [(_px(one.x1_emu), _px(one.y1_emu), _px(one.x2_emu), _px(one.y2_emu)) for one in solid]


def points(drawing: Drawing) -> list[tuple[float, float]]:
    """The middles of the marked points, in pixels."""
    boxes = [mark.box for mark in drawing.marks if isinstance(mark, Shape)]
    return [(_px(box.left_emu + box.width_emu / 2), _px(box.top_emu + box.height_emu / 2)) for box in boxes]


def _px(emu: float) -> float:
    return round(emu / EMU_PER_PX, 1)


def test_the_line_goes_from_the_left_to_the_right_over_its_own_extent() -> None:
    """Three values over 108 px less 4 at each end: 50 px apart; 0 to 20 over 28 px less 4 at each: 1 px a unit."""
    assert lines(drawn("10", "0", "20")) == [(4, 14, 54, 24), (54, 24, 104, 4)]


def test_first_and_last_value_are_marked() -> None:
    drawing = drawn("10", "0", "20")

    assert points(drawing) == [(4, 14), (104, 4)]
    assert [mark.fill for mark in drawing.marks if isinstance(mark, Shape)] == [PALETTE["muted"], PALETTE["message"]]


def test_the_target_is_dashed_over_the_whole_cell_and_counts_in_the_extent() -> None:
    """From 0 to 40 (the target): half a pixel a unit, so 20 stands at 14."""
    drawing = drawn("0", "20", target="40")
    (target,) = [mark for mark in drawing.marks if isinstance(mark, Line) and mark.is_dashed]

    assert (target.x1_emu, target.y1_emu) == (0, 4 * EMU_PER_PX)
    assert (target.x2_emu, target.y2_emu) == (108 * EMU_PER_PX, 4 * EMU_PER_PX)
    assert lines(drawing) == [(4, 24, 104, 14)]


def test_a_missing_value_is_a_hole_and_not_a_zero() -> None:
    assert lines(drawn("10", "20", "–", "0", "20")) == [(4, 14, 29, 4), (79, 24, 104, 4)]


def test_what_began_late_begins_late() -> None:
    assert points(drawn("–", "–", "10", "20"))[0][0] == 70.7  # two thirds of 100 px after the edge of 4


def test_a_single_value_is_its_point_and_a_level_line_stands_in_the_middle() -> None:
    assert lines(drawn("7")) == []
    assert points(drawn("7")) == [(104, 14)]
    assert lines(drawn("5", "5")) == [(4, 14, 104, 14)]


def test_a_series_without_values_draws_nothing_but_its_target() -> None:
    assert not drawn().marks
    assert len(drawn("–", "–", target="3").marks) == 1


def test_it_says_itself_to_a_screen_reader() -> None:
    assert drawn("10", "30").alt == "De 10 à 30, au plus bas 0."
