"""What is searched in a written file, and how it is found: whole words and phrases, and numbers in any printed form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.editions.phrase_search import Phrases
from generator.locales.formats import rounded

SHORTEST = 5
"""Characters of a text, significant digits of a number: below, chance alone would find it."""

_QUOTIENT = 16  # digits from which a number is a division's, and a common one: eleven twelfths are in any plan

LONGEST_PHRASE = 6
"""Words searched together; a longer text is searched by every run of so many of its words."""

_AS_TYPED = str.maketrans(
    {"\u2011": "-", "\u2010": "-", "\u2212": "-", "\u2019": "'", "\u00ad": None, "\u200b": None, "\u2060": None}
)
_SPACES = re.compile(r"[^\S\n]+")
_TOKEN = re.compile(r"[^\W_]+")
_GROUP = "[ .,']"
_NUMBER = re.compile(rf"(?<![\w#])(?:\d{{1,3}}(?:{_GROUP}\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?!\w)")
_PATH = re.compile(
    r"""(?<![\w./])/(?:home|Users|root|tmp|var|mnt|private)/[^\s<>"']+|\b[A-Za-z]:\\[^\s<>"']+|\\\\\w[^\s<>"']+|\bfile:/[^\s<>"']+"""
)
_BARE = re.compile("[a-z]+")
_LETTER = re.compile(r"[^\W\d_]")
_JOINTS = re.compile(r"[→·;:|/()\[\]«»\"…]|(?<!\S)[–—-](?!\S)|(?<!\w)(?:\d[\d.,]*(?: ?[kM]?[%€£$]?)?|[A-Z])(?!\w)")
_EDGES = " .,'-–—€£$%"
_NOT_DIGITS = re.compile(r"\D")


def plain(text: str) -> str:
    """Return a text as it is compared: the spaces, dashes and apostrophes of a keyboard; line ends stay."""
    return _SPACES.sub(" ", text.translate(_AS_TYPED))


def digits_of(number: Decimal) -> frozenset[str]:
    """Return the significant digits by which a number is searched: exact, to cents, to units; none for a short one.

    No separator and no rescaling (k€, %) changes them.
    """
    exact = abs(number)
    digits = (_significant(format(form, "f")) for form in (exact, rounded(exact, 2), rounded(exact, 0)))
    return frozenset(one for one in digits if _is_searched(one))


def numbers_in(text: str) -> dict[str, str]:
    """Return the numbers a text prints, by their significant digits."""
    return {_significant(found): found for found in _NUMBER.findall(text)}


def paths_in(text: str) -> set[str]:
    """Return the places of a disk that a text names, without what ends the sentence or shortens it."""
    return {found.rstrip("….,;:!?)»”") for found in _PATH.findall(text)}


def words_in(text: str) -> Iterator[str]:
    """Yield the words of a text that are long enough to be searched, in lower case."""
    return (word for word in _TOKEN.findall(text.casefold()) if len(word) >= SHORTEST and not word.isdigit())


def phrases_in(text: str) -> Iterator[str]:
    """Yield the phrases by which a text is searched: itself when short, else each run of its words that tells enough.

    "from Q4 2025 to Q3 2026" is in any plan: a run has two words worth a search of their own. Digits are a number.
    """
    line = " ".join(plain(text).split())
    spots = [match.span() for match in _TOKEN.finditer(line)]
    runs = [spots[first : first + LONGEST_PHRASE] for first in range(max(1, len(spots) - LONGEST_PHRASE + 1))]
    phrases = [line[run[0][0] : run[-1][1]] for run in runs if run]
    if len(phrases) == 1:
        yield from (phrase for phrase in phrases if len(phrase) >= SHORTEST and _LETTER.search(phrase))
    else:
        yield from (phrase for phrase in phrases if len(list(words_in(phrase))) > 1)


@dataclass(frozen=True)
class Needles:
    """What to search: words in lower case, phrases as typed, significant digits of numbers."""

    words: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str], numbers: Iterable[Decimal] = ()) -> Needles:
        """Return what these texts and numbers are searched by, numbers inside the texts included."""
        said = tuple(texts)
        printed = {digits for text in said for digits in numbers_in(plain(text)) if _is_searched(digits)}
        return cls(
            words=frozenset(word for text in said for word in words_in(plain(text))),
            phrases=frozenset(phrase for text in said for phrase in phrases_in(text)),
            numbers=frozenset(printed.union(*(digits_of(number) for number in numbers))),
        )

    @classmethod
    def union(cls, *several: Needles) -> Needles:
        """Return what any of these searches."""
        return cls(
            frozenset().union(*(one.words for one in several)),
            frozenset().union(*(one.phrases for one in several)),
            frozenset().union(*(one.numbers for one in several)),
        )

    def __iter__(self) -> Iterator[str]:
        """Yield each needle."""
        yield from self.words | self.phrases | self.numbers

    def in_prose(self, text: str) -> dict[str, str]:
        """Return what a text that people read holds, each needle as it is printed there, in any case of letters."""
        line = plain(text)
        words = {word: word for word in self.words.intersection(words_in(line))}
        numbers = {digits: printed for digits, printed in numbers_in(line).items() if digits in self.numbers}
        phrases = {phrase: phrase for phrase in self._folded.found_in(line.casefold())}
        return words | numbers | phrases

    def in_names(self, text: str) -> dict[str, str]:
        """Return the phrases that names and keys hold, as they are typed; a bare word such as `chart` names shapes."""
        return {phrase: phrase for phrase in self._typed.found_in(plain(text))}

    def without(self, texts: Iterable[str], numbers: Iterable[Decimal] = ()) -> Needles:
        """Return the needles that these texts do not hold, and that are none of these numbers.

        A phrase is held in one piece, or in pieces that only numbers and signs keep apart: "Figure 3 – Contracts" is a
        caption of ours as soon as "Figure" and "Contracts" are words of ours.
        """
        pieces = {phrase: _pieces(phrase) for phrase in self.phrases}
        parts = Needles(self.words, self.phrases.union(*pieces.values()), self.numbers)
        said = parts.in_prose("\n".join(texts)).keys()
        public = said | frozenset().union(*(digits_of(number) for number in set(numbers)))
        phrases = {phrase for phrase in self.phrases - said if not (pieces[phrase] and pieces[phrase] <= said)}
        return Needles(self.words - said, frozenset(phrases), self.numbers - public)

    def less_said(self, texts: Iterable[str], *, but: frozenset[str]) -> Needles:
        """Return the needles less the words and phrases that these texts hold, whole names excepted; numbers stay."""
        left = self.without(texts)
        return Needles(left.words, left.phrases | (self.phrases & but), self.numbers)

    def not_named(self, text: str) -> Needles:
        """Return the phrases that this text of names does not hold."""
        return Needles(phrases=self.phrases - self.in_names(text).keys())

    @cached_property
    def _folded(self) -> Phrases:
        return Phrases((phrase.casefold(), phrase) for phrase in self.phrases)

    @cached_property
    def _typed(self) -> Phrases:
        return Phrases((phrase, phrase) for phrase in self.phrases if not _BARE.fullmatch(phrase))


def _pieces(phrase: str) -> frozenset[str]:
    """Return what stands between the numbers, lone capitals and signs of a phrase."""
    pieces = (piece.strip(_EDGES) for piece in _JOINTS.split(phrase))
    return frozenset(piece for piece in pieces if _LETTER.search(piece))


def _is_searched(digits: str) -> bool:
    return SHORTEST <= len(digits) < _QUOTIENT


def _significant(text: str) -> str:
    return _NOT_DIGITS.sub("", text).strip("0")
