"""The units that headers say, held against what their columns count in: converted and said, or refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.diagnostics import Finding, Place, finding
from generator.model.column import Kind
from generator.model.schema import ColumnSpec
from generator.workbook.conversions import Question, convert, is_blank, shown
from generator.workbook.conversions.measured import expected, foreign, told
from generator.workbook.conversions.units import Span, Unit, unit, unit_of
from generator.workbook.ground import Ground
from generator.workbook.matching import unit_words
from generator.workbook.raw import RawCell, RawTable

_COUNTED = {Kind.INTEGER, Kind.LEVEL, Kind.TERM}
_MEASURED = {Kind.MONEY, Kind.RATE, Kind.NUMBER, *_COUNTED}


@dataclass(frozen=True)
class Headed:
    """A header that says a unit: its fields, the cells below, what the column counts in, and the unit it says."""

    fields: tuple[str, ...]
    header: RawCell
    cells: tuple[RawCell, ...]
    column: ColumnSpec
    words: str
    place: Place
    currency: str | None

    @property
    def question(self) -> Question:
        """What the column asks of its cells."""
        own = None if self.column.cell_kind is Kind.NUMBER else unit_of(self.column.column.unit)
        return Question(
            self.place,
            self.column.cell_kind,
            unit=own,
            currency=self.currency,
            low=self.column.low,
            high=self.column.high,
        )


def with_header_units(ground: Ground, table: RawTable, currency: str | None) -> tuple[Ground, list[Finding]]:
    """Return where the fields of a table stand with the units that its headers say, and the findings about these."""
    units: dict[str, Unit] = {}
    unread: set[str] = set()
    findings: list[Finding] = []
    for headed in _headed(ground, table, currency):
        said = unit(headed.words)
        told_of = _refusal(headed, said)
        if told_of is not None:
            findings.append(told_of)
            unread.update(headed.fields if told_of.code != "V220" else ())
        elif said is not None and _differs(headed, said):
            units |= dict.fromkeys(headed.fields, said)
            findings += _conversion(headed, said)
    return replace(ground, units=units, unread=frozenset(unread)), findings


def _headed(ground: Ground, table: RawTable, currency: str | None) -> Iterator[Headed]:
    """Yield the headers over numbers that say a unit; where rows held one quarter each, one stands over them all."""
    if table.stacked_under is not None:
        quarters = tuple(ground.quarters)
        yield from _one(ground, table, currency, quarters, table.stacked_under)
    for name, header in ground.headers.items():
        yield from _one(ground, table, currency, (name,), header)


def _one(
    ground: Ground, table: RawTable, currency: str | None, fields: tuple[str, ...], header: RawCell
) -> Iterator[Headed]:
    words = _unit_said(unit_words(str(header.value)))
    if not words or not fields or ground.columns[fields[0]].cell_kind not in _MEASURED:
        return
    cells = _cells(ground, table, fields)
    place = ground.place_of(header, column=shown(header.value))
    yield Headed(fields, header, cells, ground.columns[fields[0]], words, place, currency)


def _unit_said(words: list[str]) -> str:
    """Return the words that say a unit; else the only word that may be one nobody knows, for a remark is no unit."""
    known = next((word for word in words if unit(word)), "")
    return known or next((word for word in words if len(word.split()) == 1), "")


def _cells(ground: Ground, table: RawTable, fields: tuple[str, ...]) -> tuple[RawCell, ...]:
    headers = [ground.headers[name] for name in fields]
    if ground.values_at is not None:
        rows = {header.row for header in headers}
        found = [row.cells.get(ground.values_at) for row in table.rows if row.number in rows]
    else:
        found = [row.cells.get(header.column) for row in table.rows for header in headers]
    return tuple(cell for cell in found if cell is not None and not is_blank(cell.value))


def _refusal(headed: Headed, said: Unit | None) -> Finding | None:
    """Return the finding about a unit that is not known, not the column's, or said otherwise by its cells."""
    if said is None:
        return _said(headed, "V220", unit=headed.words) if headed.column.column.unit else None
    if foreign(said, headed.currency):
        return _said(headed, "V215", unit=said.words, currency=headed.currency)
    if said.has_tax or not _fits(headed, said):
        return _said(headed, "V216", unit=said.words, expected=expected(headed.question))
    is_scaled_number = headed.column.cell_kind is Kind.NUMBER and said.power
    if said.power and (is_scaled_number or any(_shows_units(cell) for cell in headed.cells)):
        return _said(headed, "W128")
    return None


def _said(headed: Headed, code: str, **args: object) -> Finding:
    return finding(code, headed.place, value=shown(headed.header.value), suggestion=None, severity=None, **args)


def _fits(headed: Headed, said: Unit) -> bool:
    match headed.column.cell_kind:
        case Kind.MONEY:
            return not (said.is_percent or said.span)
        case Kind.RATE:
            return said.is_percent or said.is_things
        case Kind.NUMBER:
            return True
        case _:
            return said.is_things or _is_countable(headed, said)


def _is_countable(headed: Headed, said: Unit) -> bool:
    own = headed.question.unit
    if own is None or own.span is None or said.span is None:
        return False
    is_exact_term = headed.column.cell_kind is Kind.TERM and said.span.per(Span.DAY) is not None
    return said.span.per(own.span) is not None or is_exact_term


def _differs(headed: Headed, said: Unit) -> bool:
    """Tell whether plain numbers mean something else under the header than in the column's own unit."""
    own = headed.question.unit
    return bool(said.power or said.is_percent or (said.span and not (own and own.span is said.span)))


def _shows_units(cell: RawCell) -> bool:
    """Tell whether the format of a cell shows the currency itself, and no thousands of it."""
    said = unit(cell.face.words) if cell.face else None
    return said is not None and bool(said.currencies) and not said.power and not (cell.face and cell.face.thousands)


def _conversion(headed: Headed, said: Unit) -> list[Finding]:
    """Tell once how the numbers under a header are read, by the first that is read as another."""
    question = replace(headed.question, headed=said)
    for cell in headed.cells:
        if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
            read = convert(cell.value, replace(question, face=cell.face))
            if not read.failed and read.value != convert(cell.value, headed.question).value:
                return [
                    _said(headed, "V217", unit=said.words, sample=shown(cell.value), reading=told(read.value, question))
                ]
    return []
