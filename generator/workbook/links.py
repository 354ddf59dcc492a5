"""Links between tables: each value that names a row elsewhere takes that row's spelling, or is told unknown."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Finding, finding
from generator.model.governance import PEOPLE
from generator.model.names import Names
from generator.model.schema import ColumnSpec, table_of
from generator.workbook.conversions import shown
from generator.workbook.drafts import Draft
from generator.workbook.matching import folded
from generator.workbook.targets import Targets

Forms = Mapping[str, str]
"""The keys of a table by their folded form."""


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


def _followed(drafts: list[Draft], column: ColumnSpec, names: Mapping[str, Forms], *, is_whole: bool) -> list[Finding]:
    """Follow the links of one column."""
    forms = {word: name for ref in column.column.refs for word, name in names.get(ref, {}).items()}
    targets = Targets(Names(forms, folded), is_whole=is_whole)
    return [told for made in drafts for told in _follow(made, column, targets)]


def _names(drafts: list[Draft]) -> Forms:
    return {folded(name): name for made in reversed(drafts) if (name := made.key[0])}


def _follow(made: Draft, column: ColumnSpec, targets: Targets) -> list[Finding]:
    value = made.values.get(column.field)
    if isinstance(value, tuple):
        return _follow_list(made, column, targets, targets.rejoined(value))
    return _follow_one(made, column, targets, value) if isinstance(value, str) else []


def _follow_list(made: Draft, column: ColumnSpec, targets: Targets, typed: tuple[str, ...]) -> list[Finding]:
    found = {item: targets.found(item) for item in typed}
    names = tuple(dict.fromkeys(name for listed in found.values() for name in listed))
    made.values[column.field] = names or ((), None)[column.required]
    unknown = [item for item, listed in found.items() if not listed]
    if unknown:
        made.lost.add(column.field)
    place = made.place(column.field)
    apart = [
        finding("L305", place, value=shown(item), names=listed) for item, listed in found.items() if len(listed) > 1
    ]
    return [*apart, *_unknown(made, column, unknown, targets)]


def _follow_one(made: Draft, column: ColumnSpec, targets: Targets, typed: str) -> list[Finding]:
    """Follow a single link: of several people the first is kept, of several other things none."""
    found = targets.found(typed)
    is_settled = len(found) == 1 or (len(found) > 1 and _may_keep_first(made, column))
    made.values[column.field] = found[0] if is_settled else None
    if not is_settled:
        made.lost.add(column.field)
    place, value = made.place(column.field), shown(typed)
    match found:
        case ():
            return _unknown(made, column, [typed], targets)
        case (_,):
            return []
        case (kept, *others) if is_settled:
            return [finding("L306", place, value=value, kept=kept, others=tuple(others))]
        case _:
            return [finding("L307", place, value=value)]


def _may_keep_first(made: Draft, column: ColumnSpec) -> bool:
    """Tell whether a second name costs little: whoever acts first stands first, but a row counts for one thing."""
    return set(column.column.refs) <= set(PEOPLE) and column.field not in made.ground.spec.table.key


def _unknown(made: Draft, column: ColumnSpec, items: list[str], targets: Targets) -> list[Finding]:
    """Tell the names that no row has, those left out that may be of a row whose key was lost."""
    titles = tuple(table_of(ref).table.title for ref in column.column.refs)
    target = titles[0] if len(titles) == 1 else titles
    place = made.place(column.field)
    return [
        finding("L301", place, value=shown(item), suggestion=targets.suggestion(item), target=target)
        for item in items
        if not targets.may_hold(item)
    ]
