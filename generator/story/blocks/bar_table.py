"""Rows of words and figures around small plots of one scale: bars, steps of a bridge, or where a value came from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.story.blocks.chart import SeriesRole
from generator.story.blocks.table import Align
from generator.story.blocks.text import Tone


@dataclass(frozen=True, slots=True)
class WordColumn:
    """A column of texts, as wide as they ask; ``is_name`` is the one that gives way."""

    title: str = ""
    align: Align = Align.RIGHT
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class PlotColumn:
    """A column of plots on one scale, with a level to compare with in every row; ``marks`` names the two of a pair."""

    title: str = ""
    target: Decimal | None = None
    marks: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a cell."""

    text: str
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bar from one value to another, its label beside its end; a bridge steps from the end of the row above."""

    start: Decimal
    end: Decimal
    label: str = ""
    role: SeriesRole = SeriesRole.CONTEXT
    rank: int = 0
    is_step: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A dumbbell: hollow where the value was, filled where it is, each with its label."""

    before: Decimal | None
    after: Decimal
    before_label: str = ""
    after_label: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """A cell without a word or a plot."""


BarCell = Words | Stretch | Pair | Blank


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """A row; a heading opens a group over the whole width, its note at the right."""

    key: str
    cells: tuple[BarCell, ...]
    heading: str = ""
    note: str = ""
    is_emphasised: bool = False
    is_total: bool = False

    @property
    def words(self) -> str:
        """What its cells say, for those who do not see it: parted so that no two figures read as one."""
        return ", ".join(cell.text for cell in self.cells if isinstance(cell, Words) and cell.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarTable:
    """The whole exhibit: at most one plot a cell, every plot of a column on one scale from zero."""

    key: str
    title: str
    columns: tuple[WordColumn | PlotColumn, ...]
    rows: tuple[BarRow, ...]
    alt: str
    caption: str
