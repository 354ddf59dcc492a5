"""From the header cells of a table to the fields they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.diagnostics import Finding, Place, finding
from generator.model.column import Kind
from generator.model.quarter import Quarter
from generator.model.schema import TableSpec
from generator.workbook.conversions import is_blank, parse_quarter, quarter_of_month, shown
from generator.workbook.ground import Ground
from generator.workbook.matching import folded_header, nearest
from generator.workbook.periods import other_periods
from generator.workbook.raw import RawCell, RawTable
from generator.workbook.terms import term

_NUMBERED_TWIN = re.compile(r"\s*\d{1,2}\s*$")
_MOST_SHOWN = 8


def grounded(spec: TableSpec, table: RawTable) -> tuple[Ground, list[Finding]]:
    """Return where the fields of a table of rows stand, and the findings about its headers."""
    headers: dict[str, RawCell] = {}
    periods = _holding(table, other_periods(table.headers)) if spec.is_crosstab else ()
    findings = _other_periods(spec, periods)
    for header in table.headers:
        if is_blank(header.value) or header in periods:
            continue
        name = _named(spec, header)
        if name is None:
            twin = _twin(spec, table, header)
            findings.append(_doubled(spec, header, twin) if twin else _unknown(spec, table, header))
        elif name not in headers:
            headers[name] = header
        else:
            findings.append(_doubled(spec, header, headers[name]))
    unsure, twice = _unsure(findings), _twice(headers, findings)
    ground = Ground(spec, table.sheet, headers, stacked_at=table.stacked_at, unsure=unsure, twice=twice)
    return ground, findings + ([] if twice else _missing(ground, table)) + _headless(spec, table)


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
        name = _field_named(spec, shown(item.value))
        if name is None:
            findings.append(_unknown(spec, table, item))
        elif name in labels:
            findings.append(_doubled(spec, item, labels[name]))
        else:
            labels[name] = item
    ground = Ground(spec, table.sheet, labels, values_at)
    return ground, findings + _missing(ground, table)


def headless_form(spec: TableSpec, table: RawTable) -> Finding:
    """Tell a form that has lost both its headers: nothing of it can be read."""
    place = Place(sheet=table.sheet, table=spec.table.name)
    return finding("W111", place, expected=(term("form.value"),))


def _headed_by(table: RawTable, name: str) -> int | None:
    """Return the column of a form under one of our words."""
    words = {folded_header(word) for word in term(name)}
    return next((cell.column for cell in table.headers if folded_header(str(cell.value)) in words), None)


def _named(spec: TableSpec, header: RawCell) -> str | None:
    quarter = parse_quarter(header.value) if spec.is_crosstab else None
    return str(quarter) if quarter else _field_named(spec, shown(header.value))


def _field_named(spec: TableSpec, text: str) -> str | None:
    word = folded_header(text)
    for column in spec.columns:
        if column.kind is not Kind.QUARTERS and word in {folded_header(label) for label in column.label}:
            return column.field
    return None


def _place(spec: TableSpec, header: RawCell) -> Place:
    return Place(sheet=header.sheet, cell=header.coordinate, table=spec.table.name, column=shown(header.value))


def _holding(table: RawTable, headers: tuple[RawCell, ...]) -> tuple[RawCell, ...]:
    """Return the headers that have a number below them."""
    return tuple(header for header in headers if _holds_numbers(table, header))


def _other_periods(spec: TableSpec, headers: tuple[RawCell, ...]) -> list[Finding]:
    """Tell, once a table, the columns whose periods are no calendar quarters."""
    if not headers:
        return []
    words = tuple(shown(header.value) for header in headers)
    told = words if len(words) <= _MOST_SHOWN else (*words[: _MOST_SHOWN - 2], "…", words[-1])
    quarter = quarter_of_month(headers[0].value)
    suggestion = None if quarter is None else f"T{quarter.number} {quarter.year}"
    return [finding("W154", _place(spec, headers[0]), suggestion=suggestion, headers=told, n=len(words))]


def _twin(spec: TableSpec, table: RawTable, header: RawCell) -> RawCell | None:
    """Return the header that another one repeats with a number, as Excel writes it in a table: `Fin2` beside `Fin`."""
    word = _NUMBERED_TWIN.sub("", shown(header.value))
    if word == shown(header.value) or _field_named(spec, word) is None:
        return None
    return next((other for other in table.headers if folded_header(shown(other.value)) == folded_header(word)), None)


def _unknown(spec: TableSpec, table: RawTable, header: RawCell) -> Finding:
    code = "W113" if spec.is_crosstab and _holds_numbers(table, header) else "W112"
    words = [label for column in spec.columns for label in column.label]
    word = shown(header.value)
    return finding(code, _place(spec, header), value=word, suggestion=nearest(word, words))


def _holds_numbers(table: RawTable, header: RawCell) -> bool:
    return any(
        isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool)
        for row in table.rows
        if (cell := row.cells.get(header.column)) is not None and cell is not header
    )


def _doubled(spec: TableSpec, header: RawCell, first: RawCell) -> Finding:
    quarter = parse_quarter(header.value) if spec.is_crosstab else None
    place, word = _place(spec, header), shown(header.value)
    if quarter is None:
        return finding("W146", place, value=word, first=first.coordinate)
    return finding("W114", place, value=word, quarter=quarter, first=first.coordinate)


def _unsure(findings: Iterable[Finding]) -> frozenset[Quarter | None]:
    """Return the quarters named twice, and None for a column of numbers that names no quarter."""
    quarters = (said.args.get("quarter") for said in findings if said.code in {"W113", "W114", "W154"})
    return frozenset(quarter if isinstance(quarter, Quarter) else None for quarter in quarters)


def _twice(headers: Mapping[str, RawCell], findings: Iterable[Finding]) -> frozenset[str]:
    """Return the fields that a second header names: what it stands over may be theirs, or that of another field."""
    first = {said.args.get("first") for said in findings if said.code == "W146"}
    return frozenset(name for name, header in headers.items() if header.coordinate in first)


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
    """Tell once what a table lacks of its required columns."""
    missing = tuple(column.label for column in ground.missing)
    return [finding("W111", _corner(ground, table), expected=missing)] if missing else []


def _corner(ground: Ground, table: RawTable) -> Place:
    cell = table.headers[0].coordinate if table.headers else None
    return Place(sheet=table.sheet, cell=cell, table=ground.spec.table.name)
