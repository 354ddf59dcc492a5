"""A part with some of its text replaced, wherever it stands: most parts come back as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.plan.arrange.document import Inline, Paragraph, Part, TablePart, TableRow

Rewording = Callable[[Inline], tuple[Inline, ...] | None]


def reworded(part: Part, rewording: Rewording) -> Part:
    """The part with each inline that ``rewording`` has an answer for replaced by it; None keeps the inline."""
    if isinstance(part, Paragraph):
        return _paragraph(part, rewording)
    if not isinstance(part, TablePart):
        return part
    return replace(part, rows=tuple(reworded_row(row, rewording) for row in part.rows))


def reworded_row(row: TableRow, rewording: Rewording) -> TableRow:
    """The same of one row of a table."""
    cells = tuple(
        replace(cell, paragraphs=texts)
        if (texts := tuple(_paragraph(one, rewording) for one in cell.paragraphs)) != cell.paragraphs
        else cell
        for cell in row.cells
    )
    return row if cells == row.cells else replace(row, cells=cells)


def _paragraph(part: Paragraph, rewording: Rewording) -> Paragraph:
    answers = [rewording(one) for one in part.content]
    if all(answer is None for answer in answers):
        return part
    content = (
        one
        for inline, answer in zip(part.content, answers, strict=True)
        for one in ((inline,) if answer is None else answer)
    )
    return replace(part, content=tuple(content))
