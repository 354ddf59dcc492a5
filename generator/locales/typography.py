"""How a line of text is set: no-break and narrow spaces, dashes, apostrophes, by language."""

import re
from functools import lru_cache

from generator.locales.characters import APOSTROPHE, HYPHEN, MINUS, NO_BREAK, SPACE
from generator.locales.language import Language
from generator.locales.manner import Rules

_SHORT = 200

_EVERYWHERE: Rules = (
    (re.compile(r"(?<=\w)'(?=\w)"), APOSTROPHE),
    (re.compile(r"\b([A-Z]{1,4})-(?=\d{1,4}\b)(?!\d+-)"), rf"\1{HYPHEN}"),
    (re.compile(r"(?:(?<=\s)|(?<=\()|(?<![\s\S]))-(?=\d)"), MINUS),
    (re.compile(rf"\b([TQ][1-4]){SPACE}(?=(?:\d{{4}}|\d\d)\b)"), rf"\1{NO_BREAK}"),
)


def typeset(language: Language, text: str) -> str:
    """Return the text with the spaces, dashes and apostrophes of its language; setting twice changes nothing."""
    return _set_once(language, text) if len(text) <= _SHORT else _set(language, text)


@lru_cache(maxsize=8192)
def _set_once(language: Language, text: str) -> str:
    """Set a short text, which comes back in table after table."""
    return _set(language, text)


def _set(language: Language, text: str) -> str:
    for pattern, replacement in (*_EVERYWHERE, *language.manner.typography):
        text = pattern.sub(replacement, text)
    return text


def capitalise(text: str) -> str:
    """Return the text with its first letter in upper case and the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return the text as it goes on a sentence: its first letter in lower case, unless it opens an acronym."""
    is_word = text[1:2].islower() or text[1:2] in {" ", "’", "'"}
    return text[:1].lower() + text[1:] if is_word else text
