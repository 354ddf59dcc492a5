"""What the shared texts must not say: forbidden words, and the names of what the client does not see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from generator.editions.filtering import all_rows, left_out, shared_rows
from generator.editions.names import identities_of, texts_of, titles_of
from generator.editions.phrase_search import PhraseSearch, folded
from generator.editions.references import Rows
from generator.measures.citation import cite
from generator.model.breach import Breach, breach
from generator.model.column import Kind
from generator.model.plan import AccountPlan
from generator.model.schema import ColumnSpec, TableSpec, table_of

if TYPE_CHECKING:
    from generator.model.table import Row


def telling_texts(plan: AccountPlan, everything: Rows, shared: Rows) -> Iterator[Breach]:
    """E502: a text of a shared row holds a forbidden word, or names an item that the client does not see."""
    search = PhraseSearch(_unsayable(plan, everything, shared))
    for field, rows in shared.items():
        spec = table_of(field)
        for column in text_columns(spec):
            for row in rows:
                for text in texts_in(row, column):
                    for found in search.found_in(text):
                        yield breach("E502", cite(field, row, column.field), value=text, found=found)


def unsayable(plan: AccountPlan) -> tuple[str, ...]:
    """Return the words and names that no text for the client may hold."""
    return _unsayable(plan, all_rows(plan), shared_rows(plan))


def _unsayable(plan: AccountPlan, everything: Rows, shared: Rows) -> tuple[str, ...]:
    return *(item.word for item in plan.forbidden_words), *internal_names(everything, shared)


def text_columns(spec: TableSpec) -> tuple[ColumnSpec, ...]:
    """Return the columns of free text that the client may see."""
    kinds = (Kind.TEXT, Kind.TEXTS)
    return tuple(
        column for column in spec.columns if column.shared and column.cell_kind in kinds and not column.column.refs
    )


def internal_names(everything: Rows, shared: Rows) -> tuple[str, ...]:
    """Return what the items that the client does not see are called, less what it sees elsewhere by the same words.

    A name that is a part of a name it sees in the same table, such as the body "Revue" beside the body "Revue de
    service", or of its own or our name, is no secret either.
    """
    (account,) = everything["account"]
    parties = tuple(getattr(account, field) for field in ("client", "supplier"))
    seen = {field: tuple(_names(field, rows, identities_of)) for field, rows in shared.items()}
    hidden = {field: left_out(rows, shared.get(field, ())) for field, rows in everything.items()}
    known = {folded(name) for names in (parties, *seen.values()) for name in names}
    texts = known | {folded(text) for field, rows in shared.items() for text in _names(field, rows, texts_of)}
    names = [
        name
        for field, rows in hidden.items()
        for name in _apart(tuple(_names(field, rows, identities_of)), (*seen.get(field, ()), *parties))
        if folded(name) not in known
    ]
    titles = [
        title
        for field, rows in hidden.items()
        for title in _names(field, rows, titles_of)
        if folded(title) not in texts
    ]
    return tuple(dict.fromkeys((*names, *titles)))


def _names(field: str, rows: tuple[Row, ...], called: Callable[[TableSpec, Row], Iterator[str]]) -> Iterator[str]:
    return (name for row in rows for name in called(table_of(field), row))


def _apart(names: tuple[str, ...], seen: Iterable[str]) -> Iterator[str]:
    """Yield the names that are no part of those that are seen."""
    search = PhraseSearch(names)
    parts = {part for name in seen for part in search.found_in(name)}
    return (name for name in names if name not in parts)


def texts_in(row: Row, column: ColumnSpec) -> tuple[str, ...]:
    """Return the texts of a cell."""
    value = getattr(row, column.field)
    return value if isinstance(value, tuple) else (value,) if value else ()
