"""What of a workbook could not be read, so that nobody takes it for blank."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

SOMETHING = object()
"""What a field is asked to hold when any value will do."""


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
        if self.values is None or field in self.lost:
            return True
        held = self.values.get(field)
        if wanted is SOMETHING:
            return held is not None and held != ()
        options = wanted if isinstance(wanted, frozenset) else frozenset({wanted})
        return not options.isdisjoint(held if isinstance(held, tuple) else (held,))


class Gaps:
    """The gaps of a workbook, by table."""

    def __init__(self, gaps: Iterable[Gap] = ()) -> None:
        self._by_table: dict[str, list[Gap]] = {}
        for gap in gaps:
            self._by_table.setdefault(gap.table, []).append(gap)

    def of(self, table: str) -> tuple[Gap, ...]:
        """Return the gaps of a table."""
        return tuple(self._by_table.get(table, ()))

    def may_hold(self, table: str, where: Mapping[str, object], fields: Collection[str] = ()) -> bool:
        """Tell whether something unread in a table may be, or may change, a row that is as ``where`` says."""
        return any(gap.may_be(where, fields) for gap in self.of(table))

    def holds(self, table: str, key: tuple[str, ...], field: str) -> bool:
        """Tell whether a field of this very row is unread."""
        return any(field in gap.lost and (gap.values is None or gap.key == key) for gap in self.of(table))


NO_GAPS = Gaps()
