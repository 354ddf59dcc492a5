"""A table of rows: headers with their notes, the plan's rows, and what may be entered below."""

from __future__ import annotations

from generator.model.table import Row
from generator.workbook.author.additions import OwnCell
from generator.workbook.author.allowed import allowed
from generator.workbook.author.arrangement import FIRST_ROW, HEADER_ROW, LAST_ROW, Placement, Slot, rows_of
from generator.workbook.author.cell_values import kind_in_row
from generator.workbook.author.own_columns import write_own_columns
from generator.workbook.author.page import At, Page


def write_table(page: Page, placement: Placement, *, is_alone: bool) -> None:
    """Write a table; only one that is alone on its sheet may filter, as filtering hides whole rows."""
    page.sheet.add_table(
        *(HEADER_ROW, placement.left, HEADER_ROW + placement.rows, placement.right),
        {
            "name": placement.spec.table.name,
            "columns": [_header(page, slot) for slot in placement.slots],
            "style": "Table Style Light 1",
            "autofilter": is_alone,
        },
    )
    for number, row in enumerate(rows_of(placement.spec, page.plan, page.locale.language), start=FIRST_ROW):
        for at, slot in enumerate(placement.slots, start=placement.left):
            if slot.own is None:
                own = page.additions.formula(placement.spec.field, number - FIRST_ROW, slot.name)
                _write_value(page, (number, at), slot=slot, row=row, formula=own)
    write_own_columns(page, placement)
    for at, slot in enumerate(placement.slots, start=placement.left):
        if slot.own is not None:
            continue
        page.annotate((HEADER_ROW, at), slot.spec)
        if slot.quarter is None and (rule := allowed(slot.spec, page.locale)):
            page.sheet.data_validation(FIRST_ROW, at, LAST_ROW, at, rule)


def _header(page: Page, slot: Slot) -> dict[str, object]:
    shape = page.styles.header(slot.spec.cell_kind, is_required=slot.spec.required)
    return {"header": slot.header, "header_format": shape}


def _write_value(page: Page, at: At, *, slot: Slot, row: Row, formula: OwnCell | None) -> None:
    value = getattr(row, slot.spec.field)
    value = value.get(slot.quarter) if slot.quarter else value
    kind = kind_in_row(slot.spec.cell_kind, row)
    is_key = slot.spec.field in row.table.key[:1]
    shape = page.styles.cell(page.number_format(kind, value), kind, is_key=is_key)
    if formula is None:
        page.write(at, value, shape)
    else:
        page.write_own(at, formula, shape)
