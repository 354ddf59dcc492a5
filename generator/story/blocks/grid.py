"""Grids of cells: whitespace heat map, coverage and RACI matrices, SWOT."""

from __future__ import annotations

from dataclasses import dataclass

from generator.story.blocks.text import Sentence, Tone


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell of the heat map: code letter, amount, note.

    ``level`` 0 is context (held), 1 to 3 what can be won, −1 not eligible.
    """

    code: str
    amount: str
    note: str
    level: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row of the heat map with its total, and the part of it in the whole."""

    key: str
    name: str
    cells: tuple[HeatCell, ...]
    total: str
    share: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """Rows × columns with totals on both sides; ``legend`` holds (level, words), ``codes`` the words of the letters."""

    key: str
    unit: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    total_title: str
    column_totals: tuple[str, ...]
    grand_total: str
    legend: tuple[tuple[int, str], ...]
    codes: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A letter or sign; ``is_gap`` marks what is missing."""

    text: str
    tone: Tone = Tone.NORMAL
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of a matrix; ``detail`` is the quieter text after its name, or the mark of what the client does not see."""

    key: str
    name: str
    detail: str
    cells: tuple[MatrixCell, ...]
    is_gap: bool = False
    is_internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """People or activities × bodies or people, a letter a cell."""

    key: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    legend: tuple[tuple[str, str], ...]
    more: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class SwotQuadrant:
    """A quadrant of the SWOT."""

    key: str
    title: str
    statements: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Swot:
    """Strengths, weaknesses, opportunities, threats, in this order; ``told`` is the key of the headline's."""

    key: str
    quadrants: tuple[SwotQuadrant, SwotQuadrant, SwotQuadrant, SwotQuadrant]
    alt: str
    caption: str
    told: str = ""
