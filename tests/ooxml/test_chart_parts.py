"""The workbook inside a native chart holds the plotted data only."""

import io
from typing import Any

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from generator.ooxml.chart_parts import chart_workbook, plotted_cells, plotted_workbook


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
    return openpyxl.load_workbook(io.BytesIO(plotted_workbook(etree.tostring(chart.element)))).active


def test_the_workbook_holds_what_is_plotted_and_no_formula(chart: Any) -> None:
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
