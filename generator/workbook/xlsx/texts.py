"""Texts of a workbook, bounded: Excel's escapes undone, halves of characters mended, endless ones cut short."""

from __future__ import annotations

import re

from generator.workbook.raw import OverlongText

LONGEST = 32_767
"""Characters that Excel lets a cell hold."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_START = 200
_NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD)


class Text:
    """A text being read in pieces; what goes beyond the longest a cell can hold is counted and forgotten."""

    __slots__ = ("_length", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    def add(self, piece: str) -> None:
        """Take the next piece."""
        if self._length <= LONGEST:
            self._pieces.append(piece)
        self._length += len(piece)

    @property
    def value(self) -> str | OverlongText:
        """The whole text, or the beginning of one that no cell can hold."""
        text = "".join(self._pieces)
        text = unescaped(text) if "_x" in text else text
        overflow = self._length - LONGEST
        return OverlongText(text[:_START], self._length) if overflow > 0 and len(text) > LONGEST else text


def unescaped(text: str) -> str:
    """Return a text without the escapes of Excel for characters that XML cannot hold; lone surrogates become U+FFFD."""
    plain = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    whole = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.translate(_NO_CHARACTERS)
