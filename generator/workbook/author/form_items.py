"""A form: one line an item, its value framed, its meaning beside it."""

from __future__ import annotations

from generator.model.column import Kind
from generator.model.schema import ColumnSpec
from generator.workbook.author.allowed import allowed
from generator.workbook.author.arrangement import FIRST_ROW, HEADER_ROW, Placement
from generator.workbook.author.own_columns import write_own_columns
from generator.workbook.author.page import Page

_WITH_UNITS = 4


def write_form(page: Page, placement: Placement) -> None:
    """Write a form, with the plan's values or the defaults."""
    headers = [{"header": slot.header, "header_format": page.styles.required} for slot in placement.slots]
    page.sheet.add_table(
        *(HEADER_ROW, placement.left, HEADER_ROW + placement.rows, placement.right),
        {"name": placement.spec.table.name, "columns": headers, "style": None, "autofilter": False},
    )
    for row, column in enumerate(placement.spec.columns, start=FIRST_ROW):
        _write_item(page, placement, column=column, row=row)
    below = FIRST_ROW + len(placement.spec.columns)
    for row, item in enumerate(page.additions.items.get(placement.spec.field, ()), start=below):
        page.sheet.write_string(row, placement.left, item.label, page.styles.optional_item)
        page.write_own((row, placement.left + 1), item.value, page.styles.value(item.value.number_format))
    write_own_columns(page, placement)


def _write_item(page: Page, placement: Placement, *, column: ColumnSpec, row: int) -> None:
    left, styles = placement.left, page.styles
    page.sheet.write_string(
        row, left, page.word(column.label), styles.item if column.required else styles.optional_item
    )
    page.annotate((row, left), column)
    _write_value(page, placement, column=column, row=row)
    last = len(placement.slots) - len(placement.own_slots)
    if last == _WITH_UNITS and column.column.unit:
        page.sheet.write_string(row, left + 2, page.word(column.column.unit), styles.note)
    page.sheet.write_string(row, left + last - 1, page.word(column.column.help), styles.note)


def _write_value(page: Page, placement: Placement, *, column: ColumnSpec, row: int) -> None:
    at = (row, placement.left + 1)
    value = _value(page, placement, column)
    shape = page.styles.value(
        "@" if column.kind in {Kind.TEXT, Kind.CURRENCY} else page.number_format(column.kind, value)
    )
    page.sheet.write_blank(*at, None, shape)
    formula = page.additions.formula(placement.spec.field, row - FIRST_ROW, column.field)
    if formula is None:
        page.write(at, value, shape)
    else:
        page.write_own(at, formula, shape)
    if rule := allowed(column, page.locale):
        page.sheet.data_validation(*at, *at, rule)


def _value(page: Page, placement: Placement, column: ColumnSpec) -> object:
    if page.plan is not None:
        return getattr(getattr(page.plan, placement.spec.field), column.field)
    return page.locale.language if column.field == "language" else column.default
