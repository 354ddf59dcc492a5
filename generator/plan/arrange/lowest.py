"""Column widths at which a table is lowest: a column gives to another whatever takes a line off its rows."""

from __future__ import annotations

from collections.abc import Sequence

_STEPS = (480, 240, 120)  # twips that change hands, coarse moves first
_ROW = 3  # texts that may break for a row to be a line lower

Words = tuple[int, ...]
"""The widths of the words of a text, each with the space after it, in twips."""

Columns = Sequence[Sequence[Words]]
"""The texts of each column, row by row."""


def lowest(widths: Sequence[float], least: Sequence[int], columns: Columns, *, padding: int) -> list[float]:
    """The same total, shared so that rows take the fewest lines; no column falls below its least.

    Widths in twips, each with the padding of a cell.
    """
    best = list(widths)
    lines = [_lines(texts, width - padding) for texts, width in zip(columns, best, strict=True)]
    cost = _cost(lines)
    for step in _STEPS:
        for giver in range(len(best)):
            for taker in range(len(best)):
                if giver == taker or best[giver] - step < least[giver]:
                    continue
                tried = list(lines)
                tried[giver] = _lines(columns[giver], best[giver] - step - padding)
                tried[taker] = _lines(columns[taker], best[taker] + step - padding)
                if (new := _cost(tried)) < cost:
                    lines, cost, best[giver], best[taker] = tried, new, best[giver] - step, best[taker] + step
    return best


def usual_lines(widths: Sequence[float], columns: Columns, *, padding: int) -> float:
    """How many lines a row takes on average."""
    rows = _tallest([_lines(texts, width - padding) for texts, width in zip(columns, widths, strict=True)])
    return sum(rows) / len(rows) if rows else 1.0


def _cost(lines: Sequence[Sequence[int]]) -> int:
    """The height of the table, and for less the texts that break."""
    return _ROW * sum(_tallest(lines)) + sum(map(sum, lines))


def _tallest(lines: Sequence[Sequence[int]]) -> list[int]:
    return [max(row) for row in zip(*lines, strict=True)]


def _lines(texts: Sequence[Words], width: float) -> list[int]:
    return [_filled(words, width) for words in texts]


def _filled(words: Words, width: float) -> int:
    lines, left = 1, width
    for word in words:
        if word > left < width:
            lines, left = lines + 1, width
        left -= word
    return lines
