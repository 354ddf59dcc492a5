"""Texts, lists of texts, allowed values, yes and no."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from functools import cache

from generator.locales import Label
from generator.locales.currencies import only_meant_by
from generator.model.choices import Allowed
from generator.workbook.conversions.reading import Question, Reading, cleaned, failure, remark, typed
from generator.workbook.conversions.units import unit
from generator.workbook.matching import folded, nearest
from generator.workbook.terms import term

_YES = frozenset({"o", "y", "vrai", "true", "x", "1", "ok"})
_NO = frozenset({"n", "faux", "false", "0"})
_MOST_MEANT = {"$": "USD", "¥": "JPY"}
LONGEST_NAME = 500
"""Characters of a text that is no long one: it stands in headlines, table rows and boxes, on page after page."""

_SEPARATORS = re.compile(r"[;\n]")


def text(value: object, question: Question) -> Reading:
    """Read a text; numbers and dates become what the cell shows, line breaks survive in long texts only."""
    if isinstance(value, str):
        lines = cleaned(value)
        if question.is_long:
            return Reading(lines)
        return _overlong(value, lines, question) or Reading(lines.replace("\n", " "))
    if question.face is not None and question.face.digits is not None:
        return Reading(question.face.digits)
    if isinstance(value, (date, time, Decimal, int, float)):
        return Reading(typed(value, question.language))
    return failure("V206", question, value, allowed=())


def texts(value: object, question: Question) -> Reading:
    """Read a list separated by semicolons or line breaks, in order, each item once."""
    alone = question.face.digits if question.face else None
    text = cleaned(value) if isinstance(value, str) else alone or typed(value, question.language)
    items = (cleaned(item) for item in _SEPARATORS.split(text))
    listed = tuple(dict.fromkeys(item for item in items if item))
    longest = "" if question.is_long else max(listed, key=len, default="")
    return _overlong(value, longest, question) or Reading(listed)


def _overlong(value: object, name: str, question: Question) -> Reading | None:
    """Return what is said of a name, or of one in a list, that no line could carry."""
    if len(name) <= LONGEST_NAME:
        return None
    return failure("V240", question, value, length=len(name), most=LONGEST_NAME)


def choice(value: object, question: Question) -> Reading:
    """Read an allowed value, in any of our languages, whatever its case, accents, gender and number."""
    options = question.choices
    exact, loose = _by_words(options)
    word = typed(value, question.language)
    member = exact.get(folded(word)) or loose.get(_stem(word))
    if member is not None:
        return Reading(member)
    labels = tuple(option.label for option in options)
    return _not_allowed(value, word, labels, question)


def currency(value: object, question: Question) -> Reading:
    """Read an ISO 4217 code; a sign or a name that means one currency is read, and said."""
    word = typed(value, question.language)
    meant = only_meant_by(word)
    if meant is None:
        return failure("V221", question, value, suggestion=_likely_currency(word))
    return Reading(meant) if meant == word.upper() else remark("V222", question, value, value=meant, reading=meant)


def _likely_currency(word: str) -> str | None:
    """Offer the currency of an amount's unit such as `k€`, or the first that people mean by a sign such as `$`."""
    said = unit(word)
    return _MOST_MEANT.get(word) or (only_meant_by(word[-1]) if said and said.power else None)


def yes_no(value: object, question: Question) -> Reading:
    """Read a yes or a no."""
    if isinstance(value, bool):
        return Reading(value)
    word = folded(typed(value))
    yes, no = _meaning_yes_or_no()
    if word in yes | no:
        return Reading(word in yes)
    return _not_allowed(value, typed(value), (term("yes"), term("no")), question)


@cache
def _meaning_yes_or_no() -> tuple[frozenset[str], frozenset[str]]:
    """What people write for either: the words of every language, and what else says so."""
    return _YES | {folded(word) for word in term("yes")}, _NO | {folded(word) for word in term("no")}


def _not_allowed(value: object, word: str, labels: Sequence[Label], question: Question) -> Reading:
    suggestion = nearest(word, (label.in_(question.language) for label in labels))
    return failure("V206", question, value, suggestion=suggestion, allowed=tuple(labels))


@cache
def _by_words(options: tuple[Allowed, ...]) -> tuple[Mapping[str, Allowed], Mapping[str, Allowed]]:
    """Return the options by exact word and by stem; a stem that two options share is no way in."""
    exact: dict[str, Allowed] = {}
    stems: dict[str, set[Allowed]] = {}
    for option in options:
        for word in option.label:
            exact.setdefault(folded(word), option)
            stems.setdefault(_stem(word), set()).add(option)
    return exact, {stem: next(iter(found)) for stem, found in stems.items() if len(found) == 1 and stem}


def _stem(words: str) -> str:
    """Return words without their marks of gender and number: `Terminées` and `terminé`, `Active` and `Actifs` agree."""
    return "".join(_stem_of_word(folded(word)) for word in re.split(r"[\s\-]+", words))


def _stem_of_word(word: str) -> str:
    stem = word.rstrip("es")
    if stem.endswith("iv"):
        stem = f"{stem[:-2]}if"
    has_double_end = len(stem) > 2 and stem[-1] == stem[-2]
    return stem[:-1] if has_double_end else stem
