"""Which row of one plan is which of the other: by key, people by their Réf first, and references follow a rename."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.governance import PEOPLE
from generator.model.plan import SharedPlan
from generator.model.schema import ColumnSpec, TableSpec, table_of, tables
from generator.model.table import Layout, Row, key_text
from generator.workbook.matching import folded

R = TypeVar("R", bound=Row)
Key = tuple[str, ...]


@dataclass(frozen=True)
class Pair(Generic[R]):
    """A row as it was and as it is; None on the side that does not have it."""

    old: R | None
    new: R | None


@dataclass(frozen=True)
class Renames:
    """The names that rows of each table had, and have now."""

    by_table: Mapping[str, Mapping[str, str]]

    def follow(self, value: object, column: ColumnSpec) -> object:
        """Return a value with what it names under its new name; a text that is just a person's name follows too."""
        if isinstance(value, tuple):
            return tuple(self.follow(item, column) for item in value)
        if not isinstance(value, str):
            return value
        named = (self.by_table[table][value] for table in column.column.refs or PEOPLE if value in self.by_table[table])
        return next(named, value)


def rows_of(plan: SharedPlan, table: str) -> tuple[Row, ...]:
    """Return the rows of a table, the only one of a form; none when the plan is of those that have no such table."""
    rows = getattr(plan, table, ())
    return rows if isinstance(rows, tuple) else (rows,)


def key_of(spec: TableSpec, row: Row) -> Key:
    """Return the natural key, for full rows and for the rows the client sees alike."""
    return tuple(key_text(getattr(row, name)) for name in spec.table.key if name in type(row).model_fields)


def renames(old: SharedPlan, new: SharedPlan) -> Renames:
    """Return what was renamed: people of the same Réf, and names whose case, accents or spaces alone changed."""
    named = [spec for spec in tables() if len(spec.table.key) == 1 and spec.table.layout is not Layout.FORM]
    return Renames({spec.field: dict(_renamed(spec, old, new)) for spec in named})


def _renamed(spec: TableSpec, old: SharedPlan, new: SharedPlan) -> Iterator[tuple[str, str]]:
    for pair in pairs(spec, rows_of(old, spec.field), rows_of(new, spec.field)):
        if pair.old is not None and pair.new is not None:
            former, current = key_of(spec, pair.old), key_of(spec, pair.new)
            if former != current:
                yield former[0], current[0]


def pairs(spec: TableSpec, old: Sequence[R], new: Sequence[R], renamed: Renames | None = None) -> Iterator[Pair[R]]:
    """Pair the rows of a table: those of the new plan in their order, then those that are gone."""
    lasting = _lasting_refs(spec, old, new)
    before = _grouped(old, lambda row: _token(spec, row, lasting, renamed))
    after = _grouped(new, lambda row: _token(spec, row, lasting, None))
    for token, rows in after.items():
        yield from _matched(before.pop(token, []), rows)
    for rows in before.values():
        yield from (Pair(row, None) for row in rows)


def with_former(table: str, old: Sequence[R], new: Sequence[R]) -> tuple[tuple[R | None, R], ...]:
    """Return every row of the new plan behind what it was, None for one that was not there."""
    return tuple((pair.old, pair.new) for pair in pairs(table_of(table), old, new) if pair.new is not None)


def _lasting_refs(spec: TableSpec, old: Iterable[Row], new: Iterable[Row]) -> frozenset[str]:
    """Return the Réfs of people that stand once in each plan."""
    if spec.field not in PEOPLE:
        return frozenset()
    return _single_refs(old) & _single_refs(new)


def _single_refs(rows: Iterable[Row]) -> frozenset[str]:
    counted = Counter(folded(ref) for row in rows if (ref := getattr(row, "ref", None)))
    return frozenset(ref for ref, count in counted.items() if count == 1)


def _token(spec: TableSpec, row: Row, lasting: frozenset[str], renamed: Renames | None) -> Hashable:
    ref = folded(getattr(row, "ref", None) or "")
    if ref in lasting:
        return ref
    names = [name for name in spec.table.key if name in type(row).model_fields]
    parts = [getattr(row, name) for name in names]
    if renamed is not None and len(spec.table.key) > 1:
        parts = [renamed.follow(part, spec.column(name)) for name, part in zip(names, parts, strict=True)]
    return tuple(folded(key_text(part)) for part in parts)


def _grouped(rows: Iterable[R], token: Callable[[R], Hashable]) -> dict[Hashable, list[R]]:
    groups: dict[Hashable, list[R]] = defaultdict(list)
    for row in rows:
        groups[token(row)].append(row)
    return groups


def _matched(old: list[R], new: list[R]) -> Iterator[Pair[R]]:
    """Pair the rows that share a key: the same ones with each other; one left on both sides is one that changed."""
    if len(old) == len(new) == 1:
        yield Pair(old[0], new[0])
        return
    same = Counter(map(_content, old)) & Counter(map(_content, new))
    gone, come = list(_beyond(old, same)), list(_beyond(new, same))
    if len(gone) == len(come) == 1:
        yield Pair(gone[0], come[0])
        return
    yield from (Pair(None, row) for row in come)
    yield from (Pair(row, None) for row in gone)


def _beyond(rows: Iterable[R], same: Counter[Hashable]) -> Iterator[R]:
    left = same.copy()
    for row in rows:
        left[_content(row)] -= 1
        if left[_content(row)] < 0:
            yield row


def _content(row: Row) -> Hashable:
    return tuple(tuple(sorted(value.items())) if isinstance(value, Mapping) else value for _, value in row)
