"""What people add to a workbook of their own and find again in an authored one: columns, formulas, sheets, names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.quarter import Quarter

CellContent = str | int | float | bool | None

START = ""
"""Before the first column of a table, where `OwnColumn.after` names a column."""


@dataclass(frozen=True, slots=True)
class OwnCell:
    """A cell: its value, dates as Excel's serial numbers; beside a formula (`=…`), the formula's last result.

    `number_format` is a pattern, or the number of one that Excel knows. `array` is the height and width over which an
    array formula spreads.
    """

    value: CellContent = None
    formula: str | None = None
    number_format: str | int = "General"
    array: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class OwnComment:
    """A comment on a cell."""

    text: str
    author: str


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column of a table that the model does not know, its cells by row of the table (from 0).

    It follows the column `after`, a field or a quarter such as `2026-T3`; None stands for the last one.
    """

    header: str
    cells: Mapping[int, OwnCell]
    width: float
    after: str | None = None


@dataclass(frozen=True, slots=True)
class OwnItem:
    """A line of a form that the model does not know."""

    label: str
    value: OwnCell


@dataclass(frozen=True, slots=True)
class OwnTable:
    """An Excel table on a sheet of one's own; rows and columns count from 0, the row of headers included."""

    name: str
    top: int
    left: int
    bottom: int
    right: int
    headers: tuple[str, ...]
    style: str | None
    is_headed: bool = True


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """A sheet of one's own: cells by row and column (from 0), widths by column; `state` is Excel's word for hidden."""

    name: str
    cells: Mapping[tuple[int, int], OwnCell]
    widths: Mapping[int, float]
    tables: tuple[OwnTable, ...]
    state: str = "visible"


@dataclass(frozen=True)
class Additions:
    """All that comes along, by field of the plan.

    `formulas` stand in the columns of the model, by row (from 0) and by field or quarter; `quarters` are columns that a
    crosstab shows even without a value; `names` are defined names and what they stand for; `comments` are by sheet and
    cell (from 0).
    """

    columns: Mapping[str, tuple[OwnColumn, ...]] = field(default_factory=dict)
    items: Mapping[str, tuple[OwnItem, ...]] = field(default_factory=dict)
    formulas: Mapping[str, Mapping[tuple[int, str], OwnCell]] = field(default_factory=dict)
    quarters: Mapping[str, tuple[Quarter, ...]] = field(default_factory=dict)
    sheets: tuple[OwnSheet, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    comments: Mapping[str, Mapping[tuple[int, int], OwnComment]] = field(default_factory=dict)

    def formula(self, table: str, row: int, name: str | None) -> OwnCell | None:
        """Return the formula that stands in a row of a table, in a field or a quarter; None for a plain value."""
        return self.formulas.get(table, {}).get((row, name or ""))


NOTHING = Additions()
