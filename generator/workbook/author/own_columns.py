"""The columns that a person added to a table, written again behind those of the model."""

from __future__ import annotations

from generator.workbook.author.arrangement import FIRST_ROW, Placement
from generator.workbook.author.page import Page


def write_own_columns(page: Page, placement: Placement) -> None:
    """Write their cells; their headers are part of the table."""
    for at, column in placement.own_slots:
        for row, cell in column.cells.items():
            shape = page.styles.of(num_format=cell.number_format, text_wrap=True, valign="top")
            page.write_own((FIRST_ROW + row, at), cell, shape)
