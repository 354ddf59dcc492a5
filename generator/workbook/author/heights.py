"""How high a row is: the lines of its longest cell, over all the tables that share it."""

from __future__ import annotations

import textwrap

from generator.locales import Language
from generator.model.plan import AccountPlan
from generator.model.table import Layout
from generator.workbook.author.arrangement import FIRST_ROW, Placement, rows_of
from generator.workbook.author.cell_values import cell_value

_LINE = 15.0
_HEADER_PADDING = 8.0
_LEAST_HEADER = 34.0
_EDGES = 1.0
_LETTERS = 1.12  # a column's width counts digits; the letters of a text are narrower on average


def header_height(placements: tuple[Placement, ...]) -> float:
    """Return the height in points of the row of headers."""
    lines = max(_lines(slot.header, slot.width) for placed in placements for slot in placed.slots)
    return max(_LEAST_HEADER, lines * _LINE + _HEADER_PADDING)


def row_heights(placements: tuple[Placement, ...], plan: AccountPlan | None, language: Language) -> dict[int, float]:
    """Return the height in points of the rows that hold more than one line, by row of the sheet."""
    lines: dict[int, int] = {}
    for placed in placements:
        for row, found in _rows_of_lines(placed, plan, language):
            lines[row] = max(found, lines.get(row, 1))
    return {row: found * _LINE for row, found in lines.items() if found > 1}


def _rows_of_lines(placed: Placement, plan: AccountPlan | None, language: Language) -> list[tuple[int, int]]:
    if placed.spec.table.layout is Layout.FORM:
        form = getattr(plan, placed.spec.field) if plan else None
        widths, columns = [slot.width for slot in placed.slots if slot.own is None], placed.spec.columns
        helps = [_lines(at.column.help.in_(language), widths[-1]) for at in columns]
        values = [_lines(_shown(form, at.field, language), widths[1]) for at in columns]
        return list(enumerate(map(max, helps, values), start=FIRST_ROW))
    texts = [slot for slot in placed.slots if slot.quarter is None and slot.own is None]
    return [
        (number, max(_lines(_shown(row, slot.spec.field, language), slot.width) for slot in texts))
        for number, row in enumerate(rows_of(placed.spec, plan, language), start=FIRST_ROW)
    ]


def _shown(row: object, field: str, language: Language) -> str:
    value = cell_value(getattr(row, field, None), language)
    return value if isinstance(value, str) else ""


def _lines(text: str, width: float) -> int:
    room = max(4, int((width - _EDGES) * _LETTERS))
    return sum(len(textwrap.wrap(line, room)) or 1 for line in text.split("\n"))
