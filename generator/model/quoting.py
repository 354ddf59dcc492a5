"""Quotes in what a person types: what stands between them is one thing, whatever marks it holds."""

from __future__ import annotations

from collections.abc import Iterator

_QUOTES = {'"': '"', "“": "”", "«": "»"}


def outside_quotes(text: str, marks: str, *, after: str = "") -> Iterator[str]:
    """Yield the pieces of a text between marks that stand outside quotes.

    A quote opens where a piece begins, or behind a character of ``after``: an inch sign within a name opens nothing.
    """
    start, closing, may_open = 0, "", True
    for at, char in enumerate(text):
        if closing:
            closing = "" if char == closing else closing
        elif char in marks:
            yield text[start:at]
            start, may_open = at + 1, True
        elif may_open and char in _QUOTES:
            closing, may_open = _QUOTES[char], False
        else:
            may_open = char in after or (may_open and char.isspace())
    yield text[start:]


def unquoted(text: str) -> str:
    """Return a text without the quotes around it, if any."""
    bare = text.strip()
    has_quotes = len(bare) > 1 and _QUOTES.get(bare[0]) == bare[-1]
    return bare[1:-1].strip() if has_quotes else bare
