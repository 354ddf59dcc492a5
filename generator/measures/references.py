"""The order of references as people read it: A-43 before A-115."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"(\d+)")


def in_reading_order(reference: str) -> tuple[tuple[bool, int, str], ...]:
    """Return what a reference sorts by: its letters as letters, its numbers as numbers."""
    parts = (part for part in _DIGITS.split(reference) if part)
    return tuple((False, int(part), part) if part.isdecimal() else (True, 0, part) for part in parts)
