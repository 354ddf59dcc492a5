"""The column Unité of the settings: it names the unit that values are read in; beside another, no value is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Finding, finding
from generator.workbook.conversions import shown
from generator.workbook.ground import Ground
from generator.workbook.matching import folded
from generator.workbook.raw import RawCell, RawTable
from generator.workbook.terms import term


def with_setting_units(ground: Ground, table: RawTable) -> tuple[Ground, list[Finding]]:
    """Return where the items of a form stand, those unread beside which another unit stands, and what tells these."""
    changed = dict(_changed(ground, table))
    findings = [
        finding(
            "V238",
            ground.place_of(cell, column=shown(ground.headers[field].value)),
            value=shown(cell.value),
            unit=ground.columns[field].column.unit,
        )
        for field, cell in changed.items()
    ]
    return replace(ground, unread=ground.unread | changed.keys()), findings


def _changed(ground: Ground, table: RawTable) -> Iterator[tuple[str, RawCell]]:
    """Yield the items of a form beside which another unit than their own stands, and its cell."""
    words = {folded(word) for word in term("form.unit")}
    column = next((cell.column for cell in table.headers if folded(str(cell.value)) in words), None)
    if ground.values_at is None or column is None:
        return
    cells = {row.number: cell for row in table.rows if (cell := row.cells.get(column)) is not None}
    for field, header in ground.headers.items():
        unit, cell = ground.columns[field].column.unit, cells.get(header.row)
        if unit is not None and cell is not None and folded(str(cell.value)) not in {folded(word) for word in unit}:
            yield field, cell
