"""Texts without what writings of one word differ in: case, accents, invisible signs, styled and look-alike letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_LETTERS = {"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
_SIGNS = str.maketrans({"’": "'", "‘": "'", "`": "'"})
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_INVISIBLE = frozenset({"Cf", "Mn", "Me"})  # among them the joiners, the variation selectors, the accents apart
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")  # letters of Korean that show nothing
_FOREIGN = re.compile(r"[^\W\d_a-zA-Z]")


class _Shown(dict[int, str | None]):
    """What each character leaves once a text is decomposed, worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        is_hidden = unicodedata.category(char) in _INVISIBLE or char in _FILLERS
        self[code] = None if is_hidden else _LETTERS.get(char, char)
        return self[code]


_SHOWN = _Shown()


def folded(text: str) -> str:
    """Return a text without case and accents, its dashes, apostrophes and spaces made plain."""
    return _cased(_bare(text))


def readings_of(text: str) -> tuple[str, ...]:
    """Return a text folded, and once more with letters of other scripts taken for the Latin ones they look like."""
    bare = _bare(text)
    if not _FOREIGN.search(bare):
        return (_cased(bare),)
    return tuple(dict.fromkeys((_cased(bare), _cased(bare.translate(_lookalikes())))))


def _bare(text: str) -> str:
    """Return a text in the letters that its signs stand for: ``𝐅``, ``Ｆ`` and ``F`` are one before case is."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text).translate(_SHOWN)


def _cased(text: str) -> str:
    return " ".join(_DASHES.sub("-", text.casefold().translate(_SIGNS)).split())


@cache
def _lookalikes() -> Mapping[int, str]:
    """Return the Latin letter that each letter of another script is taken for, as Unicode lists them (UTS #39).

    There a capital I is drawn like an l; here it stays an i.
    """
    from confusable_homoglyphs.confusables import confusables_data

    found: dict[int, str] = {}
    for char, alike in confusables_data.items():
        latin = [one["c"] for one in alike if one["c"].isascii() and one["c"].isalpha()]
        if len(char) == 1 and not char.isascii() and latin:
            found[ord(char)] = "i" if latin[0] == "l" and char.isupper() else latin[0]
    return found
