"""What of a workbook could not be read, so that nobody takes it for blank."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

SOMETHING = object()
"""What a field is asked to hold when any value will do."""
_UNKNOWN = object()


@dataclass(frozen=True, slots=True)
class Gap:
    """A row of which something is unknown, and a finding says so.

    ``values`` are what its other cells hold by field; None when nothing is known, as of a table that was not found.
    ``lost`` are the fields, or quarters such as ``2026-T3``, whose value is unknown. ``is_kept`` tells whether the row
    stands in the plan all the same.
    """

    table: str
    key: tuple[str, ...] = ()
    values: Mapping[str, object] | None = None
    lost: frozenset[str] = frozenset()
    is_kept: bool = False

    def may_be(self, where: Mapping[str, object], fields: Collection[str] = ()) -> bool:
        """Tell whether it may be, once mended, a row that is as ``where`` says, or may change in one of ``fields``."""
        is_open = not self.is_kept or not self.lost.isdisjoint({*where, *fields})
        return is_open and all(self._agrees(field, wanted) for field, wanted in where.items())

    def _agrees(self, field: str, wanted: object) -> bool:
        held = self.held(field)
        if _UNKNOWN in held:
            return True
        if wanted is SOMETHING:
            return held not in ((None,), ())
        return not _options(wanted).isdisjoint(held)

    def held(self, field: str) -> tuple[object, ...]:
        """Return the values that it holds in a field, or that what it holds is unknown."""
        if self.values is None or field in self.lost:
            return (_UNKNOWN,)
        value = self.values.get(field)
        return value if isinstance(value, tuple) else (value,)


class Gaps:
    """The gaps of a workbook, by table.

    There may be one a row, and a rule asks about each row that breaks it: so they are indexed, and answers kept.
    """

    def __init__(self, gaps: Iterable[Gap] = ()) -> None:
        self._by_table: dict[str, list[Gap]] = {}
        self._by_key: dict[tuple[str, tuple[str, ...] | None], list[Gap]] = {}
        self._answers: dict[tuple[str, frozenset[tuple[str, object]], frozenset[str]], bool] = {}
        self._by_value: dict[tuple[str, str], dict[object, list[Gap]]] = {}
        for gap in gaps:
            self._by_table.setdefault(gap.table, []).append(gap)
            self._by_key.setdefault((gap.table, None if gap.values is None else gap.key), []).append(gap)

    def of(self, table: str) -> tuple[Gap, ...]:
        """Return the gaps of a table."""
        return tuple(self._by_table.get(table, ()))

    def may_hold(self, table: str, where: Mapping[str, object], fields: Collection[str] = ()) -> bool:
        """Tell whether something unread in a table may be, or may change, a row that is as ``where`` says."""
        asked = (table, frozenset(where.items()), frozenset(fields))
        if asked not in self._answers:
            self._answers[asked] = any(gap.may_be(where, fields) for gap in self._that_may_agree(table, where))
        return self._answers[asked]

    def holds(self, table: str, key: tuple[str, ...], field: str) -> bool:
        """Tell whether a field of this very row is unread."""
        near = (*self._by_key.get((table, None), ()), *self._by_key.get((table, key), ()))
        return any(field in gap.lost for gap in near)

    def _that_may_agree(self, table: str, where: Mapping[str, object]) -> Iterable[Gap]:
        """Return the gaps that may hold the first value wanted."""
        field = next((name for name, wanted in where.items() if wanted is not SOMETHING), None)
        if field is None:
            return self.of(table)
        if (table, field) not in self._by_value:
            self._by_value[table, field] = _indexed(self.of(table), field)
        index, wanted = self._by_value[table, field], where[field]
        return chain.from_iterable(index.get(option, ()) for option in (_UNKNOWN, *_options(wanted)))


def _options(wanted: object) -> frozenset[object]:
    return wanted if isinstance(wanted, frozenset) else frozenset({wanted})


def _indexed(gaps: Iterable[Gap], field: str) -> dict[object, list[Gap]]:
    """Return the gaps by what they hold in a field, those of which that is unknown apart."""
    found: dict[object, list[Gap]] = {}
    for gap in gaps:
        for value in gap.held(field):
            found.setdefault(value, []).append(gap)
    return found


NO_GAPS = Gaps()
