"""What the shared texts must not say: forbidden words, and the names of what the client does not see."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editions.internal_names import unsayable
from generator.editions.references import Rows
from generator.measures.citation import cite
from generator.model.breach import Breach, breach
from generator.model.column import Kind
from generator.model.plan import AccountPlan
from generator.model.schema import ColumnSpec, TableSpec, table_of
from generator.model.table import Row


def telling_texts(plan: AccountPlan, shared: Rows) -> Iterator[Breach]:
    """E502: a text of a shared row holds a forbidden word, or names an item that the client does not see."""
    search = unsayable(plan)
    for field, rows in shared.items():
        spec = table_of(field)
        for column in text_columns(spec):
            for row in rows:
                for text in texts_in(row, column):
                    for found in search.found_in(text):
                        yield breach("E502", cite(field, row, column.field), value=text, found=found)


def text_columns(spec: TableSpec) -> tuple[ColumnSpec, ...]:
    """Return the columns of free text that the client may see."""
    kinds = (Kind.TEXT, Kind.TEXTS)
    return tuple(
        column for column in spec.columns if column.shared and column.cell_kind in kinds and not column.column.refs
    )


def texts_in(row: Row, column: ColumnSpec) -> tuple[str, ...]:
    """Return the texts of a cell."""
    value = getattr(row, column.field)
    return value if isinstance(value, tuple) else (value,) if value else ()
