"""One sheet a stage: its title, links to its tables, and the tables side by side."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.utility import xl_rowcol_to_cell

from generator.model.table import Layout, Sheet
from generator.workbook.author.arrangement import FIRST_ROW, HEADER_ROW, Placement
from generator.workbook.author.form_items import write_form
from generator.workbook.author.heights import header_height, row_heights
from generator.workbook.author.page import Page
from generator.workbook.author.table_rows import write_table
from generator.workbook.terms import term

_TITLE_ROW = 3
_LINKS_ROW = 2
_MARGIN_WIDTH = 2.0
_GAP_WIDTH = 3.0
_LINK_PADDING = 3
_HEIGHTS = (28, 18, 18, 20, 32)
_A4 = 9


def write_stage(page: Page, sheet: Sheet, *, placements: tuple[Placement, ...]) -> None:
    """Write the sheet of a stage."""
    _set_rows(page, placements)
    page.sheet.set_column(0, 0, _MARGIN_WIDTH)
    _write_head(page, sheet, placements=placements)
    for placement in placements:
        _set_columns(page, placement)
        _write_title(page, placement)
        if placement.spec.table.layout is Layout.FORM:
            write_form(page, placement)
        else:
            write_table(page, placement, is_alone=len(placements) == 1)
    _set_view(page)


def table_link(placement: Placement, page: Page) -> str:
    """Return the link to a table, as XlsxWriter writes one."""
    sheet = page.word(placement.spec.table.sheet.label)
    return f"internal:'{sheet}'!{xl_rowcol_to_cell(HEADER_ROW, placement.left)}"


def _set_rows(page: Page, placements: tuple[Placement, ...]) -> None:
    for row, points in enumerate((*_HEIGHTS, header_height(placements))):
        page.sheet.set_row(row, points)
    for row, points in row_heights(placements, page.plan, page.locale.language).items():
        page.sheet.set_row(row, points)


def _set_view(page: Page) -> None:
    page.sheet.freeze_panes(FIRST_ROW, 0)
    page.sheet.outline_settings(visible=True, symbols_below=False, symbols_right=True, auto_style=False)
    page.sheet.set_landscape()
    page.sheet.set_paper(_A4)
    page.sheet.repeat_rows(0, HEADER_ROW)


def _write_head(page: Page, sheet: Sheet, *, placements: tuple[Placement, ...]) -> None:
    page.sheet.write_string(0, 1, page.word(sheet.label), page.styles.title)
    page.sheet.write_string(1, 1, page.locale.say(f"workbook.stage.{sheet.name.lower()}"), page.styles.subtitle)
    readme = page.word(term("sheet.readme"))
    links = [(f"internal:'{readme}'!A1", f"← {readme}")]
    links += [(table_link(placement, page), page.word(placement.spec.table.title)) for placement in placements]
    columns = _link_columns(placements, [words for _, words in links])
    for column, (target, words) in zip(columns, links, strict=True):
        page.sheet.write_url(_LINKS_ROW, column, target, page.styles.link, words)


def _link_columns(placements: tuple[Placement, ...], words: list[str]) -> Iterator[int]:
    """Yield the column of each link: as many columns further as its words need."""
    widths = {placement.left + at: slot.width for placement in placements for at, slot in enumerate(placement.slots)}
    column = 1
    for text in words:
        yield column
        room = 0.0
        while room < len(text) + _LINK_PADDING:
            room += widths.get(column, _GAP_WIDTH)
            column += 1


def _set_columns(page: Page, placement: Placement) -> None:
    is_form = placement.spec.table.layout is Layout.FORM
    for at, slot in enumerate(placement.slots, start=placement.left):
        kind = slot.spec.cell_kind
        shape = None if is_form else page.styles.cell(page.number_format(kind), kind)
        page.sheet.set_column(at, at, slot.width, shape, {"level": 1})
    page.sheet.set_column(placement.right + 1, placement.right + 2, _GAP_WIDTH)


def _write_title(page: Page, placement: Placement) -> None:
    table, left = placement.spec.table, placement.left
    page.sheet.write_string(_TITLE_ROW, left, page.word(table.title), page.styles.heading)
    if placement.right > left:
        span = (_TITLE_ROW + 1, left, _TITLE_ROW + 1, placement.right)
        page.sheet.merge_range(*span, page.word(table.help), page.styles.help)
    else:
        page.sheet.write_string(_TITLE_ROW + 1, left, page.word(table.help), page.styles.help)
