"""A real table: columns, rows, and what their cells carry beyond text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from generator.story.blocks.chart import Sparkline
from generator.story.blocks.progress import Progress
from generator.story.blocks.text import Status, Tone


class Align(Enum):
    """Text left, numbers right, letters centred."""

    LEFT = auto()
    RIGHT = auto()
    CENTRE = auto()


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: header, relative width (about the number of characters it holds, 0: only what it needs), alignment.

    ``has_bars`` tells a column of shares, which stand after bars of one left edge where bars are drawn.
    """

    title: str
    weight: float = 10
    align: Align = Align.LEFT
    has_bars: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, and optionally a status before it, a progress bar (0 to 1) beside it, its tone.

    The plan, which has room for them, also draws a quieter line below (``detail``), a line of values or a way to date.
    """

    text: str = ""
    tone: Tone = Tone.NORMAL
    status: Status | None = None
    progress: Decimal | None = None
    detail: str = ""
    spark: Sparkline | None = None
    bar: Progress | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row, and how it stands out.

    ``is_late`` rows are tinted, ``is_closed`` ones greyed, ``starts_group`` draws the stronger rule above,
    ``is_internal`` marks what the client does not see, ``is_total`` closes the table; ``change`` says in a word what
    happened to the row since the last committee.
    """

    key: str
    cells: tuple[Cell, ...]
    is_late: bool = False
    is_closed: bool = False
    starts_group: bool = False
    is_internal: bool = False
    is_total: bool = False
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its caption; ``more`` counts rows that are not shown and says where they are.

    ``name_at`` is the column that names a row, where what is said of the whole row stands. ``is_wide`` asks the plan
    for a landscape page.
    """

    key: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    caption: str
    alt: str = ""
    label: str = ""
    more: str = ""
    name_at: int = 0
    is_wide: bool = False
