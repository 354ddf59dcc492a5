"""What the client would see if the workbook had been read whole: no finding says that it is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.editions.filtering import all_rows
from generator.editions.names import identities_of, titles_of
from generator.editions.references import Rows, names_in, reference_columns
from generator.model.breach import Breach
from generator.model.gap import Gaps
from generator.model.plan import AccountPlan
from generator.model.schema import table_of, tables

Named = frozenset[tuple[str, str]]
"""Rows by field of the plan and the one name that is their key."""


def sure(breaches: Iterable[Breach], plan: AccountPlan, gaps: Gaps) -> Iterator[Breach]:
    """Yield the breaches of an edition that do not follow from what could not be read alone."""
    rows = all_rows(plan)
    unread = _unread(rows, gaps)
    called = {name for _, name in unread} | set(_words_for(rows, unread))
    for item in breaches:
        told = item.args.get("target", item.args.get("found"))
        names = told if isinstance(told, tuple) else (told,)
        if called.isdisjoint(names) and not gaps.holds(item.path.table, item.path.key, item.path.field):
            yield item


def _unread(rows: Rows, gaps: Gaps) -> Named:
    """Return the rows that were lost, or whose mark for the client was, and those that fall with them."""
    found = {
        (spec.field, gap.key[0])
        for spec in tables()
        for gap in gaps.of(spec.field)
        if len(gap.key) == 1 and (not gap.is_kept or "share" in gap.lost)
    }
    while more := set(_dependants(rows, frozenset(found))) - found:
        found |= more
    return frozenset(found)


def _dependants(rows: Rows, unread: Named) -> Iterator[tuple[str, str]]:
    for field, held in rows.items():
        spec = table_of(field)
        needed = [column for column in reference_columns(spec) if column.required] if len(spec.table.key) == 1 else []
        for row in held if needed else ():
            if any((ref, name) in unread for at in needed for ref in at.column.refs for name in names_in(row, at)):
                yield field, row.key[0]


def _words_for(rows: Rows, unread: Named) -> Iterator[str]:
    for field, held in rows.items():
        spec = table_of(field)
        for row in held:
            if len(spec.table.key) == 1 and (field, row.key[0]) in unread:
                yield from (*identities_of(spec, row), *titles_of(spec, row))
