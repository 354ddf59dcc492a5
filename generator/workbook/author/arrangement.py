"""Where each table stands on its sheet: decided before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.locales import Language
from generator.locales.characters import NO_BREAK
from generator.locales.formats import quarter as quarter_words
from generator.model.column import Column, Kind
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec, TableSpec, tables
from generator.model.table import Layout, Row, Sheet
from generator.workbook.author.additions import NOTHING, START, Additions, OwnColumn
from generator.workbook.author.widths import ALONE, column_width, quarter_width
from generator.workbook.terms import term
from generator.workbook.usual_outline import usual_outline

LAST_ROW = 2005
"""Validations and formats reach two thousand rows below the headers (rows and columns count from 0 here)."""

HEADER_ROW = 5
FIRST_ROW = 6
_MARGIN = 1
_GAP = 2
_SPARE = 8  # quarters that a crosstab may gain before it reaches its neighbour
_QUARTERS = 12


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of a table on the sheet: a model column, one quarter of a crosstab's, or a person's own."""

    header: str
    width: float
    spec: ColumnSpec
    quarter: Quarter | None = None
    own: OwnColumn | None = None

    @property
    def name(self) -> str | None:
        """The field or the quarter; None for a person's own."""
        return None if self.own else str(self.quarter) if self.quarter else self.spec.field


@dataclass(frozen=True, slots=True)
class Placement:
    """A table on its sheet: its first column, its columns, the number of its rows (at least one)."""

    spec: TableSpec
    left: int
    slots: tuple[Slot, ...]
    rows: int

    @property
    def own_slots(self) -> tuple[tuple[int, OwnColumn], ...]:
        """The columns of a person's own, with where each stands on the sheet."""
        return tuple((at, slot.own) for at, slot in enumerate(self.slots, start=self.left) if slot.own)

    @property
    def right(self) -> int:
        """Its last column."""
        return self.left + len(self.slots) - 1


def arrangement(
    sheet: Sheet, plan: AccountPlan | None, language: Language, period: Quarter, *, additions: Additions = NOTHING
) -> tuple[Placement, ...]:
    """Stand the tables of a sheet side by side, two empty columns between neighbours."""
    placed: list[Placement] = []
    left = _MARGIN
    for spec in tables():
        if spec.table.sheet is sheet:
            slots = _widened(_slots(spec, plan, language, period=period, shown=additions.quarters.get(spec.field, ())))
            slots = _with_own(slots, additions.columns.get(spec.field, ()))
            rows = _row_count(spec, plan, language) + len(additions.items.get(spec.field, ()))
            placed.append(Placement(spec, left, slots, rows))
            left += len(slots) + _GAP + (_SPARE if spec.is_crosstab else 0)
    return tuple(placed)


def header_of(column: ColumnSpec, language: Language) -> str:
    """Return the header of a column, its unit in parentheses."""
    label = column.label.in_(language)
    return f"{label} ({column.column.unit.in_(language)})" if column.column.unit else label


def quarter_header(quarter: Quarter, language: Language) -> str:
    """Return `T1 2026` or `Q1 2026`, with a plain space."""
    return quarter_words(language, quarter.year, quarter.number).replace(NO_BREAK, " ")


def rows_of(spec: TableSpec, plan: AccountPlan | None, language: Language) -> tuple[Row, ...]:
    """Return the rows a plan holds for a table; none for a form. A blank workbook holds the usual outline."""
    if spec.table.layout is Layout.FORM:
        return ()
    if plan is None:
        return usual_outline(language) if spec.field == "outline" else ()
    return tuple(getattr(plan, spec.field))


def _row_count(spec: TableSpec, plan: AccountPlan | None, language: Language) -> int:
    if spec.table.layout is Layout.FORM:
        return len(spec.columns)
    return max(1, len(rows_of(spec, plan, language)))


def _with_own(slots: tuple[Slot, ...], columns: tuple[OwnColumn, ...]) -> tuple[Slot, ...]:
    """Put each column of a person's own behind the one it followed, in their order."""
    made = [Slot(column.header, column.width, _stand_in(column.header), own=column) for column in columns]
    leading = [own for own in made if own.own and own.own.after == START]
    followed = [(slot, *(own for own in made if own.own and own.own.after == slot.name)) for slot in slots]
    placed = [*leading, *(slot for group in followed for slot in group)]
    return (*placed, *(own for own in made if own not in placed))


def _stand_in(header: str) -> ColumnSpec:
    """Return what a person's own column would be declared as."""
    return ColumnSpec(
        "", Column(header, header, "", ""), Kind.TEXT, Kind.TEXT, required=False, shared=False, default=None
    )


def _slots(
    spec: TableSpec, plan: AccountPlan | None, language: Language, *, period: Quarter, shown: tuple[Quarter, ...]
) -> tuple[Slot, ...]:
    if spec.table.layout is Layout.FORM:
        return _form_slots(spec, language)
    rows = rows_of(spec, plan, language)
    slots = []
    for column in spec.columns:
        if column.kind is Kind.QUARTERS:
            slots += [
                Slot(quarter_header(quarter, language), quarter_width(column), column, quarter)
                for quarter in _quarters(rows, period, shown)
            ]
        else:
            header = header_of(column, language)
            slots.append(
                Slot(
                    header, column_width(column, header, language, [getattr(row, column.field) for row in rows]), column
                )
            )
    return tuple(slots)


def _widened(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    return slots if len(slots) > 1 else tuple(replace(slot, width=max(slot.width, ALONE)) for slot in slots)


def _form_slots(spec: TableSpec, language: Language) -> tuple[Slot, ...]:
    """Give a form its columns: the item, its value, for settings its unit, and what it means."""
    item, widths = ("form.setting", (27, 12, 9, 64)) if spec.field == "settings" else ("form.item", (24, 34, 58))
    names = (item, "form.value", *(("form.unit",) if spec.field == "settings" else ()), "form.help")
    return tuple(
        Slot(term(name).in_(language), width, spec.columns[0]) for name, width in zip(names, widths, strict=True)
    )


def _quarters(rows: tuple[Row, ...], period: Quarter, shown: tuple[Quarter, ...]) -> tuple[Quarter, ...]:
    """Return the quarters a crosstab shows: from the first to the last it holds, else twelve and the current one."""
    held = sorted({*shown, *(quarter for row in rows for quarter in row.quarters)})  # type: ignore[attr-defined]
    if not held:
        return (*period.back(_QUARTERS), period.plus(1))
    count = (held[-1].year - held[0].year) * 4 + held[-1].number - held[0].number + 1
    return tuple(held[-1].back(count))
