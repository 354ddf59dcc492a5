"""Where lines stand and what is printed beside them, as values worked by hand."""

from __future__ import annotations

from dataclasses import astuple, replace
from decimal import Decimal

import pytest

from generator.brand import EMU_PER_PX, Box, load
from generator.charts.area import Area
from generator.charts.canvas import Shape
from generator.charts.plots.chart import NativeChart, PlotKind, PointLabel, Spot
from generator.charts.plots.labels import Wanted, place_labels
from generator.charts.plots.lines.labels import target_label, value_labels
from generator.charts.plots.lines.live import line_chart
from generator.charts.plots.lines.plot import ON_CARD, ON_PAGE, ON_SLIDE, LinePlot, LineRoom, plot_lines
from generator.charts.sketch import Sketch
from generator.story.blocks.chart import LineChart, Series, SeriesRole

BRAND = load()
INK, QUIET, ACCENT = BRAND.palette["ink"], BRAND.palette["muted"], BRAND.palette["message"]
CHART, LABEL = BRAND.type.chart, BRAND.type.label


def chart(*values: str, target: str | None = None) -> LineChart:
    known = tuple(None if value == "–" else Decimal(value) for value in values)
    aim = None
    if target is not None:
        labels = ("",) * (len(values) - 1) + (target,)
        aim = Series("t", "Cible", (Decimal(target),) * len(values), labels, SeriesRole.TARGET)
    return LineChart(
        key="k",
        title="",
        alt="Une courbe.",
        categories=tuple(f"T{at}" for at in range(len(values))),
        series=(Series("s", "Incidents", known, tuple("" if value == "–" else value for value in values)),),
        target=aim,
    )


def plot(block: LineChart, room: LineRoom, width: float = 400, height: float = 148) -> LinePlot:
    return plot_lines(block, width, height, BRAND, room=room)


def live(block: LineChart, *, is_small: bool = False) -> NativeChart:
    return line_chart(block, Box(0, 0, 400 * EMU_PER_PX, 148 * EMU_PER_PX), BRAND, is_small=is_small)


def test_a_page_leaves_its_edge_left_and_right_of_the_points() -> None:
    found = plot(chart("0", "5", "10"), ON_PAGE)
    assert found.area == Area(0, 12, 400, 118)
    assert found.x == (24, 200, 376)


def test_a_slide_leaves_room_for_the_last_value() -> None:
    """24 px at the left; at the right the width of the last value a point larger, and 12 points."""
    found = plot(chart("0", "10"), ON_SLIDE)
    last = (BRAND.metrics.width_pt("10", CHART + 1, bold=True) + 12) * 96 / 72
    assert found.area.left == 24
    assert found.area.right == pytest.approx(400 - last, abs=0.001)
    assert (found.area.top, found.area.bottom) == (20, 120)
    assert astuple(found.inner) == pytest.approx((24 / 400, 20 / 148, (376 - last) / 400, 100 / 148))


def test_the_lines_of_a_card_fill_it() -> None:
    found = plot(chart("0", "10"), ON_CARD)
    assert (found.area.left, found.area.top, found.area.bottom) == (6, 20, 144)


def test_a_frame_too_small_keeps_an_area() -> None:
    found = plot(chart("0", "10"), ON_SLIDE, 20, 30)
    assert (found.area.width, found.area.height) == (1, 1)


def test_points_stand_in_proportion_and_gaps_have_no_place() -> None:
    """From 0 to 10, the highest point 24 px under the top of 106: 82 px are 10."""
    found = plot(chart("0", "–", "10"), ON_PAGE)
    points = found.points(found.chart.series[0])
    assert points[1] is None
    assert [point for point in points if point is not None] == [pytest.approx((24, 118)), pytest.approx((376, 36))]


def test_labels_on_a_slide_say_what_they_print() -> None:
    block = chart("4", "6", "9", target="20")
    assert value_labels(block.series[0], plot(block, ON_SLIDE), BRAND) == (
        PointLabel(index=0, text="4", size_pt=CHART, colour=QUIET, spot=Spot.BELOW),
        PointLabel(index=1, text="6", size_pt=CHART, colour=ACCENT, spot=Spot.BELOW),
        PointLabel(index=2, text="9", size_pt=CHART + 1, colour=ACCENT, is_bold=True, spot=Spot.RIGHT),
    )
    label = target_label(plot(block, ON_SLIDE), BRAND)
    assert label == PointLabel(index=2, text="20", size_pt=CHART, colour=QUIET, spot=Spot.RIGHT)


def test_labels_on_a_page_say_what_they_print() -> None:
    block = chart("9", "6", "4", target="20")
    found = value_labels(block.series[0], plot(block, ON_PAGE), BRAND)
    assert [(one.text, one.size_pt, one.colour, one.is_bold) for one in found] == [
        ("9", CHART, INK, False),
        ("6", CHART, INK, False),
        ("4", LABEL, ACCENT, True),
    ]
    label = target_label(plot(block, ON_PAGE), BRAND)
    assert label is not None
    assert label.said("Cible") == "Cible\u00a020"


def test_the_name_of_a_line_with_companions_is_printed_with_its_last_value() -> None:
    one = chart("4", "9")
    both = replace(one, series=(one.series[0], replace(one.series[0], key="o", name="Demandes")))
    last = value_labels(both.series[1], plot(both, ON_SLIDE), BRAND)[-1]
    assert last.said("Demandes") == "Demandes\u00a09"
    assert value_labels(one.series[0], plot(one, ON_SLIDE), BRAND)[-1].said("Incidents") == "9"


def test_a_last_value_on_its_target_moves_half_of_what_lacks_each_way() -> None:
    """Both at 9: 17 px are wanted, so the value goes up 8.5 px of 148, the target down as much."""
    block = chart("4", "9", target="9")
    found = plot(block, ON_SLIDE)
    label = target_label(found, BRAND)
    assert value_labels(block.series[0], found, BRAND)[-1].shift == pytest.approx(-8.5 / 148)
    assert label is not None
    assert label.shift == pytest.approx(8.5 / 148)


def test_a_last_value_near_its_target_moves_by_what_lacks() -> None:
    """4 to 9: 6.6 is 100 px, so 9 and 8.67 are 5 px apart and 12 px lack."""
    block = chart("4", "9", target="8.67")
    assert value_labels(block.series[0], plot(block, ON_SLIDE), BRAND)[-1].shift == pytest.approx(-6 / 148)


def test_labels_that_would_collide_go_to_the_other_side_or_are_left_out() -> None:
    sketch = Sketch("k", BRAND, 200, 100)
    texts = [PointLabel(index=0, text=text, size_pt=11, colour=INK) for text in ("un", "deux", "trois")]
    wanted = [Wanted(label, (100, 50), rank) for rank, label in enumerate(texts)]
    place_labels(sketch, wanted, [], [], Area(0, 0, 200, 100))
    shapes = [mark for mark in sketch.marks if isinstance(mark, Shape)]
    middles = [(mark.box.top_emu + mark.box.height_emu / 2) / EMU_PER_PX for mark in shapes]
    printed = [mark.text.paragraphs[0].runs[0].text for mark in shapes if mark.text is not None]
    assert printed == ["un", "deux"]
    assert middles == pytest.approx([35, 66], abs=0.01)


def test_a_live_chart_is_drawn_between_its_first_and_last_points() -> None:
    drawn = live(chart("4", "9", target="20"))
    (lines,) = drawn.plots
    target, values = lines.series
    assert (drawn.low, drawn.high) == (Decimal("0.8"), Decimal("21.92"))
    assert drawn.axis.is_edge_to_edge
    assert lines.kind is PlotKind.LINES
    assert (target.width_pt, target.is_dashed, target.colour, target.markers) == (1.0, True, QUIET, ())
    assert (values.width_pt, values.is_dashed, values.colour) == (2.25, False, ACCENT)
    assert [(one.index, one.size_pt) for one in values.markers] == [(0, 5), (1, 8)]


def test_a_card_tells_the_ends_of_its_line_only() -> None:
    values = live(chart("4", "6", "9"), is_small=True).plots[0].series[0]
    assert [label.text for label in values.labels] == ["4", "9"]
