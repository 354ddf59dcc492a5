"""The ways a person's name is written: family name first, given names as initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.editions.folding import folded

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_FAMILY = 4


def orders_of(name: str) -> Iterator[str]:
    """Yield a name with its words in each order that keeps neighbours: ``Fontaine Gilles`` for ``Gilles Fontaine``."""
    words = _words(name)
    for first in range(1, len(words)):
        yield " ".join((*words[first:], *words[:first]))


def initials_of(name: str) -> Iterator[tuple[str, str]]:
    """Yield the name with initials, before and behind the family name, each with the capital it begins by.

    The family name is what is typed in capitals, else what follows the given name; a short one is hardly one.
    """
    parts = name.split()
    capitals = [part for part in parts if part.isupper() and len(part) > 1]
    is_marked = bool(capitals) and len(capitals) < len(parts)
    family = " ".join(_words(" ".join(capitals if is_marked else parts[1:])))
    given = _words(" ".join(part for part in parts if part not in capitals) if is_marked else " ".join(parts[:1]))
    if len(family) < _SHORTEST_FAMILY or not given:
        return
    for letters in dict.fromkeys((given[0][0], " ".join(word[0] for word in given))):
        capital = letters[0].upper()
        yield f"{letters} {family}", capital
        yield f"{family} {letters}", capital


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))
