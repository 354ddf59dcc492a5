"""What people call an item: by these words a text speaks of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.column import Kind
from generator.model.schema import TableSpec
from generator.model.table import Row

_IDENTITIES = ("name", "ref")
_SHORTEST = 3


def identities_of(spec: TableSpec, row: Row) -> Iterator[str]:
    """Yield the name and the reference of a row that is known by one of them; other rows have none.

    A body called "Revue" is named by a common noun, which any text may use, and a KPI by what it measures.
    """
    if not set(_IDENTITIES).intersection(spec.table.key):
        return
    for field in _IDENTITIES:
        value = getattr(row, field, None)
        is_known_by_it = field == "ref" or field in spec.table.key
        if is_known_by_it and value and len(value) >= _SHORTEST and not _is_common(spec, value):
            yield value


def titles_of(spec: TableSpec, row: Row) -> Iterator[str]:
    """Yield the title of a contract or a deal; a single word such as "Support" is too common to be one."""
    title = getattr(row, "title", "") if "ref" in spec.table.key else ""
    if len(title.split()) > 1:
        yield title


def texts_of(spec: TableSpec, row: Row) -> Iterator[str]:
    """Yield the texts that a row cannot be without."""
    for column in spec.columns:
        if column.kind is Kind.TEXT and column.required and not column.column.refs:
            yield getattr(row, column.field)


def _is_common(spec: TableSpec, name: str) -> bool:
    return spec.field == "bodies" and len(name.split()) == 1 and not name.isupper()
