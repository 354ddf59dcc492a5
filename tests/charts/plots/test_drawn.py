"""Charts as drawings: nothing leaves the picture, labels do not touch, colours follow the roles."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from generator.brand import EMU_PER_PX, Box, load
from generator.charts.canvas import Drawing, Form, Line, Shape
from generator.charts.plots.arrange import Chart, arrange_chart
from generator.locales.language import Language
from generator.story.blocks.chart import LineChart, Series
from tests.plan.samples import incidents_chart, movers_chart, revenue_chart, sla_chart

BRAND = load()
WIDTH = 628 * EMU_PER_PX


def drawn(chart: Chart) -> Drawing:
    return arrange_chart(chart, WIDTH, BRAND, language=Language.FR, has_title=not isinstance(chart, LineChart))


def labels(drawing: Drawing) -> list[tuple[str, Box]]:
    return [
        (mark.text.paragraphs[0].runs[0].text, mark.box)
        for mark in drawing.marks
        if isinstance(mark, Shape) and mark.text is not None
    ]


def touch(one: Box, other: Box) -> bool:
    across = one.left_emu < other.right_emu and other.left_emu < one.right_emu
    return across and one.top_emu < other.bottom_emu and other.top_emu < one.bottom_emu


CHARTS = [incidents_chart(), sla_chart(), revenue_chart(), movers_chart()]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_nothing_leaves_the_picture(chart: Chart) -> None:
    drawing = drawn(chart)
    for mark in drawing.marks:
        if isinstance(mark, Shape):
            assert mark.box.left_emu >= -EMU_PER_PX
            assert mark.box.right_emu <= drawing.box.right_emu + EMU_PER_PX
            assert mark.box.top_emu >= -EMU_PER_PX
            assert mark.box.bottom_emu <= drawing.box.bottom_emu + EMU_PER_PX


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_labels_do_not_touch(chart: Chart) -> None:
    for (one, box), (other, beside) in combinations(labels(drawn(chart)), 2):
        assert not touch(box, beside), f"{one} touches {other}"


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_no_text_is_smaller_than_nine_points(chart: Chart) -> None:
    marks = [mark.text for mark in drawn(chart).marks if isinstance(mark, Shape) and mark.text is not None]
    assert min(run.size_pt for body in marks for one in body.paragraphs for run in one.runs) >= 9


def test_every_value_is_labelled_where_there_is_room() -> None:
    texts = [text for text, _ in labels(drawn(incidents_chart()))]
    assert [text for text in texts if text in {"9", "8", "5", "7"}].count("5") == 2
    assert {"9", "8", "7", "Cible\u00a0: 4 au plus", "≤ 4", "T3\u00a026"} <= set(texts)


def test_bands_stand_behind_in_the_soft_colours_from_the_top() -> None:
    palette = BRAND.palette
    soft = [palette.rag(letter).soft for letter in "ROV"]
    boxes = [mark for mark in drawn(incidents_chart()).marks if isinstance(mark, Shape) and mark.fill in soft]
    assert [box.fill for box in boxes] == soft
    assert boxes[0].box.bottom_emu == pytest.approx(boxes[1].box.top_emu, abs=EMU_PER_PX)


def test_the_letter_of_a_band_comes_with_its_shape() -> None:
    red = BRAND.palette.rag("R").strong
    forms = {mark.form for mark in drawn(incidents_chart()).marks if isinstance(mark, Shape) and mark.fill == red}
    assert forms == {Form.RECTANGLE}


def test_a_gap_breaks_the_line() -> None:
    whole = incidents_chart()
    series = replace(whole.series[0], values=(*map(Decimal, (9, 8, 6)), None, *map(Decimal, (4, 4, 5, 7))))
    strokes = [
        len([mark for mark in drawn(chart).marks if isinstance(mark, Line) and mark.width_pt == 2.25])
        for chart in (whole, replace(whole, series=(series,)))
    ]
    assert strokes == [7, 5]


def test_a_series_without_values_draws_its_frame() -> None:
    empty = Series("KPI-05", "Incidents P1", (None,) * 8, ("",) * 8)
    assert drawn(replace(incidents_chart(), series=(empty,), target=None, bands=())).marks


def test_many_quarters_are_named_one_in_two_from_the_last() -> None:
    names = tuple(f"T{1 + at % 4}\u00a02{at // 4}" for at in range(24))
    values = tuple(Decimal(at) for at in range(24))
    chart = replace(
        incidents_chart(), categories=names, series=(Series("k", "k", values, tuple(map(str, values))),), target=None
    )
    shown = [text for text, _ in labels(drawn(chart)) if text in names]
    assert shown[-1] == names[-1]
    assert len(shown) < 24


def test_columns_stack_to_their_total() -> None:
    """T4 24: 410 + 260 + 150 + 120 + 60 = 1 000, against 1 130 at T3 26, the tallest."""
    fills = {BRAND.palette.series(rank) for rank in range(5)}
    columns: dict[int, int] = {}
    for mark in drawn(revenue_chart()).marks:
        if isinstance(mark, Shape) and mark.fill in fills and mark.form is Form.RECTANGLE:
            columns[mark.box.left_emu] = columns.get(mark.box.left_emu, 0) + mark.box.height_emu + EMU_PER_PX
    heights = [columns[left] for left in sorted(columns)]
    assert heights[0] / heights[-1] == pytest.approx(1000 / 1130, abs=0.01)


def test_a_negative_bar_goes_left_of_zero() -> None:
    bars = [mark for mark in drawn(movers_chart()).marks if isinstance(mark, Shape) and mark.fill is not None]
    assert bars[2].box.right_emu == pytest.approx(bars[0].box.left_emu, abs=EMU_PER_PX)
