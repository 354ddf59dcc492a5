"""Workbooks for the tests: authored ones, and sheets typed by hand the way people do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from generator.diagnostics import Findings, Severity
from generator.locales import Language
from generator.model.quarter import Quarter
from generator.workbook.author import author
from generator.workbook.bind import Bound, bind
from generator.workbook.colours import WorkbookColours
from generator.workbook.example import example_plan
from generator.workbook.read import read

PERIOD = Quarter(2026, 3)
COLOURS = WorkbookColours(
    title="101010",
    text="202020",
    muted="606060",
    link="0000AA",
    accent="00AA00",
    required="111111",
    required_text="FFFFFF",
    optional="CCCCCC",
    optional_text="111111",
    soft="F0F0F0",
    line="D0D0D0",
)


@cache
def the_example(language: Language = Language.FR) -> bytes:
    """The example, authored."""
    return author(example_plan(language), language, colours=COLOURS)


@cache
def a_blank(language: Language = Language.FR) -> bytes:
    """A blank workbook."""
    return author(None, language, colours=COLOURS, period=PERIOD)


def saved(book: Workbook) -> bytes:
    """The bytes of an openpyxl workbook."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def opened(data: bytes) -> Workbook:
    """A workbook opened for editing."""
    book = load_workbook(BytesIO(data))
    assert isinstance(book, Workbook)
    return book


@lru_cache(maxsize=32)
def bound(data: bytes) -> Bound:
    """What binding a workbook gives; one that several tests bind in a row is read once."""
    return bind(read(data))


def told(findings: Findings) -> list[tuple[str, str | None, str | None]]:
    """Errors and warnings as code, sheet and cell."""
    return [(said.code, said.place.sheet, said.place.cell) for said in findings if said.severity is not Severity.INFO]


def fill(sheet: Worksheet, rows: Sequence[Sequence[Any]], *, top: int = 1, left: int = 1) -> None:
    """Type rows into a sheet."""
    for row, values in enumerate(rows, start=top):
        for column, value in enumerate(values, start=left):
            if value is not None:
                sheet.cell(row, column, value)


def bounds(ref: str) -> tuple[int, int, int, int]:
    """First column and row, last column and row of a range."""
    left, top, right, bottom = (value or 0 for value in range_boundaries(ref))
    return left, top, right, bottom
