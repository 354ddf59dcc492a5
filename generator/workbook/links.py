"""Links between tables: each value that names a row elsewhere takes that row's spelling, or is told unknown."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Finding, finding
from generator.model.schema import ColumnSpec, table_of
from generator.workbook.drafts import Draft
from generator.workbook.matching import folded, nearest

Names = Mapping[str, str]
"""The keys of a table by their folded form."""


def linked(rows: Mapping[str, list[Draft]], known: frozenset[str]) -> list[Finding]:
    """Follow every link of the drafts, in place; return the findings about those that lead nowhere.

    `known` are the tables whose keys could be read: links into any other are left as typed, their loss is already told.
    """
    names = {field: _names(drafts) for field, drafts in rows.items() if len(table_of(field).table.key) == 1}
    return [
        told
        for field, drafts in rows.items()
        for column in table_of(field).columns
        if column.column.refs and set(column.column.refs) <= known
        for made in drafts
        for told in _follow(
            made, column, {word: name for ref in column.column.refs for word, name in names.get(ref, {}).items()}
        )
    ]


def _names(drafts: list[Draft]) -> Names:
    return {folded(name): name for made in reversed(drafts) if (name := made.key[0])}


def _follow(made: Draft, column: ColumnSpec, names: Names) -> list[Finding]:
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
    return [_unknown(made, column, item, names) for item in unknown]


def _unknown(made: Draft, column: ColumnSpec, item: str, names: Names) -> Finding:
    targets = tuple(table_of(ref).table.title for ref in column.column.refs)
    target = targets[0] if len(targets) == 1 else targets
    return finding(
        "L301", made.place(column.field), value=item, suggestion=nearest(item, names.values()), target=target
    )
