"""The tables and columns of the workbook, derived from the models: what author, reader, messages and documentation all ask."""

from __future__ import annotations

import sys
import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.locales.language import Label, Language
from generator.model.choices import Allowed, Choice
from generator.model.column import Column, Kind
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.quarter import Quarter
from generator.model.table import Layout, Row, Sheet, Table

_KINDS: dict[type, Kind] = {
    str: Kind.TEXT, Decimal: Kind.NUMBER, int: Kind.INTEGER, bool: Kind.YES_NO, date: Kind.DATE, time: Kind.TIME, Quarter: Kind.QUARTER, tuple: Kind.TEXTS,
    Mapping: Kind.QUARTERS,
}  # fmt: skip
_WAYS = ("ge", "le")


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column: the model field, its words, how its cells are read, whether blank is allowed, whether the client may see it.

    ``low`` and ``high`` bound the numbers that a cell may hold.
    """

    field: str
    column: Column
    kind: Kind
    cell_kind: Kind
    required: bool
    shared: bool
    default: object
    choices: tuple[Allowed, ...] = ()
    low: int | None = None
    high: int | None = None

    @property
    def label(self) -> Label:
        """The header in every language."""
        return self.column.label


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table: the field of the plan that holds it, its row class, its declaration and its columns in workbook order.

    ``shared_row`` is the class the client edition is rebuilt with, None for a table the client never sees.
    """

    field: str
    row: type[Row]
    shared_row: type[Row] | None
    table: Table
    columns: tuple[ColumnSpec, ...]

    @property
    def is_crosstab(self) -> bool:
        """Whether quarter columns follow the declared ones."""
        return self.table.layout is Layout.CROSSTAB

    def column(self, field: str) -> ColumnSpec:
        """Return the column of ``field``; KeyError when there is none."""
        for spec in self.columns:
            if spec.field == field:
                return spec
        raise KeyError(field)


@cache
def tables() -> tuple[TableSpec, ...]:
    """Return every table of the workbook: by sheet, crosstabs last, else in the order a stage's module defines them."""
    return tuple(sorted((_table_spec(field) for field in AccountPlan.model_fields), key=_place))


@cache
def table_of(field: str) -> TableSpec:
    """Return the table held by a field of the plan; KeyError when there is none."""
    return {spec.field: spec for spec in tables()}[field]


def _place(spec: TableSpec) -> tuple[int, bool, int]:
    defined = list(vars(sys.modules[spec.row.__module__]))
    return list(Sheet).index(spec.table.sheet), spec.is_crosstab, defined.index(spec.row.__name__)


def _table_spec(field: str) -> TableSpec:
    row = _row_class(AccountPlan.model_fields[field].annotation)
    shared = _row_class(SharedPlan.model_fields[field].annotation) if field in SharedPlan.model_fields else None
    return TableSpec(field, row, shared, row.table, _columns(row, shared))


def _row_class(annotation: Any) -> type[Row]:
    row: type[Row] = get_args(annotation)[0] if get_origin(annotation) is tuple else annotation
    return row


def _columns(row: type[Row], shared: type[Row] | None) -> tuple[ColumnSpec, ...]:
    specs = [_column_spec(row, shared, name) for name in row.model_fields]
    placed = [spec for spec in specs if spec.column.after is None]
    for spec in specs:
        if spec.column.after is not None:
            at = [other.field for other in placed].index(spec.column.after)
            placed.insert(at + 1, spec)
    return tuple(sorted(placed, key=lambda spec: spec.kind is Kind.QUARTERS))


def _column_spec(row: type[Row], shared: type[Row] | None, name: str) -> ColumnSpec:
    field = row.model_fields[name]
    column = next(item for item in field.metadata if isinstance(item, Column))
    python_type, marks = _unwrap(field.annotation, tuple(field.metadata))
    kind = next((mark for mark in marks if isinstance(mark, Kind)), None)
    choices = _members(python_type)
    by_type = Kind.CHOICE if choices else _KINDS[get_origin(python_type) or python_type]
    is_series = by_type is Kind.QUARTERS
    low, high = _bounds(_unwrap(get_args(python_type)[1], ())[1] if is_series else marks)
    return ColumnSpec(
        field=name,
        column=column,
        kind=by_type if is_series or kind is None else kind,
        cell_kind=kind or by_type,
        required=field.is_required(),
        shared=shared is not None and name in shared.model_fields,
        default=None if field.is_required() else field.default,
        choices=choices,
        low=low,
        high=high,
    )


def _members(python_type: Any) -> tuple[Allowed, ...]:
    is_closed = isinstance(python_type, type) and issubclass(python_type, Choice | Language)
    return tuple(python_type) if is_closed else ()


def _bounds(marks: tuple[object, ...]) -> tuple[int | None, ...]:
    """Return the least and the greatest number that metadata allows, None where there is no bound."""
    found = [inner for mark in marks for inner in (mark.metadata if isinstance(mark, FieldInfo) else (mark,))]
    return tuple(next((at for mark in found if (at := getattr(mark, way, None)) is not None), None) for way in _WAYS)


def _unwrap(annotation: Any, marks: tuple[object, ...]) -> tuple[Any, tuple[object, ...]]:
    """Strip ``Annotated`` and ``| None``, gathering metadata on the way; a union left over is a horizon."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        return _unwrap(inner, (*marks, *metadata))
    if origin in (Union, types.UnionType):
        members = [member for member in get_args(annotation) if member is not type(None)]
        return _unwrap(members[0], marks)
    return annotation, marks
