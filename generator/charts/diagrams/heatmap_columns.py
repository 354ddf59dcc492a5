"""The columns of a heat map that go on one drawing, and the largest type that goes in their cells."""

from __future__ import annotations

from dataclasses import dataclass

from generator.brand import Box
from generator.charts.diagrams.pen import Pen, px
from generator.charts.diagrams.rows import paginate
from generator.story.blocks.grid import HeatMap

HEAD, FOOT = px(40), px(40)
CELL_GAP = px(5)


@dataclass(frozen=True, slots=True)
class HeatColumns:
    """Columns shown on a drawing and the places across it."""

    block: HeatMap
    columns: range
    names: Box
    cells: tuple[Box, ...]
    total: Box
    size: float
    small: float
    name_size: float


def heat_columns(block: HeatMap, box: Box, pen: Pen) -> list[HeatColumns]:
    """The columns of each drawing, dealt evenly when there are too many for one."""
    scale = pen.scale(box)
    size = pen.brand.type.body if not scale.is_compact else pen.brand.type.chart
    names = min(pen.widest([row.name for row in block.rows], size, is_bold=True) + px(16), box.width_emu * 18 // 100)
    names = max(names, pen.width(block.unit, scale.detail[0]) + px(8)) if block.unit else names
    names = min(names, box.width_emu * 22 // 100)
    figures = [*(row.total for row in block.rows), block.grand_total]
    total = min(
        max(pen.widest(figures, size, is_bold=True), pen.width(block.total_title, pen.brand.type.label, is_bold=True))
        + px(28),
        box.width_emu * 14 // 100,
    )
    least = px(50) if scale.is_compact else px(72)
    across = box.width_emu - names - total
    most = max(1, across // (least + CELL_GAP))
    frames: list[HeatColumns] = []
    for columns in paginate([1] * len(block.columns), most):
        cells = Box(box.left_emu + names, box.top_emu, across, box.height_emu).split(len(columns), CELL_GAP)
        cell_size = _cell_size(block, cells[0].width_emu, size, pen)
        last = Box(box.right_emu - total, box.top_emu, total - px(8), box.height_emu)
        frames.append(
            HeatColumns(
                block,
                columns,
                Box(box.left_emu, box.top_emu, names - px(8), box.height_emu),
                cells,
                last,
                cell_size,
                _small(cell_size, pen),
                min(size, max(cell_size, pen.brand.type.label)),
            )
        )
    return frames


def _cell_size(block: HeatMap, width: int, start: float, pen: Pen) -> float:
    """The largest size at which every code and amount stand side by side."""
    size = pen.brand.type
    cells = [cell for row in block.rows for cell in row.cells]
    steps = size.steps(start, size.small)
    for step in steps:
        codes = pen.widest([cell.code for cell in cells], step, is_bold=True)
        amounts = pen.widest([*(cell.amount for cell in cells), *block.column_totals], step, is_bold=True)
        if codes + amounts + px(6) <= width - 2 * cell_padding(width):
            return step
    return steps[-1]


def _small(size: float, pen: Pen) -> float:
    scale = pen.brand.type
    return scale.table if size >= scale.label else scale.small


def cell_padding(width: int) -> int:
    """The padding in EMU at the sides of a cell of this width."""
    return px(14) if width >= px(120) else px(6)
