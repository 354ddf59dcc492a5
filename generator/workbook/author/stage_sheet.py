"""One sheet a stage: its title, links to its tables, and the tables side by side."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from generator.locales import Locale
from generator.model.column import Kind
from generator.model.plan import AccountPlan
from generator.model.schema import ColumnSpec, TableSpec
from generator.model.table import Layout, Sheet
from generator.workbook.author.allowed import allowed
from generator.workbook.author.arrangement import FIRST_ROW, HEADER_ROW, LAST_ROW, Placement, Slot, rows_of
from generator.workbook.author.cell_values import CellValue, cell_value, kind_in_row, number_format
from generator.workbook.author.heights import header_height, row_heights
from generator.workbook.author.notes import note, note_options
from generator.workbook.author.styles import Styles
from generator.workbook.terms import term

TITLE_ROW = 3
_MARGIN_WIDTH = 2.0
_GAP_WIDTH = 3.0
_LINK_PADDING = 3
_HEIGHTS = (28, 18, 18, 20, 32)


def write_stage(
    page: Worksheet,
    sheet: Sheet,
    placements: tuple[Placement, ...],
    *,
    plan: AccountPlan | None,
    locale: Locale,
    styles: Styles,
) -> None:
    """Write the sheet of a stage."""
    for row, height in enumerate(_HEIGHTS):
        page.set_row(row, height)
    page.set_row(HEADER_ROW, header_height(placements))
    for row, points in row_heights(placements, plan, locale.language).items():
        page.set_row(row, points)
    page.set_column(0, 0, _MARGIN_WIDTH)
    _write_head(page, sheet, placements, locale, styles)
    for placement in placements:
        _set_columns(page, placement, locale, styles)
        _write_title(page, placement, locale, styles)
        if placement.spec.table.layout is Layout.FORM:
            _write_form(page, placement, plan, locale, styles)
        else:
            _write_table(page, placement, plan, locale, styles, is_alone=len(placements) == 1)
    page.freeze_panes(FIRST_ROW, 0)
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0, HEADER_ROW)
    page.outline_settings(visible=True, symbols_below=False, symbols_right=True, auto_style=False)


def table_link(placement: Placement, locale: Locale) -> str:
    """Return the link to a table, as XlsxWriter writes one."""
    sheet = placement.spec.table.sheet.label.in_(locale.language)
    return f"internal:'{sheet}'!{_coordinate(HEADER_ROW, placement.left)}"


def _coordinate(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column))


def _write_head(
    page: Worksheet, sheet: Sheet, placements: tuple[Placement, ...], locale: Locale, styles: Styles
) -> None:
    page.write_string(0, 1, sheet.label.in_(locale.language), styles.title)
    page.write_string(1, 1, locale.say(f"workbook.stage.{sheet.name.lower()}"), styles.subtitle)
    readme = term("sheet.readme").in_(locale.language)
    links = [(f"internal:'{readme}'!A1", f"← {readme}")]
    links += [(table_link(placement, locale), locale.label(placement.spec.table.title)) for placement in placements]
    for column, (target, words) in zip(_link_columns(placements, [words for _, words in links]), links, strict=False):
        page.write_url(2, column, target, styles.link, words)


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


def _set_columns(page: Worksheet, placement: Placement, locale: Locale, styles: Styles) -> None:
    is_form = placement.spec.table.layout is Layout.FORM
    for at, slot in enumerate(placement.slots, start=placement.left):
        shape = None if is_form else styles.cell(_format(slot, locale), slot.spec.cell_kind)
        page.set_column(at, at, slot.width, shape, {"level": 1})
    page.set_column(placement.right + 1, placement.right + 2, _GAP_WIDTH)


def _format(slot: Slot, locale: Locale) -> str:
    return number_format(slot.spec.cell_kind, locale.language, locale.currency)


def _write_title(page: Worksheet, placement: Placement, locale: Locale, styles: Styles) -> None:
    table = placement.spec.table
    page.write_string(TITLE_ROW, placement.left, table.title.in_(locale.language), styles.heading)
    help_line = table.help.in_(locale.language)
    if placement.right > placement.left:
        page.merge_range(TITLE_ROW + 1, placement.left, TITLE_ROW + 1, placement.right, help_line, styles.help)
    else:
        page.write_string(TITLE_ROW + 1, placement.left, help_line, styles.help)


def _write_table(
    page: Worksheet, placement: Placement, plan: AccountPlan | None, locale: Locale, styles: Styles, *, is_alone: bool
) -> None:
    columns = [{"header": slot.header, "header_format": _header_format(slot, styles)} for slot in placement.slots]
    page.add_table(
        HEADER_ROW, placement.left, HEADER_ROW + placement.rows, placement.right,
        {"name": placement.spec.table.name, "columns": columns, "style": "Table Style Light 1", "autofilter": is_alone},
    )  # fmt: skip
    for number, row in enumerate(rows_of(placement.spec, plan), start=FIRST_ROW):
        for at, slot in enumerate(placement.slots, start=placement.left):
            _write_row_value(page, (number, at), slot, row, locale, styles)
    for at, slot in enumerate(placement.slots, start=placement.left):
        _annotate(page, (HEADER_ROW, at), slot.spec, locale, styles)
        if slot.quarter is None and (rule := allowed(slot.spec, locale)):
            page.data_validation(FIRST_ROW, at, LAST_ROW, at, rule)


def _header_format(slot: Slot, styles: Styles) -> object:
    return styles.header(slot.spec.cell_kind, is_required=slot.spec.required)


def _write_row_value(
    page: Worksheet, at: tuple[int, int], slot: Slot, row: object, locale: Locale, styles: Styles
) -> None:
    value = getattr(row, slot.spec.field)
    value = value.get(slot.quarter) if slot.quarter else value
    kind = kind_in_row(slot.spec.cell_kind, row)
    shown = number_format(kind, locale.language, locale.currency, value)
    is_key = slot.spec.field in type(row).table.key[:1]  # type: ignore[attr-defined]
    _write(page, at, cell_value(value, locale.language), styles.cell(shown, kind, is_key=is_key))


def _write(page: Worksheet, at: tuple[int, int], value: CellValue, shape: object) -> None:
    match value:
        case None:
            return
        case str():
            page.write_string(*at, value, shape)
        case int() | float():
            page.write_number(*at, value, shape)
        case _:
            page.write_datetime(*at, value, shape)


def _annotate(page: Worksheet, at: tuple[int, int], column: ColumnSpec, locale: Locale, styles: Styles) -> None:
    text = note(column, locale)
    page.write_comment(*at, text, note_options(text, styles.colours))


def _write_form(
    page: Worksheet, placement: Placement, plan: AccountPlan | None, locale: Locale, styles: Styles
) -> None:
    headers = [{"header": slot.header, "header_format": styles.required} for slot in placement.slots]
    page.add_table(
        HEADER_ROW, placement.left, HEADER_ROW + placement.rows, placement.right,
        {"name": placement.spec.table.name, "columns": headers, "style": None, "autofilter": False},
    )  # fmt: skip
    for number, column in enumerate(placement.spec.columns, start=FIRST_ROW):
        _write_item(page, (number, placement.left), column, placement, plan, locale, styles)


def _write_item(
    page: Worksheet,
    at: tuple[int, int],
    column: ColumnSpec,
    placement: Placement,
    plan: AccountPlan | None,
    locale: Locale,
    styles: Styles,
) -> None:
    row, left = at
    value = _form_value(placement.spec, column, plan, locale)
    page.write_string(
        row, left, column.label.in_(locale.language), styles.item if column.required else styles.optional_item
    )
    shape = styles.value(
        "@" if column.kind is Kind.TEXT else number_format(column.kind, locale.language, locale.currency, value)
    )
    page.write_blank(row, left + 1, None, shape)
    _write(page, (row, left + 1), cell_value(value, locale.language), shape)
    if rule := allowed(column, locale):
        page.data_validation(row, left + 1, row, left + 1, rule)
    if len(placement.slots) > 3:
        page.write_string(
            row, left + 2, column.column.unit.in_(locale.language) if column.column.unit else "", styles.note
        )
    page.write_string(row, placement.right, column.column.help.in_(locale.language), styles.note)
    _annotate(page, (row, left), column, locale, styles)


def _form_value(spec: TableSpec, column: ColumnSpec, plan: AccountPlan | None, locale: Locale) -> object:
    if plan is not None:
        return getattr(getattr(plan, spec.field), column.field)
    return _own_language(column, locale) if column.field == "language" else column.default


def _own_language(column: ColumnSpec, locale: Locale) -> object:
    return next(choice for choice in column.choices if choice.label.fr == locale.language.value)
