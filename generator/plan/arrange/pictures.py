"""Charts and diagrams as pictures at their own size, with their captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.charts.canvas import Drawing
from generator.charts.plots.arrange import Chart, arrange_chart
from generator.charts.plots.figures import NativeFigure, native_figures
from generator.ooxml.identity import continued
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import CaptionKind, Paragraph, Part, Picture
from generator.plan.arrange.styles import Style
from generator.plan.arrange.tables import caption_part
from generator.story.blocks.chart import LineChart


def chart_parts(chart: Chart, context: Context, *, has_title: bool = True) -> tuple[Part, ...]:
    """A chart over the width of the text; what its caption says is not said over it too."""
    if not isinstance(chart, LineChart) and chart.caption.startswith(chart.title):
        chart = replace(chart, title="")
    return (
        *picture_parts(chart.key, _drawn(chart, context, has_title=has_title), chart.alt),
        *caption_part(chart.key, CaptionKind.FIGURE, chart.caption, context),
    )


def _drawn(chart: Chart, context: Context, *, has_title: bool) -> Sequence[Drawing | NativeFigure]:
    """The chart as a picture, or as native charts one above the other."""
    width, brand, language = context.width_emu, context.brand, context.language
    if context.native_charts:
        return native_figures(chart, width, brand, language=language, has_title=has_title)
    return (arrange_chart(chart, width, brand, language=language, has_title=has_title),)


def picture_parts(key: str, drawings: Sequence[Drawing | NativeFigure], alt: str) -> tuple[Part, ...]:
    """Drawings one below the other, each told by its alternative text."""
    return tuple(
        Paragraph(
            content=(Picture(continued(key, part), drawing, drawing.alt or alt),),
            style=Style.FIGURE,
            keeps_next=part == len(drawings),
        )
        for part, drawing in enumerate(drawings, start=1)
    )
