"""Changes to a workbook, one at a time: each cell to fill, each header, each sheet, the cells around tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cached_property

from generator.diagnostics import Finding
from generator.model.account import Settings
from generator.model.column import Kind
from generator.model.schema import ColumnSpec
from generator.workbook.bind import Bound, bind
from generator.workbook.conversions import is_blank, parse_quarter
from generator.workbook.ground import Ground
from generator.workbook.opening import OpenedBook, opened
from generator.workbook.raw import RawCell, RawSheet
from generator.workbook.read import tables_of

NONSENSE = "¿qué?"
Spot = tuple[str, int, int]


@dataclass(frozen=True)
class Change:
    """What is changed, and where: the sheet, and the cell and the table where there is one."""

    what: str
    sheets: Callable[[], tuple[RawSheet, ...]]
    sheet: str
    cell: str | None = None
    table: str | None = None

    def __str__(self) -> str:
        return f"{self.what} · {self.sheet} {self.cell or ''} {self.table or ''}".strip()


@dataclass(frozen=True)
class Swept:
    """A workbook, and what binding it gives."""

    book: OpenedBook

    @classmethod
    def of(cls, data: bytes) -> Swept:
        book = opened(data)
        assert isinstance(book, OpenedBook)
        return cls(book)

    @cached_property
    def before(self) -> Bound:
        return bind(tables_of(self.book))

    def is_told(self, change: Change) -> bool:
        """Tell whether a change is in the plan, or named by a finding that was not there before."""
        after = bind(tables_of(replace(self.book, sheets=change.sheets())))
        if after.plan != self.before.plan:
            return True
        return any(_names(said, change) for said in set(after.findings) - set(self.before.findings))

    def changes(self) -> Iterator[Change]:
        """Yield every change, the same ones in the same order each time."""
        for field, ground in self.before.origins.grounds.items():
            yield from self._values(field, ground)
            yield from self._headers(ground)
            if ground.values_at is None:
                yield from self._around(field, ground)
        for sheet in self.book.sheets[1:-1]:
            yield from self._sheets(sheet)

    def _values(self, field: str, ground: Ground) -> Iterator[Change]:
        for at, column, name in self._targets(field, ground):
            held = self._cell(ground.sheet, at)
            if held is None:
                continue
            for value in (NONSENSE, self._other(column, held.value)):
                yield self._change(f"{name} = {value!r}", ground, at, value)

    def _targets(self, field: str, ground: Ground) -> Iterator[tuple[tuple[int, int], ColumnSpec, str]]:
        if ground.values_at is not None:
            for name, header in ground.headers.items():
                yield (header.row, ground.values_at), ground.columns[name], name
            return
        for rows in self.before.origins.rows.get(field, {}).values():
            for row in rows:
                for name, header in ground.headers.items():
                    yield (row.number, header.column), ground.columns[name], name

    def _headers(self, ground: Ground) -> Iterator[Change]:
        names = ground.headers
        for name, header in names.items():
            at = (header.row, header.column)
            twin = next((str(other.value) for key, other in names.items() if key != name), None)
            for value in ("Colonne du juriste", twin, None):
                if value or self._holds_anything(ground, header):
                    yield self._change(f"header {name} = {value!r}", ground, at, value)

    def _holds_anything(self, ground: Ground, header: RawCell) -> bool:
        if ground.values_at is not None:
            return self._cell(ground.sheet, (header.row, ground.values_at)) is not None
        sheet = self._sheet(ground.sheet)
        return any(column == header.column and row > header.row for row, column in sheet.cells)

    def _around(self, field: str, ground: Ground) -> Iterator[Change]:
        top = next(iter(ground.headers.values())).row
        columns = [header.column for header in ground.headers.values()]
        numbers = [row.number for rows in self.before.origins.rows.get(field, {}).values() for row in rows]
        last = max(numbers, default=top)
        for at in (
            (top + 1, max(columns) + 2),
            (last, max(columns) + 1),
            (last + 1, min(columns)),
            (last + 3, max(columns)),
        ):
            if self._cell(ground.sheet, at) is None:
                yield self._change("a cell beside the table", ground, at, "Ajout de dernière minute")

    def _sheets(self, sheet: RawSheet) -> Iterator[Change]:
        sheets, name = self.book.sheets, f"{sheet.name} (2)"

        def copied() -> tuple[RawSheet, ...]:
            cells = {at: replace(cell, sheet=name) for at, cell in sheet.cells.items()}
            zones = tuple(replace(zone, name=f"{zone.name}{len(zone.name)}") for zone in sheet.zones)
            return (*sheets, RawSheet(name, is_hidden=False, cells=cells, zones=zones))

        if self._says_anything(sheet):
            yield Change("sheet deleted", lambda: tuple(other for other in sheets if other is not sheet), sheet.name)
            yield Change("sheet emptied", lambda: self._with(replace(sheet, cells={}, zones=())), sheet.name)
        if self._has_rows(sheet):
            yield Change("sheet copied", copied, name)

    def _says_anything(self, sheet: RawSheet) -> bool:
        """Tell whether the plan would be another without a sheet, or lack a table: settings may be defaults."""
        fields = {field for field, ground in self.before.origins.grounds.items() if ground.sheet == sheet.name}
        return fields != {"settings"} or self.before.plan is None or self.before.plan.settings != Settings()

    def _has_rows(self, sheet: RawSheet) -> bool:
        """Tell whether a copy holds anything but headers and titles."""
        grounds = self.before.origins.grounds.items()
        return any(self.before.origins.rows.get(field) for field, ground in grounds if ground.sheet == sheet.name)

    def _change(self, what: str, ground: Ground, at: tuple[int, int], value: object) -> Change:
        cell = RawCell(ground.sheet, *at, value)
        sheet = self._sheet(ground.sheet)

        def changed() -> tuple[RawSheet, ...]:
            return self._with(replace(sheet, cells=_with(sheet, cell)))

        return Change(what, changed, ground.sheet, cell.coordinate, ground.spec.table.name)

    def _with(self, sheet: RawSheet) -> tuple[RawSheet, ...]:
        return tuple(sheet if other.name == sheet.name else other for other in self.book.sheets)

    def _cell(self, sheet: str, at: tuple[int, int]) -> RawCell | None:
        return self._sheet(sheet).cells.get(at)

    def _sheet(self, name: str) -> RawSheet:
        return next(sheet for sheet in self.book.sheets if sheet.name == name)

    def _other(self, column: ColumnSpec, held: object) -> object:
        """Another value of the kind that a column asks for."""
        if column.column.refs:
            return self._other_key(column, held)
        match column.cell_kind:
            case Kind.CHOICE:
                return next(choice.label.fr for choice in column.choices if choice.label.fr != held)
            case Kind.YES_NO:
                return "Non" if held in {"Oui", True} else "Oui"
            case Kind.DATE:
                return held + timedelta(days=1) if isinstance(held, datetime) else datetime(2026, 5, 4)
            case Kind.TIME:
                return time(9, 45)
            case Kind.QUARTER:
                return "T1 2025" if parse_quarter(held) is None or held != "T1 2025" else "T2 2025"
            case Kind.HORIZON:
                return 2031
            case Kind.RATE:
                return 0.125
            case Kind.LEVEL:
                return 2 if held != 2 else 3
            case Kind.MONEY | Kind.NUMBER | Kind.INTEGER:
                return held + 1 if isinstance(held, (int, float)) and not isinstance(held, bool) else 7
            case _:
                return f"{held} bis"

    def _other_key(self, column: ColumnSpec, held: object) -> object:
        rows = [row for ref in column.column.refs for row in getattr(self.before.plan, ref)]
        return next((row.key[0] for row in rows if row.key[0] not in str(held)), NONSENSE)


def _with(sheet: RawSheet, cell: RawCell) -> dict[tuple[int, int], RawCell]:
    cells = {at: other for at, other in sheet.cells.items() if at != (cell.row, cell.column)}
    return cells if is_blank(cell.value) else cells | {(cell.row, cell.column): cell}


def _names(said: Finding, change: Change) -> bool:
    if said.place.sheet is None:
        return change.cell is None
    if said.place.sheet != change.sheet:
        return False
    return change.cell is None or said.place.cell == change.cell or said.place.table == change.table
