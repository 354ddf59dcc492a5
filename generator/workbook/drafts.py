"""Rows on their way to the model: cells converted, links not yet followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.diagnostics import Finding, Place, finding
from generator.locales import Language
from generator.model.column import Kind
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec
from generator.model.table import key_text
from generator.workbook.conversions import Question, cleaned, convert
from generator.workbook.conversions.units import Unit, named, unit_of
from generator.workbook.ground import Ground
from generator.workbook.raw import Face, RawCell, RawRow, RawTable
from generator.workbook.substance import is_entry


@dataclass(frozen=True, slots=True)
class Tongue:
    """What the account form says of the whole workbook: language, cut-off date, date system, currency when readable."""

    language: Language = Language.FR
    cutoff: date | None = None
    starts_in_1904: bool = False
    currency: str | None = None


@dataclass
class Draft:
    """A row being made: its values by field, the fields whose cell could not be read, and what was said.

    A row whose key stands higher up is doubled: it stays out of the model.
    """

    ground: Ground
    row: RawRow
    values: dict[str, object] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    is_doubled: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """The natural key as read, blank parts by what they stand for, else as empty texts."""
        spec = self.ground.spec
        return tuple(key_text(self.values.get(name, spec.column(name).default)) for name in spec.table.key)

    @property
    def is_whole(self) -> bool:
        """Whether every required value is there, and the key is its own."""
        return not self.is_doubled and not self.missing

    @property
    def missing(self) -> frozenset[str]:
        """The required fields without a value."""
        required = (column.field for column in self.ground.spec.columns if column.required)
        return frozenset(name for name in required if self.values.get(name) is None)

    def place(self, name: str) -> Place:
        """The place of a field of this row."""
        return self.ground.place(self.row, name, key=self.ground.key_of(self.row))


def drafts(ground: Ground, table: RawTable, tongue: Tongue) -> list[Draft]:
    """Return the rows of a table that say something: blank, pre-numbered and total rows are passed over."""
    return [draft(ground, row, tongue) for row in table.rows if is_entry(ground, table, row)]


def draft(ground: Ground, row: RawRow, tongue: Tongue) -> Draft:
    """Convert the cells of a row, or of a whole form given as one row."""
    made = Draft(ground, row)
    counted_in = _unit_of_row(ground, row)
    key = ground.key_of(row)
    for name, column, cell in _cells(ground, row):
        if name in ground.unread:
            made.lost.add(name)
            continue
        place, headed = ground.place(row, name, key=key), ground.units.get(name)
        reading = convert(cell.value, _question(column, place, tongue, counted_in, headed=headed, face=cell.face))
        made.findings += reading.findings
        if reading.failed:
            made.lost.add(name)
        elif reading.value is not None:
            made.values[name] = reading.value
    made.findings += _blanks(made)
    _gather_quarters(made)
    return made


def form_row(table: RawTable, ground: Ground) -> RawRow:
    """Return the values of a form as one row, by the row numbers of their items."""
    found = ((row.number, row.cells.get(ground.values_at or 0)) for row in table.rows)
    return RawRow(0, {number: cell for number, cell in found if cell is not None})


def _cells(ground: Ground, row: RawRow) -> Iterator[tuple[str, ColumnSpec, RawCell]]:
    """Yield the cells of a row that hold something, with the field they fill and how it is read."""
    for name, header in ground.headers.items():
        cell = row.cells.get(header.column if ground.values_at is None else header.row)
        if cell is not None:
            yield name, ground.columns[name], cell


def _unit_of_row(ground: Ground, row: RawRow) -> Unit | None:
    """Return the unit that a row names for its numbers."""
    header = ground.headers.get("unit")
    cell = row.cells.get(header.column) if header else None
    return named(cleaned(cell.value)) if cell is not None and isinstance(cell.value, str) else None


def _question(
    column: ColumnSpec, place: Place, tongue: Tongue, counted_in: Unit | None, *, headed: Unit | None, face: Face | None
) -> Question:
    own = counted_in if column.cell_kind is Kind.NUMBER else unit_of(column.column.unit)
    return Question(
        place=place,
        kind=column.cell_kind,
        language=tongue.language,
        choices=column.choices,
        is_long=column.column.long,
        unit=own,
        headed=headed,
        currency=tongue.currency,
        face=face,
        low=column.low,
        high=column.high,
        cutoff=tongue.cutoff,
        epoch_1904=tongue.starts_in_1904,
    )


def _blanks(made: Draft) -> list[Finding]:
    return [
        finding("V201", made.place(column.field))
        for column in made.ground.spec.columns
        if column.required
        and column.field in made.ground.headers
        and column.field not in made.values | dict.fromkeys(made.lost)
    ]


def _gather_quarters(made: Draft) -> None:
    if not made.ground.spec.is_crosstab:
        return
    series: dict[Quarter, Decimal] = {}
    for name, quarter in made.ground.quarters.items():
        value = made.values.pop(name, None)
        if isinstance(value, Decimal):
            series[quarter] = value
    made.values["quarters"] = dict(sorted(series.items()))
