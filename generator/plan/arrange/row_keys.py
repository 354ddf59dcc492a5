"""The keys of rows, each its own in the whole document, so that every row can be found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.ooxml.identity import told_apart
from generator.plan.arrange.chapters import Placed
from generator.plan.arrange.document import TablePart


def keyed(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """The same parts; the key of a row begins with that of its table, twins are told apart, headers keep none."""
    tables = [one.part for one in placed if isinstance(one.part, TablePart)]
    keys = iter(told_apart(_key(table.key, row.key) for table in tables for row in table.rows if row.key))
    result = []
    for one in placed:
        part = one.part
        if isinstance(part, TablePart):
            rows = tuple(replace(row, key=next(keys)) if row.key else row for row in part.rows)
            part = replace(part, rows=rows)
        result.append(replace(one, part=part))
    return tuple(result)


def _key(table: str, row: str) -> str:
    """The row under its table; what both begin with is said once."""
    section, _, _ = table.partition("/")
    return row if row.startswith(f"{table}/") else f"{table}/{row.removeprefix(f'{section}/')}"
