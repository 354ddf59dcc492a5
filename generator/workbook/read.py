"""Read a workbook: its tables as cells with their places, nothing interpreted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import Finding, Findings, Place, finding
from generator.workbook.file_kind import content
from generator.workbook.locate import located
from generator.workbook.opening import RawSheet, opened
from generator.workbook.raw import RawTable, RawTables


def read(source: Path | bytes) -> RawTables:
    """Return the tables of a workbook, given as a file or as its bytes, and the findings about the file and its shape.

    A file that cannot be opened gives no table and one finding. OSError when the disk refuses a file that exists.
    """
    name = source.name if isinstance(source, Path) else None
    data = content(source)
    if isinstance(data, Finding):
        return RawTables(findings=Findings.of([data]), file=name)
    book = opened(data)
    if book is None:
        return RawTables(findings=Findings.of([finding("W106", Place(file=name))]), file=name)
    tables, findings = located(book.sheets)
    names = tuple(sheet.name for sheet in book.sheets)
    told = Findings.of([*findings, *_hidden(book.sheets, tables.values())], sheets=names)
    return RawTables(tables, told, name, names, book.starts_in_1904)


def _hidden(sheets: Iterable[RawSheet], tables: Iterable[RawTable]) -> list[Finding]:
    used = {table.sheet for table in tables}
    return [finding("W115", Place(sheet=sheet.name)) for sheet in sheets if sheet.is_hidden and sheet.name in used]
