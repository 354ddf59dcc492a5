"""Read a workbook: its tables as cells with their places, nothing interpreted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.diagnostics import Finding, Findings, Place, finding
from generator.model.schema import TableSpec, table_of
from generator.workbook.file_kind import content
from generator.workbook.locate import located
from generator.workbook.matrix import unfolded
from generator.workbook.opening import OpenedBook, opened
from generator.workbook.raw import RawTable, RawTables
from generator.workbook.stacked import unstacked
from generator.workbook.unread import unread
from generator.workbook.word_list import listed


def read(source: Path | bytes) -> RawTables:
    """Return the tables of a workbook, given as a file or as its bytes, and the findings about the file and its shape.

    A file that cannot be opened gives no table and one finding. OSError when the disk refuses a file that exists.
    """
    name = source.name if isinstance(source, Path) else None
    data = content(source)
    book = data if isinstance(data, Finding) else opened(data, name)
    if isinstance(book, Finding):
        return RawTables(findings=Findings.of([book]), file=name)
    return tables_of(book, name)


def tables_of(book: OpenedBook, name: str | None = None) -> RawTables:
    """Return the tables of a workbook that is open, `name` being its file's."""
    found = located(book.sheets)
    left = unread(book.sheets, found)
    findings = [*found.findings, *left.findings]
    tables = {}
    for field, table in found.tables.items():
        tables[field], said = _reshaped(table_of(field), table)
        findings += said
    names = tuple(sheet.name for sheet in book.sheets)
    told = Findings.of([*findings, *_brought_along(book, name), *_hidden(book, tables.values())], sheets=names)
    return RawTables(tables, told, name, names, book.starts_in_1904, left.fields)


def _reshaped(spec: TableSpec, table: RawTable) -> tuple[RawTable, list[Finding]]:
    """Return a table in the form of the model's, whatever form it was typed in."""
    return listed(spec, unstacked(spec, unfolded(spec, table)))


def _brought_along(book: OpenedBook, file: str | None) -> Iterator[Finding]:
    if book.has_macros:
        yield finding("W126", Place(file=file))
    if book.has_external_links:
        yield finding("W127", Place(file=file))


def _hidden(book: OpenedBook, tables: Iterable[RawTable]) -> Iterator[Finding]:
    used = {table.sheet for table in tables}
    return (finding("W115", Place(sheet=sheet.name)) for sheet in book.sheets if sheet.is_hidden and sheet.name in used)
