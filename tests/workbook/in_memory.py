"""A plan bound as if it had been typed, without a file: each table on its sheet from B6 on, alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.locales import Language
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec, TableSpec, tables
from generator.model.table import Layout, Row
from generator.workbook.author.cell_values import cell_value
from generator.workbook.bind import Bound, bind
from generator.workbook.raw import RawCell, RawRow, RawTable, RawTables
from generator.workbook.terms import term

LEFT, TOP = 2, 6


def bound_plan(plan: AccountPlan, language: Language = Language.FR) -> Bound:
    """What binding gives of a plan's own values, typed in a language."""
    typed = {spec.field: _table(spec, plan, language) for spec in tables()}
    return _bound(typed)


def typed_over(plan: AccountPlan, table: str, header: str, value: object) -> Bound:
    """The same in French, with a value of the reader's own in the first row of a table, or at an item of a form."""
    raw = {spec.field: _table(spec, plan, Language.FR) for spec in tables()}
    known = raw[table]
    at = next((cell.column for cell in known.headers if cell.value == header), LEFT + 1)
    rows = list(known.rows)
    number = next((n for n, row in enumerate(rows) if (item := row.cells.get(LEFT)) and item.value == header), 0)
    spot = RawCell(known.sheet, rows[number].number, at, value)
    rows[number] = RawRow(rows[number].number, {**rows[number].cells, at: spot})
    raw[table] = RawTable(known.field, known.sheet, known.headers, tuple(rows))
    return _bound(raw)


def _bound(raw: dict[str, RawTable]) -> Bound:
    return bind(RawTables(raw, sheets=tuple(dict.fromkeys(table.sheet for table in raw.values()))))


def _table(spec: TableSpec, plan: AccountPlan, language: Language) -> RawTable:
    sheet = spec.table.sheet.label.in_(language)
    held = getattr(plan, spec.field)
    if spec.table.layout is Layout.FORM:
        words = [term(name).in_(language) for name in ("form.item", "form.value")]
        lines = [[column.label.in_(language), getattr(held, column.field)] for column in spec.columns]
    else:
        periods = sorted({quarter for row in held for quarter in getattr(row, "quarters", {})})
        words = [*_words(spec, language), *(f"T{quarter.number} {quarter.year}" for quarter in periods)]
        lines = [[*_values(spec, row, periods)] for row in held]
    rows = [
        RawRow(number, dict(_cells(sheet, number, [cell_value(value, language) for value in line])))
        for number, line in enumerate(lines, start=TOP + 1)
    ]
    return RawTable(spec.field, sheet, tuple(cell for _, cell in _cells(sheet, TOP, words)), tuple(rows))


def _columns(spec: TableSpec) -> Iterator[ColumnSpec]:
    yield from (column for column in spec.columns if column.field != "quarters")


def _words(spec: TableSpec, language: Language) -> list[str]:
    return [column.label.in_(language) for column in _columns(spec)]


def _values(spec: TableSpec, row: Row, periods: list[Quarter]) -> Iterator[object]:
    yield from (getattr(row, column.field) for column in _columns(spec))
    yield from (getattr(row, "quarters", {}).get(quarter) for quarter in periods)


def _cells(sheet: str, number: int, values: Sequence[object]) -> Iterator[tuple[int, RawCell]]:
    for column, value in enumerate(values, start=LEFT):
        if value is not None:
            yield column, RawCell(sheet, number, column, value)
