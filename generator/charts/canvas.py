"""What a diagram is made of before any format: shapes, lines, connectors, text, in EMU and in the brand's colours.

The deck writes these as native shapes, the plan as a picture; neither decides anything any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from generator.brand.grid import Box
from generator.brand.palette import Colour
from generator.story.blocks.table import Align


class Anchor(Enum):
    """Where text stands in the height of its box."""

    TOP = auto()
    MIDDLE = auto()
    BOTTOM = auto()


class Form(Enum):
    """The outlines a shape may have."""

    RECTANGLE = auto()
    ELLIPSE = auto()
    TRIANGLE = auto()
    TRIANGLE_DOWN = auto()
    DIAMOND = auto()
    HEXAGON = auto()
    OCTAGON = auto()
    TRAPEZOID_DOWN = auto()


class Side(Enum):
    """A connection site of a shape, in DrawingML's order for a rectangle."""

    TOP = 0
    LEFT = 1
    BOTTOM = 2
    RIGHT = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; ``is_superscript`` for the « er » of a first."""

    text: str
    size_pt: float
    colour: Colour
    is_bold: bool = False
    is_superscript: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs on lines of ``leading_pt`` (None: single spacing), ``after_pt`` below."""

    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    leading_pt: float | None = None
    after_pt: float = 0


@dataclass(frozen=True, slots=True)
class TextBody:
    """Paragraphs inside a shape, with its paddings in EMU; text wraps unless told not to."""

    paragraphs: tuple[Paragraph, ...]
    anchor: Anchor = Anchor.TOP
    left_emu: int = 0
    top_emu: int = 0
    right_emu: int = 0
    bottom_emu: int = 0
    wraps: bool = True


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape or text box; no fill and no outline make it a text box.

    ``alt`` is empty for what is decorative or carries its own text; ``link`` is the key of the section it leads to.
    """

    key: str
    box: Box
    form: Form = Form.RECTANGLE
    fill: Colour | None = None
    outline: Colour | None = None
    outline_pt: float = 0.75
    text: TextBody | None = None
    alt: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    key: str
    x1_emu: int
    y1_emu: int
    x2_emu: int
    y2_emu: int
    colour: Colour
    width_pt: float = 0.75
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Connector:
    """An elbow glued to two shapes of the same drawing, by their keys; straight when the ends are level.

    ``bend`` is the place of the elbow on the way (0 to 1).
    """

    key: str
    source: str
    source_side: Side
    target: str
    target_side: Side
    colour: Colour
    width_pt: float = 1.0
    bend: float = 0.5


Mark = Shape | Line | Connector


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks in z-order within ``box``, told to a screen reader by ``alt``; written as one named group.

    ``part`` of ``parts`` when a diagram goes on over several slides.
    """

    key: str
    box: Box
    marks: tuple[Mark, ...]
    alt: str
    part: int = 1
    parts: int = 1
