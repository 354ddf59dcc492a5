"""Which rows of a table stay with the next one, so that no page holds a row or two of it."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import Brand
from generator.plan.arrange.document import Paragraph, Reference, Span, TableCell, TablePart, TableRow

_WHOLE_PT = 140.0  # a table up to this height is never broken over two pages
_MOST_ROWS = 16  # more are taller than that, whatever they say
_FEW_ROWS = 6  # fewer, when they are tall, are broken between any two
_TOGETHER = 3  # rows at either end of a longer one
_PITCH_PT, _PADDING_PT = 13.5, 5.75  # of a line and of a row, in the styles of the template
_SIDES_TWIPS = 240


def kept(table: TablePart, brand: Brand) -> TablePart:
    """The table whose rows keep together: all of a low one, the first and the last few of a long one."""
    last = len(table.rows) - 1
    heads = sum(row.is_header for row in table.rows)
    if last < _MOST_ROWS and sum(_height_pt(row, table, brand) for row in table.rows) <= _WHOLE_PT:
        together = set(range(last))
    elif last + 1 - heads <= _FEW_ROWS:
        together = {*range(heads)}
    else:
        together = {*range(heads + _TOGETHER - 1), *range(last - _TOGETHER + 1, last)}
    rows = (row if at not in together else replace(row, keeps_next=True) for at, row in enumerate(table.rows))
    return replace(table, rows=tuple(rows))


def together(table: TablePart) -> TablePart:
    """The table on the page of what follows it."""
    return replace(table, rows=tuple(replace(row, keeps_next=True) for row in table.rows))


def whole(table: TablePart) -> TablePart:
    """The table on one page."""
    rows = (*(replace(row, keeps_next=True) for row in table.rows[:-1]), *table.rows[-1:])
    return replace(table, rows=rows)


def _height_pt(row: TableRow, table: TablePart, brand: Brand) -> float:
    column, tallest = 0, 1
    for cell in row.cells:
        width = sum(table.widths_twips[column : column + cell.span]) - _SIDES_TWIPS
        column += cell.span
        tallest = max(tallest, _lines(cell, width / 20, brand))
    return tallest * _PITCH_PT + _PADDING_PT


def _lines(cell: TableCell, width_pt: float, brand: Brand) -> int:
    return sum(brand.metrics.line_count(_text(one), width_pt, brand.plan_type.table) for one in cell.paragraphs)


def _text(part: Paragraph) -> str:
    words = (
        one.text if isinstance(one, Span) else f"{one.before}0{one.after}"
        for one in part.content
        if isinstance(one, Span | Reference)
    )
    return "".join(words)
