"""How wide a text is and where its lines break, measured with the brand's own metric files before anything is drawn."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from PIL import ImageFont

_EM = 1000  # pixels an em: Office's layout and LibreOffice's agree with Pillow's widths at this size
_LINE_BREAKS = re.compile("[\n\v\x85\u2028\u2029]")
_SPACES = re.compile("[ \t]+")
# A word may be cut after a hyphen or a dash that a letter follows; no-break spaces and U+2011 never open a line.
_PIECES = re.compile(r".+?(?:[-–—](?=[^\W\d_])|$)", re.DOTALL)

_STAND_INS = {"\u00a0": " ", "\u2007": " ", "\u2010": "-", "\u2011": "-", "\u202f": "\u00a0"}
_RIGHT_TO_LEFT = ("R", "AL")
_LONGEST_REMEMBERED = 2000  # characters: what is longer is rare, and would fill the memory
_NO_GLYPH = "\uffff"  # a noncharacter: what a font shows for it is what it shows for all it lacks


@dataclass(frozen=True)
class Fitted:
    """How a text goes into a place: at which size, on which lines, and whether it really goes."""

    size_pt: float
    lines: tuple[str, ...]
    fits: bool


@dataclass(frozen=True)
class FontMetrics:
    """Two weights of a font; `margin` widens every measure (0.05 = 5 %) when the files only resemble the font."""

    regular: Path
    bold: Path
    margin: float = 0.0

    def width_pt(self, text: str, size_pt: float, *, bold: bool = False) -> float:
        """The width of one line of text, in points."""
        advances = _advances(self.bold if bold else self.regular)
        return sum(map(advances.__getitem__, text)) * size_pt * (1 + self.margin) / _EM

    def line_height_pt(self, size_pt: float) -> float:
        """The height of one line at single spacing, in points."""
        return _font(self.regular).font.height * size_pt / _EM

    def drawable(self, text: str) -> str:
        """The text with stand-ins for the spaces and hyphens the files lack: Office falls back, a picture cannot."""
        advances = _advances(self.regular)
        return "".join(map(advances.stand_in, text))

    def wrap(
        self, text: str, width_pt: float, size_pt: float, *, bold: bool = False, at_most: int | None = None
    ) -> list[str]:
        """The lines of a text over a width: greedy, no-break spaces kept, a word wider than the line cut.

        `at_most` lines are measured, for those who only ask whether a text goes.
        """
        return list(_wrapped(self, text, width_pt, size_pt, bold, at_most))

    def line_count(self, text: str, width_pt: float, size_pt: float, *, bold: bool = False) -> int:
        """How many lines the text takes over a width; an empty text takes one."""
        return len(_wrapped(self, text, width_pt, size_pt, bold, None))

    def fit(
        self,
        text: str,
        *,
        width_pt: float,
        sizes_pt: Sequence[float],
        height_pt: float | None = None,
        max_lines: int | None = None,
        leading: float | None = None,
        bold: bool = False,
    ) -> Fitted:
        """The first of the sizes at which the text goes into the place, else the last one with `fits` false.

        `leading` is the line pitch as a multiple of the size; without it, single spacing.
        """
        for size in sizes_pt:
            lines = _wrapped(self, text, width_pt, size, bold, None)
            pitch = self.line_height_pt(size) if leading is None else size * leading
            tall = height_pt is not None and len(lines) * pitch > height_pt
            long = max_lines is not None and len(lines) > max_lines
            fitted = Fitted(size, lines, fits=not (tall or long))
            if fitted.fits:
                break
        return fitted


class _Advances(dict[str, float]):
    """The advance of each character at 1000 px an em, measured once."""

    def __init__(self, font: ImageFont.FreeTypeFont) -> None:
        super().__init__()
        self._font = font
        self._missing = (font.getlength(_NO_GLYPH), font.getbbox(_NO_GLYPH))

    def __missing__(self, character: str) -> float:
        width = self[character] = self._measured(self.stand_in(character))
        return width

    def stand_in(self, character: str) -> str:
        """The character, or the nearest one the font has when it lacks it."""
        while character in _STAND_INS and not self._has(character):
            character = _STAND_INS[character]
        return character

    def _has(self, character: str) -> bool:
        return (self._font.getlength(character), self._font.getbbox(character)) != self._missing

    def _measured(self, character: str) -> float:
        if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
            return 0.0
        return self._font.getlength(character) if self._has(character) else _EM * _foreign_ems(character)


def _foreign_ems(character: str) -> float:
    """How wide, in ems, the widest usual font draws what the brand's lacks."""
    if unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
        return 0.7
    is_emoji = unicodedata.category(character) == "So" and unicodedata.east_asian_width(character) == "W"
    return 1.4 if is_emoji else 1.0


@lru_cache(maxsize=16)
def _font(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), _EM, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=16)
def _advances(path: Path) -> _Advances:
    return _Advances(_font(path))


def _wrapped(
    metrics: FontMetrics,
    text: str,
    width_pt: float,
    size_pt: float,
    bold: bool,  # noqa: FBT001
    at_most: int | None,
) -> tuple[str, ...]:
    measured = _remembered if len(text) <= _LONGEST_REMEMBERED else _remembered.__wrapped__
    return measured(metrics, text, width_pt, size_pt, bold, at_most)


@lru_cache(maxsize=8192)
def _remembered(
    metrics: FontMetrics,
    text: str,
    width_pt: float,
    size_pt: float,
    bold: bool,  # noqa: FBT001
    at_most: int | None,
) -> tuple[str, ...]:
    """The cache wants every argument by position."""
    paragraphs = _LINE_BREAKS.split(text)
    lines = (line for one in paragraphs for line in _paragraph(metrics, one, width_pt, size_pt, bold=bold))
    return tuple(islice(lines, at_most))


def _paragraph(metrics: FontMetrics, text: str, width_pt: float, size_pt: float, *, bold: bool) -> Iterator[str]:
    line, used = "", 0.0
    space = metrics.width_pt(" ", size_pt, bold=bold)
    for glue, piece in _pieces(text):
        width = metrics.width_pt(piece, size_pt, bold=bold)
        gap = space if line and glue else 0.0
        if line and used + gap + width > width_pt:
            yield line
            line, used, gap = "", 0.0, 0.0
        if width > width_pt:
            parts = _cut(metrics, piece, width_pt, size_pt, bold=bold)
            line = next(parts)
            for part in parts:
                yield line
                line = part
            used = metrics.width_pt(line, size_pt, bold=bold)
        else:
            line, used = line + (" " if gap else "") + piece, used + gap + width
    yield line


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """The unbreakable pieces of a paragraph, each with whether a space comes before it."""
    for word in filter(None, _SPACES.split(text)):
        for rank, piece in enumerate(_PIECES.findall(word)):
            yield rank == 0, piece


def _cut(metrics: FontMetrics, word: str, width_pt: float, size_pt: float, *, bold: bool) -> Iterator[str]:
    """A word wider than the line, cut into as few parts as go in; every part holds at least one character."""
    part, used = "", 0.0
    widths = {character: metrics.width_pt(character, size_pt, bold=bold) for character in set(word)}
    for character in word:
        width = widths[character]
        if part and used + width > width_pt:
            yield part
            part, used = "", 0.0
        part, used = part + character, used + width
    yield part
