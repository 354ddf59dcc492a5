"""What a saved deck and a saved plan say, as plain text, to search in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from pptx import Presentation

from generator.pipeline import Built, DocumentKind


def path_of(built: Built, kind: DocumentKind) -> Path:
    """The document of a kind, among those of a build."""
    return next(document.path for document in built.documents if document.kind is kind)


def deck_text(path: Path) -> str:
    """Every text of the slides, tables and groups included."""
    return "\n".join(
        text for slide in Presentation(str(path)).slides for shape in slide.shapes for text in _shape_texts(shape)
    )


def plan_text(path: Path) -> str:
    """Every text of the body, tables included, and the alternative texts of its pictures."""
    body = Document(str(path)).element.body
    alternative = [found.get("descr", "") for found in body.iter() if str(found.tag).endswith("}docPr")]
    paragraphs = [
        "".join(run.text or "" for run in found.iter() if str(run.tag).endswith("}t"))
        for found in body.iter()
        if str(found.tag).endswith("}p")
    ]
    return "\n".join([*paragraphs, *alternative])


def charts(path: Path) -> dict[str, Any]:
    """The native charts of a deck, by shape name."""
    return {
        shape.name: shape.chart
        for slide in Presentation(str(path)).slides
        for shape in slide.shapes
        if getattr(shape, "has_chart", False) and shape.has_chart
    }


def categories(chart: Any) -> list[str]:
    """The categories of a chart, with plain spaces."""
    return [str(name).replace("\u00a0", " ") for name in chart.plots[0].categories]


def values(chart: Any) -> dict[str, tuple[float | None, ...]]:
    """The series of a chart by name."""
    return {series.name: tuple(series.values) for plot in chart.plots for series in plot.series}


def _shape_texts(shape: Any) -> Iterator[str]:
    if getattr(shape, "has_text_frame", False) and shape.has_text_frame:
        yield shape.text_frame.text
    if getattr(shape, "has_table", False) and shape.has_table:
        yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)
    for member in getattr(shape, "shapes", ()):
        yield from _shape_texts(member)
