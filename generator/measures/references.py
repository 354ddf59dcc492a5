"""The order of references as people read it: A-43 before A-115."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"(\d+)")


def in_reading_order(reference: str) -> tuple[tuple[int, str], ...]:
    """Return what a reference sorts by: its letters as letters, its numbers as numbers."""
    return tuple((int(part), part) if part.isdecimal() else (-1, part) for part in _DIGITS.split(reference) if part)
