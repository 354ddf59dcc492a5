"""The texts that the cells of a workbook share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.workbook.raw import OverlongText, Strike
from generator.workbook.xlsx.markup import scan
from generator.workbook.xlsx.strokes import Strokes
from generator.workbook.xlsx.texts import Text
from generator.workbook.xlsx.unreadable import OVERSIZED, UnreadableError

_MOST = 1_000_000
_MOST_CHARACTERS = 50_000_000

SharedText = str | OverlongText


def shared_texts(chunks: Iterable[bytes]) -> tuple[list[SharedText], dict[int, Strike]]:
    """Return the shared texts in order, and by position those that are struck through in their own runs.

    The runs of a rich text are joined, its phonetic hints left out.
    """
    reading = _Reading()
    scan(chunks, reading.start, reading.end, reading.text)
    return reading.found, reading.struck


class _Reading:
    def __init__(self) -> None:
        self.found: list[SharedText] = []
        self.struck: dict[int, Strike] = {}
        self._strokes = Strokes()
        self._text: Text | None = None
        self._is_told = False
        self._is_phonetic = False
        self._characters = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._text = Text()
            self._strokes = Strokes()
        elif name in {"r", "strike"}:
            self._strokes.start(name, attributes)
        elif name == "rPh":
            self._is_phonetic = True
        elif name == "t":
            self._is_told = not self._is_phonetic

    def end(self, name: str) -> None:
        if name == "si" and self._text is not None:
            if (strike := self._strokes.strike) is not None:
                self.struck[len(self.found)] = strike
            self.found.append(self._text.value)
            self._text = None
            self._characters += len(self.found[-1]) if isinstance(self.found[-1], str) else 0
            if len(self.found) > _MOST or self._characters > _MOST_CHARACTERS:
                raise UnreadableError(OVERSIZED)
        elif name == "rPh":
            self._is_phonetic = False
        elif name == "t":
            self._is_told = False
        elif name == "r":
            self._strokes.end_run()

    def text(self, piece: str) -> None:
        if self._is_told and self._text is not None:
            self._text.add(piece)
            self._strokes.add(piece)
