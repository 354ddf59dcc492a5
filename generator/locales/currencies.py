"""The currencies in use, and the codes, signs and names people write them with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale as Cldr
from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies

from generator.locales.language import Language

_LAND = 2  # letters of a country; longer codes are those of continents
_SHARED_SIGNS = {
    **dict.fromkeys(("dollar", "peso"), "$"),
    "pound": "£",
    **dict.fromkeys(("yen", "yuan"), "¥"),
    **dict.fromkeys(("krona", "krone", "króna"), "kr"),
}
"""The sign that several currencies share, by a word of their English names."""
_USUAL = {"£": "GBP", "us$": "USD", "euros": "EUR"}


@cache
def codes() -> frozenset[str]:
    """Return the ISO 4217 codes of the currencies that some country pays with today."""
    lands = [str(land) for land in Cldr("en").territories]
    return frozenset(code for land in lands if len(land) == _LAND for code in get_territory_currencies(land))


def meant_by(words: str) -> frozenset[str]:
    """Return the currencies that a code, a sign or a name may stand for, spaces and case aside."""
    return _by_words().get(_squeezed(words), frozenset())


def only_meant_by(words: str) -> str | None:
    """Return the one currency that people mean by a code, a sign or a name; None when there are several, or none."""
    word = _squeezed(words)
    meant = meant_by(words)
    return _USUAL.get(word) or (next(iter(meant)) if len(meant) == 1 else None)


def names_amount(text: str, currency: str) -> bool:
    """Tell whether a text of a few words holds an amount in a currency: a figure, and its sign or code."""
    signs = {currency, *(get_currency_symbol(currency, locale=language.value) for language in Language)}
    return any(character.isdigit() for character in text) and any(sign in text for sign in signs)


def _squeezed(words: str) -> str:
    return "".join(words.casefold().split())


@cache
def _by_words() -> dict[str, frozenset[str]]:
    found = {word: frozenset({code}) for word, code in _USUAL.items()}
    for code in sorted(codes()):
        for word in {_squeezed(word) for word in _words(code)}:
            found[word] = found.get(word, frozenset()) | {code}
    return found


def _words(code: str) -> Iterator[str]:
    yield code
    for language in Language:
        yield get_currency_symbol(code, locale=language.value)
        for count in (1, 2):
            yield get_currency_name(code, count=count, locale=language.value)
    name = get_currency_name(code, locale="en").casefold().split()
    for word in _SHARED_SIGNS.keys() & set(name):
        yield from (word, f"{word}s", _SHARED_SIGNS[word])
