"""The last workbook: what it says, and its cells with their formulas."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from generator.diagnostics import Findings, Place, finding
from generator.model.plan import AccountPlan
from generator.model.schema import tables
from generator.model.table import Layout, Sheet
from generator.workbook.bind import Bound, bind
from generator.workbook.matching import folded
from generator.workbook.raw import RawTables
from generator.workbook.read import read
from generator.workbook.rollover.lightened import lightened
from generator.workbook.terms import term
from generator.workbook.xlsx.package import slashed

_LISTED = re.compile(r"'?((?:[^'!]|'')+)'?!")
_OUR_LIST = "Liste_"

Cells = Mapping[tuple[int, int], Any]
"""The cells of a sheet by row and column, from 1."""


@dataclass(frozen=True)
class LastBook:
    """A workbook read whole: its tables, its plan, and the book opened twice, with formulas and with their results."""

    raw: RawTables
    bound: Bound
    plan: AccountPlan
    formulas: Workbook
    results: Workbook
    parts: tuple[str, ...]

    @cached_property
    def written(self) -> Mapping[str, Cells]:
        """The cells by sheet, formulas as such."""
        return {sheet.title: sheet._cells for sheet in self.formulas.worksheets}  # noqa: SLF001 - asking would make cells

    @cached_property
    def computed(self) -> Mapping[str, Cells]:
        """The cells by sheet, formulas as their results."""
        return {sheet.title: sheet._cells for sheet in self.results.worksheets}  # noqa: SLF001 - likewise

    @cached_property
    def ranks(self) -> Mapping[str, Mapping[int, int]]:
        """For each table that was found, the place among its rows (from 0) of every row of the file that was read."""
        return {name: _ranks(self, name) for name in self.bound.origins.grounds}

    @cached_property
    def own_sheets(self) -> tuple[str, ...]:
        """The sheets that hold nothing of ours, in order."""
        ours = {folded(name) for sheet in Sheet for name in sheet.label}
        ours |= {folded(name) for key in ("sheet.readme", "sheet.lists") for name in term(key)}
        ours |= {folded(table.sheet) for table in self.raw.tables.values()}
        ours |= {folded(name) for name in _sheets_of_lists(self.formulas)}
        return tuple(sheet.title for sheet in self.formulas.worksheets if folded(sheet.title) not in ours)


def read_last(source: Path | bytes) -> LastBook | Findings:
    """Return a workbook that can be taken over, or the findings when some of them would lose data.

    OSError when the disk refuses a file that exists.
    """
    raw = read(source)
    bound = bind(raw)
    if bound.plan is None or bound.findings.errors:
        return bound.findings
    data = source if isinstance(source, bytes) else source.read_bytes()
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = tuple(map(slashed, package.namelist()))
    light = lightened(data)
    try:
        books = [_opened(light, data_only=data_only) for data_only in (False, True)]
    except Exception:  # noqa: BLE001 - a part nobody asked for may be damaged, and openpyxl raise anything about it
        return _left_as_it_is(raw)
    if any(set(raw.sheets) - set(book.sheetnames) for book in books):
        return _left_as_it_is(raw)
    return LastBook(raw, bound, bound.plan, books[0], books[1], parts)


def _left_as_it_is(raw: RawTables) -> Findings:
    """Say that a workbook that could be read is in a form that cannot be taken over."""
    return Findings.of([finding("W160", Place(file=raw.file))])


def _opened(data: bytes, *, data_only: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(data), data_only=data_only)


def _sheets_of_lists(book: Workbook) -> set[str]:
    """Return the sheets behind our drop-downs, whatever they are called by now."""
    meanings = (str(name.attr_text) for name in book.defined_names.values() if name.name.startswith(_OUR_LIST))
    return {match[1].replace("''", "'") for meaning in meanings if (match := _LISTED.match(meaning))}


def _ranks(last: LastBook, name: str) -> dict[int, int]:
    spec = next(spec for spec in tables() if spec.field == name)
    ground = last.bound.origins.grounds[name]
    if spec.table.layout is Layout.FORM:
        fields = [column.field for column in spec.columns]
        return {header.row: fields.index(field) for field, header in ground.headers.items()}
    left = {key: list(rows) for key, rows in last.bound.origins.rows.get(name, {}).items()}
    found: dict[int, int] = {}
    for rank, row in enumerate(getattr(last.plan, name)):
        known = left.get(row.key)
        if known:
            found[known.pop(0).number] = rank
    return found
