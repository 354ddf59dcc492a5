"""What a part owes to those beside it: what stays together, what stands clear, who opens the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.brand import Brand
from generator.plan.arrange.chapters import Placed
from generator.plan.arrange.document import Caption, Paragraph, Part, TablePart
from generator.plan.arrange.keeping import kept, together
from generator.plan.arrange.styles import Style, TableStyle

_FEW = 6  # rows that a page always holds together


def settled(placed: Iterable[Placed], brand: Brand) -> list[Placed]:
    """The parts of pages of one orientation, each adapted to the one before and the one after it."""
    result: list[Placed] = []
    for one in _lifted(placed):
        part = _after(result[-1].part, one.part) if result else one.part
        if isinstance(part, TablePart) and part.style is TableStyle.DATA:
            part = kept(part, brand)
        if result and _is_source(part):
            result[-1] = replace(result[-1], part=_kept(result[-1].part))
        result.append(replace(one, part=part))
    return result


def _lifted(placed: Iterable[Placed]) -> list[Placed]:
    """What is said of a table of data, its source included, stands above it: below, a page may end between them."""
    result: list[Placed] = []
    for one in placed:
        table = result[-1] if result else one
        if isinstance(one.part, Paragraph) and _is_source(one.part) and _is_data(table.part):
            result.insert(-1, replace(one, part=replace(one.part, keeps_next=True), key=table.key))
        else:
            result.append(one)
    return result


def _is_data(part: Part) -> bool:
    return isinstance(part, TablePart) and (part.style is TableStyle.DATA or len(part.rows) > _FEW)


def _after(before: Part, part: Part) -> Part:
    """A sentence stands clear of the table above it, which has no space below of its own."""
    if isinstance(before, TablePart) and isinstance(part, Paragraph) and part.style is Style.BODY:
        return replace(part, style=Style.AFTER_TABLE)
    return part


def _is_source(part: Part) -> bool:
    return isinstance(part, Paragraph) and part.style is Style.SOURCE


def _kept(part: Part) -> Part:
    """A source stays with the caption, the sentence or the few rows above it."""
    if isinstance(part, Caption):
        return replace(part, keeps_next=True)
    if isinstance(part, Paragraph):
        return replace(part, keeps_next=True)
    if isinstance(part, TablePart):
        return together(part)
    return part
