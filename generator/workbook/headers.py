"""From the header cells of a table to the fields they name."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Finding, Place, finding
from generator.model.column import Kind
from generator.model.quarter import Quarter
from generator.model.schema import TableSpec
from generator.workbook.conversions import is_blank, parse_quarter, shown
from generator.workbook.ground import Ground
from generator.workbook.matching import folded_header, nearest
from generator.workbook.raw import RawCell, RawTable
from generator.workbook.terms import term


def grounded(spec: TableSpec, table: RawTable) -> tuple[Ground, list[Finding]]:
    """Return where the fields of a table of rows stand, and the findings about its headers."""
    headers: dict[str, RawCell] = {}
    findings: list[Finding] = []
    for header in table.headers:
        if is_blank(header.value):
            continue
        name = _named(spec, header)
        if name is None:
            findings.append(_unknown(spec, table, header))
        elif name not in headers:
            headers[name] = header
        else:
            findings.append(_doubled(spec, header, headers[name]))
    ground = Ground(spec, table.sheet, headers, stacked_at=table.stacked_at, unsure=_unsure(findings))
    return ground, findings + _missing(ground, table) + _headless(spec, table)


def grounded_form(spec: TableSpec, table: RawTable) -> tuple[Ground, list[Finding]]:
    """Return where the fields of a form stand: each named by the first cell of its row."""
    values_at = _headed_by(table, "form.value") or table.headers[0].column + 1
    labels: dict[str, RawCell] = {}
    findings: list[Finding] = []
    for row in table.rows:
        item, value = row.cells.get(table.headers[0].column), row.cells.get(values_at)
        if item is None or is_blank(item.value):
            if value is not None and not is_blank(value.value):
                findings.append(_headless_value(spec, value))
            continue
        name = _field_named(spec, str(item.value))
        if name is None:
            findings.append(_unknown(spec, table, item))
        else:
            labels.setdefault(name, item)
    ground = Ground(spec, table.sheet, labels, values_at)
    return ground, findings + _missing(ground, table)


def headless_form(spec: TableSpec, table: RawTable) -> Finding:
    """Tell a form that has lost both its headers: nothing of it can be read."""
    place = Place(sheet=table.sheet, table=spec.table.name)
    return finding("W111", place, expected=term("form.value"))


def _headed_by(table: RawTable, name: str) -> int | None:
    """Return the column of a form under one of our words."""
    words = {folded_header(word) for word in term(name)}
    return next((cell.column for cell in table.headers if folded_header(str(cell.value)) in words), None)


def _named(spec: TableSpec, header: RawCell) -> str | None:
    quarter = parse_quarter(header.value) if spec.is_crosstab else None
    return str(quarter) if quarter else _field_named(spec, str(header.value))


def _field_named(spec: TableSpec, text: str) -> str | None:
    word = folded_header(text)
    for column in spec.columns:
        if column.kind is not Kind.QUARTERS and word in {folded_header(label) for label in column.label}:
            return column.field
    return None


def _place(spec: TableSpec, header: RawCell) -> Place:
    return Place(sheet=header.sheet, cell=header.coordinate, table=spec.table.name, column=shown(header.value))


def _unknown(spec: TableSpec, table: RawTable, header: RawCell) -> Finding:
    holds_numbers = any(
        isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool)
        for row in table.rows
        if (cell := row.cells.get(header.column)) is not None and cell is not header
    )
    code = "W113" if spec.is_crosstab and holds_numbers else "W112"
    words = [label for column in spec.columns for label in column.label]
    return finding(code, _place(spec, header), value=shown(header.value), suggestion=nearest(str(header.value), words))


def _doubled(spec: TableSpec, header: RawCell, first: RawCell) -> Finding:
    quarter = parse_quarter(header.value) if spec.is_crosstab else None
    if quarter is None:
        return finding("W112", _place(spec, header), value=shown(header.value))
    place = _place(spec, header)
    return finding("W114", place, value=shown(header.value), quarter=quarter, first=first.coordinate)


def _unsure(findings: Iterable[Finding]) -> frozenset[Quarter | None]:
    """Return the quarters named twice, and None for a column of numbers that names no quarter."""
    quarters = (said.args.get("quarter") for said in findings if said.code in {"W113", "W114"})
    return frozenset(quarter if isinstance(quarter, Quarter) else None for quarter in quarters)


def _headless(spec: TableSpec, table: RawTable) -> list[Finding]:
    """Tell the columns that hold values under no header, each at its first one."""
    headed = {header.column for header in table.headers if not is_blank(header.value)}
    first: dict[int, RawCell] = {}
    for row in table.rows:
        for column, cell in row.cells.items():
            if column not in headed and not is_blank(cell.value):
                first.setdefault(column, cell)
    return [_headless_value(spec, cell) for cell in first.values()]


def _headless_value(spec: TableSpec, cell: RawCell) -> Finding:
    place = Place(sheet=cell.sheet, cell=cell.coordinate, table=spec.table.name)
    return finding("W129", place, value=shown(cell.value))


def _missing(ground: Ground, table: RawTable) -> list[Finding]:
    return [
        finding("W111", _corner(ground, table), expected=column.label)
        for column in ground.spec.columns
        if column.required and column.field not in ground.headers
    ]


def _corner(ground: Ground, table: RawTable) -> Place:
    cell = table.headers[0].coordinate if table.headers else None
    return Place(sheet=table.sheet, cell=cell, table=ground.spec.table.name)
