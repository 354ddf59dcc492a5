"""A table before it is placed: what each cell says, and how wide and how tall that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.brand import EMU_PER_PT, EMU_PER_PX, Brand, Colour
from generator.charts.canvas import Run
from generator.charts.fitting import LEADING, fit_text
from generator.deck.arrange.tables.bar import bar_width_pt
from generator.deck.slides import CellBar
from generator.story.blocks.table import Align

PADDING = 8 * EMU_PER_PX
FLANK = 3 * EMU_PER_PX
_SLACK = 2 * EMU_PER_PX  # a renderer's rounding must not break a line we counted as whole
_ROUNDING_PT = 1.0


@dataclass(frozen=True, slots=True)
class DraftCell:
    """The runs of a cell, and the progress bar before them."""

    runs: tuple[Run, ...] = ()
    align: Align = Align.LEFT
    bar: CellBar | None = None
    fill: Colour | None = None

    @property
    def text(self) -> str:
        """All it says."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether to measure it in bold."""
        return any(run.is_bold for run in self.runs)

    def natural_emu(self, brand: Brand) -> int:
        """Its width on one line, paddings included."""
        parts = (brand.metrics.width_pt(run.text, run.size_pt, bold=run.is_bold) for run in self.runs)
        return _padded(sum(parts) + self._bar_pt(brand))

    def least_emu(self, brand: Brand) -> int:
        """The width of its longest word, paddings included."""
        size = max((run.size_pt for run in self.runs), default=0)
        words = (brand.metrics.width_pt(word, size, bold=self.is_bold) for word in self.text.split(" "))
        return _padded(max(words, default=0) + self._bar_pt(brand))

    def height_emu(self, width_emu: int, brand: Brand) -> int:
        """The height of its lines over a width, without paddings."""
        if not self.runs:
            return 0
        size = max(run.size_pt for run in self.runs)
        room = room_pt(width_emu) - self._bar_pt(brand)
        lines = brand.metrics.line_count(self.text, room, size, bold=self.is_bold)
        return round(lines * brand.metrics.line_height_pt(size) * EMU_PER_PT)

    def within(self, width_emu: int, height_emu: int, brand: Brand) -> DraftCell:
        """The cell, or what of it goes into that height over a width: its first run smaller, then shortened."""
        if self.height_emu(width_emu, brand) <= height_emu or not self.runs:
            return self
        first, *rest = self.runs
        line = round(first.size_pt * LEADING * EMU_PER_PT) if rest else 0
        said = fit_text(
            brand.metrics,
            first.text,
            width_emu=width_emu - 2 * PADDING - round(self._bar_pt(brand) * EMU_PER_PT),
            sizes_pt=brand.type.steps(first.size_pt, brand.type.small),
            height_emu=height_emu - line,
            is_bold=self.is_bold,
            may_shorten=True,
        )
        return replace(self, runs=(replace(first, text=said.text, size_pt=said.size_pt), *rest))

    def _bar_pt(self, brand: Brand) -> float:
        return bar_width_pt(self.bar, brand) if self.bar else 0.0


def room_pt(width_emu: int, paddings_emu: int = 2 * PADDING) -> float:
    """How much of a column's width lines are measured for, in points."""
    return (width_emu - paddings_emu) / EMU_PER_PT - _ROUNDING_PT


def naturals(rows: Sequence[Sequence[DraftCell]], brand: Brand) -> list[int]:
    """The width each column would like."""
    return [max(cell.natural_emu(brand) for cell in column) for column in zip(*rows, strict=True)]


def minimums(rows: Sequence[Sequence[DraftCell]], brand: Brand) -> list[int]:
    """The width below which a column would cut a word."""
    return [max(cell.least_emu(brand) for cell in column) for column in zip(*rows, strict=True)]


def whole(
    cells: Sequence[DraftCell], widths_emu: Sequence[int], brand: Brand, *, most_emu: int
) -> tuple[DraftCell, ...]:
    """The cells of a row, shortened where one alone is taller than a slide has room for."""
    return tuple(cell.within(width, most_emu - 2 * FLANK, brand) for cell, width in zip(cells, widths_emu, strict=True))


def row_height(cells: Sequence[DraftCell], widths_emu: Sequence[int], brand: Brand, *, least_emu: int) -> int:
    """The height of a row: its tallest cell with its paddings, at least the pitch of the table."""
    tallest = max(cell.height_emu(width, brand) for cell, width in zip(cells, widths_emu, strict=True))
    return max(least_emu, tallest + 2 * FLANK)


def _padded(width_pt: float) -> int:
    return round(width_pt * EMU_PER_PT) + 2 * PADDING + _SLACK if width_pt else 0
