"""A plan with one thing changed that the client does not see: each internal cell, row and column in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from generator.model.choices import Share
from generator.model.column import Kind
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec, TableSpec, table_of, tables
from generator.model.table import Layout, Row
from tests.editions.canaries import BELONGS_TO, MADE_INTERNAL, Rows, is_hidden

SETTINGS_THE_CLIENT_KNOWS = {"notice_visible_to_client", "respondents_minimum"}
"""What the client sees depends on these, as `copil explain edition` declares."""

LISTS = [spec for spec in tables() if spec.table.layout is not Layout.FORM and not spec.table.steers]
"""Not what steers the documents: there a person says what the client is told, of what the client may see."""
FORMS = [spec for spec in tables() if spec.table.layout is Layout.FORM]
OPENING = {"share", *(field for changes in MADE_INTERNAL.values() for field in changes)}
"""The fields by which a row becomes one that the client sees."""


@dataclass(frozen=True)
class Change:
    """A change of what the client does not see; ``place`` says where and what, ``rows`` are the table's new rows."""

    place: str
    table: str
    rows: Callable[[], Any]

    def made_in(self, plan: AccountPlan) -> AccountPlan:
        """The plan with this change."""
        return plan.model_copy(update={self.table: self.rows()})


def internal_changes(plan: AccountPlan) -> list[Change]:
    """Every change: cells of hidden rows and of internal columns, rows taken, brought and moved, columns emptied."""
    found = [change for spec in FORMS for change in _form_changes(plan, spec)]
    held = {spec.field: [dict(row) for row in getattr(plan, spec.field)] for spec in LISTS}
    for spec in LISTS:
        rows = getattr(plan, spec.field)
        hidden = [is_hidden(spec, row, held) for row in held[spec.field]]
        found += _cell_changes(plan, spec, rows, hidden)
        found += _row_changes(spec, rows, hidden, held)
        found += _column_changes(spec, rows)
    return found


def changed_throughout(plan: AccountPlan) -> AccountPlan:
    """The plan with all its internal cells changed at once, but for names and links, and its hidden rows first."""
    held = {spec.field: [dict(row) for row in getattr(plan, spec.field)] for spec in LISTS}
    changed: dict[str, Any] = {}
    for spec in LISTS:
        rows = getattr(plan, spec.field)
        hidden = [is_hidden(spec, row, held) for row in held[spec.field]]
        made = [
            row.model_copy(update=dict(_changed_cells(spec, row, is_hidden=is_out)))
            for row, is_out in zip(rows, hidden, strict=True)
        ]
        order = sorted(range(len(rows)), key=lambda at: not hidden[at])
        changed[spec.field] = tuple(made[at] for at in order)
    return plan.model_copy(update=changed)


def _changed_cells(spec: TableSpec, row: Row, *, is_hidden: bool) -> Iterator[tuple[str, Any]]:
    for column in spec.columns:
        is_link = column.field in spec.table.key or column.column.refs or column.field in OPENING
        if not is_link and (is_hidden or not column.shared):
            value = _other(column, getattr(row, column.field))
            yield column.field, getattr(row, column.field) if value is None else value


def _form_changes(plan: AccountPlan, spec: TableSpec) -> Iterator[Change]:
    form = getattr(plan, spec.field)
    for column in spec.columns:
        if not column.shared and column.field not in SETTINGS_THE_CLIENT_KNOWS:
            for value in _other_values(plan, column, getattr(form, column.field)):
                yield _change(f"{spec.field}.{column.field} = {value}", spec, _with(form, column.field, value))


def _cell_changes(plan: AccountPlan, spec: TableSpec, rows: tuple[Row, ...], hidden: list[bool]) -> Iterator[Change]:
    for at, row in enumerate(rows):
        for column in spec.columns:
            opens = column.field in OPENING or column.field == BELONGS_TO.get(spec.field, ("",))[0]
            if (hidden[at] and not opens) or (not column.shared and column.field not in OPENING):
                for value in _other_values(plan, column, getattr(row, column.field)):
                    place = f"{spec.field}[{at}].{column.field} = {value}"
                    yield _change(place, spec, _put(rows, at, _with(row, column.field, value)))


def _row_changes(spec: TableSpec, rows: tuple[Row, ...], hidden: list[bool], held: Rows) -> Iterator[Change]:
    shown = tuple(row for row, is_out in zip(rows, hidden, strict=True) if not is_out)
    ours = tuple(row for row, is_out in zip(rows, hidden, strict=True) if is_out)
    for at in (at for at, is_out in enumerate(hidden) if is_out):
        yield _change(f"{spec.field}[{at}] taken", spec, (*rows[:at], *rows[at + 1 :]))
    for at, row in enumerate(rows):
        if (new := _hidden_copy(spec, row, held)) is not None:
            yield _change(f"{spec.field}[{at}] doubled, hidden", spec, (*rows[:at], new, *rows[at:]))
    if ours:
        yield _change(f"{spec.field}: hidden rows taken", spec, shown)
        yield _change(f"{spec.field}: hidden rows first", spec, (*ours, *shown))
        yield _change(f"{spec.field}: hidden rows last, turned", spec, (*shown, *reversed(ours)))


def _column_changes(spec: TableSpec, rows: tuple[Row, ...]) -> Iterator[Change]:
    """Each internal column of shared tables empty, or moved on by a row."""
    for column in spec.columns:
        if column.shared or column.field in OPENING or spec.shared_row is None or not rows:
            continue
        field = column.field
        if not column.required:
            emptied = tuple(_with(row, field, column.default) for row in rows)
            yield _change(f"{spec.field}.{field} emptied", spec, emptied)
        turned = tuple(
            _with(row, field, getattr(other, field)) for row, other in zip(rows, (*rows[1:], rows[0]), strict=True)
        )
        yield _change(f"{spec.field}.{field} moved on", spec, turned)


def _hidden_copy(spec: TableSpec, row: Row, held: Rows) -> Row | None:
    """A copy of a row under another key that the client does not see; None where it would see it."""
    changes: dict[str, Any] = dict(MADE_INTERNAL.get(spec.field, {}))
    if "share" in spec.row.model_fields:
        changes["share"] = Share.INTERNAL
    if spec.field in BELONGS_TO:
        field, table = BELONGS_TO[spec.field]
        owner = table_of(table)
        hidden = [one[owner.table.key[0]] for one in held[table] if is_hidden(owner, one, held)]
        changes |= {field: hidden[0]} if hidden else {}
    if not changes and spec.shared_row is not None:
        return None
    if len(spec.table.key) == 1 and isinstance(getattr(row, spec.table.key[0]), str):
        changes[spec.table.key[0]] = f"{getattr(row, spec.table.key[0])} bis"
    new = row.model_copy(update=changes)
    return new if is_hidden(spec, dict(new), held) else None


def _other_values(plan: AccountPlan, column: ColumnSpec, value: Any) -> Iterator[Any]:
    """Another value that the column may hold, and none at all."""
    if not column.required and value != column.default:
        yield column.default
    other = _referred(plan, column, value) if column.column.refs else _other(column, value)
    if other is not None:
        yield other


def _referred(plan: AccountPlan, column: ColumnSpec, value: Any) -> Any:
    names = [row.key[0] for table in column.column.refs for row in getattr(plan, table)]
    free = [name for name in names if value not in (name, (name,))]
    if not free:
        return None
    return (free[-1],) if column.cell_kind is Kind.TEXTS else free[-1]


def _other(column: ColumnSpec, value: Any) -> Any:
    if column.choices:
        return next((choice for choice in column.choices if choice is not value), None)
    match value:
        case bool():
            return not value
        case Quarter():
            return value.plus(-1)
        case int():
            return value - 1 if value > 1 else value + 1
        case Decimal():
            return 1 - value if column.kind is Kind.RATE else value + 17
        case date():
            return value + timedelta(days=40)
        case time():
            return time((value.hour + 1) % 24)
        case dict():
            return {quarter: amount + 31 for quarter, amount in value.items()}
        case str():
            return f"{value} et zqwx"
        case tuple():
            return (*value, "zqwx")
        case _:
            return None


def _with(row: Row, field: str, value: Any) -> Row:
    return row.model_copy(update={field: value})


def _put(rows: tuple[Row, ...], at: int, row: Row) -> tuple[Row, ...]:
    return (*rows[:at], row, *rows[at + 1 :])


def _change(place: str, spec: TableSpec, rows: Any) -> Change:
    return Change(place, spec.field, lambda: rows)
