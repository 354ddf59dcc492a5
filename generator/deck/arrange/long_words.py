"""Words longer than their line, broken where they were measured, so that no program has to break them its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, repeat
from typing import assert_never

from generator.brand import Brand, FontMetrics
from generator.charts.canvas import Drawing, Mark, Run, Shape, TextBody
from generator.charts.fitting import usable_pt
from generator.charts.plots.chart import NativeChart
from generator.deck.arrange.tables.draft import room_pt
from generator.deck.slides import Element, NativeCell, NativeTable

_BREAK = "\n"
_LAID_OUT = frozenset("\n\t\v")
_MAY_END_A_LINE = ("-", "–", "—")


def with_breaks(element: Element, brand: Brand) -> Element:
    """The element with a line end inside each word that is wider than its shape or its column."""
    match element:
        case Drawing():
            return replace(element, marks=tuple(_mark(mark, brand.metrics) for mark in element.marks))
        case NativeTable():
            return _table(element, brand.metrics)
        case NativeChart():
            return element
        case _:
            assert_never(element)


def broken(text: str, width_pt: float, metrics: FontMetrics, *, size_pt: float, is_bold: bool) -> str:
    """The text with a line end inside each word that is wider than the line, where the line is measured to end."""
    if _LAID_OUT & set(text) or not _has_long_word(text, width_pt, metrics, size_pt=size_pt, is_bold=is_bold):
        return text
    cuts = [0, *_cuts(text, metrics.wrap(text, width_pt, size_pt, bold=is_bold)), len(text)]
    return _BREAK.join(text[start:end] for start, end in pairwise(cuts))


def _mark(mark: Mark, metrics: FontMetrics) -> Mark:
    if not isinstance(mark, Shape) or mark.text is None or not mark.text.wraps:
        return mark
    width = mark.box.width_emu - mark.text.left_emu - mark.text.right_emu
    return replace(mark, text=_body(mark.text, usable_pt(width), metrics))


def _table(table: NativeTable, metrics: FontMetrics) -> NativeTable:
    rows = tuple(
        replace(row, cells=tuple(map(_cell, row.cells, table.widths_emu, repeat(metrics)))) for row in table.rows
    )
    return replace(table, rows=rows)


def _cell(cell: NativeCell, width_emu: int, metrics: FontMetrics) -> NativeCell:
    if cell.columns > 1 or cell.bar:
        return cell
    room = room_pt(width_emu, cell.text.left_emu + cell.text.right_emu)
    return replace(cell, text=_body(cell.text, room, metrics))


def _body(body: TextBody, width_pt: float, metrics: FontMetrics) -> TextBody:
    told = tuple(replace(one, runs=_runs(one.runs, width_pt, metrics)) for one in body.paragraphs)
    return replace(body, paragraphs=told)


def _runs(runs: tuple[Run, ...], width_pt: float, metrics: FontMetrics) -> tuple[Run, ...]:
    """The runs of a paragraph: measured as one text, at the largest size and in bold when a part is."""
    whole = "".join(run.text for run in runs)
    size, is_bold = max((run.size_pt for run in runs), default=0.0), any(run.is_bold for run in runs)
    pieces = iter(broken(whole, width_pt, metrics, size_pt=size, is_bold=is_bold))
    return tuple(replace(run, text=_taken(pieces, run.text)) for run in runs)


def _taken(pieces: Iterator[str], text: str) -> str:
    """As much of the broken text as tells a run."""
    taken = ""
    for character in text:
        piece = next(pieces)
        taken += piece if piece == character else piece + next(pieces)
    return taken


def _has_long_word(text: str, width_pt: float, metrics: FontMetrics, *, size_pt: float, is_bold: bool) -> bool:
    return any(metrics.width_pt(word, size_pt, bold=is_bold) > width_pt for word in text.split(" "))


def _cuts(text: str, lines: Sequence[str]) -> Iterator[int]:
    """Where lines end inside a word."""
    at = 0
    for line in lines[:-1]:
        for character in line:
            at = text.index(character, at) + 1
        if not text[at].isspace() and not line.endswith(_MAY_END_A_LINE):
            yield at
