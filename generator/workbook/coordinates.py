"""Cells and ranges in A1 notation, and what they are in numbers; rows and columns count from 1."""

from __future__ import annotations

import re
from functools import lru_cache

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")


@lru_cache(maxsize=LAST_COLUMN)
def letters(column: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def coordinate(row: int, column: int) -> str:
    """Return a cell in A1 notation."""
    return f"{letters(column)}{row}"


def position(cell: str) -> tuple[int, int]:
    """Return the row and the column of a cell; ValueError when no sheet has such a cell."""
    match = _CELL.fullmatch(cell)
    row, column = (int(match[2]), number(match[1])) if match else (0, 0)
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        raise ValueError(f"no cell of a sheet: {cell[:20]}")
    return row, column


@lru_cache(maxsize=LAST_COLUMN)
def number(name: str) -> int:
    """Return the number of a column given by its letters."""
    column = 0
    for letter in name.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def area(ref: str) -> tuple[int, int, int, int]:
    """Return the first row and column of a range and its last ones; ValueError for whole rows or columns."""
    first, _, last = ref.partition(":")
    top, left = position(first)
    bottom, right = position(last or first)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)
