"""Column widths in twips, from the content measured with the brand's font."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.brand import Brand
from generator.plan.arrange.cells import drawn_twips
from generator.plan.arrange.lowest import Words, lowest, usual_lines
from generator.story.blocks.table import Cell, Table
from generator.story.blocks.text import Tone

_TWIPS_PER_PT = 20
_PADDING = 260  # twips: both margins of a cell, and a breath
_SPACE = 60  # twips: what the last word of a line does not need after it
_SHORT = 1900  # twips: a date, a name, a status
_SAMPLE = 80  # rows looked at for the height of a table
_STATUS_SIGN = "■ V "


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs: its longest word, its longest line, and its usual length as its weight.

    ``texts`` are some of its texts as the widths of their words, of the same rows in every column of a table.
    """

    least: int
    natural: int
    weight: float
    texts: tuple[Words, ...] = ()

    @property
    def comfortable(self) -> int:
        """The width at which a short content stands on one line, and a long one breaks between words."""
        return self.natural if self.natural <= _SHORT else self.least


def table_needs(table: Table, brand: Brand) -> tuple[Need, ...]:
    """The needs of each column of a table."""
    return tuple(_column(table, at, brand) for at in range(len(table.columns)))


def _column(table: Table, at: int, brand: Brand) -> Need:
    cells = [row.cells[at] if at < len(row.cells) else Cell() for row in table.rows]
    told = _need([_shown(cell) for cell in cells], table.columns[at].title, brand)
    picture = max(map(drawn_twips, cells), default=0) + _PADDING
    if picture == _PADDING:
        return told
    return replace(told, least=max(told.least, picture), natural=max(told.natural, picture))


def need(texts: Sequence[str], title: str, brand: Brand) -> Need:
    """The need of one column of texts under a title."""
    return _need([(text, False) for text in texts], title, brand)


def least_width(needs: Sequence[Need]) -> int:
    """The narrowest table in which no word is cut."""
    return sum(one.least for one in needs)


def fitted(needs: Sequence[Need], width: int) -> tuple[int, ...]:
    """Widths that add up to ``width``: every column on one line when all can be, else shared by usual length.

    A column never takes more than its longest line while another is short, nor less than its longest word.
    """
    natural = sum(one.natural for one in needs)
    if natural <= width:
        return _exact([one.natural * width / natural for one in needs], width)
    if least_width(needs) >= width:
        return _exact(_capped([one.least for one in needs], width), width)
    at_ease = [replace(one, least=one.comfortable) for one in needs]
    bound = at_ease if least_width(at_ease) < width else needs
    least, texts = [one.least for one in bound], [one.texts for one in bound]
    return _exact(lowest(_shared(bound, width), least, texts, padding=_PADDING - _SPACE), width)


def lines_in(needs: Sequence[Need], width: int) -> float:
    """How many lines a row of the table takes on average in that width."""
    return usual_lines(fitted(needs, width), [one.texts for one in needs], padding=_PADDING - _SPACE)


def _capped(leasts: Sequence[int], width: int) -> list[float]:
    """The longest words are cut, all at the same width; the shorter ones keep theirs."""
    rest, cap = float(width), 0.0
    for count, least in zip(range(len(leasts), 0, -1), sorted(leasts), strict=True):
        cap = rest / count
        if least > cap:
            break
        rest -= least
    return [min(float(least), cap) for least in leasts]


def _shared(needs: Sequence[Need], width: int) -> list[float]:
    """Shares by weight; a column out of its bounds gets the bound, and the others share again."""
    fixed: dict[int, float] = {}
    while True:
        free = [at for at in range(len(needs)) if at not in fixed]
        rest = width - sum(fixed.values())
        weights = sum(needs[at].weight for at in free) or 1.0
        shares = {at: rest * needs[at].weight / weights for at in free}
        short = {at: float(needs[at].least) for at in free if shares[at] < needs[at].least}
        long = {at: float(needs[at].natural) for at in free if shares[at] > needs[at].natural}
        if not short and not long:
            return [fixed.get(at, shares.get(at, 0.0)) for at in range(len(needs))]
        fixed |= short or long


def _need(texts: Sequence[tuple[str, bool]], title: str, brand: Brand) -> Need:
    size, metrics = brand.plan_type.table, brand.metrics
    lines = [(line, bold) for text, bold in texts for line in text.split("\n")] or [("", False)]
    words = ((word, bold) for line, bold in ((title, True), *lines) for word in line.split(" "))
    least = max(metrics.width_pt(word, size, bold=bold) for word, bold in words)
    lengths = [metrics.width_pt(line, size, bold=bold) for line, bold in lines]
    natural = max(*lengths, metrics.width_pt(title, size, bold=True), 0.0)
    some = texts[:: 1 + len(texts) // _SAMPLE]
    return Need(
        _twips(least),
        _twips(natural),
        _twips(_root_mean_square(lengths)),
        tuple(_words(text, brand, bold=bold) for text, bold in some),
    )


def _words(text: str, brand: Brand, *, bold: bool) -> Words:
    widths = (brand.metrics.width_pt(f"{word} ", brand.plan_type.table, bold=bold) for word in text.split(" "))
    return tuple(round(width * _TWIPS_PER_PT) for width in widths)


def _root_mean_square(lengths: Sequence[float]) -> float:
    """The usual length of a text, in which the long ones, which make rows tall, count more."""
    return math.sqrt(sum(length * length for length in lengths) / len(lengths)) if lengths else 0.0


def _twips(points: float) -> int:
    return round(points * _TWIPS_PER_PT) + _PADDING


def _shown(cell: Cell) -> tuple[str, bool]:
    if cell.status is None:
        return "\n".join(filter(None, (cell.text, cell.detail))), cell.tone not in (Tone.NORMAL, Tone.MUTED)
    return " ".join(filter(None, (_STATUS_SIGN.strip(), cell.status.text, cell.text))), True


def _exact(widths: Sequence[float], total: int) -> tuple[int, ...]:
    """Whole twips that add up; the widest column takes the rounding."""
    whole = [round(width) for width in widths]
    whole[whole.index(max(whole))] += total - sum(whole)
    return tuple(whole)
