"""Words and phrases searched in texts as whole words, whatever case, accents, spaces and apostrophes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

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


class Phrases:
    """Phrases to be found as whole words in one pass over the words of a text, however many begin alike."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take the phrases as they are compared, each with how it is typed; one without a word is never found."""
        self._typed: dict[str, list[str]] = {}
        self._shapes: dict[str, set[tuple[int, int]]] = {}
        for compared, typed in phrases:
            if first := _WORD.search(compared):
                self._typed.setdefault(compared, []).append(typed)
                self._shapes.setdefault(first[0], set()).add((first.start(), len(compared)))

    def found_in(self, text: str) -> Iterator[str]:
        """Yield those a text holds, as they are typed, each time."""
        for word in _WORD.finditer(text):
            for offset, length in self._shapes.get(word[0], ()):
                start = word.start() - offset
                end = start + length
                if start >= 0 and _ends(text, end):
                    yield from self._typed.get(text[start:end], ())


class PhraseSearch:
    """Finds any of many phrases in a text, however people write them.

    A phrase that is all but a word, such as a name or the reference ``CT-08``, is found however its words are joined or
    parted, in the singular and in the plural ("Projets-Falcon", "CT 08"); another one as it is written: ``A-1`` is not
    "il y a 1".
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        as_written: list[tuple[str, str]] = []
        joined: list[tuple[str, str]] = []
        for phrase in dict.fromkeys(phrases):
            plain = _spaced(folded(phrase))
            if len(plain.replace(" ", "")) < _SHORTEST or not _TELLS.search(plain):
                as_written.append((folded(phrase), phrase))
            else:
                joined += [(form, phrase) for form in dict.fromkeys((plain, plain.replace(" ", "")))]
        self._as_written, self._joined = Phrases(as_written), Phrases(joined)

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return the phrases that a text holds, each once, as they were given."""
        plain = folded(text)
        return tuple(dict.fromkeys((*self._as_written.found_in(plain), *self._joined.found_in(_spaced(plain)))))


def _spaced(plain: str) -> str:
    return _PLURAL.sub("", _APART.sub(" ", plain)).strip()


def _ends(text: str, end: int) -> bool:
    """Tell whether no word runs on over ``end``."""
    return end >= len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
