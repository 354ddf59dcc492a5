"""The last line of a heat map: totals by column and the grand total."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Anchor, Mark
from generator.charts.diagrams.heatmap_columns import HeatColumns, cell_padding
from generator.charts.diagrams.pen import Pen, px
from generator.story.blocks.table import Align


def total_colour(total: str) -> str:
    """The accent for a figure, that of secondary text for a dash."""
    return "accent1" if any(one.isdigit() for one in total) else "accent6"


def total_marks(key: str, frame: HeatColumns, box: Box, top: int, pen: Pen) -> list[Mark]:
    """The totals under the columns, ``top`` EMU below the top of the box."""
    block, scale = frame.block, pen.brand.type
    if not (block.column_totals or block.grand_total):
        return []
    sizes = scale.steps(frame.size, scale.small)
    height = px(32)
    marks: list[Mark] = [pen.rule(f"{key}/totals/rule", box.left_emu, box.right_emu, box.top_emu + top, "dk2")]
    title = pen.fit(
        block.total_title,
        frame.names.width_emu,
        scale.steps(scale.label, scale.small),
        is_bold=True,
        height_emu=height,
        may_shorten=True,
        leading=1.1,
    )
    marks.append(
        pen.write(
            f"{key}/totals/title", frame.names.band(top + px(4), height), (title, "accent1"), anchor=Anchor.MIDDLE
        )
    )
    for column, cell in zip(frame.columns, frame.cells, strict=True):
        if column < len(block.column_totals):
            text = pen.fit(
                block.column_totals[column],
                cell.width_emu - cell_padding(cell.width_emu),
                sizes,
                is_bold=True,
                max_lines=1,
            )
            place = cell.band(top + px(4), height)
            marks.append(
                pen.write(
                    f"{key}/totals/column/{block.columns[column]}",
                    Box(place.left_emu, place.top_emu, place.width_emu - cell_padding(cell.width_emu), height),
                    (text, total_colour(text.text)),
                    align=Align.RIGHT,
                    anchor=Anchor.MIDDLE,
                )
            )
    grand = pen.fit(block.grand_total, frame.total.width_emu, sizes, is_bold=True, max_lines=1)
    return [
        *marks,
        pen.write(
            f"{key}/totals/grand",
            frame.total.band(top + px(4), height),
            (grand, "accent1"),
            align=Align.RIGHT,
            anchor=Anchor.MIDDLE,
        ),
    ]
