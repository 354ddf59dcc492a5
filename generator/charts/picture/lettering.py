"""Letters as the brand's font draws them: which of them it has, and their outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from matplotlib.ft2font import FT2Font, LoadFlags

from generator.brand import FontMetrics, Fonts
from generator.charts.picture.setting import Piece

EM = 1000
"""The units of an outline to the size of its letter."""

_COMMANDS = {1: ("M", 1), 2: ("L", 1), 3: ("Q", 2), 4: ("C", 3), 79: ("Z", 0)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a piece that the brand's font has, or that it lacks, and where they begin."""

    text: str
    left_pt: float
    is_drawn: bool


def stretches(piece: Piece, fonts: Fonts, metrics: FontMetrics) -> Iterator[Stretch]:
    """The piece cut where the brand's font begins or ends to have its characters."""
    path, left = font_of(piece, fonts), piece.left_pt
    for is_drawn, characters in groupby(metrics.drawable(piece.run.text), key=lambda one: _has(path, one)):
        text = "".join(characters)
        yield Stretch(text, left, is_drawn)
        left += metrics.width_pt(text, piece.run.size_pt, bold=piece.run.is_bold)


def font_of(piece: Piece, fonts: Fonts) -> Path:
    """The file of the weight a piece is set in."""
    return fonts.bold if piece.run.is_bold else fonts.regular


@lru_cache(maxsize=1024)
def outline(path: Path, character: str) -> str:
    """The outline of a character as SVG path data, upwards from the baseline; empty for a space."""
    font = _font(path)
    font.load_char(ord(character), flags=LoadFlags.NO_HINTING)
    vertices, codes = font.get_path()
    points = (f"{x:.0f} {y:.0f}" for x, y in vertices)
    found, rank = [], 0
    while rank < len(codes):
        command, count = _COMMANDS[int(codes[rank])]
        told = [next(points) for _ in range(max(count, 1))]
        found.append(command + " ".join(told[:count]))
        rank += max(count, 1)
    return "".join(found)


@lru_cache(maxsize=1024)
def _has(path: Path, character: str) -> bool:
    return bool(_font(path).get_char_index(ord(character)))


@lru_cache(maxsize=8)
def _font(path: Path) -> FT2Font:
    """The font at a size of its own: matplotlib's shared ones are sized while they draw."""
    font = FT2Font(str(path))
    font.set_size(EM, 72)
    return font
