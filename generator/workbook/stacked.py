"""Crosstabs in tidy form: one row a quarter, as exports give them, turned into one column a quarter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from generator.diagnostics import Finding, Place, finding
from generator.locales import Label
from generator.model.quarter import QUARTERS_A_YEAR, Quarter
from generator.model.schema import TableSpec
from generator.workbook.conversions import Question, convert, is_blank, parse_quarter, quarter_of_month, shown
from generator.workbook.conversions.units import unit
from generator.workbook.conversions.written import written
from generator.workbook.coordinates import LAST_COLUMN
from generator.workbook.matching import folded, folded_header
from generator.workbook.raw import Face, RawCell, RawRow, RawTable
from generator.workbook.substance import is_labelled_total
from generator.workbook.terms import term

_SIGNS = ("€", "$", "£", "¥")
_Entry = tuple[RawCell, RawCell]


def is_stacked(spec: TableSpec, headers: Iterable[RawCell]) -> bool:
    """Tell whether headers are those of a crosstab in tidy form: a period, a value, and the key of the table."""
    return _columns(spec, tuple(headers)) is not None


@dataclass
class _Series:
    """The rows of one key: the first of them, and the cells of periods and values by quarter."""

    row: RawRow
    entries: dict[Quarter, list[_Entry]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Stack:
    """A crosstab in tidy form, and the columns of its periods and of its values."""

    spec: TableSpec
    table: RawTable
    period_at: int
    value_at: int

    @property
    def headers(self) -> tuple[RawCell, ...]:
        """The headers but those of the period and the value."""
        return tuple(cell for cell in self.table.headers if cell.column not in {self.period_at, self.value_at})

    def place(self, cell: RawCell, column: str | None = None) -> Place:
        """Return the place of a cell."""
        return Place(sheet=cell.sheet, cell=cell.coordinate, table=self.spec.table.name, column=column)


def unstacked(spec: TableSpec, table: RawTable) -> RawTable:
    """Return the table with a column for each quarter that its rows name; a table that is no tidy one as it is.

    The rows of a key become one; months add up to their quarter. Cells keep the place they were read at. A quarter has
    the same column whatever the others are, so that a table from which rows were left out stands on the same ground.
    """
    columns = _columns(spec, table.headers)
    if columns is None:
        return table
    stack = _Stack(spec, table, *columns)
    series, findings = _gathered(stack)
    quarters = sorted({quarter for one in series for quarter in one.entries})
    at = {quarter: LAST_COLUMN + quarter.year * QUARTERS_A_YEAR + quarter.number for quarter in quarters}
    top = table.headers[0].row
    heads = tuple(RawCell(table.sheet, top, column, str(quarter)) for quarter, column in at.items())
    rows = []
    for one in series:
        cells = {cell.column: read for cell in stack.headers if (read := one.row.cells.get(cell.column))}
        for quarter, entries in one.entries.items():
            cells[at[quarter]], said = _added(stack, entries)
            findings += said
        rows.append(RawRow(one.row.number, cells))
    under = next(cell for cell in table.headers if cell.column == stack.value_at)
    headers = stack.headers + heads
    return RawTable(
        *(table.field, table.sheet, headers, tuple(rows)),
        stacked_at=stack.value_at,
        stacked_under=under,
        typed=table,
        told=tuple(findings),
        look=table.look,
    )


def _columns(spec: TableSpec, headers: tuple[RawCell, ...]) -> tuple[int, int] | None:
    """Return the columns of periods and of values; None when the table is not in tidy form."""
    is_all_key = {column.field for column in spec.columns} - {"quarters"} == set(spec.table.key)
    if not (spec.is_crosstab and is_all_key) or any(parse_quarter(cell.value) for cell in headers):
        return None
    period = _named(headers, (term("stacked.period"), term("stacked.quarter")))
    value = _named(headers, (term("form.value"), term("stacked.amount")))
    return (period, value) if period and value else None


def _named(headers: Iterable[RawCell], labels: tuple[Label, ...]) -> int | None:
    words = {folded_header(word) for label in labels for word in label}
    return next((cell.column for cell in headers if folded_header(str(cell.value)) in words), None)


def _gathered(stack: _Stack) -> tuple[list[_Series], list[Finding]]:
    """Return the series by key, in the order of the rows; rows without a value and totals are passed over."""
    found: dict[tuple[str, ...], _Series] = {}
    findings: list[Finding] = []
    for row in stack.table.rows:
        value = row.cells.get(stack.value_at)
        known = [cell for cell in row.cells.values() if not is_blank(cell.value)]
        if value is None or is_blank(value.value) or is_labelled_total(known):
            continue
        period = row.cells.get(stack.period_at) or RawCell(value.sheet, row.number, stack.period_at, None)
        quarter = parse_quarter(period.value) or quarter_of_month(period.value)
        if quarter is None:
            findings.append(_without_period(stack, period))
            continue
        entries = found.setdefault(_key(stack, row), _Series(row)).entries.setdefault(quarter, [])
        first = next((cell for other, cell in entries if _is_same_period(other.value, period.value)), None)
        if first is None:
            entries.append((period, value))
        else:
            findings.append(_repeated(stack, value, period, first))
    return list(found.values()), findings


def _key(stack: _Stack, row: RawRow) -> tuple[str, ...]:
    cells = (row.cells.get(header.column) for header in stack.headers if _is_of_key(stack, header))
    return tuple("" if cell is None or is_blank(cell.value) else folded(shown(cell.value)) for cell in cells)


def _is_of_key(stack: _Stack, header: RawCell) -> bool:
    word = folded_header(str(header.value))
    return any(word == folded_header(label) for column in stack.spec.columns for label in column.label)


def _is_same_period(one: object, other: object) -> bool:
    """Tell whether two periods of one quarter are the same: two of its months are not, the quarter itself always is."""
    return shown(one) == shown(other) or parse_quarter(one) is not None or parse_quarter(other) is not None


def _without_period(stack: _Stack, period: RawCell) -> Finding:
    header = next(shown(cell.value) for cell in stack.table.headers if cell.column == stack.period_at)
    if is_blank(period.value):
        return finding("V201", stack.place(period, header))
    return finding("V210", stack.place(period, header), value=shown(period.value))


def _repeated(stack: _Stack, value: RawCell, period: RawCell, first: RawCell) -> Finding:
    word = shown(period.value)
    return finding("L302", stack.place(value, word), value=word, first=first.coordinate)


def _added(stack: _Stack, entries: list[_Entry]) -> tuple[RawCell, list[Finding]]:
    """Return the value of a quarter: the only cell, or the sum of its months at the place of the first."""
    first = entries[0][1]
    if len(entries) == 1:
        return first, []
    kind = stack.spec.column("quarters").cell_kind
    questions = [Question(stack.place(cell), kind, currency=None, face=cell.face) for _, cell in entries]
    readings = [convert(cell.value, asked) for (_, cell), asked in zip(entries, questions, strict=True)]
    total = sum((reading.value for reading in readings if isinstance(reading.value, Decimal)), Decimal(0))
    said = [told for reading in readings for told in reading.findings]
    return RawCell(first.sheet, first.row, first.column, total, first.face or _face(first)), said


def _face(cell: RawCell) -> Face | None:
    """Return the currency that a typed amount bears, so that a sum bears it too."""
    typed = written(cell.value) if isinstance(cell.value, str) else None
    said = unit(typed.words) if typed else None
    if said is None or not said.currencies:
        return None
    sign = next((sign for sign in _SIGNS if sign in said.words), min(said.currencies))
    return Face(sign)
