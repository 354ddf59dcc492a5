"""How a line of text is set: no-break and narrow spaces, dashes, apostrophes, by language."""

import re
from functools import lru_cache

from generator.locales.language import Language

NO_BREAK = "\u00a0"
NARROW = "\u202f"
HYPHEN = "\u2011"
MINUS = "\u2212"
APOSTROPHE = "\u2019"

_SPACE = f"[ {NO_BREAK}{NARROW}]"
_DIGITS_BY_THREE = re.compile(rf"(?<![\w,.{HYPHEN}-])[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+(?!\d)")

_SHORT = 200

_Rules = tuple[tuple[re.Pattern[str], str], ...]

_EVERYWHERE: _Rules = (
    (re.compile(r"(?<=\w)'(?=\w)"), APOSTROPHE),
    (re.compile(r"\b([A-Z]{1,4})-(?=\d{1,4}\b)(?!\d+-)"), rf"\1{HYPHEN}"),
    (re.compile(r"(?:(?<=\s)|(?<=\()|(?<![\s\S]))-(?=\d)"), MINUS),
    (re.compile(rf"\b([TQ][1-4]){_SPACE}(?=(?:\d{{4}}|\d\d)\b)"), rf"\1{NO_BREAK}"),
)
_FRENCH: _Rules = (
    (re.compile(rf"«{_SPACE}+"), f"«{NARROW}"),
    (re.compile(rf"(?<!{_SPACE}){_SPACE}+(?=[:;!?%€»])"), NARROW),
    (re.compile(rf"(?<=\d){_SPACE}(?=(?:j|pts?|h|min|ans?|mois|[kM](?:€|£|\$\w*|[A-Z]{{3}}))(?!\w))"), NO_BREAK),
    (re.compile(rf"(?<=\d{NO_BREAK}h){_SPACE}(?=\d\d(?!\d))"), NO_BREAK),
    (re.compile(rf"(?<!\w)(à|de|le|au|du|sur|pour|la|en){_SPACE}(?=[+{MINUS}]?\d)", re.IGNORECASE), rf"\1{NO_BREAK}"),
)
_ENGLISH: _Rules = (
    (re.compile(rf"(?<=\S){_SPACE}+(?=[:;!?])"), ""),
    (re.compile(rf"(?<=\d){_SPACE}+(?=%)"), ""),
)


def typeset(language: Language, text: str) -> str:
    """Return the text with the spaces, dashes and apostrophes of its language; setting twice changes nothing."""
    return _set_once(language, text) if len(text) <= _SHORT else _set(language, text)


@lru_cache(maxsize=8192)
def _set_once(language: Language, text: str) -> str:
    """Set a short text, which comes back in table after table."""
    return _set(language, text)


def _set(language: Language, text: str) -> str:
    for pattern, replacement in _EVERYWHERE + (_FRENCH if language is Language.FR else _ENGLISH):
        text = pattern.sub(replacement, text)
    if language is Language.FR:
        text = _DIGITS_BY_THREE.sub(lambda match: re.sub(_SPACE, NARROW, match[0]), text)
    return text


def capitalise(text: str) -> str:
    """Return the text with its first letter in upper case and the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return the text as it goes on a sentence: its first letter in lower case, unless it opens an acronym."""
    is_word = text[1:2].islower() or text[1:2] in {" ", "’", "'"}
    return text[:1].lower() + text[1:] if is_word else text
