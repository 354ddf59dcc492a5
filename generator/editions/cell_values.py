"""Every value that the cells of a plan hold, with the field it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from generator.editions.filtering import all_rows
from generator.editions.references import Rows
from generator.measures.citation import cite
from generator.model.field_path import FieldPath
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import table_of
from generator.model.table import key_text

Value = str | Decimal | date

_KEYS = {  # names of slides, which shapes bear, and what only says where they stand
    ("messages", "section"),
    *(("outline", field) for field in ("section", "name", "order", "lines")),
}


def cell_values(plan: SharedPlan) -> Iterator[tuple[FieldPath, Value]]:
    """Yield every text, number and date of a plan with the field it stands in; closed lists are no secret."""
    for table in type(plan).model_fields:
        held = getattr(plan, table)
        for row in held if isinstance(held, tuple) else (held,):
            key = tuple(key_text(getattr(row, name, None)) for name in table_of(table).table.key)
            for name in (name for name in type(row).model_fields if (table, name) not in _KEYS):
                for part, value in _leaves(name, getattr(row, name)):
                    yield FieldPath(table, key, part), value


def internal_values(plan: AccountPlan, shared: Rows) -> Iterator[tuple[FieldPath, Value]]:
    """Yield the values of a plan that the client does not see: of rows that are not shared, of internal columns."""
    for field, rows in all_rows(plan).items():
        kept = {id(row) for row in shared.get(field, ())}
        for row in rows:
            for column in table_of(field).columns:
                if (id(row) not in kept or not column.shared) and (field, column.field) not in _KEYS:
                    for part, value in _leaves(column.field, getattr(row, column.field)):
                        yield cite(field, row, part), value


def _leaves(name: str, value: object) -> Iterator[tuple[str, Value]]:
    match value:
        case bool():
            pass
        case str() | Decimal() | date():
            yield name, value
        case int():
            yield name, Decimal(value)
        case tuple():
            yield from ((name, text) for text in value)
        case Mapping():
            yield from ((str(quarter), amount) for quarter, amount in value.items())
        case _:
            pass
