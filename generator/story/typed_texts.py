"""The texts of the workbook that stand in a document as they were typed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.schema import tables
from generator.model.table import Layout
from generator.story.subject import Subject


def foreign_texts(subject: Subject) -> int:
    """Count the sentences of the workbook that stand in another language than the document's; 0 when it has its own."""
    return len(set(_sentences(subject))) if subject.is_foreign else 0


def _sentences(subject: Subject) -> Iterator[str]:
    for spec in tables():
        if spec.table.layout is Layout.FORM:
            continue
        fields = [column.field for column in spec.columns if column.column.long]
        for row in getattr(subject.plan, spec.field, ()):
            held = (getattr(row, field, None) for field in fields)
            yield from (text for text in held if isinstance(text, str) and text)
