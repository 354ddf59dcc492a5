"""When two texts are the same to a person: whatever their case, accents, spaces and light punctuation."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_IGNORED = re.compile(r"[\s*'’`.\-\u2010-\u2015_:;,]+")
_UNIT = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]|\s(?:en|in)\s+(\S+)$|\s([kKM]?[€$£%](?:\s?HT)?)$")
_IN_PARENTHESES = re.compile(r"\([^)]*\)")
_REFERENCE = re.compile(r"([a-z]{1,4})(\d{1,4})")
SUGGESTED = 70.0
_SHORTEST_PART = 4
_LONGEST_COMPARED = 120


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return the form under which texts are compared; two texts a person would call the same give the same form."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in apart if not unicodedata.combining(char) and unicodedata.category(char) != "Cf")
    return _IGNORED.sub("", plain.replace("œ", "oe").replace("æ", "ae"))


@lru_cache(maxsize=4096)
def folded_header(text: str) -> str:
    """Return the form under which headers are compared: a unit in brackets or behind does not count."""
    return folded(_UNIT.sub("", text.strip()))


def unit_words(header: str) -> list[str]:
    """Return what a header says in brackets or behind, as units are: `Montant (k€)`, `Montant en k€`, `Montant €`."""
    return [word.strip() for found in _UNIT.findall(header.strip()) for word in found if word.strip()]


def nearest(text: str, candidates: Iterable[str], *, score: float = SUGGESTED) -> str | None:
    """Return the candidate that looks most like a text, whatever the order of its words; None when none is close.

    `score` says how close, of 100.

    A part of a name, such as a surname, is like the only candidate that has it.

    A reference such as `CT-1` is only like the same reference written otherwise: its neighbours are other things.
    """
    if match := _REFERENCE.fullmatch(folded(text)):
        number = (match[1], int(match[2]))
        return next((candidate for candidate in candidates if _numbered(candidate) == number), None)
    if len(text) > _LONGEST_COMPARED:
        return None
    from rapidfuzz import fuzz, process

    known = [candidate for candidate in candidates if len(candidate) <= _LONGEST_COMPARED]
    found = process.extractOne(text, known, scorer=fuzz.token_sort_ratio, processor=_spaced, score_cutoff=score)
    return found[0] if found else _only_one_with(text, known)


def likest(text: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """Return the candidates by how much they look like a text, the likest first, however little that may be."""
    from rapidfuzz import fuzz, process

    found = process.extract(text[:_LONGEST_COMPARED], list(candidates), scorer=fuzz.ratio, limit=None)
    return tuple(candidate for candidate, _, _ in found)


def _only_one_with(part: str, candidates: Iterable[str]) -> str | None:
    words = {word for word in _spaced(part).split() if len(word) >= _SHORTEST_PART}
    having = [candidate for candidate in candidates if words <= set(_spaced(candidate).split())] if words else []
    return having[0] if len(having) == 1 else None


def _numbered(candidate: str) -> tuple[str, int] | None:
    match = _REFERENCE.fullmatch(folded(candidate))
    return (match[1], int(match[2])) if match else None


@lru_cache(maxsize=8192)
def _spaced(text: str) -> str:
    words = re.split(r"[\s\-’']+", _IN_PARENTHESES.sub(" ", text))
    return " ".join(folded(word) for word in words)
