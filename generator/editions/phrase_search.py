"""Words and phrases searched in texts as whole words, whatever case, accents, spaces and apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.editions.folding import folded, readings_of
from generator.editions.name_forms import initials_of, orders_of
from generator.locales.catalogue import messages
from generator.locales.language import Language

_APART = re.compile(r"[\W_]+|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
_PLURAL = re.compile(r"(?<=[^\W\d_]{4})[sx]\b")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_WORD = re.compile(r"[^\W_]+")
_TELLS = re.compile(r"[^\W\d_]{2}")
_SHORTEST = 4
_SPELLED = re.compile(r"(?<!\w)[^\W\d_](?:[\W_]{1,3}[^\W\d_]){3,}(?!\w)")
_MOST_BESIDE = 2  # words of one letter that stand beside a spelled one: "il y a I-B-E-R-T-E-C"
_WITHIN = frozenset({" ", "-", "_", "."})  # what may part a word in two
_MOST_PIECES = 4
_SHORTEST_PIECE = 2


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

    def equal_to(self, text: str) -> tuple[str, ...]:
        """Return those that a text is, as they are typed."""
        return tuple(self._typed.get(text, ()))


class PhraseSearch:
    """Finds any of many phrases in a text, however people write them.

    A phrase that is all but a word, such as a name or the reference ``CT-08``, is found however its words are joined or
    parted, in the singular and in the plural ("Projets-Falcon", "CT 8", "Iber-tec", "I b e r t e c"); another one as it
    is written: ``A-1`` is not "il y a 1". Letters of other scripts stand for those they look like. The names of
    ``people`` are found in any order ("FONTAINE Gilles") and with initials ("G. Fontaine"), unless one of ``others``
    is written so.
    """

    def __init__(self, phrases: Iterable[str], *, people: Iterable[str] = (), others: Iterable[str] = ()) -> None:
        as_written: list[tuple[str, str]] = []
        joined: list[tuple[str, str]] = []
        for phrase in dict.fromkeys(phrases):
            for plain in readings_of(phrase):
                if len(_APART.sub("", plain)) < _SHORTEST or not _TELLS.search(plain):
                    as_written += [(form, phrase) for form in dict.fromkeys((plain, _ZEROS.sub("", plain)))]
                else:
                    joined += _joined(plain, phrase)
        known = {form for other in others for form in (_spaced(folded(other)), *orders_of(other))}
        shortened = {form for other in others for form, _ in initials_of(other)}
        initials = [(form, capital, name) for name in people for form, capital in initials_of(name)]
        for name in people:
            joined += [pair for form in orders_of(name) if form not in known for pair in _joined(form, name)]
        self._as_written, self._joined = Phrases(as_written), Phrases(joined)
        self._letters = {_APART.sub("", form) for form, _ in (*joined, *((form, name) for form, _, name in initials))}
        self._initials = Phrases((_spaced(form), name) for form, _, name in initials if form not in shortened)
        self._capitals = {name: f"{capital}." for _, capital, name in initials}

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return the phrases that a text holds, each once, as they were given."""
        return tuple(dict.fromkeys(phrase for plain in readings_of(text) for phrase in self._found_in(plain, text)))

    def _found_in(self, plain: str, text: str) -> Iterator[str]:
        spaced = _spaced(plain)
        yield from self._as_written.found_in(plain)
        run_on = f"{_APART.sub('', plain)} {spaced.replace(' ', '')}"
        if not any(letters in run_on for letters in self._letters):  # nearly always, and soon known
            return
        yield from self._joined.found_in(spaced)
        yield from (name for name in self._initials.found_in(spaced) if self._capitals[name] in text)
        for run in _SPELLED.findall(plain):
            letters = _APART.sub("", run)
            for first in range(_MOST_BESIDE + 1):
                for last in range(len(letters) - _MOST_BESIDE, len(letters) + 1):
                    yield from self._joined.equal_to(_PLURAL.sub("", letters[first:last]))
        for pieces in _pieces(plain):
            found = self._joined.equal_to(_PLURAL.sub("", "".join(pieces)))
            if found and not _common_words().issuperset(pieces):
                yield from found


def _joined(plain: str, phrase: str) -> list[tuple[str, str]]:
    """Return the forms of a phrase that is found in pieces or in one."""
    spaced = _spaced(plain)
    return [(form, phrase) for form in dict.fromkeys((spaced, spaced.replace(" ", "")))]


def _pieces(plain: str) -> Iterator[tuple[str, ...]]:
    """Yield the neighbours that may be pieces of one word, by two to four."""
    words = list(_WORD.finditer(plain))
    for first in range(len(words)):
        few = words[first : first + _MOST_PIECES]
        for last in range(1, len(few)):
            gap = plain[few[last - 1].end() : few[last].start()]
            if gap not in _WITHIN or len(few[last][0]) < _SHORTEST_PIECE or len(few[0][0]) < _SHORTEST_PIECE:
                break
            yield tuple(word[0] for word in few[: last + 1])


@cache
def _common_words() -> frozenset[str]:
    """Return the words of our own messages, in any language: "par tout" is not the company Partout."""
    texts = (text for language in Language for texts in messages(language, "story").values() for text in texts)
    return frozenset(word for text in texts for word in _WORD.findall(folded(text)))


def _spaced(plain: str) -> str:
    return _ZEROS.sub("", _PLURAL.sub("", _APART.sub(" ", plain)).strip())


def _ends(text: str, end: int) -> bool:
    """Tell whether no word runs on over ``end``."""
    return end >= len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
