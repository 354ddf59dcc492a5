"""The numbers of the chapters that are told, and the tables that a chapter rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import count

from generator.model.schema import TableSpec, table_of, tables
from generator.model.sections import BY_KEY, CHAPTERS


def tables_of(sections: Iterable[str]) -> tuple[TableSpec, ...]:
    """Return the tables that give sections something to say, in the order of their sheets and of the workbook."""
    fields = [field for section in sections for field in BY_KEY[section].tables]
    sheets = [table_of(field).table.sheet for field in fields]
    return tuple(
        sorted((spec for spec in tables() if spec.field in fields), key=lambda spec: sheets.index(spec.table.sheet))
    )


def numbers(told: Collection[str]) -> Mapping[str, str]:
    """Number the chapters that are told, without a gap; those with a number of their own keep it."""
    rank = count(1)
    return {one.key: one.number or str(next(rank)) for one in CHAPTERS if one.key in told}
