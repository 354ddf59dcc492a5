"""Text of an SVG: outlines of the brand's font, each told once and used where it stands; what it lacks stays text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path as File
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from generator.brand import EMU_PER_PT, Box, FontMetrics, Fonts
from generator.charts.picture.lettering import EM, Stretch, advance, font_of, outline, stretches
from generator.charts.picture.setting import Piece

_COMMANDS = {Path.MOVETO: "M", Path.LINETO: "L", Path.CURVE3: "Q", Path.CURVE4: "C", Path.CLOSEPOLY: "Z"}


class Letters:
    """The letters used so far in one picture."""

    def __init__(self, fonts: Fonts, metrics: FontMetrics) -> None:
        """Begin a picture."""
        self.fonts, self.metrics = fonts, metrics
        self._outlines: dict[str, str] = {}

    def set(self, piece: Piece, frame: Box) -> Iterator[str]:
        """The elements of a piece; a reader without eyes is told its words."""
        for stretch in stretches(piece, self.fonts, self.metrics):
            place = (stretch.left_pt - frame.left_emu / EMU_PER_PT, piece.baseline_pt - frame.top_emu / EMU_PER_PT)
            yield self._drawn(stretch, piece, place) if stretch.is_drawn else _typed(stretch, piece, place)

    def defined(self) -> str:
        """The outlines used, for the head of the picture."""
        shapes = "".join(f'<path id="{name}" d="{shape}"/>' for name, shape in sorted(self._outlines.items()))
        return f"<defs>{shapes}</defs>" if shapes else ""

    def _drawn(self, stretch: Stretch, piece: Piece, place: tuple[float, float]) -> str:
        scale = piece.run.size_pt / EM
        uses, x = [], 0.0
        for character in stretch.text:
            name = self._name(character, piece)
            if name:
                uses.append(f'<use xlink:href="#{name}" x="{x:.0f}"/>')
            x += advance(character, piece, self.metrics) * EM
        moved = f"translate({place[0]:.2f} {place[1]:.2f}) scale({scale:g} {-scale:g})"
        told = quoteattr(stretch.text)
        return f'<g aria-label={told} fill="{piece.run.colour.css}" transform="{moved}">{"".join(uses)}</g>'

    def _name(self, character: str, piece: Piece) -> str:
        """The name of an outline, told at its first use; none for a space."""
        shape = _data(font_of(piece, self.fonts), character)
        if not shape:
            return ""
        name = f"{'b' if piece.run.is_bold else 'r'}{ord(character):x}"
        self._outlines[name] = shape
        return name


@lru_cache(maxsize=1024)
def _data(file: File, character: str) -> str:
    """The outline of a character as SVG tells a path; empty for a space."""
    segments = Path(*outline(file, character)).iter_segments(simplify=False, curves=True)
    return "".join(_COMMANDS[code] + _told(int(code), points) for points, code in segments)


def _told(code: int, points: NDArray[np.float64]) -> str:
    return "" if code == Path.CLOSEPOLY else " ".join(f"{value:.0f}" for value in points)


def _typed(stretch: Stretch, piece: Piece, place: tuple[float, float]) -> str:
    """Text left to the reader's own fonts."""
    weight = ' font-weight="bold"' if piece.run.is_bold else ""
    look = f'font-size="{piece.run.size_pt:g}" fill="{piece.run.colour.css}"{weight}'
    shown = escape(stretch.text)
    return f'<text x="{place[0]:.2f}" y="{place[1]:.2f}" {look} xml:space="preserve">{shown}</text>'
