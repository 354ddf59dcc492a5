"""Where stacked columns stand: plot area, room for totals and names, values at the foot and the top."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.brand import EMU_PER_PT, EMU_PER_PX, Box, Brand
from generator.charts.plots.axis import Room, column_axis, column_heights
from generator.charts.plots.chart import Inner
from generator.story.blocks.chart import ColumnChart

GAP_PERCENT = 43
NAME_GAP = 10 * EMU_PER_PX
_HEADROOM = 24 * EMU_PER_PX
_FOOT = 28 * EMU_PER_PX
_ROOM = Room(below=Decimal("0.2"))  # between what is below zero and the names of the categories


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the columns stand: the chart's box, its plot area, and the values at its foot and top."""

    box: Box
    plot: Box
    low: Decimal
    high: Decimal

    def height_of(self, value: Decimal) -> int:
        """The height of a value in EMU."""
        return round(value / (self.high - self.low) * self.plot.height_emu)

    @property
    def inner(self) -> Inner:
        """The plot area in shares of the chart."""
        plot, box = self.plot, self.box
        return Inner(
            (plot.left_emu - box.left_emu) / box.width_emu,
            (plot.top_emu - box.top_emu) / box.height_emu,
            plot.width_emu / box.width_emu,
            plot.height_emu / box.height_emu,
        )


def sums(block: ColumnChart) -> tuple[Decimal, ...]:
    """The height of each column."""
    return tuple(up + down for up, down in column_heights(block))


def frame_of(block: ColumnChart, box: Box, brand: Brand) -> Frame:
    """The plot area over a box: room for the totals above, the categories below, the names at the right."""
    named = len(block.series) > 1
    widest = max((brand.metrics.width_pt(one.name, brand.type.table, bold=True) for one in block.series), default=0)
    right = round((widest + 4) * EMU_PER_PT) + NAME_GAP if named else 0
    right = min(right, box.width_emu // 3)
    plot = Box(box.left_emu, box.top_emu + _HEADROOM, box.width_emu - right, box.height_emu - _HEADROOM - _FOOT)
    axis = column_axis(block, _ROOM)
    return Frame(box, plot, axis.low, axis.high)
