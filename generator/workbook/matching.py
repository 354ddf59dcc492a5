"""When two texts are the same to a person: whatever their case, accents, spaces and light punctuation."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_IGNORED = re.compile(r"[\s*'’`.\-\u2010-\u2015_:;,]+")
_IN_PARENTHESES = re.compile(r"\([^)]*\)")
_REFERENCE = re.compile(r"([a-z]{1,4})(\d{1,4})")
_SUGGESTION_SCORE = 70.0


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return the form under which texts are compared; two texts a person would call the same give the same form."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in apart if not unicodedata.combining(char) and unicodedata.category(char) != "Cf")
    return _IGNORED.sub("", plain.replace("œ", "oe").replace("æ", "ae"))


@lru_cache(maxsize=4096)
def folded_header(text: str) -> str:
    """Return the form under which headers are compared: a unit in parentheses does not count."""
    return folded(_IN_PARENTHESES.sub("", text))


def nearest(text: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that looks most like a text, whatever the order of its words; None when none is close.

    A reference such as `CT-1` is only like the same reference written otherwise: its neighbours are other things.
    """
    if match := _REFERENCE.fullmatch(folded(text)):
        number = (match[1], int(match[2]))
        return next((candidate for candidate in candidates if _numbered(candidate) == number), None)
    from rapidfuzz import fuzz, process

    found = process.extractOne(
        text, list(candidates), scorer=fuzz.token_sort_ratio, processor=_spaced, score_cutoff=_SUGGESTION_SCORE
    )
    return found[0] if found else None


def _numbered(candidate: str) -> tuple[str, int] | None:
    match = _REFERENCE.fullmatch(folded(candidate))
    return (match[1], int(match[2])) if match else None


def _spaced(text: str) -> str:
    words = re.split(r"[\s\-’']+", text)
    return " ".join(folded(word) for word in words)
