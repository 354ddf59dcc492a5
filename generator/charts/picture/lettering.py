"""Letters as the brand's font draws them: which of them it has, and their outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path as File

import numpy as np
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path
from numpy.typing import NDArray

from generator.brand import FontMetrics, Fonts
from generator.charts.picture.setting import Piece
from generator.ooxml.text import clean

EM = 1000
"""The units of an outline to the size of its letter."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a piece that the brand's font has, or that it lacks, and where they begin."""

    text: str
    left_pt: float
    is_drawn: bool


def stretches(piece: Piece, fonts: Fonts, metrics: FontMetrics) -> Iterator[Stretch]:
    """The piece cut where the brand's font begins or ends to have its characters; marks that take no place are left."""
    file, left = font_of(piece, fonts), piece.left_pt
    for is_drawn, characters in groupby(metrics.drawable(clean(piece.run.text)), key=lambda one: has(file, one)):
        text = "".join(characters)
        width = metrics.width_pt(text, piece.run.size_pt, bold=piece.run.is_bold)
        if width:
            yield Stretch(text, left, is_drawn)
        left += width


def advance(character: str, piece: Piece, metrics: FontMetrics) -> float:
    """How far the next letter stands, as a share of the size; the margin of a measure is not for letters to fill."""
    return metrics.width_pt(character, 1.0, bold=piece.run.is_bold) / (1 + metrics.margin)


def font_of(piece: Piece, fonts: Fonts) -> File:
    """The file of the weight a piece is set in."""
    return fonts.bold if piece.run.is_bold else fonts.regular


def lettered(stretch: Stretch, piece: Piece, fonts: Fonts, metrics: FontMetrics) -> Path:
    """The letters of a stretch as one path in points, downwards as the page goes, a letter after the other."""
    scale, left = piece.run.size_pt / EM, stretch.left_pt
    vertices, codes = [], []
    for character in stretch.text:
        points, turns = outline(font_of(piece, fonts), character)
        vertices.append(points * (scale, -scale) + (left, piece.baseline_pt))
        codes.append(turns)
        left += advance(character, piece, metrics) * piece.run.size_pt
    return Path(np.concatenate(vertices), np.concatenate(codes))


@lru_cache(maxsize=1024)
def outline(file: File, character: str) -> tuple[NDArray[np.float64], NDArray[np.integer]]:
    """The points of a character, upwards from the baseline, and matplotlib's code of each; none for a space."""
    font = _font(file)
    font.load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return font.get_path()


@lru_cache(maxsize=1024)
def has(file: File, character: str) -> bool:
    """Whether a font draws a character."""
    return bool(_font(file).get_char_index(ord(character)))


@lru_cache(maxsize=8)
def _font(file: File) -> FT2Font:
    """The font at a size of its own: matplotlib's shared ones are sized while they draw."""
    font = FT2Font(str(file))
    font.set_size(EM, 72)
    return font
