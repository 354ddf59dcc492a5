"""A plan as plain JSON values and back: exact numbers as text, members of closed lists by their name in the code."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, TypeVar

from generator.locales.language import Language
from generator.model.choices import Choice
from generator.model.column import Days, Kind
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec, table_of
from generator.model.table import Row

_MOST_DIGITS = 30
AnyPlan = TypeVar("AnyPlan", bound=SharedPlan)
Json = Any
"""What the json module reads and writes: dict, list, str, int, bool, None."""


def encoded(plan: SharedPlan) -> Json:
    """Return the tables of the plan's class, each row by the fields of that class's rows; blank fields are left out."""
    return {field: _table(getattr(plan, field), _row_class(field, type(plan))) for field in type(plan).model_fields}


def decoded(found: Json, kind: type[AnyPlan]) -> AnyPlan:
    """Return the plan of a class from its JSON form.

    A form that is none of such a plan is a ValueError, TypeError, AttributeError, KeyError or ArithmeticError.
    """
    return kind.model_validate({field: _read_table(field, rows) for field, rows in found.items()})


def _row_class(table: str, plan: type[SharedPlan]) -> type[Row]:
    spec = table_of(table)
    return spec.row if issubclass(plan, AccountPlan) or spec.shared_row is None else spec.shared_row


def _table(rows: Row | tuple[Row, ...], kind: type[Row]) -> Json:
    return [_row(row, kind) for row in rows] if isinstance(rows, tuple) else _row(rows, kind)


def _row(row: Row, kind: type[Row]) -> Json:
    values = {field: getattr(row, field) for field in kind.model_fields}
    return {field: encoded_value(value) for field, value in values.items() if value is not None}


def encoded_value(value: object) -> Json:
    """Return the JSON form of one value of a row; None for a blank one."""
    match value:
        case Choice() | Language():
            return value.name
        case None | bool() | int() | str():
            return value
        case Decimal() | Quarter():
            return str(value)
        case date() | time():
            return value.isoformat()
        case Days():
            return f"P{value.days}D"  # as ISO 8601 writes a duration
        case tuple():
            return [encoded_value(item) for item in value]
        case Mapping():
            return {str(quarter): encoded_value(number) for quarter, number in value.items()}
        case _:
            msg = f"no JSON form for a {type(value).__name__}"
            raise TypeError(msg)


def _read_table(field: str, rows: Json) -> Json:
    columns = {column.field: column for column in table_of(field).columns}
    read = [{name: _read(value, columns[name]) for name, value in row.items()} for row in _listed(rows)]
    return read if isinstance(rows, list) else read[0]


def _listed(rows: Json) -> list[Json]:
    return rows if isinstance(rows, list) else [rows]


def _read(value: Json, column: ColumnSpec) -> object:
    match column.kind:
        case Kind.CHOICE:
            return {member.name: member for member in column.choices}[value]
        case Kind.QUARTER:
            return Quarter.named(value)
        case Kind.HORIZON:
            return value if isinstance(value, int) else Quarter.named(value)
        case Kind.TERM:
            return Days(int(value.removeprefix("P").removesuffix("D"))) if isinstance(value, str) else value
        case Kind.QUARTERS:
            return {Quarter.named(name): _number(number) for name, number in value.items()}
        case Kind.MONEY | Kind.RATE | Kind.NUMBER:
            return _number(value)
        case _:
            return value


def _number(value: Json) -> Decimal:
    """Return the number of a text; one that would take pages to write out is none of an account."""
    number = Decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError("a number beyond any sense")
    return number
