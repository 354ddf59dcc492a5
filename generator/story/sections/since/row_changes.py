"""The table of every row that changed: which one, and its values before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from itertools import groupby

from generator.history.difference import ChangeKind, Difference, FieldChange, RowChange
from generator.locales.shapes import CalendarQuarter, Labelled
from generator.measures.citation import cite
from generator.model.choices import Unit
from generator.model.column import Kind
from generator.model.schema import ColumnSpec, TableSpec, table_of
from generator.model.table import Row
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
from generator.story.figures import Cited, cited_number
from generator.story.phrases import free_unit, in_unit
from generator.story.subject import Subject

MOST_ROWS = 6
_MOST_FIELDS = 3
_LONGEST = 80
# what every quarter moves, and nobody needs to be told
_ROUTINE = frozenset({
    ("account", "cutoff"), ("account", "version"), ("contacts", "last_contact"), ("contacts", "observed_on"),
    ("potential", "dated"),
})  # fmt: skip


def told_rows(since: Difference) -> tuple[RowChange, ...]:
    """Return the rows worth telling: not those where only what every quarter moves has moved."""
    found = (row for row in since.rows if not table_of(row.table).table.steers)
    return tuple(row for row in found if not row.is_update_only and _told_fields(row) is not None)


def changes_cited(subject: Subject, rows: Sequence[RowChange]) -> Cited:
    """Return how many rows changed, each in the plan that holds it: the former one where it went."""
    there = tuple(cite(row.table, row.new) for row in rows if row.new is not None)
    gone = tuple(cite(row.table, row.old) for row in rows if row.old is not None)
    return replace(cited_number(subject.locale, len(rows), there), former=gone)


def row_changes(subject: Subject, since: Difference) -> Table | None:
    """Return the table of the changes, a group a table of the workbook; the first rows of each, the others counted."""
    rows = [
        row
        for table, found in groupby(told_rows(since), key=lambda row: row.table)
        for row in _group(subject, table_of(table), list(found))
    ]
    if not rows:
        return None
    say = subject.say
    columns = (
        TableColumn(say("story.changes.column.table"), 14),
        TableColumn(say("story.changes.column.row"), 30),
        TableColumn(say("story.changes.column.kind"), 11),
        TableColumn(say("story.changes.column.what"), 45),
    )
    caption = say("story.changes.caption", quarter=since.since)
    return Table(key="changes/rows", columns=columns, rows=tuple(rows), caption=caption, name_at=1)


def _told_fields(change: RowChange) -> tuple[FieldChange, ...] | None:
    """The fields to tell of a row; None where there is nothing to tell."""
    fields = tuple(one for one in change.fields if not one.is_new_quarter and (change.table, one.field) not in _ROUTINE)
    return fields if fields or change.kind is not ChangeKind.CHANGED else None


def _group(subject: Subject, spec: TableSpec, found: list[RowChange]) -> Iterator[TableRow]:
    title, others = subject.locale.label(spec.table.title), len(found) - MOST_ROWS
    found = sorted(found, key=lambda change: change.kind is ChangeKind.CHANGED)
    for change in found[:MOST_ROWS]:
        yield _row(subject, spec, change, title if change is found[0] else "")
    if others > 0:
        more = Cell(subject.say("story.changes.more_rows", n=others), Tone.MUTED)
        yield TableRow(f"changes/{spec.field}/more", (Cell(), more, Cell(), Cell()))


def _row(subject: Subject, spec: TableSpec, change: RowChange, title: str) -> TableRow:
    row = change.new or change.old
    tone = {ChangeKind.ADDED: Tone.ACCENT, ChangeKind.REMOVED: Tone.MUTED, ChangeKind.CHANGED: Tone.NORMAL}[change.kind]
    cells = (
        Cell(title, Tone.STRONG),
        Cell(_name(subject, spec, row)),
        Cell(subject.say(f"story.changes.kind.{change.kind.value}"), tone),
        Cell(subject.series(_fields_said(subject, spec, change))),
    )
    hidden = change.new is not None and subject.is_hidden(spec.field, change.new)
    key = "/".join(("changes", spec.field, *change.key))
    return TableRow(key, cells, starts_group=bool(title), is_internal=hidden)


def _name(subject: Subject, spec: TableSpec, row: Row | None) -> str:
    """The key of a row as people read it, and for a reference the text beside it."""
    if row is None:
        return ""
    held = ((name, getattr(row, name, None)) for name in spec.table.key)  # a shared row may lack a part of the key
    parts = [_said(subject, spec.column(name), row, value) for name, value in held if value]
    if spec.table.key == ("ref",):
        parts.append(_text(subject, spec, row))
    return " · ".join(part for part in parts if part)


def _text(subject: Subject, spec: TableSpec, row: Row) -> str:
    """What says which row it is: its first text of its own, else the first it names."""
    columns = [
        column for column in spec.columns if column.cell_kind is Kind.TEXT and column.field not in spec.table.key
    ]
    own = [column for column in columns if not column.column.refs and (column.required or column.column.long)]
    found = (getattr(row, column.field, None) for column in (*own, *columns))
    return next((_short(subject.typeset(text)) for text in found if isinstance(text, str)), "")


def _fields_said(subject: Subject, spec: TableSpec, change: RowChange) -> Iterable[str]:
    fields = _told_fields(change) or ()
    for one in fields[:_MOST_FIELDS]:
        column = spec.column(one.field) if one.field in spec.row.model_fields else spec.column("quarters")
        name = subject.locale.label(column.label) if column.field == one.field else one.field
        old, new = (_told(subject, column, row, value) for row, value in _both(change, one))
        yield subject.say("story.changes.field", name=name, old=old, new=new)
    if len(fields) > _MOST_FIELDS:
        yield subject.say("story.changes.more_fields", n=len(fields) - _MOST_FIELDS)


def _both(change: RowChange, one: FieldChange) -> tuple[tuple[Row | None, object], tuple[Row | None, object]]:
    return (change.old, one.old), (change.new, one.new)


def _told(subject: Subject, column: ColumnSpec, row: Row | None, value: object) -> str:
    """A value; of a long text its beginning, of a name or a figure all."""
    said = _said(subject, column, row, value)
    return _short(said) if column.column.long else said


def _said(subject: Subject, column: ColumnSpec, row: Row | None, value: object) -> str:
    """A value as its column shows it; a number in the unit that its row names."""
    locale = subject.locale
    match value:
        case None | () | "":
            return subject.say("story.changes.blank")
        case bool():
            return subject.say("story.changes.yes" if value else "story.changes.no")
        case Decimal() | int():
            return _number(subject, column, row, Decimal(value))
        case str():
            return subject.typeset(value)
        case tuple() | date() | time() | Labelled() | CalendarQuarter():
            return locale.typeset(locale.value(value))
        case _:
            return str(value)


def _number(subject: Subject, column: ColumnSpec, row: Row | None, value: Decimal) -> str:
    match column.cell_kind, getattr(row, "unit", None):
        case (Kind.MONEY, _):
            return subject.locale.money(value)
        case (Kind.RATE, _):
            return subject.locale.percent(value)
        case (_, Unit() as unit):
            return in_unit(subject.locale, value, unit)
        case (_, str() as unit):
            return free_unit(subject.locale, value, unit)
        case _:
            return subject.locale.number(value)


def _short(text: str) -> str:
    """A long text up to a word."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"
