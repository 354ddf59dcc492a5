"""A sheet of a person's own, written again: its values, formulas, tables and comments, not its looks."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.workbook.author.additions import Additions, OwnCell, OwnSheet, OwnTable
from generator.workbook.author.page import At, Page


def write_own_sheet(book: Workbook, own: OwnSheet, page: Page) -> None:
    """Write the sheet; `page` lends its formats."""
    page = page.on(book.add_worksheet(own.name))
    for column, width in own.widths.items():
        page.sheet.set_column(column, column, width)
    for table in own.tables:
        _add_table(page.sheet, table)
    for at, cell in _arrays_first(own):
        page.write_own(at, cell, page.styles.of(num_format=cell.number_format))
    if own.state == "hidden":
        page.sheet.hide()
    elif own.state == "veryHidden":
        page.sheet.very_hidden()


def write_own_comments(book: Workbook, additions: Additions) -> None:
    """Hang people's comments on their cells, on any sheet."""
    for name, comments in additions.comments.items():
        sheet = book.get_worksheet_by_name(name)
        for at, comment in comments.items():
            sheet.write_comment(*at, comment.text, {"author": comment.author})


def _arrays_first(own: OwnSheet) -> list[tuple[At, OwnCell]]:
    """Order the cells so that the results an array formula spreads are written over the zeros it is padded with."""
    return sorted(own.cells.items(), key=lambda placed: placed[1].array is None)


def _add_table(sheet: Worksheet, table: OwnTable) -> None:
    sheet.add_table(
        *(table.top, table.left, table.bottom, table.right),
        {
            "name": table.name,
            "columns": [{"header": header} for header in table.headers],
            "style": table.style,
            "header_row": table.is_headed,
            "autofilter": table.is_headed,
        },
    )
