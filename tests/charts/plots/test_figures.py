"""Native charts of the plan beside their pictures: the same places, the same bands, nothing outside the frame."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree

from generator.brand import EMU_PER_PX, Box, load
from generator.charts.canvas import Form, Line, Shape
from generator.charts.native.space import chart_space
from generator.charts.native.user_shapes import user_shapes
from generator.charts.plots.arrange import Chart, arrange_chart, chart_height_emu
from generator.charts.plots.chart import NativeChart, PlotKind, PlotSeries
from generator.charts.plots.figures import NativeFigure, native_figures
from generator.locales.language import Language
from generator.story.blocks.chart import LineChart
from tests.plan.samples import incidents_chart, movers_chart, revenue_chart, sla_chart

BRAND = load()
WIDTH = 628 * EMU_PER_PX
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CDR = "{http://schemas.openxmlformats.org/drawingml/2006/chartDrawing}"
CHARTS = [incidents_chart(), sla_chart(), revenue_chart(), movers_chart()]
every_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)


def figures(chart: Chart) -> tuple[NativeFigure, ...]:
    return native_figures(chart, WIDTH, BRAND, language=Language.FR)


def series(chart: NativeChart, kind: PlotKind) -> tuple[PlotSeries, ...]:
    return tuple(one for plot in chart.plots if plot.kind is kind for one in plot.series)


def place_of(figure: NativeFigure, at: int, value: float) -> tuple[float, float]:
    """Where a point of an edge-to-edge line is drawn, in EMU from the corner of the frame."""
    chart = figure.chart
    step = chart.inner.width / (len(chart.categories) - 1)
    share = (float(chart.high) - value) / float(chart.high - chart.low)
    left = chart.inner.left + step * at
    return left * figure.frame.width_emu, (chart.inner.top + share * chart.inner.height) * figure.frame.height_emu


def words(figure: NativeFigure) -> list[str]:
    bodies = (mark.text for mark in figure.marks if isinstance(mark, Shape) and mark.text is not None)
    return [run.text for body in bodies for one in body.paragraphs for run in one.runs]


@every_chart
def test_a_chart_takes_the_place_of_its_picture(chart: Chart) -> None:
    frames = [figure.frame for figure in figures(chart)]
    assert {frame.width_emu for frame in frames} == {WIDTH}
    assert sum(frame.height_emu for frame in frames) == chart_height_emu(chart)


@every_chart
def test_what_lies_on_a_chart_stays_in_its_frame(chart: Chart) -> None:
    for figure in figures(chart):
        boxes = [mark.box for mark in figure.marks if isinstance(mark, Shape)]
        for box in (*boxes, plot_of(figure)):
            assert box.left_emu >= figure.frame.left_emu - EMU_PER_PX
            assert box.right_emu <= figure.frame.right_emu + EMU_PER_PX
            assert box.top_emu >= figure.frame.top_emu - EMU_PER_PX
            assert box.bottom_emu <= figure.frame.bottom_emu + EMU_PER_PX


def plot_of(figure: NativeFigure) -> Box:
    frame, inner = figure.frame, figure.chart.inner
    return Box(
        round(frame.left_emu + inner.left * frame.width_emu),
        round(frame.top_emu + inner.top * frame.height_emu),
        round(inner.width * frame.width_emu),
        round(inner.height * frame.height_emu),
    )


@pytest.mark.parametrize(("chart", "last"), [(incidents_chart(), 7.0), (sla_chart(), 0.964)], ids=["incidents", "sla"])
def test_a_line_ends_where_its_picture_ends(chart: LineChart, last: float) -> None:
    drawing = arrange_chart(chart, WIDTH, BRAND, language=Language.FR)
    points = [mark.box for mark in drawing.marks if isinstance(mark, Shape) and mark.fill == BRAND.palette["message"]]
    drawn = (points[-1].left_emu + points[-1].width_emu / 2, points[-1].top_emu + points[-1].height_emu / 2)
    assert place_of(figures(chart)[0], 7, last) == pytest.approx(drawn, abs=EMU_PER_PX)


def test_bands_are_areas_as_thick_as_they_are_wide() -> None:
    """Green up to 4, amber up to 6, red to the end of the axis, in that order from the foot."""
    (figure,) = figures(incidents_chart())
    bands = series(figure.chart, PlotKind.AREAS)
    assert [band.name for band in bands] == ["V ≤ 4", "O 5 à 6", "R > 6"]
    assert [set(band.values) for band in bands[:2]] == [{Decimal(4)}, {Decimal(2)}]
    assert sum(band.values[0] or 0 for band in bands) == figure.chart.high
    assert [band.colour for band in bands] == [BRAND.palette.rag(letter).soft for letter in "VOR"]


def test_what_the_bands_mean_stands_beside_them() -> None:
    (figure,) = figures(incidents_chart())
    assert {"V", "O", "R", "≤ 4", "5 à 6", "> 6"} <= set(words(figure))
    forms = {mark.form for mark in figure.marks if isinstance(mark, Shape) and mark.fill is not None}
    assert forms == {Form.ELLIPSE, Form.TRIANGLE, Form.RECTANGLE}


def test_bands_that_areas_cannot_tell_are_left_to_the_words() -> None:
    """Below zero, or with a hole between two of them."""
    chart = incidents_chart()
    holed = replace(chart, bands=(chart.bands[0], chart.bands[2]))
    fallen = replace(
        chart.series[0],
        values=tuple(None if value is None else value - 12 for value in chart.series[0].values),
    )
    for shown in (holed, replace(chart, series=(fallen,))):
        (figure,) = figures(shown)
        assert not series(figure.chart, PlotKind.AREAS)
        assert "> 6" in words(figure)


def test_a_line_over_columns_is_a_chart_above_them() -> None:
    above, below = figures(revenue_chart())
    assert [one.name for one in series(above.chart, PlotKind.LINES)] == ["Marge"]
    assert above.frame.bottom_emu == below.frame.top_emu
    assert [one.name for one in series(below.chart, PlotKind.COLUMNS)][:2] == ["Infogérance", "Support"]
    assert words(below)[0] == "Chiffre d’affaires, en k€"


def test_what_lies_behind_comes_last_in_the_data() -> None:
    """The person who opens the data finds the target, the values, then the bands."""
    (figure,) = figures(incidents_chart())
    root = etree.fromstring(chart_space(figure.chart, "fr-FR"))
    columns = {one.findtext(f"{C}tx/{C}strRef/{C}f"): one.findtext(f".//{C}v") for one in root.iter(f"{C}ser")}
    assert [columns[f"Sheet1!${letter}$1"] for letter in "BCDEF"] == [
        "Cible", "Incidents P1", "V ≤ 4", "O 5 à 6", "R > 6",
    ]  # fmt: skip
    assert [one.tag.removeprefix(C) for one in root.iter(f"{C}areaChart", f"{C}lineChart")] == [
        "areaChart",
        "lineChart",
    ]


@every_chart
def test_marks_are_told_in_shares_of_the_frame(chart: Chart) -> None:
    for figure in figures(chart):
        root = etree.fromstring(user_shapes(figure.marks, figure.frame, "fr-FR"))
        anchors = root.findall(f"{CDR}relSizeAnchor")
        assert len(anchors) == len(figure.marks)
        shares = [float(str(one.text)) for one in root.iter(f"{CDR}x", f"{CDR}y")]
        assert all(0 <= share <= 1 for share in shares)
        ids = [one.get("id") for one in root.iter(f"{CDR}cNvPr")]
        assert len(set(ids)) == len(figure.marks)


def test_the_value_to_compare_with_is_a_line_over_the_bars() -> None:
    bars = replace(movers_chart(), marker=Decimal(40_000), marker_label="Cible 40")
    (figure,) = figures(bars)
    assert [mark.is_dashed for mark in figure.marks if isinstance(mark, Line)] == [True]
    assert "Cible 40" in words(figure)
