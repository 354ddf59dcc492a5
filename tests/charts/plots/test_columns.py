"""Where columns and bars stand, how they are filled and what is printed on them, as values worked by hand."""

from __future__ import annotations

from dataclasses import astuple
from decimal import Decimal

import pytest

from generator.brand import EMU_PER_PX, Box, load
from generator.charts.canvas import Drawing, Form, Line, Shape
from generator.charts.plots.bars.live import arrange_bars
from generator.charts.plots.chart import NativeChart, PlotKind, PointLabel, Spot
from generator.charts.plots.columns.drawn import arrange_columns as draw_columns
from generator.charts.plots.columns.live import arrange_columns
from generator.story.blocks.chart import Bar, BarChart, ColumnChart, Series, SeriesRole

BRAND = load()
PALETTE, SIZE = BRAND.palette, BRAND.type
INK = PALETTE["ink"]
BOX = Box(0, 0, 600 * EMU_PER_PX, 252 * EMU_PER_PX)  # 200 px of columns under 24 of totals, over 28 of names
ROWS = {"Cloud": ("60", "60"), "Conseil": ("30", "40"), "Audit": ("10", "–")}


def columns(rows: dict[str, tuple[str, str]] | None = None, *, totals: tuple[str, ...] = ("100", "100")) -> ColumnChart:
    shown = ROWS if rows is None else rows
    return ColumnChart(
        key="c",
        title="",
        alt="Des colonnes.",
        categories=("T1", "T2"),
        series=tuple(
            Series(
                f"c/{name}",
                name,
                tuple(None if value == "–" else Decimal(value) for value in values),
                tuple("" if value == "–" else value for value in values),
                SeriesRole.RANKED,
                rank,
            )
            for rank, (name, values) in enumerate(shown.items())
        ),
        totals=totals,
    )


def live(block: ColumnChart) -> NativeChart:
    return next(one for one in arrange_columns(block, BOX, BRAND) if isinstance(one, NativeChart))


def test_columns_leave_room_for_totals_names_and_categories() -> None:
    """The widest name of three in bold, 4 points and 10 px stand at the right of 600 px."""
    widest = max(BRAND.metrics.width_pt(name, SIZE.table, bold=True) for name in ROWS)
    right = (widest + 4) * 96 / 72 + 10
    assert astuple(live(columns()).inner) == pytest.approx(
        (0, 24 / 252, (600 - right) / 600, 200 / 252), abs=1 / BOX.width_emu
    )


def test_columns_are_stacked_in_their_colours_with_a_line_of_ground_between_them() -> None:
    stacked, above = live(columns()).plots
    assert (stacked.kind, stacked.is_stacked, stacked.gap_percent) == (PlotKind.COLUMNS, True, 43)
    assert [one.colour for one in stacked.series] == [PALETTE.series(rank) for rank in range(3)]
    assert {one.separator for one in stacked.series} == {PALETTE["ground"]}
    assert (above.kind, [one.colour for one in above.series]) == (PlotKind.LINES, [None])


def test_segments_tall_enough_say_their_value() -> None:
    """200 px are 100: a segment of 10 has 20 px; under 15 px, so under 7.5, it says nothing."""
    cloud, conseil, audit = live(columns()).plots[0].series
    ink = PALETTE.text_on(PALETTE.series(0))
    first = PointLabel(index=0, text="60", size_pt=SIZE.chart, colour=ink, spot=Spot.CENTRE)
    assert cloud.labels[0] == first
    assert [label.text for label in conseil.labels] == ["30", "40"]
    assert [label.text for label in audit.labels] == ["10"]
    thin = live(columns({**ROWS, "Audit": ("7", "–")})).plots[0].series[2]
    assert thin.labels == ()


def test_totals_print_what_the_story_says_above_the_columns() -> None:
    (totals,) = live(columns()).plots[1].series
    assert totals.values == (Decimal(100), Decimal(100))
    assert [(label.text, label.is_bold, label.colour, label.spot) for label in totals.labels] == [
        ("100", True, INK, Spot.ABOVE),
        ("100", True, INK, Spot.ABOVE),
    ]


def test_a_column_that_goes_both_ways_stays_inside_its_axis() -> None:
    """60 up and 40 down: from −48, a fifth below for the label, to 60."""
    drawn = live(columns({"Cloud": ("10", "60"), "Conseil": ("10", "-40")}))
    assert (drawn.low, drawn.high) == (Decimal(-48), Decimal(60))


def names(block: ColumnChart) -> dict[str, float]:
    """The middle of each name, in pixels from the top of the columns."""
    drawing = next(one for one in arrange_columns(block, BOX, BRAND) if isinstance(one, Drawing))
    shapes = [mark for mark in drawing.marks if isinstance(mark, Shape)]
    return {mark.key: (mark.box.top_emu + mark.box.height_emu / 2) / EMU_PER_PX - 24 for mark in shapes}


def test_names_stand_beside_the_segments_of_the_last_column() -> None:
    """Of 100 over 200 px: 60 is 120 px from the foot, 40 the 80 px above it, nothing at the very top."""
    found = names(columns())
    assert found["c/Cloud/name"] == pytest.approx(140, abs=1)
    assert found["c/Conseil/name"] == pytest.approx(40, abs=1)
    assert found["c/Audit/name"] == pytest.approx(9.5, abs=1)


def test_a_name_stands_beside_what_is_below_zero() -> None:
    """From −12 to 60 over 200 px, 10 below zero is 27.8 px long under the line at 166.7: its middle is at 180.6."""
    found = names(columns({"Cloud": ("60", "60"), "Conseil": ("0", "-10")}, totals=()))
    assert found["c/Cloud/name"] == pytest.approx(83.3, abs=1)
    assert found["c/Conseil/name"] == pytest.approx(180.6, abs=1)


def test_columns_on_a_page_stand_on_their_line_and_leave_a_hair_between_segments() -> None:
    """252 px less 22 above and 30 below are 200 for 100: 60 is 120 px tall, less half a pixel at both ends."""
    drawing = draw_columns(columns(), 600, 252, BRAND)
    boxes = [mark for mark in drawing.marks if isinstance(mark, Shape) and mark.fill and mark.form is Form.RECTANGLE]
    first = boxes[0].box
    assert [box.fill for box in boxes[:3]] == [PALETTE.series(rank) for rank in range(3)]
    assert {box.outline for box in boxes} == {None}
    assert first.height_emu == pytest.approx(119 * EMU_PER_PX, abs=2)
    assert first.bottom_emu == pytest.approx(221.5 * EMU_PER_PX, abs=2)
    (base,) = [mark for mark in drawing.marks if isinstance(mark, Line)]
    assert (base.y1_emu, base.y2_emu) == (222 * EMU_PER_PX, 222 * EMU_PER_PX)
    assert base.colour == PALETTE["muted"]


def bars(*values: str, marker: str | None = None) -> BarChart:
    made = tuple(Bar(f"b/{at}", f"Offre {at}", Decimal(value), value, "+1 %") for at, value in enumerate(values))
    return BarChart(
        key="b",
        title="",
        alt="Des barres.",
        bars=made,
        marker=None if marker is None else Decimal(marker),
        marker_label="visé",
    )


def laid(block: BarChart) -> tuple[NativeChart, tuple[Shape | Line, ...]]:
    found = arrange_bars(block, BOX, BRAND)
    chart = next(one for one in found if isinstance(one, NativeChart))
    marks = tuple(mark for one in found if isinstance(one, Drawing) for mark in one.marks)
    return chart, tuple(mark for mark in marks if isinstance(mark, Shape | Line))


def test_bars_print_their_value_at_their_end_in_bold() -> None:
    chart, _ = laid(bars("20", "40"))
    (plot,) = chart.plots
    (series,) = plot.series
    assert (plot.kind, plot.gap_percent, plot.is_stacked) == (PlotKind.BARS, 70, False)
    assert series.labels == (
        PointLabel(index=0, text="20", size_pt=SIZE.table, colour=INK, is_bold=True, spot=Spot.END),
        PointLabel(index=1, text="40", size_pt=SIZE.table, colour=INK, is_bold=True, spot=Spot.END),
    )
    assert (chart.low, chart.high) == (Decimal(0), Decimal(40))
    assert series.points == ((0, PALETTE["message"]), (1, PALETTE["message"]))
    assert series.separator is None


def test_figures_below_zero_have_their_room_between_the_bars_and_the_names() -> None:
    """The figure and 8 points of the plot's width are kept left of −20: they are that share of the whole axis."""
    chart, _ = laid(bars("-20", "60"))
    width_pt = chart.inner.width * BOX.width_pt
    kept = (BRAND.metrics.width_pt("-20", SIZE.table, bold=True) + 8) / width_pt
    assert chart.high == 60
    assert float((Decimal(-20) - chart.low) / (chart.high - chart.low)) == pytest.approx(kept, abs=1e-6)


def test_the_value_to_compare_with_is_a_dashed_line_in_proportion() -> None:
    chart, marks = laid(bars("20", "40", marker="30"))
    (line,) = [mark for mark in marks if isinstance(mark, Line)]
    inner = chart.inner
    assert line.is_dashed
    assert line.x1_emu == line.x2_emu == pytest.approx((inner.left + inner.width * 0.75) * BOX.width_emu, abs=2)
    (label,) = [mark.box for mark in marks if isinstance(mark, Shape) and mark.key == "b/marker/label"]
    assert (label.top_emu - line.y2_emu, label.height_emu) == (2 * EMU_PER_PX, 20 * EMU_PER_PX)
    assert label.left_emu + label.width_emu / 2 == pytest.approx(line.x1_emu, abs=2)
    assert label.width_pt == pytest.approx(BRAND.metrics.width_pt("visé", SIZE.table) + 4, abs=0.01)
