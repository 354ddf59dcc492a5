"""A native chart of the plan: its part, the workbook with what it plots, the shapes inside it."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.story import StoryPart

from generator.charts.native.space import chart_space
from generator.charts.native.user_shapes import user_shapes
from generator.charts.plots.figures import NativeFigure
from generator.locales.language import Language
from generator.ooxml.chart_parts import plotted_workbook

_SHAPES = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
_SHAPES_OF = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes"


def chart_relater(story: StoryPart, language: Language) -> Callable[[NativeFigure], str]:
    """What adds a figure to the package of a part, numbered as it comes, and returns the part's relation to it."""
    count = itertools.count(1)

    def chart_id(figure: NativeFigure) -> str:
        return story.relate_to(_chart_part(story, figure, next(count), language.manner.tag), RT.CHART)

    return chart_id


def _chart_part(story: StoryPart, figure: NativeFigure, number: int, language: str) -> Part:
    package = story.package
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CT.DML_CHART, b"", package)
    data = chart_space(figure.chart, language)
    workbook = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    relation = part.relate_to(Part(workbook, CT.SML_SHEET, plotted_workbook(data), package), RT.PACKAGE)
    relations = f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData>'
    if figure.marks:
        shapes = user_shapes(figure.marks, figure.frame, language)
        drawing = PackURI(f"/word/drawings/drawing{number}.xml")
        relation = part.relate_to(Part(drawing, _SHAPES, shapes, package), _SHAPES_OF)
        relations += f'<c:userShapes r:id="{relation}"/>'
    part._blob = chart_space(figure.chart, language, relations=relations)  # noqa: SLF001  its relations come first
    return part
