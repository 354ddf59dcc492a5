"""The whitespace heat map: what we hold is grey, what can be won is darker with its amount."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.canvas import Anchor, Drawing, Mark, Shape
from generator.charts.diagrams.heatmap_cells import cell_colours, cell_marks
from generator.charts.diagrams.heatmap_columns import CELL_GAP, FOOT, HEAD, HeatColumns, heat_columns
from generator.charts.diagrams.heatmap_totals import total_colour, total_marks
from generator.charts.diagrams.legend import LegendItem, legend_height, legend_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import paginate, spread, tops
from generator.ooxml.identity import continued
from generator.story.blocks.grid import HeatMap, HeatRow
from generator.story.blocks.table import Align

_TALLEST, _LOWEST, _LOWEST_NOTED = px(66), px(30), px(42)


def arrange_heat_map(block: HeatMap, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Rows × columns with totals at right and below; rows, then columns, go on over the next drawings."""
    if not block.rows or not block.columns:
        return ()
    items = _legend(block, pen)
    text_pt = pen.scale(box).detail[0]
    legend = legend_height(pen, items, box.width_emu, text_pt)
    foot = FOOT if block.column_totals or block.grand_total else px(6)
    room = box.height_emu - HEAD - px(11) - foot - legend
    low = _LOWEST_NOTED if any(cell.note for row in block.rows for cell in row.cells) else _LOWEST
    pages: list[list[Mark]] = []
    for frame in heat_columns(block, box, pen):
        for page in paginate([low] * len(block.rows), room, CELL_GAP):
            key = continued(block.key, len(pages) + 1)
            tall = spread([low] * len(page), room, _TALLEST, CELL_GAP)
            is_last = page.stop == len(block.rows)
            marks = [*_header(key, frame, box, pen), *_rows(frame, [block.rows[at] for at in page], tall, pen)]
            bottom = HEAD + px(6) + sum(tall) + CELL_GAP * (len(tall) - 1) + px(5)
            if is_last:
                marks.extend(total_marks(key, frame, box, bottom, pen))
            place = box.band(bottom + (foot if is_last else px(4)), legend)
            pages.append([*marks, *legend_marks(pen, f"{key}/legend", items, place, text_pt)])
    return drawings(block.key, box, block.alt, pages)


def _header(key: str, frame: HeatColumns, box: Box, pen: Pen) -> list[Mark]:
    scale = pen.brand.type
    marks: list[Mark] = []
    unit = pen.fit(
        frame.block.unit, frame.names.width_emu, (scale.table, scale.small), height_emu=HEAD - px(4), may_shorten=True
    )
    marks.append(pen.write(f"{key}/unit", frame.names.band(0, HEAD), (unit, "accent6"), anchor=Anchor.MIDDLE))
    for column, cell in zip(frame.columns, frame.cells, strict=True):
        name = pen.fit(
            frame.block.columns[column],
            cell.width_emu - px(2),
            scale.steps(scale.label, scale.small),
            is_bold=True,
            height_emu=HEAD - px(2),
            may_shorten=True,
            leading=1.1,
        )
        marks.append(
            pen.write(
                f"{key}/column/{frame.block.columns[column]}",
                cell.band(0, HEAD),
                (name, "dk2"),
                align=Align.CENTRE,
                anchor=Anchor.MIDDLE,
            )
        )
    total = pen.fit(
        frame.block.total_title,
        frame.total.width_emu,
        scale.steps(scale.label, scale.small),
        is_bold=True,
        height_emu=HEAD - px(2),
        may_shorten=True,
        leading=1.1,
    )
    marks.append(
        pen.write(
            f"{key}/total", frame.total.band(0, HEAD), (total, "accent1"), align=Align.RIGHT, anchor=Anchor.MIDDLE
        )
    )
    return [*marks, pen.rule(f"{key}/rule", box.left_emu, box.right_emu, box.top_emu + HEAD, "dk2")]


def _rows(frame: HeatColumns, rows: list[HeatRow], tall: tuple[int, ...], pen: Pen) -> list[Mark]:
    marks: list[Mark] = []
    scale = pen.brand.type
    for row, top, height in zip(rows, tops(tall, HEAD + px(6), CELL_GAP), tall, strict=True):
        key = key_of(frame.block.key, row.key)
        own = key if frame.columns.start == 0 else f"{key}/from/{frame.block.columns[frame.columns.start]}"
        name = pen.fit(
            row.name,
            frame.names.width_emu,
            scale.steps(frame.name_size, scale.small),
            is_bold=True,
            height_emu=height,
            may_shorten=True,
            leading=1.15,
        )
        marks.append(pen.write(f"{own}/name", frame.names.band(top, height), (name, "dk2"), anchor=Anchor.MIDDLE))
        for column, cell in zip(frame.columns, frame.cells, strict=True):
            if column < len(row.cells):
                cell_key = f"{key}/cell/{frame.block.columns[column]}"
                marks.extend(cell_marks(cell_key, row.cells[column], cell.band(top, height), frame, pen))
        total = pen.fit(
            row.total, frame.total.width_emu, scale.steps(frame.size, scale.small), is_bold=True, max_lines=1
        )
        share = pen.fit(row.share, frame.total.width_emu, (scale.table, scale.small), max_lines=1, leading=1.15)
        marks.append(
            pen.write(
                f"{own}/total",
                frame.total.band(top, height),
                (total, total_colour(row.total)),
                (share, "accent6"),
                align=Align.RIGHT,
                anchor=Anchor.MIDDLE,
            )
        )
    return marks


def _legend(block: HeatMap, pen: Pen) -> list[LegendItem]:
    used = {cell.level for row in block.rows for cell in row.cells}
    items = [_swatch(level, words, pen) for level, words in block.legend if level in used]
    return [*items, LegendItem("codes", block.codes)] if block.codes else items


def _swatch(level: int, words: str, pen: Pen) -> LegendItem:
    def symbol(key: str, place: Box) -> list[Mark]:
        box = Box(place.left_emu, place.top_emu + (place.height_emu - px(14)) // 2, px(22), px(14))
        fill, _ = cell_colours(level, pen)
        return [
            pen.frame(key, box, "rule")
            if fill is None
            else Shape(key, box, fill=fill, outline=pen.colour("rule") if level == 0 else None)
        ]

    return LegendItem(f"level-{level}", words, px(22), symbol)
