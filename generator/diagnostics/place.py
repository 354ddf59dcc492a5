"""Where a problem stands, as far as it is known."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Place:
    """A spot of a workbook, each part maybe unknown. `cell` is in A1 notation, `key` is the key of the table's row."""

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    table: str | None = None
    column: str | None = None
    key: str | None = None
