"""What changed between two builds of a workbook, in a few words for one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from generator.locales.locale import Locale

if TYPE_CHECKING:
    from generator.history.difference import RowChange
    from generator.locales.language import Label

_MOST_NAMED = 3


def told_changes(rows: Iterable[RowChange], locale: Locale) -> Iterator[str]:
    """Yield a few words for each table that changed: its rows by key when they are few, else how many."""
    for table, group in groupby(rows, key=lambda change: change.table):
        changes = tuple(group)
        yield locale.say("watch.table", table=_title(table), rows=_rows(changes, locale))


def _rows(changes: tuple[RowChange, ...], locale: Locale) -> str:
    if len(changes) > _MOST_NAMED:
        return locale.say("watch.rows", len(changes))
    return ", ".join(_named(change, locale) for change in changes)


def _title(table: str) -> Label:
    from generator.model.schema import table_of

    return table_of(table).table.title


def _named(change: RowChange, locale: Locale) -> str:
    key = " · ".join(change.key)
    if not change.fields:
        return locale.say(f"watch.row.{change.kind.value}", key=key)
    headers = _headers(change, locale)
    return locale.say("watch.row.changed", key=key, headers=headers) if key else headers


def _headers(change: RowChange, locale: Locale) -> str:
    if len(change.fields) > _MOST_NAMED:
        return locale.say("watch.fields", len(change.fields))
    return ", ".join(_header(change.table, field.field, locale) for field in change.fields)


def _header(table: str, field: str, locale: Locale) -> str:
    from generator.model.schema import table_of

    try:
        return locale.value(table_of(table).column(field).label)
    except KeyError:  # a quarter of a crosstab stands under its own name
        return field
