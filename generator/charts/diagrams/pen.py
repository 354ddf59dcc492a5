"""The hand that all diagrams are drawn by: measured text, boxes and rules in the brand's colours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.brand import EMU_PER_PX, Box, Brand, Colour, Role
from generator.charts.canvas import Anchor, Form, Line, Paragraph, Run, Shape, TextBody
from generator.charts.fitting import LEADING, FittedText, fit_text, text_width_emu
from generator.story.blocks.table import Align

_NARROW_PX = 760
_FIRST = re.compile(r"(?<=\b1)(er)\b")


def px(count: float) -> int:
    """Pixels of the mock-ups (96 to the inch) as EMU."""
    return round(count * EMU_PER_PX)


def key_of(*parts: str) -> str:
    """A key under another: ``contracts``, ``CT-01`` give ``contracts/CT-01``; one of the same section stays so."""
    whole = parts[0]
    for part in parts[1:]:
        section, slash, _ = part.partition("/")
        whole = part if slash and section == whole.split("/")[0] else f"{whole}/{part}"
    return whole


@dataclass(frozen=True, slots=True)
class Scale:
    """The sizes of a wide diagram, each from its best to its floor: smaller on a page than on a slide."""

    title: tuple[float, ...]
    detail: tuple[float, ...]
    tag: tuple[float, ...]
    is_compact: bool


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws for one brand; ``internal_mark`` is the word printed beside what the client does not see."""

    brand: Brand
    internal_mark: str = ""

    def scale(self, box: Box) -> Scale:
        """The sizes for a diagram as wide as this box."""
        size = self.brand.type
        if box.width_emu < px(_NARROW_PX):
            return Scale((size.chart, size.small), (size.small,), (size.small,), is_compact=True)
        return Scale((size.label, size.table), (size.table,), (size.chart, size.small), is_compact=False)

    def colour(self, role: Role) -> Colour:
        """The colour of a role."""
        return self.brand.palette[role]

    def quiet(self, *, is_internal: bool) -> Role:
        """The role of a quiet text, which tells by its colour what the client does not see."""
        return "reserved" if is_internal and self.internal_mark else "muted"

    def fit(
        self,
        text: str,
        width_emu: int,
        sizes_pt: Sequence[float],
        *,
        is_bold: bool = False,
        max_lines: int | None = None,
        height_emu: int | None = None,
        may_shorten: bool = False,
        leading: float = LEADING,
    ) -> FittedText:
        """The text measured for a width; see `fit_text`."""
        return fit_text(
            self.brand.metrics,
            text,
            width_emu=max(width_emu, px(8)),
            sizes_pt=sizes_pt,
            height_emu=height_emu,
            max_lines=max_lines,
            is_bold=is_bold,
            may_shorten=may_shorten,
            leading=leading,
        )

    def width(self, text: str, size_pt: float, *, is_bold: bool = False) -> int:
        """The width in EMU of a box that holds the text on one line."""
        return text_width_emu(self.brand.metrics, text, size_pt, is_bold=is_bold) if text else 0

    def widest(self, texts: Sequence[str], size_pt: float, *, is_bold: bool = False) -> int:
        """The width in EMU of the widest of the texts on one line; nothing without texts."""
        return max((self.width(text, size_pt, is_bold=is_bold) for text in texts), default=0)

    def paragraph(
        self, fitted: FittedText, colour: Role | Colour, *, align: Align = Align.LEFT, after_pt: float = 0
    ) -> Paragraph:
        """A fitted text as a paragraph of one look."""
        return Paragraph(self.runs(fitted, colour), align=align, leading_pt=fitted.leading_pt, after_pt=after_pt)

    def labelled(self, label: str, fitted: FittedText, colour: Role | Colour) -> Paragraph:
        """A bold fitted text as a paragraph that keeps the weight of its label alone."""
        rest = replace(fitted, text=fitted.text.removeprefix(label), is_bold=False)
        runs = (*self.runs(replace(fitted, text=label), colour), *self.runs(rest, colour))
        return Paragraph(runs, leading_pt=fitted.leading_pt)

    def runs(self, fitted: FittedText, colour: Role | Colour) -> tuple[Run, ...]:
        """The runs of a text: « 1er » has its ending raised."""
        ink = self.colour(colour) if isinstance(colour, str) else colour
        parts = [part for part in _FIRST.split(fitted.text) if part]
        return tuple(
            Run(part, fitted.size_pt, ink, fitted.is_bold, is_superscript=_is_raised(parts, at))
            for at, part in enumerate(parts)
        )

    def write(
        self,
        key: str,
        box: Box,
        *texts: tuple[FittedText, Role | Colour],
        align: Align = Align.LEFT,
        anchor: Anchor = Anchor.TOP,
        link: str = "",
    ) -> Shape:
        """A text box of one paragraph a text; the whole of what was shortened goes to its alternative text."""
        paragraphs = tuple(self.paragraph(fitted, colour, align=align) for fitted, colour in texts if fitted.text)
        return Shape(
            key,
            box,
            text=TextBody(paragraphs, anchor=anchor),
            alt=spelt_out(*(fitted for fitted, _ in texts)),
            link=link,
        )

    def line_of(
        self,
        key: str,
        box: Box,
        text: str,
        size_pt: float,
        colour: Role | Colour,
        *,
        is_bold: bool = False,
        align: Align = Align.LEFT,
        anchor: Anchor = Anchor.MIDDLE,
    ) -> Shape:
        """A text of one line in a box that is known to be wide enough."""
        fitted = self.fit(text, box.width_emu, (size_pt,), is_bold=is_bold, leading=1.15)
        return self.write(key, box, (fitted, colour), align=align, anchor=anchor)

    def fill(self, key: str, box: Box, colour: Role | Colour, *, form: Form = Form.RECTANGLE, alt: str = "") -> Shape:
        """A filled shape without outline."""
        return Shape(key, box, form=form, fill=self.colour(colour) if isinstance(colour, str) else colour, alt=alt)

    def frame(
        self,
        key: str,
        box: Box,
        outline: Role,
        *,
        fill: Role | None = "ground",
        width_pt: float = 0.75,
        form: Form = Form.RECTANGLE,
    ) -> Shape:
        """An outlined shape, of the ground inside unless told otherwise."""
        inside = None if fill is None else self.colour(fill)
        return Shape(key, box, form=form, fill=inside, outline=self.colour(outline), outline_pt=width_pt)

    def rule(
        self, key: str, left_emu: int, right_emu: int, y_emu: int, colour: Role = "rule", *, width_pt: float = 0.75
    ) -> Line:
        """A horizontal rule."""
        return Line(key, left_emu, y_emu, right_emu, y_emu, self.colour(colour), width_pt)

    def upright(
        self, key: str, x_emu: int, top_emu: int, bottom_emu: int, colour: Role = "rule", *, width_pt: float = 0.75
    ) -> Line:
        """A vertical rule."""
        return Line(key, x_emu, top_emu, x_emu, bottom_emu, self.colour(colour), width_pt)


def spelt_out(*fitted: FittedText) -> str:
    """The alternative text of texts of which some were shortened: all of them in full; empty when none was."""
    return " · ".join(one.full for one in fitted if one.full) if any(one.is_shortened for one in fitted) else ""


def _is_raised(parts: list[str], at: int) -> bool:
    return at > 0 and parts[at] == "er" and parts[at - 1].endswith("1")
