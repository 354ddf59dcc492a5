"""Bars over the quarters to come: where they end, what is printed on them, and what ends when, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.brand import Box, Brand, load
from generator.charts.canvas import Drawing, Form, Line, Shape
from generator.charts.diagrams import arrange_diagram
from generator.charts.diagrams.pen import px
from generator.story.blocks.timeline import Mark, MarkKind, Timeline
from tests.charts.diagrams import samples
from tests.charts.diagrams.geometry import texts

SLIDE = Box(px(48), px(152), px(1184), px(484))


@pytest.fixture(scope="module")
def brand() -> Brand:
    return load()


def _shapes(drawing: Drawing) -> dict[str, Shape]:
    return {mark.key: mark for mark in drawing.marks if isinstance(mark, Shape)}


def _today(drawing: Drawing) -> int:
    (line,) = (mark for mark in drawing.marks if isinstance(mark, Line) and mark.key.endswith("today/line"))
    return line.x1_emu


def _one(base: Timeline, **changes: object) -> Timeline:
    return replace(base, rows=(replace(base.rows[0], **changes),))  # type: ignore[arg-type]


def test_a_bar_runs_to_the_end_of_its_last_day(brand: Brand) -> None:
    """Over the 915 days from July 2026 to the end of 2028, of which the first 92 end today."""
    (drawing,) = arrange_diagram(samples.timeline(), SLIDE, brand)
    bars = {key: shape.box for key, shape in _shapes(drawing).items() if key.endswith("/bar")}
    plot = bars["contracts/CT‑03/bar"]  # open-ended: over the whole axis

    assert plot.right_emu == SLIDE.right_emu
    shares = {"CT‑01": 335, "CT‑02": 549, "CT‑06": 243}
    for ref, days in shares.items():
        bar = bars[f"contracts/{ref}/bar"]
        assert bar.width_emu == pytest.approx(plot.width_emu * days / 915, abs=px(1))
    assert _today(drawing) == pytest.approx(plot.left_emu + plot.width_emu * 92 / 915, abs=px(1))


def test_what_starts_before_and_ends_after_keeps_to_the_plot(brand: Brand) -> None:
    base = samples.timeline()
    spans = ((base.start, base.end), (date(1990, 1, 1), date(2060, 1, 1)), (date(1990, 1, 1), None))
    rows = tuple(
        replace(base.rows[0], key=f"CT-{at}", start=start, end=end, marks=()) for at, (start, end) in enumerate(spans)
    )
    (drawing,) = arrange_diagram(replace(base, rows=rows), SLIDE, brand)
    whole, *beyond = [shape.box for key, shape in _shapes(drawing).items() if key.endswith("/bar")]

    assert [(bar.left_emu, bar.right_emu) for bar in beyond] == [(whole.left_emu, whole.right_emu)] * 2


def test_the_end_and_its_countdown_are_printed_on_the_bar_before_its_end(brand: Brand) -> None:
    (drawing,) = arrange_diagram(samples.timeline(), SLIDE, brand)
    shapes = _shapes(drawing)

    for ref in ("CT‑01", "CT‑02", "CT‑03"):
        bar, label = shapes[f"contracts/{ref}/bar"].box, shapes[f"contracts/{ref}/end"].box
        assert label.left_emu > _today(drawing)
        assert bar.right_emu - px(10) <= label.right_emu <= bar.right_emu
    assert {"31/05/2027 · 243 j", "sans terme"} <= set(texts(drawing))


@pytest.mark.parametrize("end", [date(2026, 10, 1), date(2026, 10, 20), date(2026, 11, 15), date(2028, 12, 31)])
def test_the_printed_end_never_crosses_the_today_line(end: date, brand: Brand) -> None:
    (drawing,) = arrange_diagram(_one(samples.timeline(), end=end, marks=()), SLIDE, brand)
    label = _shapes(drawing)["contracts/CT‑01/end"].box

    assert not label.left_emu <= _today(drawing) <= label.right_emu
    assert label.right_emu <= SLIDE.right_emu


def test_a_near_notice_stands_above_its_bar_with_its_words(brand: Brand) -> None:
    (drawing,) = arrange_diagram(samples.timeline(), SLIDE, brand)
    shapes = _shapes(drawing)
    symbol, bar = shapes["contracts/CT‑01/mark/notice"], shapes["contracts/CT‑01/bar"]

    assert symbol.form is Form.TRIANGLE_DOWN
    assert symbol.box.bottom_emu <= bar.box.top_emu
    assert "préavis le 30/11/2026, dans 61 j" in texts(drawing)


def test_words_beyond_the_plot_stand_before_their_mark(brand: Brand) -> None:
    mark = Mark("notice", date(2028, 12, 30), MarkKind.NOTICE_NEAR, "préavis le 30/12/2028, dans 822 j")
    (drawing,) = arrange_diagram(_one(samples.timeline(), end=None, marks=(mark,)), SLIDE, brand)
    shapes = _shapes(drawing)

    symbol, label = shapes["contracts/CT‑01/mark/notice"].box, shapes["contracts/CT‑01/mark/notice/label"].box
    assert label.right_emu < symbol.left_emu


def test_the_columns_of_the_strip_stand_on_their_quarters_in_proportion(brand: Brand) -> None:
    """1 650 of 1 650 takes the whole height, 1 410 and 480 their share of it; what is at stake in the accent."""
    (drawing,) = arrange_diagram(samples.timeline(), SLIDE, brand)
    columns = {key: shape for key, shape in _shapes(drawing).items() if "/strip/" in key and shape.fill is not None}

    assert sorted(columns) == [
        "contracts/strip/3/at-stake",
        "contracts/strip/4/at-stake",
        "contracts/strip/6/other",
        "contracts/strip/8/other",
    ]
    tallest = columns["contracts/strip/4/at-stake"].box.height_emu
    assert columns["contracts/strip/6/other"].box.height_emu == pytest.approx(tallest * 1410 / 1650, abs=2)
    assert columns["contracts/strip/8/other"].box.height_emu == pytest.approx(tallest * 480 / 1650, abs=2)
    assert columns["contracts/strip/4/at-stake"].fill == brand.palette["message"]
    assert len({shape.box.bottom_emu for shape in columns.values()}) == 1


def test_what_ends_in_one_quarter_is_stacked_with_what_is_at_stake_below(brand: Brand) -> None:
    base = samples.timeline()
    assert base.strip is not None
    values = (replace(base.strip.values[0], emphasised=Decimal(30), other=Decimal(10)), *base.strip.values[1:])
    (drawing,) = arrange_diagram(replace(base, strip=replace(base.strip, values=values)), SLIDE, brand)
    shapes = _shapes(drawing)

    assert shapes["contracts/strip/1/at-stake"].box.top_emu == shapes["contracts/strip/1/other"].box.bottom_emu


def test_quarters_are_named_where_they_have_room(brand: Brand) -> None:
    (wide,) = arrange_diagram(samples.timeline(), SLIDE, brand)
    (narrow,) = arrange_diagram(samples.timeline(), replace(SLIDE, width_emu=px(300)), brand)

    assert [word for word in texts(wide) if word in ("T1", "T2", "T3", "T4")] == [
        *("T3", "T4"),
        *("T1", "T2", "T3", "T4") * 2,
    ]
    assert "T1" not in texts(narrow)


def test_today_out_of_range_has_no_line(brand: Brand) -> None:
    (drawing,) = arrange_diagram(replace(samples.timeline(), today=date(2031, 1, 1)), SLIDE, brand)

    assert "30/09/2026" not in texts(drawing)
    assert not [mark for mark in drawing.marks if "today" in mark.key]
