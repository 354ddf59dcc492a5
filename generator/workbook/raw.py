"""What is read of a workbook before anything is interpreted: tables of cells that know where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from generator.diagnostics import Findings


@dataclass(frozen=True, slots=True)
class CellError:
    """An error value of Excel, such as `#REF!`."""

    text: str


@dataclass(frozen=True, slots=True)
class UncomputedFormula:
    """A formula saved without its result."""

    text: str


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell that holds something."""

    sheet: str
    row: int
    column: int
    value: object

    @property
    def coordinate(self) -> str:
        """The cell in A1 notation."""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of a table: its cells by the sheet's column number, blanks left out."""

    number: int
    cells: Mapping[int, RawCell]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as found: `field` is the plan's field it will fill, `sheet` its sheet's name in the file."""

    field: str
    sheet: str
    headers: tuple[RawCell, ...]
    rows: tuple[RawRow, ...]


@dataclass(frozen=True)
class RawTables:
    """The tables of a workbook by field of the plan, and what reading them already told.

    `file` is the file's name, `sheets` the names of its sheets in order; `starts_in_1904` names the date system.
    """

    tables: Mapping[str, RawTable] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)
    file: str | None = None
    sheets: tuple[str, ...] = ()
    starts_in_1904: bool = False
