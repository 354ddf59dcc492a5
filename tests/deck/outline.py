"""A saved deck told as text: slides, placeholders, groups, tables, charts, notes, as a reader would find them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation


def outline(deck: bytes) -> str:
    """The deck on lines of text."""
    presentation = Presentation(io.BytesIO(deck))
    lines = [line for number, slide in enumerate(presentation.slides, start=1) for line in _slide(number, slide)]
    return "\n".join(lines) + "\n"


def _slide(number: int, slide: Any) -> Iterator[str]:
    yield f"== {number} [{slide.slide_layout.name}]"
    for shape in slide.shapes:
        yield from _shape(shape, "  ")
    if slide.has_notes_slide:
        yield from (f"  notes: {line}" for line in slide.notes_slide.notes_text_frame.text.split("\n"))


def _shape(shape: Any, indent: str) -> Iterator[str]:
    alt = shape._element.xpath(".//p:cNvPr")[0].get("descr")
    told = f" — {alt}" if alt else ""
    if shape.is_placeholder:
        yield f"{indent}{shape.placeholder_format.type.name.lower()}: {_text(shape)}"
    elif shape.shape_type is not None and shape.shape_type.name == "GROUP":
        yield f"{indent}group {shape.name}{told}"
        for member in shape.shapes:
            yield from _shape(member, indent + "  ")
    elif shape.has_table:
        yield f"{indent}table {shape.name}{told}"
        yield from (f"{indent}  | {_row(row)}" for row in shape.table._tbl.tr_lst)
    elif shape.has_chart:
        yield f"{indent}chart {shape.name}{told}"
        yield from _chart(shape.chart, indent + "  ")
    elif shape.has_text_frame and shape.text_frame.text:
        yield f"{indent}{_text(shape)}{told}"


def _text(shape: Any) -> str:
    return " / ".join(paragraph.text for paragraph in shape.text_frame.paragraphs)


def _row(row: Any) -> str:
    return " | ".join("".join(cell.xpath(".//a:t/text()")).strip("\u00a0") for cell in row.tc_lst)


def _chart(chart: Any, indent: str) -> Iterator[str]:
    for plot in chart.plots:
        yield f"{indent}{type(plot).__name__} {', '.join(plot.categories)}"
        yield from (f"{indent}{series.name}: {', '.join(map(str, series.values))}" for series in plot.series)
