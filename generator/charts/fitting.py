"""One way to make text go into a place: step down the scale, shorten what may be, say how tall the rest is."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.brand import EMU_PER_PT, FontMetrics

LEADING = 1.25
ELLIPSIS = "…"
_SLACK = 0.985  # another layout engine may round widths up: leave it a little room before it breaks a line of its own
_BREAKS_AFTER = ("-", "–", "—")
_LOOSE_ENDS = " \u00a0\u202f,;:·.–-("


@dataclass(frozen=True, slots=True)
class FittedText:
    """A text as it will be printed: its size, its lines, its line pitch; ``full`` is what it said before shortening.

    ``fits`` is false when even the last resort is too large for the place asked for.
    """

    text: str
    size_pt: float
    lines: tuple[str, ...]
    leading_pt: float
    is_bold: bool
    full: str
    fits: bool

    @property
    def height_emu(self) -> int:
        """The height of its lines; nothing for an empty text."""
        return math.ceil(len(self.lines) * self.leading_pt * EMU_PER_PT)

    @property
    def is_shortened(self) -> bool:
        """Whether words were left out."""
        return self.text != self.full


def fit_text(  # noqa: PLR0913 - what a place allows is many measures
    metrics: FontMetrics,
    text: str,
    *,
    width_emu: int,
    sizes_pt: Sequence[float],
    height_emu: int | None = None,
    max_lines: int | None = None,
    is_bold: bool = False,
    may_shorten: bool = False,
    leading: float = LEADING,
) -> FittedText:
    """The text at the first of the sizes at which it goes into the place, else shortened at the last one if it may be.

    ``leading`` is the line pitch as a multiple of the size. Words are left out from the end only, at a word boundary,
    and an ellipsis says so.
    """
    width_pt = usable_pt(width_emu)
    for size in sizes_pt:
        allowed = _allowed_lines(size * leading, height_emu, max_lines)
        most = max(allowed, 0) + 1 if may_shorten else None
        lines = tuple(metrics.wrap(text, width_pt, size, bold=is_bold, at_most=most)) if text else ()
        fits = len(lines) <= allowed
        fitted = FittedText(text, size, lines, size * leading, is_bold, text, fits)
        if fits and (size == sizes_pt[-1] or not _is_cut(lines, text)):
            return fitted
    return _shortened(metrics, fitted, width_pt, max(1, allowed)) if may_shorten else fitted


def usable_pt(width_emu: int) -> float:
    """How much of a width lines are measured for, in points."""
    return width_emu / EMU_PER_PT * _SLACK


def text_width_emu(metrics: FontMetrics, text: str, size_pt: float, *, is_bold: bool = False) -> int:
    """The width of a box that holds the text on one line, with the room another layout engine may need."""
    return math.ceil((metrics.width_pt(text, size_pt, bold=is_bold) + 0.5) / _SLACK * EMU_PER_PT)


def _allowed_lines(pitch_pt: float, height_emu: int | None, max_lines: int | None) -> int:
    tall = math.inf if height_emu is None else (height_emu + 1) / EMU_PER_PT // pitch_pt
    return int(min(tall, math.inf if max_lines is None else max_lines, 10_000))


def _shortened(metrics: FontMetrics, fitted: FittedText, width_pt: float, allowed: int) -> FittedText:
    """The longest beginning of a text that goes, with an ellipsis: halving finds it, however long the text is."""
    text, size, is_bold = fitted.full, fitted.size_pt, fitted.is_bold

    def lines_of(candidate: str) -> tuple[str, ...]:
        return tuple(metrics.wrap(candidate, width_pt, size, bold=is_bold, at_most=allowed + 1))

    first = text.partition(" ")[0]
    must_break = len(lines_of(first)) > 1
    ends = (*range(len(first)), *(at for at, character in enumerate(text) if character == " "))
    # a longer beginning never takes fewer lines
    going = bisect_left(ends, True, key=lambda end: len(lines_of(_beginning(text, end))) > allowed)  # noqa: FBT003
    for end in reversed(ends[:going]):
        candidate = _beginning(text, end)
        lines = lines_of(candidate)
        if must_break or not _is_cut(lines, candidate):
            return FittedText(candidate, size, lines, fitted.leading_pt, is_bold, text, fits=True)
    return fitted


def _beginning(text: str, end: int) -> str:
    """What stands before ``end``; between words, less what nothing follows any more."""
    head = text[:end]
    return (head.rstrip(_LOOSE_ENDS) if text[end] == " " else head) + ELLIPSIS


def _is_cut(lines: tuple[str, ...], text: str) -> bool:
    """Whether a word was broken inside, which a smaller size or an ellipsis does better."""
    whole, at = " ".join(text.split()), 0
    for line in lines[:-1]:
        at += len(line)
        if not whole.startswith(" ", at) and not line.endswith(_BREAKS_AFTER):
            return True
        at += whole.startswith(" ", at)
    return False
