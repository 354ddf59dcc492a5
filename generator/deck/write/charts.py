"""A chart as a part of the package, with its embedded workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.chart import ChartPart

from generator.charts.native.space import chart_space
from generator.charts.plots.chart import NativeChart
from generator.ooxml.chart_parts import plotted_workbook

if TYPE_CHECKING:
    from pptx.parts.slide import SlidePart


def relate_chart(slide: SlidePart, chart: NativeChart, number: int, language: str) -> str:
    """Add the chart as the deck's ``number``-th and return the slide's relationship to it."""
    name = PackURI(f"/ppt/charts/chart{number}.xml")
    data = chart_space(chart, language)
    part = ChartPart.load(name, CONTENT_TYPE.DML_CHART, slide.package, data)
    relation: str = slide.relate_to(part, RELATIONSHIP_TYPE.CHART)
    # Only now: the workbook's name is chosen among the parts that the package can reach.
    part.chart_workbook.update_from_xlsx_blob(plotted_workbook(data))
    return relation
