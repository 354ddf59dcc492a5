"""Every row that came, went or changed, field by field, in the order of the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.editions.redaction import Hidden
from generator.history.difference import ChangeKind, FieldChange, RowChange
from generator.history.identity import Key, Pair, Renames, key_of, pairs, renames, rows_of
from generator.history.opinions import OPINIONS
from generator.model.column import Kind
from generator.model.mapping import Contact
from generator.model.plan import SharedPlan
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec, TableSpec, tables
from generator.model.table import Row


@dataclass(frozen=True)
class _Comparison:
    """What was renamed, and the rows that became internal: neither their going nor references to them are told."""

    renamed: Renames
    silent: Hidden

    def is_silent(self, table: str, key: Key) -> bool:
        return (table, key) in self.silent


def row_changes(old: SharedPlan, new: SharedPlan, *, silent: Hidden = frozenset()) -> tuple[RowChange, ...]:
    """Return what changed in every table that both plans, of the same class, may hold."""
    comparison = _Comparison(renames(old, new), silent | {(table, key[:1]) for table, key in silent if len(key) > 1})
    return tuple(change for spec in tables() for change in _table_changes(spec, old, new, comparison))


def _table_changes(spec: TableSpec, old: SharedPlan, new: SharedPlan, comparison: _Comparison) -> Iterator[RowChange]:
    for pair in pairs(spec, rows_of(old, spec.field), rows_of(new, spec.field), comparison.renamed):
        change = _row_change(spec, pair, comparison)
        if change is not None:
            yield change


def _row_change(spec: TableSpec, pair: Pair[Row], comparison: _Comparison) -> RowChange | None:
    if pair.new is None:
        gone = pair.old
        key = key_of(spec, gone) if gone is not None else ()
        is_told = gone is not None and not comparison.is_silent(spec.field, key)
        return RowChange(spec.field, key, ChangeKind.REMOVED, gone, None) if is_told else None
    key = key_of(spec, pair.new)
    if pair.old is None:
        return RowChange(spec.field, key, ChangeKind.ADDED, None, pair.new)
    fields = tuple(_field_changes(spec, pair.old, pair.new, comparison))
    return RowChange(spec.field, key, ChangeKind.CHANGED, pair.old, pair.new, fields) if fields else None


def _field_changes(spec: TableSpec, old: Row, new: Row, comparison: _Comparison) -> Iterator[FieldChange]:
    for column in spec.columns:
        if column.field not in type(new).model_fields or (column.field in OPINIONS and _has_left(old, new)):
            continue
        before, after = getattr(old, column.field), getattr(new, column.field)
        if column.kind is Kind.QUARTERS:
            yield from _quarter_changes(before, after)
            continue
        known = _known(before, after, column, comparison)
        is_name = spec.table.key == (column.field,)
        followed = known if is_name else comparison.renamed.follow(known, column)
        if _comparable(followed, column) != _comparable(after, column):
            yield FieldChange(column.field, _told(known), _told(after))


def _quarter_changes(old: Mapping[Quarter, object], new: Mapping[Quarter, object]) -> Iterator[FieldChange]:
    for quarter in sorted({*old, *new}):
        if old.get(quarter) != new.get(quarter):
            yield FieldChange(str(quarter), old.get(quarter), new.get(quarter))


def _has_left(old: Row, new: Row) -> bool:
    return any(isinstance(row, Contact) and not row.active for row in (old, new))


def _known(before: object, after: object, column: ColumnSpec, comparison: _Comparison) -> object:
    """Return a former value without what it named that has become internal."""
    if isinstance(before, tuple):
        return tuple(item for item in before if _known(item, after, column, comparison) is not None)
    is_named_still = before == after or (isinstance(after, tuple) and before in after)
    if isinstance(before, str) and not is_named_still and _names_silent(before, column, comparison):
        return None
    return before


def _names_silent(name: str, column: ColumnSpec, comparison: _Comparison) -> bool:
    return any(comparison.is_silent(table, (name,)) for table in column.column.refs)


def _comparable(value: object, column: ColumnSpec) -> object:
    """Return a value as it is compared: the order in which a list names rows says nothing."""
    return frozenset(value) if isinstance(value, tuple) and column.column.refs else value


def _told(value: object) -> object:
    return None if value == () else value
