"""Where each piece of text of a shape goes: lines broken with the brand's metrics, baselines, alignment. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from PIL import ImageFont

from generator.brand import EMU_PER_PT, FontMetrics
from generator.charts.canvas import Anchor, Paragraph, Run, Shape, TextBody
from generator.story.blocks.table import Align

_SUPERSCRIPT = 0.65
_RAISE = 0.33
_EM = 1000
_SLACK = 0.05  # points: a text measured to fit its box exactly must not break by rounding

Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run on its baseline: left and baseline in points from the top left corner of the drawing's coordinates."""

    run: Run
    left_pt: float
    baseline_pt: float


def set_text(shape: Shape, metrics: FontMetrics, ascent: float) -> Iterator[Piece]:
    """The pieces of a shape's text; ``ascent`` is the font's, as a share of the em."""
    body = shape.text
    if body is None:
        return
    left = (shape.box.left_emu + body.left_emu) / EMU_PER_PT
    width = (shape.box.width_emu - body.left_emu - body.right_emu) / EMU_PER_PT
    lines = [(one, line) for one in body.paragraphs for line in _broken(one, width, metrics, wraps=body.wraps)]
    heights = [_pitch(one, line, metrics) for one, line in lines]
    top = _top(shape, body, sum(heights) + sum(_after(body)))
    after = iter(_after(body))
    for at, (paragraph, line) in enumerate(lines):
        natural = metrics.line_height_pt(_size(paragraph, line))
        baseline = top + (heights[at] - natural) / 2 + ascent * _size(paragraph, line)
        yield from _placed(line, _start(paragraph, line, left, width, metrics), baseline, metrics)
        top += heights[at]
        is_last_of_paragraph = at + 1 == len(lines) or lines[at + 1][0] is not paragraph
        top += next(after, 0.0) if is_last_of_paragraph else 0.0


@lru_cache(maxsize=8)
def font_ascent(path: Path) -> float:
    """How far a font rises above its baseline, as a share of the em."""
    return float(ImageFont.truetype(str(path), _EM).getmetrics()[0]) / _EM


def _after(body: TextBody) -> list[float]:
    """The space below each paragraph but the last, in points."""
    return [paragraph.after_pt for paragraph in body.paragraphs[:-1]]


def _top(shape: Shape, body: TextBody, height_pt: float) -> float:
    top = (shape.box.top_emu + body.top_emu) / EMU_PER_PT
    free = (shape.box.height_emu - body.top_emu - body.bottom_emu) / EMU_PER_PT - height_pt
    return top + {Anchor.TOP: 0.0, Anchor.MIDDLE: free / 2, Anchor.BOTTOM: free}[body.anchor]


def _size(paragraph: Paragraph, line: Line) -> float:
    return max((run.size_pt for run in line or paragraph.runs), default=0.0)


def _pitch(paragraph: Paragraph, line: Line, metrics: FontMetrics) -> float:
    return paragraph.leading_pt or metrics.line_height_pt(_size(paragraph, line))


def _width(run: Run, metrics: FontMetrics) -> float:
    size = run.size_pt * (_SUPERSCRIPT if run.is_superscript else 1.0)
    return metrics.width_pt(run.text, size, bold=run.is_bold)


def _start(paragraph: Paragraph, line: Line, left: float, width: float, metrics: FontMetrics) -> float:
    free = width - sum(_width(run, metrics) for run in line)
    return left + {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[paragraph.align]


def _placed(line: Line, left: float, baseline: float, metrics: FontMetrics) -> Iterator[Piece]:
    for run in line:
        if run.is_superscript:
            small = replace(run, size_pt=run.size_pt * _SUPERSCRIPT)
            yield Piece(small, left, baseline - _RAISE * run.size_pt)
        elif run.text.strip():
            yield Piece(run, left, baseline)
        left += _width(run, metrics)


def _broken(paragraph: Paragraph, width: float, metrics: FontMetrics, *, wraps: bool) -> Iterator[Line]:
    if not wraps or not paragraph.runs:
        yield paragraph.runs
    elif len(paragraph.runs) == 1:
        run = paragraph.runs[0]
        for text in metrics.wrap(run.text, width + _SLACK, run.size_pt, bold=run.is_bold):
            yield (replace(run, text=text),)
    else:
        yield from _filled(paragraph, width + _SLACK, metrics)


def _filled(paragraph: Paragraph, width: float, metrics: FontMetrics) -> Iterator[Line]:
    """Lines filled word by word, where a word may change its look on the way."""
    line: list[Run] = []
    used = 0.0
    for word in _words(paragraph.runs):
        size = sum(_width(run, metrics) for run in word)
        ink = size - _trailing(word, metrics)
        if line and used + ink > width:
            yield tuple(line)
            line, used = [], 0.0
        line.extend(word)
        used += size
    yield tuple(line)


def _words(runs: Line) -> Iterator[list[Run]]:
    """Words with the spaces after them, each as the runs it is made of."""
    letters = [(character, run) for run in runs for character in run.text]
    word: list[tuple[str, Run]] = []
    for at, pair in enumerate(letters):
        word.append(pair)
        if pair[0] == " " and (at + 1 == len(letters) or letters[at + 1][0] != " "):
            yield _joined(word)
            word = []
    if word:
        yield _joined(word)


def _joined(word: list[tuple[str, Run]]) -> list[Run]:
    groups = groupby(word, key=lambda pair: id(pair[1]))
    parts = [list(group) for _, group in groups]
    return [replace(part[0][1], text="".join(character for character, _ in part)) for part in parts]


def _trailing(word: list[Run], metrics: FontMetrics) -> float:
    last = word[-1]
    spaces = len(last.text) - len(last.text.rstrip(" "))
    return metrics.width_pt(" ", last.size_pt, bold=last.is_bold) * spaces
