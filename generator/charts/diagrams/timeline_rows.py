"""The rows of a timeline with their texts measured, as dense as the drawings need."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.diagrams.pen import Pen, px
from generator.charts.diagrams.rows import paginate
from generator.charts.diagrams.timeline_columns import TimelineColumns
from generator.charts.fitting import FittedText
from generator.story.blocks.timeline import TimelineRow

_MOST_LINES = 4
_LOWEST = px(36)


@dataclass(frozen=True, slots=True)
class FittedRow:
    """A row with its fitted texts; ``group`` is set on the first row of each group."""

    row: TimelineRow
    group: str
    carried: str
    title: FittedText
    detail: FittedText
    air: int

    @property
    def height(self) -> int:
        """The least height in EMU that the row needs."""
        return max(_LOWEST, self.title.height_emu + self.detail.height_emu + self.air)


def fitted_rows(frame: TimelineColumns, room: int, pen: Pen) -> list[FittedRow]:
    """The largest type and the most air at which the rows take the fewest drawings."""
    best, least = frame.scale.title
    densities = ((best, 1.2, px(8)), (least, 1.2, px(8)), (least, 1.1, px(3)))
    tries = [_rows(frame, density, pen) for density in densities]
    return min(tries, key=lambda rows: len(paginate([row.height for row in rows], room)))


def _rows(frame: TimelineColumns, density: tuple[float, float, int], pen: Pen) -> list[FittedRow]:
    size, leading, air = density
    rows: list[FittedRow] = []
    carried = ""
    for row in frame.block.rows:
        starts = bool(row.group) and row.group != carried
        carried = row.group or carried
        detail = pen.fit(
            row.detail, frame.title.width_emu, frame.scale.detail, max_lines=2, may_shorten=True, leading=1.2
        )
        title = pen.fit(
            row.title, frame.title.width_emu, (size,), max_lines=_MOST_LINES, may_shorten=True, leading=leading
        )
        rows.append(FittedRow(row, row.group if starts else "", carried, title, detail, air))
    return rows
