"""A workbook read to be searched: its plan, and all that its sheets hold beside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Finding, Findings
from generator.model.plan import AccountPlan
from generator.workbook.bind import bind
from generator.workbook.file_kind import content
from generator.workbook.opening import OpenedBook, opened
from generator.workbook.origins import Origins
from generator.workbook.read import tables_of
from generator.workbook.xlsx.comments import CellComment, comments


@dataclass(frozen=True)
class Book:
    """A workbook as read: its plan, the way back to its cells, every cell of every sheet, and the comments on them."""

    file: Path
    plan: AccountPlan
    origins: Origins
    opened: OpenedBook
    comments: tuple[CellComment, ...] = ()


def read_book(file: Path) -> Book | Findings:
    """Read a workbook; the findings when no plan can be told."""
    data = content(file)
    book = data if isinstance(data, Finding) else opened(data, file.name)
    if isinstance(book, Finding):
        return Findings.of([book])
    bound = bind(tables_of(book, file.name))
    if bound.plan is None or isinstance(data, Finding):
        return bound.findings
    return Book(file, bound.plan, bound.origins, book, comments(data))
