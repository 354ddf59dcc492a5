"""The deck as decided: every slide, place, table, chart and drawing at its size and colour, nothing left to choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.brand import Box, Colour
from generator.charts.canvas import Drawing, TextBody
from generator.charts.plots.chart import NativeChart
from generator.locales.language import Language


@dataclass(frozen=True, slots=True)
class PlaceText:
    """A stretch of a placeholder's text; what is None comes from the layout. ``is_page`` is the live slide number."""

    text: str
    size_pt: float | None = None
    colour: Colour | None = None
    is_bold: bool | None = None
    is_page: bool = False


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A paragraph of a placeholder, at a level of its layout (0 is the first) and with its pitch unless it differs."""

    texts: tuple[PlaceText, ...]
    level: int = 0
    leading_pt: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder filled: its role is ``title``, ``footer``, ``number``, or one of the brand's places.

    It stands where its layout says, unless it has a ``box`` of its own.
    """

    key: str
    role: str
    lines: tuple[PlaceLine, ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Border:
    """A side of a cell."""

    colour: Colour
    width_pt: float


@dataclass(frozen=True, slots=True)
class CellBar:
    """A progress bar at the start of a cell's text, made of highlighted spaces: it moves and wraps with the text."""

    filled: int
    steps: int
    size_pt: float
    colour: Colour
    track: Colour


class Span(Enum):
    """What a cell is to a merge: alone or its first, or covered from the left, from above, or from both."""

    NONE = ""
    ACROSS = 'hMerge="1"'
    DOWN = 'vMerge="1"'
    BOTH = 'hMerge="1" vMerge="1"'


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeCell:
    """A cell: text with its paddings, fill, and the sides that differ from the table style."""

    text: TextBody
    bar: CellBar | None = None
    fill: Colour | None = None
    left: Border | None = None
    right: Border | None = None
    top: Border | None = None
    bottom: Border | None = None
    columns: int = 1
    rows: int = 1
    span: Span = Span.NONE


@dataclass(frozen=True, slots=True)
class NativeRow:
    """A row at its measured height; its key is its own among the rows of the whole table."""

    key: str
    height_emu: int
    cells: tuple[NativeCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeTable:
    """A real table, or a part of one that goes on over several slides; the first row is its header."""

    key: str
    box: Box
    widths_emu: tuple[int, ...]
    rows: tuple[NativeRow, ...]
    alt: str


Element = Drawing | NativeTable | NativeChart


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide: its stable key, layout by role, placeholders (the title first), exhibits, frame drawings and notes."""

    key: str
    layout: str
    places: tuple[Place, ...]
    elements: tuple[Element, ...]
    notes: tuple[str, ...]

    @property
    def headline(self) -> str:
        """The text of the title."""
        return "".join(text.text for line in self.places[0].lines for text in line.texts)


@dataclass(frozen=True, slots=True)
class Group:
    """A section of the slide sorter: printed name, keys of its slides."""

    name: str
    slides: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Every slide in order, its sections, where links lead (section key to slide key), and document properties.

    ``supplier`` is the name as the cover prints it, ``wordmark`` as every slide does: empty where the confidential mark
    takes its place.
    """

    title: str
    subject: str
    author: str
    supplier: str
    wordmark: str
    version: str
    created: date
    language: Language
    slides: tuple[Slide, ...]
    groups: tuple[Group, ...]
    targets: Mapping[str, str]
