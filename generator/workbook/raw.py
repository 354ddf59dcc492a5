"""What is read of a workbook before anything is interpreted: cells that know where they stand, sheets, tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from generator.diagnostics import Finding, Findings
from generator.workbook.coordinates import coordinate


@dataclass(frozen=True, slots=True)
class CellError:
    """An error value of Excel, such as `#REF!`."""

    text: str


@dataclass(frozen=True, slots=True)
class UncomputedFormula:
    """A formula saved without its result."""

    text: str


@dataclass(frozen=True, slots=True)
class OverlongText:
    """A text longer than Excel lets a cell hold: its beginning and its length in characters."""

    start: str
    length: int


@dataclass(frozen=True, slots=True)
class Face:
    """What a number format shows of a number but its plain digits.

    `words` stand before and behind it, such as `k€`; it is shown divided by a thousand `thousands` times, as a
    percentage, or as the text of `digits` where its zeros, places and prefix make a reference of it, such as `CT-001`.
    """

    words: str = ""
    thousands: int = 0
    is_percent: bool = False
    digits: str | None = None


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell that holds something: a text, a number, a boolean, a date or time, or one of the classes above.

    `face` is what its format shows beside a number, None when that is nothing.
    """

    sheet: str
    row: int
    column: int
    value: object
    face: Face | None = None

    @property
    def coordinate(self) -> str:
        """The cell in A1 notation."""
        return coordinate(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Zone:
    """An Excel table: its name and its first and last columns and rows, header included, totals row left out."""

    name: str
    left: int
    top: int
    right: int
    bottom: int


class Strike(Enum):
    """How far the text of a cell is struck through."""

    WHOLE = auto()
    PART = auto()


@dataclass(frozen=True, slots=True)
class Look:
    """What the look of a sheet says of its cells: rows and columns that do not show, cells that are struck through."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: Mapping[tuple[int, int], Strike] = field(default_factory=dict)


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet: its cells by row and column, the Excel tables drawn over them, and how the cells look."""

    name: str
    is_hidden: bool
    cells: Mapping[tuple[int, int], RawCell]
    zones: tuple[Zone, ...] = ()
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of a table: its cells by the column they fill, blanks left out."""

    number: int
    cells: Mapping[int, RawCell]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as found: `field` is the plan's field it will fill, `sheet` its sheet's name in the file.

    Rows from `apart_from` on stand below a gap under an Excel table: they may be the table's or somebody's notes.
    `stacked_at` is the column of the values where each row held one quarter, and columns of quarters were made of them;
    `stacked_under` is its header, `typed` the table with those rows, and `told` what making columns of them told.
    `look` is that of its sheet.
    """

    field: str
    sheet: str
    headers: tuple[RawCell, ...]
    rows: tuple[RawRow, ...]
    apart_from: int | None = None
    stacked_at: int | None = None
    stacked_under: RawCell | None = None
    typed: RawTable | None = None
    told: tuple[Finding, ...] = ()
    look: Look = PLAIN


@dataclass(frozen=True)
class RawTables:
    """The tables of a workbook by field of the plan, and what reading them already told.

    `file` is the file's name, `sheets` the names of its sheets in order; `starts_in_1904` names the date system.
    `unread` are the fields whose table is there in a form that is not read: what it lacks is already told.
    """

    tables: Mapping[str, RawTable] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)
    file: str | None = None
    sheets: tuple[str, ...] = ()
    starts_in_1904: bool = False
    unread: frozenset[str] = frozenset()
