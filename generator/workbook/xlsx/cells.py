"""The cells of a sheet that hold something, whatever the sheet says of its own size.

A sheet is one long document: its handlers run once a cell, so they are written for speed, in one class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite
from typing import cast

from generator.workbook.coordinates import LAST_COLUMN, LAST_ROW, area, position
from generator.workbook.raw import CellError, Face, OverlongText, RawCell, UncomputedFormula
from generator.workbook.xlsx.faces import Section, face
from generator.workbook.xlsx.formats import Shown
from generator.workbook.xlsx.markup import scan
from generator.workbook.xlsx.moments import duration, moment, to_the_second
from generator.workbook.xlsx.strings import SharedText
from generator.workbook.xlsx.texts import Text
from generator.workbook.xlsx.unreadable import CROWDED_SHEET, DAMAGED, UnreadableError

_EMPTY_CELLS = re.compile(rb'(?:<c r="[^<>]*/>)+')
_EMPTY_ROWS = re.compile(rb'(?:<row r="[^<>]*(?:/>|></row>))+')
MOST_CELLS = 700_000
MOST_CHARACTERS = 50_000_000
_MOST_ELEMENTS = 4_000_000
_MOST_MERGES = 20_000
_WHOLE = 10**15

Cells = dict[tuple[int, int], RawCell]


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of every sheet refer to."""

    texts: list[SharedText] = field(default_factory=list)
    styles: list[Shown] = field(default_factory=list)
    sections: list[tuple[Section, ...]] = field(default_factory=list)
    starts_in_1904: bool = False


def cells(chunks: Iterable[bytes], sheet: str, book: Book) -> tuple[Cells, list[tuple[int, int, int, int]]]:
    """Return the cells of a sheet and its merged areas (top, left, bottom, right).

    UnreadableError when the sheet is damaged, or holds more than anybody fills in.
    """
    reading = _Reading(sheet, book)
    try:
        scan(_without_empty_cells(chunks), reading.start, reading.end, reading.text)
    except (ValueError, OverflowError, IndexError) as error:
        raise UnreadableError(DAMAGED, sheet=sheet) from error
    return reading.cells, reading.merges


def _without_empty_cells(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Leave out cells and rows that hold a format only: there can be millions, and this is faster than parsing them."""
    return (_EMPTY_ROWS.sub(b"", _EMPTY_CELLS.sub(b"", chunk)) for chunk in chunks)


class _Reading:
    __slots__ = (
        *("cells", "merges", "_sheet", "_book", "_row", "_column", "_type", "_style"),
        *("_formula", "_value", "_text", "_elements", "_characters", "_is_phonetic"),
    )

    def __init__(self, sheet: str, book: Book) -> None:
        self.cells: Cells = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self._sheet = sheet
        self._book = book
        self._row = self._column = self._elements = self._characters = 0
        self._type = self._style = ""
        self._is_phonetic = False
        self._formula: str | None = None
        self._value: Text | None = None
        self._text: Text | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise UnreadableError(CROWDED_SHEET, sheet=self._sheet)
        if name == "c":
            self._start_cell(attributes)
        elif name in {"v", "t"} and not self._is_phonetic:
            self._value = self._value or Text()
            self._text = self._value
        elif name == "rPh":
            self._is_phonetic = True
        elif name == "f":
            self._text = Text()
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif name == "mergeCell" and len(self.merges) < _MOST_MERGES:
            self.merges.append(area(attributes.get("ref", "")))

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        if "r" in attributes:
            self._row, self._column = position(attributes["r"])
        else:
            self._column += 1
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._formula = self._value = self._text = None

    def end(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        elif name in {"v", "t"}:
            self._text = None
        elif name == "rPh":
            self._is_phonetic = False
        elif name == "f" and self._text is not None:
            formula = self._text.value
            self._formula = formula if isinstance(formula, str) else formula.start
            self._text = None

    def text(self, piece: str) -> None:
        if self._text is not None:
            self._text.add(piece)

    def _end_cell(self) -> None:
        read = self._value.value if self._value is not None else ""
        value = self._read(read) if read else None
        if value is None and self._formula is not None and self._type != "str":
            value = UncomputedFormula(f"={self._formula}")
        self._value = None
        if value is None:
            return
        if not (self._row <= LAST_ROW and self._column <= LAST_COLUMN):
            raise ValueError("a cell beyond the sheet")
        if len(self.cells) >= MOST_CELLS:
            raise UnreadableError(CROWDED_SHEET, sheet=self._sheet)
        if isinstance(value, str):
            self._characters += len(value)
            if self._characters > MOST_CHARACTERS:
                raise UnreadableError(CROWDED_SHEET, sheet=self._sheet)
        shown = self._face(value) if type(value) in {int, float} else None
        self.cells[self._row, self._column] = RawCell(self._sheet, self._row, self._column, value, shown)

    def _read(self, read: SharedText) -> object:
        if isinstance(read, OverlongText):
            return read
        match self._type:
            case "s":
                return self._book.texts[_index(read)] or None
            case "str" | "inlineStr":
                return read
            case "b":
                return read.strip() in {"1", "true"}
            case "e":
                return CellError(read.strip())
            case "d":
                return to_the_second(datetime.fromisoformat(read.strip()).replace(tzinfo=None))
            case _:
                return self._number(float(read))

    def _face(self, value: object) -> Face | None:
        parts = self._book.sections[int(self._style)] if self._style and self._book.sections else ()
        return face(parts, cast("float", value)) if parts else None

    def _number(self, number: float) -> object:
        if not isfinite(number):
            return CellError("#NUM!")
        shown = self._book.styles[_index(self._style)] if self._style and self._book.styles else Shown.NUMBER
        if shown is Shown.MOMENT and (read := moment(number, starts_in_1904=self._book.starts_in_1904)) is not None:
            return read
        if shown is Shown.DURATION and (lasted := duration(number)) is not None:
            return lasted
        return int(number) if number.is_integer() and abs(number) < _WHOLE else number


def _index(text: str) -> int:
    """Return a position in a list; ValueError for a negative one, which Python would take from the end."""
    if not text.isdecimal():
        raise ValueError("not a position in a list")
    return int(text)
