"""A drawing in the making: marks laid down in pixels (1/96 in), text placed by its middle and measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.brand import EMU_PER_PX, Box, Brand
from generator.brand.palette import Colour
from generator.charts.area import Area
from generator.charts.canvas import Anchor, Drawing, Form, Line, Mark, Paragraph, Run, Shape, TextBody
from generator.charts.fitting import fit_text
from generator.story.blocks.table import Align

PX_PER_PT = 96 / 72
LINE = 15.0
"""The pitch of the lines of a name, in pixels."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a label is set."""

    size_pt: float
    colour: Colour
    is_bold: bool = False


@dataclass
class Sketch:
    """Marks in z-order; every coordinate is in pixels from the top left corner of the picture."""

    key: str
    brand: Brand
    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)

    def text_width(self, text: str, look: Look) -> float:
        """The width of a label in pixels."""
        return self.brand.metrics.width_pt(text, look.size_pt, bold=look.is_bold) * PX_PER_PT

    def label_area(self, text: str, look: Look, x: float, middle: float, align: Align = Align.CENTRE) -> Area:
        """Where a label stands: ``x`` is its left, centre or right by its alignment."""
        width, half = self.text_width(text, look), look.size_pt * PX_PER_PT * 0.55
        left = {Align.LEFT: x, Align.CENTRE: x - width / 2, Align.RIGHT: x - width}[align]
        return Area(left, middle - half, left + width, middle + half)

    def label(self, text: str, look: Look, x: float, middle: float, *, align: Align = Align.CENTRE) -> Area:
        """Lay a label on one line and return where it stands."""
        area = self.label_area(text, look, x, middle, align)
        run = Run(text, look.size_pt, look.colour, look.is_bold)
        body = TextBody((Paragraph((run,), align),), Anchor.MIDDLE, wraps=False)
        self.marks.append(Shape(self._key("label"), _box(area), text=body))
        return area

    def title(self, text: str, top: float = 0.0) -> None:
        """Lay the words above a chart on one line; an empty title takes no place."""
        look = Look(self.brand.type.label, self.brand.palette["strong"], is_bold=True)
        if text:
            self.label(self.lines_of(text, look, self.width, 1)[0], look, 0, top + 11, align=Align.LEFT)

    def lines_of(self, text: str, look: Look, width: float, most: int) -> tuple[str, ...]:
        """The lines of a name over a width in pixels; beyond so many of them it is shortened."""
        fitted = fit_text(
            self.brand.metrics,
            text,
            width_emu=_emu(width),
            sizes_pt=(look.size_pt,),
            max_lines=most,
            is_bold=look.is_bold,
            may_shorten=True,
        )
        return fitted.lines

    def name(self, lines: Sequence[str], look: Look, x: float, middle: float) -> None:
        """Lay a name on its lines, from its left, about its middle."""
        for at, line in enumerate(lines):
            self.label(line, look, x, middle + (at - (len(lines) - 1) / 2) * LINE, align=Align.LEFT)

    def rectangle(self, area: Area, fill: Colour, *, outline: Colour | None = None) -> None:
        """Lay a filled rectangle."""
        self.marks.append(Shape(self._key("box"), _box(area), fill=fill, outline=outline))

    def symbol(self, form: Form, x: float, y: float, size: float, fill: Colour, outline: Colour | None = None) -> None:
        """Lay a small shape around its centre."""
        half = size / 2
        box = _box(Area(x - half, y - half, x + half, y + half))
        self.marks.append(Shape(self._key("symbol"), box, form, fill=fill, outline=outline, outline_pt=1.0))

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: Colour, width_pt: float = 0.75,
             *, is_dashed: bool = False) -> None:  # fmt: skip
        """Lay a straight line."""
        ends = [_emu(value) for value in (*start, *end)]
        self.marks.append(Line(self._key("line"), ends[0], ends[1], ends[2], ends[3], colour, width_pt, is_dashed))

    def polyline(
        self, points: list[tuple[float, float]], colour: Colour, width_pt: float, *, is_dashed: bool = False
    ) -> None:
        """Lay a line through points."""
        for start, end in pairwise(points):
            self.line(start, end, colour, width_pt, is_dashed=is_dashed)

    def drawing(self, alt: str) -> Drawing:
        """What was laid down, as a value."""
        return Drawing(self.key, Box(0, 0, _emu(self.width), _emu(self.height)), tuple(self.marks), alt)

    def _key(self, kind: str) -> str:
        return f"{self.key}/{kind}-{len(self.marks) + 1}"


def _emu(pixels: float) -> int:
    return round(pixels * EMU_PER_PX)


def _box(area: Area) -> Box:
    left, top = _emu(area.left), _emu(area.top)
    return Box(left, top, _emu(area.right) - left, _emu(area.bottom) - top)
