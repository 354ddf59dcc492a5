"""A plan without a person: their row gone, references and names in texts replaced by a mark."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from generator.history.identity import rows_of
from generator.history.mentions import holds_names, is_own
from generator.history.person import Person
from generator.model.plan import SharedPlan
from generator.model.schema import TableSpec, tables
from generator.model.table import Layout, Row

AnyPlan = TypeVar("AnyPlan", bound=SharedPlan)


def without_person(plan: AnyPlan, person: Person, *, mark: str) -> AnyPlan:
    """Return the plan with nothing left that names the person in full; the same plan when nothing did.

    A surname alone in a text stays, as it may be somebody else's.
    """
    known = [spec for spec in tables() if spec.field in type(plan).model_fields]
    cleaned = {spec.field: _table(spec, rows_of(plan, spec.field), person, mark) for spec in known}
    changed = {
        spec.field: cleaned[spec.field][0] if spec.table.layout is Layout.FORM else cleaned[spec.field]
        for spec in known
        if cleaned[spec.field] != rows_of(plan, spec.field)
    }
    return plan.model_copy(update=changed) if changed else plan


def _table(spec: TableSpec, rows: tuple[Row, ...], person: Person, mark: str) -> tuple[Row, ...]:
    return tuple(_row(spec, row, person, mark) for row in rows if not is_own(spec, row, person))


def _row(spec: TableSpec, row: Row, person: Person, mark: str) -> Row:
    changed = {}
    for column in spec.columns:
        value = getattr(row, column.field, None)
        clean = partial(_name if holds_names(spec, column) else _text, person=person, mark=mark)
        cleaned = _cleaned(value, clean)
        if cleaned != value:
            changed[column.field] = cleaned
    return row.model_copy(update=changed) if changed else row


def _cleaned(value: object, clean: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return clean(value)
    return tuple(clean(item) for item in value) if isinstance(value, tuple) else value


def _name(name: str, *, person: Person, mark: str) -> str:
    return mark if person.is_named(name) else name


def _text(text: str, *, person: Person, mark: str) -> str:
    for start, end in reversed(person.spans(text)):
        text = text[:start] + mark + text[end:]
    return text
