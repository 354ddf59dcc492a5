"""Links between tables: each value that names a row elsewhere takes that row's spelling, or is told unknown."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Finding, finding
from generator.model.schema import ColumnSpec, table_of
from generator.workbook.conversions import shown
from generator.workbook.drafts import Draft
from generator.workbook.matching import folded, nearest

Names = Mapping[str, str]
"""The keys of a table by their folded form."""
_MOST_SUGGESTED = 300
_A_SLIP = 90.0


def linked(rows: Mapping[str, list[Draft]], known: frozenset[str]) -> list[Finding]:
    """Follow every link of the drafts, in place; return the findings about those that lead nowhere.

    `known` are the tables whose keys could be read: links into any other are left as typed, their loss is already told.
    Where a row has lost its key, a name like no other may be that row's: its loss is told at the key.
    """
    names = {field: _names(drafts) for field, drafts in rows.items() if len(table_of(field).table.key) == 1}
    nameless = {field for field in names if len(names[field]) < len(rows[field])}
    told: list[Finding] = []
    for field, drafts in rows.items():
        for column in table_of(field).columns:
            if column.column.refs and set(column.column.refs) <= known:
                is_whole = nameless.isdisjoint(column.column.refs)
                told += _followed(drafts, column, names, is_whole=is_whole)
    return told


def _followed(drafts: list[Draft], column: ColumnSpec, names: Mapping[str, Names], *, is_whole: bool) -> list[Finding]:
    """Follow the links of one column."""
    words = {word: name for ref in column.column.refs for word, name in names.get(ref, {}).items()}
    targets = Targets(words, is_whole=is_whole)
    return [told for made in drafts for told in _follow(made, column, targets)]


class Targets:
    """The keys that the links of a column may name, and the likeliest for a name that is none of them.

    `is_whole` tells whether every row that may be named has a key of its own.
    """

    def __init__(self, names: Names, *, is_whole: bool = True) -> None:
        self.names = names
        self.is_whole = is_whole
        self._suggested: dict[str, str | None] = {}
        self._slips: dict[str, str | None] = {}

    def may_hold(self, item: str) -> bool:
        """Tell whether a name that is none of the keys may be one that was lost, and no slip of the hand."""
        if self.is_whole:
            return False
        if item not in self._slips and len(self._slips) < _MOST_SUGGESTED:
            self._slips[item] = nearest(item, self.names.values(), score=_A_SLIP)
        return self._slips.get(item) is None

    def suggestion(self, item: str) -> str | None:
        """Return the key that a name is like; none any more once very many names were wrong."""
        if item not in self._suggested and len(self._suggested) < _MOST_SUGGESTED:
            self._suggested[item] = nearest(item, self.names.values())
        return self._suggested.get(item)


def _names(drafts: list[Draft]) -> Names:
    return {folded(name): name for made in reversed(drafts) if (name := made.key[0])}


def _follow(made: Draft, column: ColumnSpec, targets: Targets) -> list[Finding]:
    names = targets.names
    value = made.values.get(column.field)
    typed = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    found = tuple(names[folded(item)] for item in typed if folded(item) in names)
    unknown = [item for item in typed if folded(item) not in names]
    if unknown:
        made.lost.add(column.field)
    if isinstance(value, tuple):
        made.values[column.field] = tuple(dict.fromkeys(found)) or ((), None)[column.required]
    elif unknown:
        made.values[column.field] = None
    elif found:
        made.values[column.field] = found[0]
    return [_unknown(made, column, item, targets) for item in unknown if not targets.may_hold(item)]


def _unknown(made: Draft, column: ColumnSpec, item: str, targets: Targets) -> Finding:
    titles = tuple(table_of(ref).table.title for ref in column.column.refs)
    target = titles[0] if len(titles) == 1 else titles
    place = made.place(column.field)
    return finding("L301", place, value=shown(item), suggestion=targets.suggestion(item), target=target)
