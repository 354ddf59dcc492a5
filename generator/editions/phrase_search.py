"""Words and phrases searched in texts as whole words, whatever case, accents, spaces and apostrophes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "‘": "'", "`": "'"})
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_APART = re.compile(r"[\W_]+|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
_PLURAL = re.compile(r"(?<=[^\W\d_]{4})[sx]\b")
_WORD = re.compile(r"[^\W_]+")
_TELLS = re.compile(r"[^\W\d_]{2}")
_SHORTEST = 4


def folded(text: str) -> str:
    """Return a text without case and accents, its dashes, apostrophes and spaces made plain."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(char for char in apart if not unicodedata.combining(char) and unicodedata.category(char) != "Cf")
    return " ".join(_DASHES.sub("-", plain).split())


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A phrase as given and as it is compared, with where its first word starts."""

    phrase: str
    plain: str
    offset: int


class PhraseSearch:
    """Finds any of many phrases in a text, in one pass over its words.

    A phrase that is all but a word, such as a name or the reference ``CT-08``, is found however its words are joined or
    parted, in the singular and in the plural ("Projets-Falcon", "CT 08"); another one as it is written: ``A-1`` is not
    "il y a 1".
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._as_written: dict[str, list[_Wanted]] = {}
        self._joined: dict[str, list[_Wanted]] = {}
        for phrase in dict.fromkeys(phrases):
            plain = _spaced(folded(phrase))
            if len(plain.replace(" ", "")) < _SHORTEST or not _TELLS.search(plain):
                _add(self._as_written, folded(phrase), phrase)
                continue
            for form in dict.fromkeys((plain, plain.replace(" ", ""))):
                _add(self._joined, form, phrase)

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return the phrases that a text holds, each once, as they were given."""
        plain = folded(text)
        return tuple(dict.fromkeys((*_found(self._as_written, plain), *_found(self._joined, _spaced(plain)))))


def _spaced(plain: str) -> str:
    return _PLURAL.sub("", _APART.sub(" ", plain)).strip()


def _add(index: dict[str, list[_Wanted]], plain: str, phrase: str) -> None:
    if first := _WORD.search(plain):
        index.setdefault(first[0], []).append(_Wanted(phrase, plain, first.start()))


def _found(index: dict[str, list[_Wanted]], plain: str) -> Iterator[str]:
    for word in _WORD.finditer(plain):
        for wanted in index.get(word[0], ()):
            start = word.start() - wanted.offset
            if start >= 0 and plain.startswith(wanted.plain, start) and _ends(plain, start + len(wanted.plain)):
                yield wanted.phrase


def _ends(plain: str, end: int) -> bool:
    """Tell whether no word runs on over ``end``."""
    return end >= len(plain) or not (plain[end - 1].isalnum() and plain[end].isalnum())
