"""A former plan as the client may be told of it today: what is withheld or not to be said now is not told as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.editions import redact
from generator.editions.filtering import shared_rows
from generator.editions.free_text import text_columns, texts_in
from generator.editions.internal_names import unsayable
from generator.editions.phrase_search import PhraseSearch
from generator.history.identity import Pair, pairs, renames, rows_of
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import ColumnSpec, tables
from generator.model.table import Layout, Row


def told_today(former: SharedPlan, plan: AccountPlan, shared: SharedPlan) -> SharedPlan:
    """Return what the client may read today of a former plan; ``shared`` is what it may see of the plan at hand.

    A cell takes the value it has now where that one is withheld, or where the former one says a forbidden word or the
    name of what the client does not see: then no change of it can be told. A row that says so, and is gone, was never
    there. What must not be said is what either plan says of it.
    """
    seen = redact(former).plan if isinstance(former, AccountPlan) else former
    search = unsayable(*(one for one in (plan, former) if isinstance(one, AccountPlan)))
    full, renamed = shared_rows(plan), renames(seen, shared)
    told: dict[str, object] = {}
    for spec in tables():
        if spec.shared_row is None:
            continue
        now = rows_of(shared, spec.field)
        today = _Today(text_columns(spec), search, dict(zip(map(id, now), full[spec.field], strict=True)))
        found = pairs(spec, rows_of(seen, spec.field), now, renamed)
        rows = tuple(row for pair in found if (row := today.told(pair)) is not None)
        told[spec.field] = rows[0] if spec.table.layout is Layout.FORM else rows
    return SharedPlan.model_validate(told)


@dataclass(frozen=True)
class _Today:
    """A table as it stands today.

    ``texts`` are its columns of free text that the client may see, ``full`` its whole rows by the identity of the rows
    that the client sees of them.
    """

    texts: tuple[ColumnSpec, ...]
    search: PhraseSearch
    full: Mapping[int, Row]

    def told(self, pair: Pair[Row]) -> Row | None:
        if pair.old is None:
            return None
        telling = {column.field for column in self.texts if self._is_telling(pair.old, column)}
        if pair.new is None:
            return None if telling else pair.old
        changes = {
            name: getattr(pair.new, name) if name in telling else self._value(name, pair.old, pair.new)
            for name in type(pair.old).model_fields
        }
        return pair.old.model_copy(update=changes)

    def _value(self, field: str, old: Row, new: Row) -> object:
        before, now, whole = (getattr(row, field) for row in (old, new, self.full[id(new)]))
        if isinstance(before, Mapping):
            return {quarter: value for quarter, value in before.items() if quarter in now or quarter not in whole}
        return now if now is None and whole is not None else before

    def _is_telling(self, row: Row, column: ColumnSpec) -> bool:
        return any(self.search.found_in(text) for text in texts_in(row, column))
