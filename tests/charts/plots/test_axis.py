"""The value axis, worked by hand: on a slide a fifth of the extent below and 12 % above, on a page round ends."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.charts.plots.axis import (
    Axis,
    Room,
    bar_axis,
    column_axis,
    column_heights,
    line_axis,
    series_axis,
    step_for,
)
from generator.charts.plots.lines.plot import ON_PAGE, ON_SLIDE
from generator.measures.rag import Rag
from generator.story.blocks.chart import Band, Bar, BarChart, ColumnChart, LineChart, Series, ValueFormat

SLIDE, PAGE = ON_SLIDE.axis, ON_PAGE.axis


def series(text: str, *, labels: tuple[str, ...] = ()) -> Series:
    values = tuple(None if one == "–" else Decimal(one) for one in text.split())
    return Series("s", "Incidents", values, labels)


def lines(text: str, *, bands: tuple[Band, ...] = (), kind: ValueFormat = ValueFormat.NUMBER) -> LineChart:
    one = series(text, labels=tuple(text.split()))
    categories = tuple(f"T{at}" for at in range(len(one.values)))
    return LineChart(key="c", title="", alt="", categories=categories, series=(one,), bands=bands, value_format=kind)


def columns(*rows: str) -> ColumnChart:
    made = tuple(series(row) for row in rows)
    return ColumnChart(key="c", title="", alt="", categories=("T1", "T2"), series=made)


def bars(text: str, marker: str | None = None) -> BarChart:
    made = tuple(Bar(value, value, Decimal(value), value) for value in text.split())
    return BarChart(key="c", title="", alt="", bars=made, marker=None if marker is None else Decimal(marker))


def ends(axis: Axis) -> tuple[Decimal, Decimal]:
    return axis.low, axis.high


def pair(low: str, high: str) -> tuple[Decimal, Decimal]:
    return Decimal(low), Decimal(high)


@pytest.mark.parametrize(
    ("values", "on_slide", "on_page"),
    [
        pytest.param("4 9", ("3", "9.6"), ("0", "10"), id="all positive"),
        pytest.param("-45 55", ("-65", "67"), ("-60", "60"), id="with negative"),
        pytest.param("5 5 5", ("4", "5.6"), ("0", "8"), id="all equal"),
        pytest.param("-5 -5", ("-6", "-4.4"), ("-8", "0"), id="all equal and negative"),
        pytest.param("0 0", ("-0.2", "0.12"), ("0", "1"), id="zero"),
        pytest.param("7", ("5.6", "7.84"), ("0", "10"), id="one point"),
        pytest.param("1000000000000 3000000000000", ("600000000000", "3240000000000"), ("0", "3e12"), id="huge"),
        pytest.param("0.0000004 0.0000005", ("0.00000038", "0.000000512"), ("3.8e-7", "5e-7"), id="tiny"),
        pytest.param("– 4 – 9 –", ("3", "9.6"), ("0", "10"), id="missing values"),
        pytest.param("– –", ("-0.2", "1.12"), ("0", "1"), id="no value"),
    ],
)
def test_the_ends_of_a_line_chart(values: str, on_slide: tuple[str, str], on_page: tuple[str, str]) -> None:
    chart = lines(values)
    assert ends(line_axis(chart, SLIDE)) == pair(*on_slide)
    assert ends(line_axis(chart, PAGE)) == pair(*on_page)


@pytest.mark.parametrize(
    ("values", "on_page"),
    [
        ("0.91 0.99", ("0.9", "1")),
        ("0.98 1.04", ("0.96", "1.04")),  # above 100 %: the axis goes as far as the values
        ("0.5 1.3", ("0", "1.5")),
    ],
)
def test_rates_end_at_a_hundred_per_cent_unless_they_pass_it(values: str, on_page: tuple[str, str]) -> None:
    assert ends(line_axis(lines(values, kind=ValueFormat.RATE), PAGE)) == pair(*on_page)


def test_no_point_lies_on_the_foot_of_an_axis_that_does_not_begin_at_zero() -> None:
    """From 50 to 90 %, steps of 10 %: a step below 50 %; from 0, at 0."""
    assert ends(line_axis(lines("0.5 0.75 0.9", kind=ValueFormat.RATE), PAGE)) == pair("0.4", "0.9")
    assert ends(line_axis(lines("0 0.2 0.6", kind=ValueFormat.RATE), PAGE)) == pair("0", "0.6")


BANDS = (
    Band(Rag.RED, "R", Decimal(6), None, "> 6"),
    Band(Rag.AMBER, "O", Decimal(4), Decimal(6), "5 à 6"),
    Band(Rag.GREEN, "V", None, Decimal(4), "≤ 4"),
)


def test_every_band_shows_and_its_limits_are_printed() -> None:
    """Values up to 5 end at 6 in steps of 2, where the red band begins: one step more."""
    assert line_axis(lines("1 5", bands=BANDS), PAGE) == Axis(Decimal(0), Decimal(8), tuple(map(Decimal, (0, 4, 6, 8))))


def test_a_line_without_labels_prints_a_scale_and_one_with_labels_none() -> None:
    labelled = lines("4 9")
    bare = replace(labelled, series=(replace(labelled.series[0], labels=("", "")),))
    assert line_axis(labelled, PAGE).ticks == ()
    assert line_axis(bare, PAGE).ticks == tuple(map(Decimal, ("0", "2.5", "5", "7.5", "10")))


def test_the_label_of_the_highest_point_has_its_room() -> None:
    """At 9 of 10 over 220 px, 22 px are free of 24: the axis ends where 196 px are 9."""
    axis = Axis(Decimal(0), Decimal(10))
    assert axis.with_headroom(Decimal(9), 220, 24).told() == Axis(Decimal(0), Decimal("10.1020408163"))
    assert axis.with_headroom(Decimal(8), 220, 24) == axis
    assert axis.with_headroom(Decimal(10), 220, 0) == axis


def test_the_digits_of_a_tiny_axis_are_not_lost() -> None:
    tiny = Axis(Decimal(0), Decimal("0.0000005")).with_headroom(Decimal("0.0000005"), 120, 24).told()
    assert tiny == Axis(Decimal(0), Decimal("0.000000625"))


def test_a_line_above_columns_may_go_from_its_lowest_to_its_highest_value() -> None:
    assert ends(series_axis(series("0.21 – 0.24"), Room())) == pair("0.21", "0.24")
    assert ends(series_axis(series("0.21 0.21"), Room())) == pair("0.21", "1.21")


def test_columns_stand_on_zero_and_go_as_far_as_their_segments() -> None:
    """6 above zero and 4 below in the second column: its sum of 2 says nothing of its height.

    520 go up to the next of the hundreds that part the axis, at most eight of them.
    """
    mixed = columns("3 6", "2 -4")
    assert column_heights(mixed) == (pair("5", "0"), pair("6", "-4"))
    assert ends(column_axis(mixed, Room())) == pair("-4", "6")
    assert ends(column_axis(mixed, Room(below=Decimal("0.2")))) == pair("-4.8", "6")
    assert ends(column_axis(columns("300 500", "– 20"), Room(below=Decimal("0.2")))) == pair("0", "600")
    assert ends(column_axis(columns("0 –"), Room())) == pair("0", "1")


def test_bars_stand_on_zero_and_reach_the_value_to_compare_with() -> None:
    assert ends(bar_axis(bars("-45 55"))) == pair("-45", "55")
    assert ends(bar_axis(bars("10 55", "80"))) == pair("0", "80")
    assert ends(bar_axis(bars("-3"))) == pair("-3", "0")
    assert ends(bar_axis(bars("0"))) == pair("0", "1")
    assert ends(bar_axis(bars(""))) == pair("0", "1")


def test_a_value_stands_in_proportion() -> None:
    assert Axis(Decimal(-10), Decimal(30)).share(Decimal(0)) == Decimal("0.25")


def test_steps_are_round() -> None:
    assert [step_for(Decimal(extent), 5) for extent in ("10", "12", "0.02", "43")] == [
        Decimal(step) for step in ("2", "2.5", "0.005", "10")
    ]


def test_the_step_of_an_axis_is_round_and_parts_it_eight_times_at_most() -> None:
    assert Axis(Decimal(0), Decimal(520)).major == 100
    assert Axis(Decimal(-4), Decimal(6)).major == 2
    assert Axis(Decimal(0), Decimal(1)).major == Decimal("0.2")
    assert Axis(Decimal(0), Decimal(520)).rounded_up() == Axis(Decimal(0), Decimal(600))
    assert Axis(Decimal(0), Decimal(600)).rounded_up() == Axis(Decimal(0), Decimal(600))
