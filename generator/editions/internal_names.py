"""What the items that the client does not see are called: words that no text for the client may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.editions.filtering import all_rows, left_out, shared_rows
from generator.editions.folding import folded
from generator.editions.names import identities_of, texts_of, titles_of
from generator.editions.phrase_search import PhraseSearch
from generator.editions.references import Rows
from generator.model.plan import AccountPlan
from generator.model.schema import TableSpec, table_of
from generator.model.table import Row

_PEOPLE = ("team", "contacts")
_Called = Callable[[TableSpec, Row], Iterator[str]]


def unsayable(*plans: AccountPlan) -> PhraseSearch:
    """Return the search for the forbidden words, and for the names of what the client does not see, of any plan."""
    phrases: list[str] = []
    people: list[str] = []
    others: list[str] = []
    for plan in plans:
        everything, shared = all_rows(plan), shared_rows(plan)
        names = identities(everything, shared)
        phrases += (*(item.word for item in plan.forbidden_words), *names, *_titles(everything, shared))
        people += (name for name in _people(everything) if name in names)
        others += _people(shared)
    return PhraseSearch(phrases, people=people, others=others)


def identities(everything: Rows, shared: Rows) -> tuple[str, ...]:
    """Return the names and references of items that the client does not see, less what it sees elsewhere as a name.

    A name that is a part of a name it sees in the same table, such as the body "Revue" beside the body "Revue de
    service", or of its own or our name, is no secret either.
    """
    seen = {field: tuple(_names(field, rows, identities_of)) for field, rows in shared.items()}
    parties, known = _parties(everything), _known(everything, shared)
    names = (
        name
        for field, rows in _hidden(everything, shared)
        for name in _apart(tuple(_names(field, rows, identities_of)), (*seen.get(field, ()), *parties))
        if folded(name) not in known
    )
    return tuple(dict.fromkeys(names))


def _titles(everything: Rows, shared: Rows) -> Iterator[str]:
    """Yield the titles of hidden items that the client reads nowhere."""
    texts = {folded(text) for field, rows in shared.items() for text in _names(field, rows, texts_of)}
    texts |= _known(everything, shared)
    for field, rows in _hidden(everything, shared):
        yield from (title for title in _names(field, rows, titles_of) if folded(title) not in texts)


def _known(everything: Rows, shared: Rows) -> set[str]:
    """Return what the client knows as a name, folded."""
    seen = (name for field, rows in shared.items() for name in _names(field, rows, identities_of))
    return {folded(name) for name in (*_parties(everything), *seen)}


def _parties(everything: Rows) -> tuple[str, ...]:
    (account,) = everything["account"]
    return tuple(getattr(account, field) for field in ("client", "supplier"))


def _people(rows: Rows) -> Iterator[str]:
    return (name for field in _PEOPLE for name in _names(field, rows.get(field, ()), identities_of))


def _hidden(everything: Rows, shared: Rows) -> Iterator[tuple[str, tuple[Row, ...]]]:
    return ((field, left_out(rows, shared.get(field, ()))) for field, rows in everything.items())


def _names(field: str, rows: tuple[Row, ...], called: _Called) -> Iterator[str]:
    return (name for row in rows for name in called(table_of(field), row))


def _apart(names: tuple[str, ...], seen: Iterable[str]) -> Iterator[str]:
    """Yield the names that are no part of those that are seen."""
    search = PhraseSearch(names)
    parts = {part for name in seen for part in search.found_in(name)}
    return (name for name in names if name not in parts)
