"""A former plan as the client may be told of it today, by what it saw then and what it sees now.

Of what it does not see only the words that may not be said are asked: whether a row is gone or became internal, a cell
empty or withheld, is the same to the client, and neither is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.editions.allow_list import can_lose_rows
from generator.editions.blanks import CONDITIONS
from generator.editions.free_text import text_columns, texts_in
from generator.editions.phrase_search import PhraseSearch
from generator.editions.redaction import Hidden
from generator.editions.references import reference_columns
from generator.editions.typed_values import may_stand
from generator.history.compare import compare
from generator.history.difference import Difference
from generator.history.identity import Pair, key_of, pairs, renames, rows_of
from generator.measures.formulas.tables import MeasureTables
from generator.model.field_path import FieldPath
from generator.model.kpis import SharedKpi
from generator.model.plan import SharedPlan
from generator.model.schema import TableSpec, table_of, tables
from generator.model.table import Layout, Row


def told_today(former: SharedPlan, shared: SharedPlan, unsayable: PhraseSearch) -> SharedPlan:
    """Return what the client may read today of what it could see of a former plan; ``shared`` is what it sees now.

    A cell takes the value it has now where that one may be withheld, or where the former one says what is
    ``unsayable``: then no change of it can be told. A row that says so, and whose going would be told, was never there.
    """
    today = _Today(unsayable, MeasureTables(shared))
    told: dict[str, object] = {}
    for spec, found in _paired(former, shared):
        rows = tuple(row for pair in found if (row := today.told(spec, pair)) is not None)
        told[spec.field] = rows[0] if spec.table.layout is Layout.FORM else rows
    return SharedPlan.model_validate(told)


def compare_for_client(former: SharedPlan, shared: SharedPlan) -> Difference:
    """Return what changed for the client between two shared plans; what it no longer sees goes without a word."""
    return compare(former, shared, silent=_gone(former, shared))


def still_seen(former: SharedPlan, shared: SharedPlan) -> SharedPlan:
    """Return a former plan without the rows that go without a word: of these the documents say nothing."""
    gone = _gone(former, shared)
    kept = {
        spec.field: tuple(row for row in rows_of(former, spec.field) if (spec.field, key_of(spec, row)) not in gone)
        for spec in tables()
        if spec.shared_row is not None and spec.table.layout is not Layout.FORM
    }
    return former.model_copy(update=kept)


def _gone(former: SharedPlan, shared: SharedPlan) -> Hidden:
    """Return the rows the client no longer sees of tables that may hold rows it does not see."""
    return frozenset(
        (spec.field, key_of(spec, pair.old))
        for spec, found in _paired(former, shared)
        if can_lose_rows(spec)
        for pair in found
        if pair.old is not None and pair.new is None
    )


def _paired(former: SharedPlan, shared: SharedPlan) -> Iterator[tuple[TableSpec, Iterator[Pair[Row]]]]:
    renamed = renames(former, shared)
    for spec in tables():
        if spec.shared_row is not None:
            yield spec, pairs(spec, rows_of(former, spec.field), rows_of(shared, spec.field), renamed)


@dataclass(frozen=True)
class _Today:
    """What is not to be said today, and what the client can compute."""

    search: PhraseSearch
    own: MeasureTables

    def told(self, spec: TableSpec, pair: Pair[Row]) -> Row | None:
        if pair.old is None:
            return None
        telling = self._telling(spec, pair.old)
        if pair.new is None:
            return None if telling and not can_lose_rows(spec) else pair.old
        changes = {
            name: getattr(pair.new, name) if name in telling else self._value(spec, name, pair.old, pair.new)
            for name in type(pair.old).model_fields
        }
        return pair.old.model_copy(update=changes)

    def _telling(self, spec: TableSpec, row: Row) -> frozenset[str]:
        """The fields of a row that say what is not to be said."""
        return frozenset(
            column.field
            for column in text_columns(spec)
            if any(self.search.found_in(text) for text in texts_in(row, column))
        )

    def _value(self, spec: TableSpec, field: str, old: Row, new: Row) -> object:
        before, now = getattr(old, field), getattr(new, field)
        if isinstance(new, SharedKpi) and isinstance(before, Mapping):
            return {at: value for at, value in before.items() if at in now or may_stand(self.own, new, at, value)}
        return now if now is None and field in _withheld_columns(spec) else before


@cache
def _withheld_columns(spec: TableSpec) -> frozenset[str]:
    """The columns that may be empty although something is written there."""
    references = (column for column in reference_columns(spec) if not column.required)
    return frozenset(
        (
            *(column.field for column in references if any(can_lose_rows(table_of(ref)) for ref in column.column.refs)),
            *(column.field for column in spec.columns if FieldPath(spec.field, field=column.field) in CONDITIONS),
        )
    )
