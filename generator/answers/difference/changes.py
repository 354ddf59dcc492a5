"""What changed between two builds of a workbook, in a few words for one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.answers.worded import column_name, key_of
from generator.history.difference import RowChange
from generator.locales.locale import Locale
from generator.model.schema import TableSpec, table_of

_MOST_NAMED = 3


def told_changes(rows: Iterable[RowChange], locale: Locale) -> Iterator[str]:
    """Yield a few words for each table that changed: its rows by key when they are few, else how many."""
    for table, group in groupby(rows, key=lambda change: change.table):
        spec = table_of(table)
        yield locale.say("watch.table", table=spec.table.title, rows=_rows(spec, tuple(group), locale))


def _rows(spec: TableSpec, changes: tuple[RowChange, ...], locale: Locale) -> str:
    if len(changes) > _MOST_NAMED:
        return locale.say("watch.rows", len(changes))
    return ", ".join(_row(spec, change, locale) for change in changes)


def _row(spec: TableSpec, change: RowChange, locale: Locale) -> str:
    row = change.new or change.old
    key = key_of(spec, row, locale) if row is not None else ""
    if not change.fields:
        return locale.say(f"watch.row.{change.kind.value}", key=key)
    headers = _headers(spec, change, locale)
    return locale.say("watch.row.changed", key=key, headers=headers) if spec.table.key else headers


def _headers(spec: TableSpec, change: RowChange, locale: Locale) -> str:
    if len(change.fields) > _MOST_NAMED:
        return locale.say("watch.fields", len(change.fields))
    return ", ".join(column_name(spec, field.field, locale) for field in change.fields)
