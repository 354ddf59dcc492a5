"""The options of a decision and the letter of the one recommended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.diagnostics import Finding, finding
from generator.workbook.conversions import shown
from generator.workbook.drafts import Draft
from generator.workbook.matching import folded, nearest

_LETTERED = re.compile(r"(?:option\s+)?\(?([A-Z])\s?(?:\)|[.:](?=\s)|(?<=\s)[–—-](?=\s))\s*(?=\S)", re.IGNORECASE)
_LETTER = re.compile(r"(?:l[’']\s?|the\s)?(?:option\s+)?[(«“\"]?\s?([A-Z])\s?[)»”\".:]?", re.IGNORECASE)


def options_read(rows: Mapping[str, list[Draft]]) -> list[Finding]:
    """Bring options and recommended letters to their plain form, in place; return what is to be said of them."""
    return [told for made in rows.get("decisions", ()) for told in (*_options(made), *_recommended(made))]


def _options(made: Draft) -> Iterator[Finding]:
    """Take off the letters that options bear already; letters out of order point at the wrong option."""
    options = made.values.get("options")
    if not isinstance(options, tuple) or not options:
        return
    marks = [_LETTERED.match(option) for option in options]
    letters = [mark[1].upper() for mark in marks if mark is not None]
    if len(letters) < len(options):
        return
    if letters == _letters(options):
        made.values["options"] = tuple(_LETTERED.sub("", option, count=1) for option in options)
    elif len(options) > 1:
        made.lost.add("options")
        yield finding("V236", made.place("options"), value=shown("; ".join(options)))


def _recommended(made: Draft) -> Iterator[Finding]:
    typed, options = made.values.get("recommended"), made.values.get("options")
    if not isinstance(typed, str) or "options" in made.lost:
        return
    place, value = made.place("recommended"), shown(typed)
    if not isinstance(options, tuple) or not options:
        yield finding("V237", place, value=value)
        return
    letters = dict(zip(_letters(options), options, strict=True))
    match = _LETTER.fullmatch(typed)
    letter = match[1].upper() if match else _of_option(typed, letters)
    if letter in letters:
        made.values["recommended"] = letter
        return
    made.values["recommended"] = None
    made.lost.add("recommended")
    like = nearest(typed, options)
    suggestion = next((letter for letter, option in letters.items() if option == like), None)
    yield finding("V206", place, value=value, suggestion=suggestion, allowed=tuple(letters))


def _of_option(typed: str, letters: Mapping[str, str]) -> str | None:
    """Return the letter of the option whose own words were typed."""
    return next((letter for letter, option in letters.items() if folded(option) == folded(typed)), None)


def _letters(options: tuple[str, ...]) -> list[str]:
    return [chr(ord("A") + rank) for rank in range(len(options))]
