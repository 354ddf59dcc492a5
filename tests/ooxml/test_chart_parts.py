"""Native chart parts: axes, combined plots, and the workbook that holds the plotted data only."""

import io
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION

from generator.ooxml.chart_parts import chart_workbook, finish_chart, move_to_line, plotted_cells

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def _untyped(function: Any) -> Any:
    """python-pptx leaves its chart data without annotations."""
    return function


@pytest.fixture
def chart() -> Any:
    data: Any = _untyped(CategoryChartData)(number_format="0.0")
    data.categories = ["=T1", "T2 26", "T3 26"]
    data.add_series("=CA", (100, 120, None))
    data.add_series("Marge", (0.2, 0.3, 0.25))
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    return slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, 3_000_000, 2_000_000, data).chart


def sheet(chart: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active


def test_axes_are_numbered_from_one_and_cross_each_other(chart: Any) -> None:
    finish_chart(chart)
    axes = list(chart.element.iter(f"{C}catAx", f"{C}valAx"))
    numbers = {axis.find(f"{C}axId").get("val"): axis.find(f"{C}crossAx").get("val") for axis in axes}
    assert numbers == {"1": "2", "2": "1"}
    assert {item.get("val") for item in next(chart.element.iter(f"{C}barChart")).findall(f"{C}axId")} == {"1", "2"}


def test_the_workbook_holds_what_is_plotted_and_no_formula(chart: Any) -> None:
    finish_chart(chart)
    rows = [[cell.value for cell in row] for row in sheet(chart).iter_rows()]
    assert rows == [[None, "=CA", "Marge"], ["=T1", 100, 0.2], ["T2 26", 120, 0.3], ["T3 26", None, 0.25]]
    assert sheet(chart)["A2"].data_type == "s"


def test_cells_are_read_where_the_references_say(chart: Any) -> None:
    cells = plotted_cells(chart.element)
    assert cells[0, 1] == "=CA"
    assert cells[3, 0] == "T3 26"
    assert cells[3, 2] == 0.25
    assert (3, 1) not in cells


def test_the_same_cells_give_the_same_bytes() -> None:
    cells: dict[tuple[int, int], str | float] = {(0, 1): "CA", (1, 0): "http://exemple.fr", (1, 1): 12.5}
    assert chart_workbook(cells) == chart_workbook(dict(reversed(cells.items())))


def test_a_series_becomes_a_line_on_the_columns_axes(chart: Any) -> None:
    chart.plots[0].has_data_labels = True
    chart.plots[0].series[1].data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    series = move_to_line(chart.element, 1)
    finish_chart(chart)
    plots = {plot.tag.removeprefix(C): plot for plot in next(chart.element.iter(f"{C}plotArea")) if "Chart" in plot.tag}
    assert list(plots) == ["barChart", "lineChart"]
    assert [len(plot.findall(f"{C}ser")) for plot in plots.values()] == [1, 1]
    shared = [[item.get("val") for item in plot.findall(f"{C}axId")] for plot in plots.values()]
    assert shared[0] == shared[1]
    assert series.find(f"{C}invertIfNegative") is None
    assert {item.get("val") for item in series.iter(f"{C}dLblPos")} == {"t"}
    assert len(sheet(chart)["C"]) == 4


def test_a_line_may_have_a_hidden_axis_of_its_own(chart: Any) -> None:
    move_to_line(chart.element, 1, bounds=(0.0, 0.5))
    finish_chart(chart)
    axes = {axis.find(f"{C}axId").get("val"): axis for axis in chart.element.iter(f"{C}catAx", f"{C}valAx")}
    line = next(chart.element.iter(f"{C}lineChart"))
    own = [axes[item.get("val")] for item in line.findall(f"{C}axId")]
    assert len(axes) == 4
    assert [axis.find(f"{C}delete").get("val") for axis in own] == ["1", "0"]
    assert own[1].find(f"{C}scaling/{C}max").get("val") == "0.5"
    assert own[1].find(f"{C}tickLblPos").get("val") == "none"
