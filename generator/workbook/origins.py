"""From the model back to the file: the cell that every row and every value came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Place
from generator.model.field_path import FieldPath
from generator.workbook.ground import Ground
from generator.workbook.raw import RawRow


@dataclass(frozen=True)
class Origins:
    """The grounds of the tables that were found, and the rows of the file by key.

    Several rows share a key where the table allows it, such as one row a respondent.
    """

    grounds: Mapping[str, Ground] = field(default_factory=dict)
    rows: Mapping[str, Mapping[tuple[str, ...], tuple[RawRow, ...]]] = field(default_factory=dict)

    def place(self, path: FieldPath, at: int = 0) -> Place | None:
        """Return the cell of a value, the first cell of a row or of a table; None when the file has no such table.

        A field without a column in the file gives its row; a key that the file does not hold gives the table's header.
        ``at`` counts the rows that share the key of the path, in the order of the file.
        """
        ground = self.grounds.get(path.table)
        sharing = self.rows.get(path.table, {}).get(path.key, ()) if path.key else ()
        if ground is None or at >= max(len(sharing), 1):
            return None
        name = path.field or next(iter(ground.spec.table.key), "")
        if not sharing:
            return ground.place(None, name)
        return ground.place(sharing[at], name, key=ground.key_of(sharing[at]))

    def raw(self, path: FieldPath) -> object:
        """Return what the cell of a value holds as read, None for an empty one."""
        ground = self.grounds.get(path.table)
        cell = ground.cell(None, path.field) if ground else None
        if ground is None or cell is None:
            return None
        for row in self.rows.get(path.table, {}).get(path.key, ()):
            header = ground.headers[path.field]
            at = row.cells.get(header.column if ground.values_at is None else header.row)
            if at is not None:
                return at.value
        return None
