"""How wide a column is: by what it holds, and never narrower than its header's longest word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.locales import Language
from generator.model.column import Kind
from generator.model.schema import ColumnSpec

_LONG = 54.0
_TEXT = (14.0, 30.0)
_BLANK_TEXT = 22.0
_REFERENCE = 10.0
ALONE = 36.0
"""The least width of a table's only column, whose title and help stand on it."""
_PADDING = 3
_HEADER_PADDING = 3.5
_BY_KIND = {
    **dict.fromkeys((Kind.RATE, Kind.INTEGER, Kind.LEVEL, Kind.TERM, Kind.QUARTER, Kind.HORIZON), 10.0),
    Kind.MONEY: 14.0,
    Kind.NUMBER: 11.0,
    Kind.DATE: 12.0,
    Kind.TIME: 8.0,
    Kind.YES_NO: 8.0,
    Kind.TEXTS: 28.0,
}


def column_width(column: ColumnSpec, header: str, language: Language, values: Sequence[object]) -> float:
    """Return the width in characters of a column with such values."""
    return max(_content_width(column, language, values), _longest_word(header) + _HEADER_PADDING)


def quarter_width(column: ColumnSpec) -> float:
    """Return the width in characters of a quarter's column."""
    return 13.0 if column.cell_kind is Kind.MONEY else 11.0


def _content_width(column: ColumnSpec, language: Language, values: Sequence[object]) -> float:
    if column.column.long:
        return _LONG
    if column.kind is Kind.CHOICE:
        return max(len(choice.label.in_(language)) for choice in column.choices) + _PADDING
    if column.kind not in {Kind.TEXT, Kind.CURRENCY}:
        return _BY_KIND[column.kind]
    if column.field == "ref":
        return _REFERENCE
    low, high = _TEXT if values else (_BLANK_TEXT, _BLANK_TEXT)
    return min(high, max([low, *(len(str(value)) + _PADDING for value in values if value is not None)]))


def _longest_word(header: str) -> int:
    return max(len(word) for word in re.split(r"[\s\-]+", header))
