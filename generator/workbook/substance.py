"""Which rows of a table say something: not the blank ones, the pre-numbered ones, nor a total."""

from __future__ import annotations

from generator.workbook.conversions import is_blank
from generator.workbook.ground import Ground
from generator.workbook.matching import folded
from generator.workbook.raw import RawCell, RawRow

_TOTALS = ("total", "soustotal", "subtotal", "grandtotal")


def says_something(ground: Ground, row: RawRow) -> bool:
    """Tell whether a row holds more than a number given in advance, and is no total of the others."""
    known = {header.column: name for name, header in ground.headers.items()}
    filled = {known[at]: cell for at, cell in row.cells.items() if at in known and not is_blank(cell.value)}
    is_prenumbered = set(filled) == {"ref"} and "ref" in ground.spec.table.key
    return bool(filled) and not is_prenumbered and not _is_total(ground, filled)


def _is_total(ground: Ground, filled: dict[str, RawCell]) -> bool:
    """Tell a total row under a table: it says so, and lacks what a row of the table must have."""
    required = {column.field for column in ground.spec.columns if column.required} & set(ground.headers)
    says_so = any(
        folded(str(cell.value)).startswith(_TOTALS) for cell in filled.values() if isinstance(cell.value, str)
    )
    return says_so and not required <= set(filled)
