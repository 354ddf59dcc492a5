"""Native chart parts after python-pptx: sound axes, combined plots, a workbook of what is plotted only."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from lxml import etree

from generator.ooxml.repack import EPOCH, canonical

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pptx.chart.chart import Chart
    from pptx.parts.chart import ChartPart

Cell = str | float

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_UNDRAWN = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
_SHEET = "Sheet1"  # the name python-pptx puts in its references
_REFERENCE = re.compile(r"(?:'?[^'!]+'?!)?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d+)")
_BAR_ONLY = ("invertIfNegative", "pictureOptions", "shape")
_LINE_LABELS = ("t", "b", "l", "r", "ctr")


def finish_chart(chart: "Chart") -> None:
    """Settle the axes and embed the plotted data: the last thing to do to a chart."""
    settle_axes(chart.element)
    embed_plotted_data(chart)


def settle_axes(chart_space: "_Element") -> None:
    """Number the axes 1, 2, 3…: python-pptx writes negative ids, which strict readers refuse."""
    numbers: dict[str, str] = {}
    for element in chart_space.iter(_c("axId"), _c("crossAx")):
        element.set("val", numbers.setdefault(element.get("val", ""), str(len(numbers) + 1)))


def embed_plotted_data(chart: "Chart") -> None:
    """Write the chart's workbook anew from what the chart shows: nothing else is in it, and both always agree."""
    replace_workbook(chart, plotted_cells(chart.element))


def replace_workbook(chart: "Chart", cells: Mapping[tuple[int, int], Cell]) -> None:
    """Replace the chart's workbook by these cells (row and column from 0); a text that starts with = stays a text."""
    part = cast("ChartPart", chart.part)
    part.chart_workbook.update_from_xlsx_blob(chart_workbook(cells))


def plotted_cells(chart_space: "_Element") -> dict[tuple[int, int], Cell]:
    """Every value the chart caches, at the cell it refers to (row and column from 0)."""
    cells: dict[tuple[int, int], Cell] = {}
    for reference in chart_space.iter(_c("strRef"), _c("numRef")):
        at = _REFERENCE.match(reference.findtext(_c("f"), ""))
        if at is not None:
            row, column = int(at["row"]) - 1, _column(at["column"])
            numeric = reference.tag == _c("numRef")
            cells.update({(row + rank, column): float(text) if numeric else text for rank, text in _points(reference)})
    return cells


def chart_workbook(cells: Mapping[tuple[int, int], Cell]) -> bytes:
    """A workbook of one sheet with these cells, the same bytes each time."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(buffer, options)
    book.set_properties({"created": EPOCH.replace(tzinfo=None)})
    sheet = book.add_worksheet(_SHEET)
    for (row, column), value in sorted(cells.items()):
        if isinstance(value, str):
            sheet.write_string(row, column, value)
        else:
            sheet.write_number(row, column, value)
    book.close()
    return canonical(buffer.getvalue())


def move_to_line(chart_space: "_Element", series: int, *, bounds: tuple[float, float] | None = None) -> "_Element":
    """Turn a column series (by its `c:idx`) into a line of the same chart, and return its `c:ser`.

    Without `bounds` the line shares the columns' axes; with them it gets hidden axes of its own, from low to high.
    """
    plot_area = next(chart_space.iter(_c("plotArea")))
    columns, moved = _series(plot_area, series)
    columns.remove(moved)
    ids = [element.get("val", "") for element in columns.findall(_c("axId"))] if bounds is None else ["901", "902"]
    line = _line_plot(_as_line_series(moved), ids)
    columns.addnext(line)
    if bounds is not None:
        last = [child for child in plot_area if child.tag in (_c("catAx"), _c("valAx"), _c("dateAx"))][-1]
        for axis in reversed(_hidden_axes(ids, bounds)):
            last.addnext(axis)
    return moved


def _series(plot_area: "_Element", series: int) -> tuple["_Element", "_Element"]:
    """The plot and the series of this `c:idx`."""
    return next(
        (plot, ser) for plot in plot_area for ser in plot.findall(_c("ser")) if _value(ser, "idx") == str(series)
    )


def _line_plot(series: "_Element", axis_ids: list[str]) -> "_Element":
    line = etree.Element(_c("lineChart"), nsmap={"c": _C})
    _child(line, "grouping", "standard")
    _child(line, "varyColors", "0")
    line.append(series)
    _child(line, "marker", "1")
    for number in axis_ids:
        _child(line, "axId", number)
    return line


def _as_line_series(series: "_Element") -> "_Element":
    for name in _BAR_ONLY:
        for element in list(series.iter(_c(name))):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    for position in series.iter(_c("dLblPos")):
        if position.get("val") not in _LINE_LABELS:
            position.set("val", "t")
    _child(series, "smooth", "0")
    return series


def _hidden_axes(ids: list[str], bounds: tuple[float, float]) -> list["_Element"]:
    """A value axis over the bounds, there but not drawn (Office plots on the columns' axis when it is deleted)."""
    low, high = bounds
    value = (
        f'<c:valAx xmlns:c="{_C}" xmlns:a="{_A}"><c:axId val="{ids[1]}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{high!r}"/><c:min val="{low!r}"/></c:scaling><c:delete val="0"/><c:axPos val="r"/>{_UNDRAWN}'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:crossAx val="{ids[0]}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>'
    )
    category = (
        f'<c:catAx xmlns:c="{_C}"><c:axId val="{ids[0]}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="b"/>{_UNDRAWN}<c:crossAx val="{ids[1]}"/><c:crosses val="autoZero"/>'
        "</c:catAx>"
    )
    return [etree.fromstring(value), etree.fromstring(category)]


def _points(reference: "_Element") -> Iterator[tuple[int, str]]:
    for point in reference.iter(_c("pt")):
        yield int(point.get("idx", "0")), point.findtext(_c("v"), "")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _child(parent: "_Element", name: str, value: str) -> None:
    etree.SubElement(parent, _c(name)).set("val", value)


def _value(element: "_Element", name: str) -> str | None:
    found = element.find(_c(name))
    return None if found is None else found.get("val")


def _c(name: str) -> str:
    return f"{{{_C}}}{name}"
