"""Charts and diagrams as pictures at their own size, with their captions."""

from __future__ import annotations

from generator.charts.canvas import Drawing
from generator.charts.picture.arrange import Chart, arrange_chart
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import CaptionKind, Paragraph, Part, Picture, Style
from generator.plan.arrange.tables import caption_part


def chart_parts(chart: Chart, context: Context, *, has_title: bool = True) -> tuple[Part, ...]:
    """A chart over the width of the text."""
    drawing = arrange_chart(chart, context.width_emu, context.brand, language=context.language, has_title=has_title)
    return (
        *picture_parts(chart.key, (drawing,), chart.alt),
        *caption_part(chart.key, CaptionKind.FIGURE, chart.caption, context),
    )


def picture_parts(key: str, drawings: tuple[Drawing, ...], alt: str) -> tuple[Part, ...]:
    """Drawings one below the other, each told by its alternative text."""
    return tuple(
        Paragraph(
            content=(Picture(key if at == 0 else f"{key}/{at + 1}", drawing, drawing.alt or alt),),
            style=Style.FIGURE,
            keeps_next=at + 1 == len(drawings),
        )
        for at, drawing in enumerate(drawings)
    )
