"""How rows and values of a plan are named to a person: keys, titles, columns, values with their units, cells."""

from __future__ import annotations

from decimal import Decimal

from generator.diagnostics import Place
from generator.locales.locale import Locale
from generator.model.choices import Choice, Unit
from generator.model.column import Kind
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec, TableSpec
from generator.model.table import Row

_LONGEST_TITLE = 60
_LONGEST_VALUE = 160


def key_of(spec: TableSpec, row: Row, locale: Locale) -> str:
    """Return a row's key in the reader's words; the table's title for a form."""
    names = [name for name in spec.table.key if name in type(row).model_fields]
    parts = [
        worded(getattr(row, name), spec.column(name), row, locale) for name in names if getattr(row, name) is not None
    ]
    return " · ".join(parts) or locale.label(spec.table.title)


def title_of(spec: TableSpec, row: Row) -> str:
    """Return what a row with a reference is about; nothing for one whose key says it."""
    if spec.table.key != ("ref",):
        return ""
    texts = [
        column.field
        for column in spec.columns
        if column.kind is Kind.TEXT and column.required and not column.column.refs
    ]
    told = next((getattr(row, name) for name in texts if name != "ref" and name in type(row).model_fields), "")
    return shortened(str(told or ""), _LONGEST_TITLE)


def column_name(spec: TableSpec, field: str, locale: Locale) -> str:
    """Return the header of a field, or the quarter of a crosstab's column."""
    if "-T" in field:
        return locale.value(Quarter.named(field))
    return locale.label(spec.column(field).label)


def column_names(columns: tuple[ColumnSpec, ...], locale: Locale) -> list[str]:
    """Return the headers of columns."""
    return [locale.label(column.label) for column in columns]


def column_of(spec: TableSpec, field: str) -> ColumnSpec:
    """Return the column that holds a field or a quarter."""
    return spec.column("quarters" if "-T" in field else field)


def worded(value: object, column: ColumnSpec, row: Row, locale: Locale) -> str:
    """Print a value with its unit and every digit it has, so that two values that differ are told apart."""
    match value:
        case None:
            return locale.say("diff.blank")
        case bool():
            return locale.say("workbook.yes" if value else "workbook.no")
        case Choice():
            return locale.label(value.label)
        case tuple():
            return "; ".join(str(item) for item in value)
        case str():
            return shortened(value, _LONGEST_VALUE)
        case Decimal() | int():
            return _number(Decimal(value), column, row, locale)
        case _:
            return locale.value(value)


def cell(place: Place | None) -> str:
    """Return a cell as Excel writes it in a formula: ``'5 Actions'!K12``."""
    if place is None or not place.cell:
        return ""
    sheet = (place.sheet or "").replace("'", "''")
    return f"'{sheet}'!{place.cell}"


def shortened(text: str, longest: int) -> str:
    """Return the text on one line, cut where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _number(value: Decimal, column: ColumnSpec, row: Row, locale: Locale) -> str:
    unit = getattr(row, "unit", None)
    kind = Kind.MONEY if column.cell_kind is Kind.MONEY else column.kind
    if kind is Kind.HORIZON:
        return str(value)
    is_counted = kind in {Kind.NUMBER, Kind.QUARTERS}
    if kind is Kind.RATE or (is_counted and unit in {Unit.PERCENT, "%"}):
        return locale.percent_exact(value)
    if kind is Kind.MONEY or (is_counted and unit is Unit.MONEY):
        return locale.money(value)
    measured = column.column.unit
    return f"{locale.number(value)} {locale.label(measured)}" if measured else locale.number(value)
