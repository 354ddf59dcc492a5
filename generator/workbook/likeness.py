"""How much a row of cells looks like the headers of a table."""

from __future__ import annotations

from functools import cache
from typing import TypeGuard

from generator.locales import Label
from generator.model.schema import TableSpec, tables
from generator.model.table import Layout
from generator.workbook.matching import folded, folded_header
from generator.workbook.periods import is_period
from generator.workbook.spots import Spot
from generator.workbook.stacked import is_stacked
from generator.workbook.synonyms import own_titles
from generator.workbook.terms import term
from generator.workbook.word_list import is_list, list_likeness

_TITLE_REACH = 4
_FEWEST_LABELS = 2
_NARROW = 3
_FORM_SHARE = 0.4
_HEADER_SHARE = 0.6
_TITLED_SHARE = 0.5
_FOREIGN_SHARE = 0.5
_LONGEST_HEADER = 60


def may_be_headers(spot: Spot, *, has_list: bool = False) -> bool:
    """Tell whether a row holds words of headers, one being enough for a narrow table: most rows need no closer look.

    With `has_list` any lone cell may be the top of a list.
    """
    if has_list and len(spot.headers) == 1:
        return True
    words = {folded_header(cell.value) for cell in spot.headers if _may_be_word(cell.value)} & _all_words()
    return len(words) >= (1 if len(spot.headers) <= _NARROW else _FEWEST_LABELS)


def _may_be_word(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and len(value) <= _LONGEST_HEADER


def likeness(spec: TableSpec, spot: Spot) -> float:
    """Return how much of a table's columns a row of cells names, 0 when it is not its header row."""
    words = {folded_header(text) for text in spot.texts}
    if spec.table.layout is Layout.FORM:
        return _form_likeness(spec, spot, words)
    if is_list(spec) and (share := list_likeness(spec, spot)):
        return share
    columns = [column for column in spec.columns if column.field != "quarters"]
    named = [column for column in columns if _is_named(column.label, words)]
    required = [column for column in columns if column.required]
    has_required = sum(column in named for column in required) >= _HEADER_SHARE * len(required)
    has_periods = not spec.is_crosstab or any(map(is_period, spot.values)) or is_stacked(spec, spot.headers)
    is_certain = len(named) >= _FEWEST_LABELS and has_required and has_periods
    if not is_certain and not (len(named) >= _TITLED_SHARE * len(columns) and is_under_title(spec, spot)):
        return 0
    strangers = len(words) - len(named) - sum(map(is_period, spot.values))
    return len(named) / (len(columns) + max(0, strangers))


def is_foreign(spec: TableSpec, spot: Spot) -> bool:
    """Tell whether headers that stand under the Excel name of a table are somebody else's, or all gone."""
    if spec.table.layout is Layout.FORM or is_list(spec):
        return False
    words = {folded_header(text) for text in spot.texts}
    named = [column for column in spec.columns if column.field != "quarters" and _is_named(column.label, words)]
    required = [column for column in spec.columns if column.required]
    is_known = sum(column in named for column in required) >= _FOREIGN_SHARE * len(required)
    return not spot.headers or not (is_known or len(named) >= _FOREIGN_SHARE * len(words))


def _form_likeness(spec: TableSpec, spot: Spot, words: set[str]) -> float:
    if not _is_named(term("form.value"), words):
        return 0
    below = {
        folded_header(str(cell.value))
        for (row, column), cell in spot.sheet.cells.items()
        if row > spot.row and column == spot.left
    }
    share = sum(_is_named(column.label, below) for column in spec.columns) / len(spec.columns)
    return share if share >= _FORM_SHARE else 0


def _is_named(label: Label, words: set[str]) -> bool:
    return any(folded_header(word) in words for word in label)


def is_under_title(spec: TableSpec, spot: Spot) -> bool:
    """Tell whether the table's title or name stands a little above the first cell of a row, or names the sheet."""
    titles = own_titles(spec)
    above = (spot.sheet.cells.get((row, spot.left)) for row in range(spot.row - _TITLE_REACH, spot.row))
    names_above = {folded(str(cell.value)) for cell in above if cell is not None}
    return bool(titles & {*names_above, folded(spot.sheet.name)})


@cache
def _all_words() -> frozenset[str]:
    labels = [column.label for spec in tables() for column in spec.columns]
    words = (*labels, term("form.value"))
    return frozenset(folded_header(word) for label in words for word in label)
