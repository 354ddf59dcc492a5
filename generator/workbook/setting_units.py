"""The column Unité of the settings: it names the unit that values are read in, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Finding, finding
from generator.workbook.conversions import shown
from generator.workbook.ground import Ground
from generator.workbook.matching import folded
from generator.workbook.raw import RawTable
from generator.workbook.terms import term


def units_changed(ground: Ground, table: RawTable) -> Iterator[Finding]:
    """Yield a finding for each item of a form beside which another unit than its own stands."""
    words = {folded(word) for word in term("form.unit")}
    column = next((cell.column for cell in table.headers if folded(str(cell.value)) in words), None)
    if ground.values_at is None or column is None:
        return
    cells = {row.number: cell for row in table.rows if (cell := row.cells.get(column)) is not None}
    for field, header in ground.headers.items():
        unit, cell = ground.columns[field].column.unit, cells.get(header.row)
        if unit is not None and cell is not None and folded(str(cell.value)) not in {folded(word) for word in unit}:
            place = ground.place_of(cell, column=str(header.value))
            yield finding("V238", place, value=shown(cell.value), unit=unit)
