"""Links between tables: each value that names a row elsewhere takes that row's spelling, or is told unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Finding, finding
from generator.model.schema import ColumnSpec, table_of
from generator.workbook.conversions import shown
from generator.workbook.drafts import Draft
from generator.workbook.matching import folded, nearest

Names = Mapping[str, str]
"""The keys of a table by their folded form."""
_MOST_SUGGESTED = 300


@dataclass(frozen=True, slots=True)
class Told:
    """What needs no further word: tables that are not read, and by table the keys, folded, of rows left out."""

    tables: frozenset[str] = frozenset()
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def covers(self, column: ColumnSpec, item: str) -> bool:
        """Tell whether it is already said why a link leads nowhere; a row that is lost by it has to be told."""
        if self.tables & set(column.column.refs):
            return True
        return not column.required and any(folded(item) in self.rows.get(ref, ()) for ref in column.column.refs)


NOTHING_TOLD = Told()


def linked(rows: Mapping[str, list[Draft]], known: frozenset[str], told_already: Told = NOTHING_TOLD) -> list[Finding]:
    """Follow every link of the drafts, in place; return the findings about those that lead nowhere.

    `known` are the tables whose keys could be read: links into any other are left as typed, their loss is already told.
    """
    names = {name: _names(drafts) for name, drafts in rows.items() if len(table_of(name).table.key) == 1}
    told: list[Finding] = []
    for name, drafts in rows.items():
        for column in table_of(name).columns:
            if column.column.refs and set(column.column.refs) <= known:
                told += _followed(drafts, column, names, told_already)
    return told


def _followed(drafts: list[Draft], column: ColumnSpec, names: Mapping[str, Names], already: Told) -> list[Finding]:
    """Follow the links of one column."""
    targets = Targets({word: name for ref in column.column.refs for word, name in names.get(ref, {}).items()})
    return [told for made in drafts for told in _follow(made, column, targets, already)]


class Targets:
    """The keys that the links of a column may name, and the likeliest for a name that is none of them."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._suggested: dict[str, str | None] = {}

    def suggestion(self, item: str) -> str | None:
        """Return the key that a name is like; none any more once very many names were wrong."""
        if item not in self._suggested and len(self._suggested) < _MOST_SUGGESTED:
            self._suggested[item] = nearest(item, self.names.values())
        return self._suggested.get(item)


def _names(drafts: list[Draft]) -> Names:
    return {folded(name): name for made in reversed(drafts) if (name := made.key[0])}


def _follow(made: Draft, column: ColumnSpec, targets: Targets, already: Told) -> list[Finding]:
    names = targets.names
    value = made.values.get(column.field)
    typed = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    found = tuple(names[folded(item)] for item in typed if folded(item) in names)
    unknown = [item for item in typed if folded(item) not in names]
    if isinstance(value, tuple):
        made.values[column.field] = tuple(dict.fromkeys(found)) or ((), None)[column.required]
    elif unknown:
        made.values[column.field] = None
        made.lost.add(column.field)
    elif found:
        made.values[column.field] = found[0]
    return [_unknown(made, column, item, targets) for item in unknown if not already.covers(column, item)]


def _unknown(made: Draft, column: ColumnSpec, item: str, targets: Targets) -> Finding:
    titles = tuple(table_of(ref).table.title for ref in column.column.refs)
    target = titles[0] if len(titles) == 1 else titles
    place = made.place(column.field)
    return finding("L301", place, value=shown(item), suggestion=targets.suggestion(item), target=target)
