"""The whitespace heat map: what we hold is grey, what can be won is darker with its amount."""

from __future__ import annotations

from dataclasses import dataclass

from generator.brand import Box, Colour
from generator.charts.canvas import Anchor, Drawing, Mark, Shape
from generator.charts.diagrams.legend import LegendItem, legend_height, legend_marks
from generator.charts.diagrams.pages import drawings, part_key
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import paginate, spread, tops
from generator.charts.fitting import fit_text
from generator.story.blocks.grid import HeatCell, HeatMap, HeatRow
from generator.story.blocks.table import Align

_HEAD, _FOOT = px(40), px(40)
_TALLEST, _LOWEST, _LOWEST_NOTED = px(66), px(30), px(42)
_GAP = px(5)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Columns shown on a drawing and the places across it."""

    block: HeatMap
    columns: range
    names: Box
    cells: tuple[Box, ...]
    total: Box
    size: float
    small: float
    name_size: float


def arrange_heat_map(block: HeatMap, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Rows × columns with totals at right and below; rows, then columns, go on over the next drawings."""
    if not block.rows or not block.columns:
        return ()
    items = _legend(block, pen)
    text_pt = pen.scale(box).detail[0]
    legend = legend_height(pen, items, box.width_emu, text_pt)
    foot = _FOOT if block.column_totals or block.grand_total else px(6)
    room = box.height_emu - _HEAD - px(11) - foot - legend
    low = _LOWEST_NOTED if any(cell.note for row in block.rows for cell in row.cells) else _LOWEST
    pages: list[list[Mark]] = []
    for frame in _frames(block, box, pen):
        for page in paginate([low] * len(block.rows), room, _GAP):
            key = part_key(block.key, len(pages) + 1)
            tall = spread([low] * len(page), room, _TALLEST, _GAP)
            is_last = page.stop == len(block.rows)
            marks = [*_header(key, frame, box, pen), *_rows(frame, [block.rows[at] for at in page], tall, pen)]
            bottom = _HEAD + px(6) + sum(tall) + _GAP * (len(tall) - 1) + px(5)
            if is_last:
                marks.extend(_totals(key, frame, box, bottom, pen))
            place = box.band(bottom + (foot if is_last else px(4)), legend)
            pages.append([*marks, *legend_marks(pen, f"{key}/legend", items, place, text_pt)])
    return drawings(block.key, box, block.alt, pages)


def _frames(block: HeatMap, box: Box, pen: Pen) -> list[_Frame]:
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
    most = max(1, across // (least + _GAP))
    frames: list[_Frame] = []
    for columns in paginate([1] * len(block.columns), most):
        cells = Box(box.left_emu + names, box.top_emu, across, box.height_emu).split(len(columns), _GAP)
        cell_size = _cell_size(block, cells[0].width_emu, size, pen)
        last = Box(box.right_emu - total, box.top_emu, total - px(8), box.height_emu)
        frames.append(
            _Frame(
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
        if codes + amounts + px(6) <= width - 2 * _pad(width):
            return step
    return steps[-1]


def _small(size: float, pen: Pen) -> float:
    scale = pen.brand.type
    return scale.table if size >= scale.label else scale.small


def _pad(width: int) -> int:
    return px(14) if width >= px(120) else px(6)


def _header(key: str, frame: _Frame, box: Box, pen: Pen) -> list[Mark]:
    scale = pen.brand.type
    marks: list[Mark] = []
    unit = pen.fit(
        frame.block.unit, frame.names.width_emu, (scale.table, scale.small), height_emu=_HEAD - px(4), may_shorten=True
    )
    marks.append(pen.write(f"{key}/unit", frame.names.band(0, _HEAD), (unit, "accent6"), anchor=Anchor.MIDDLE))
    for column, cell in zip(frame.columns, frame.cells, strict=True):
        name = pen.fit(
            frame.block.columns[column],
            cell.width_emu - px(2),
            scale.steps(scale.label, scale.small),
            is_bold=True,
            height_emu=_HEAD - px(2),
            may_shorten=True,
            leading=1.1,
        )
        marks.append(
            pen.write(
                f"{key}/column-{column + 1}",
                cell.band(0, _HEAD),
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
        height_emu=_HEAD - px(2),
        may_shorten=True,
        leading=1.1,
    )
    marks.append(
        pen.write(
            f"{key}/total", frame.total.band(0, _HEAD), (total, "accent1"), align=Align.RIGHT, anchor=Anchor.MIDDLE
        )
    )
    return [*marks, pen.rule(f"{key}/rule", box.left_emu, box.right_emu, box.top_emu + _HEAD, "dk2")]


def _rows(frame: _Frame, rows: list[HeatRow], tall: tuple[int, ...], pen: Pen) -> list[Mark]:
    marks: list[Mark] = []
    scale = pen.brand.type
    for row, top, height in zip(rows, tops(tall, _HEAD + px(6), _GAP), tall, strict=True):
        key = key_of(frame.block.key, row.key)
        own = key if frame.columns.start == 0 else f"{key}/from-{frame.columns.start + 1}"
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
        for column, place in zip(frame.columns, frame.cells, strict=True):
            if column < len(row.cells):
                marks.extend(_cell(f"{key}/cell-{column + 1}", row.cells[column], place.band(top, height), frame, pen))
        total = pen.fit(
            row.total, frame.total.width_emu, scale.steps(frame.size, scale.small), is_bold=True, max_lines=1
        )
        marks.append(
            pen.write(
                f"{own}/total",
                frame.total.band(top, height),
                (total, _total_colour(row.total)),
                align=Align.RIGHT,
                anchor=Anchor.MIDDLE,
            )
        )
    return marks


def _total_colour(total: str) -> str:
    return "accent1" if any(one.isdigit() for one in total) else "accent6"


def _cell(key: str, cell: HeatCell, place: Box, frame: _Frame, pen: Pen) -> list[Mark]:
    fill, ink = _colours(cell.level, pen)
    pad = _pad(place.width_emu)
    inner = place.inset(pad, px(4))
    is_won = cell.level > 0
    code_width = pen.width(cell.code, frame.size, is_bold=True)
    figures = Box(
        inner.left_emu + code_width + px(4), inner.top_emu, inner.width_emu - code_width - px(4), inner.height_emu
    )
    amount = pen.fit(
        cell.amount,
        figures.width_emu,
        (frame.size, *pen.brand.type.steps(frame.size, pen.brand.type.small)),
        is_bold=is_won,
        max_lines=1,
        leading=1.15,
    )
    room = inner.height_emu - amount.height_emu
    note = fit_text(
        pen.brand.metrics,
        cell.note,
        width_emu=figures.width_emu,
        sizes_pt=(frame.small, pen.brand.type.small),
        height_emu=room,
        max_lines=2 if not cell.amount else 1,
        may_shorten=True,
        leading=1.15,
    )
    is_free = not cell.amount and cell.level < 0
    shape = pen.frame(key, place, "rule") if fill is None else pen.fill(key, place, fill)
    hidden = note.is_shortened or (cell.note and not note.fits)
    alt = " ".join(filter(None, (cell.code, cell.amount, cell.note))) if hidden else ""
    marks: list[Mark] = [Shape(shape.key, shape.box, fill=shape.fill, outline=shape.outline, alt=alt)]
    if cell.code:
        marks.append(
            pen.line_of(
                f"{key}/code",
                Box(inner.left_emu, inner.top_emu, code_width, inner.height_emu),
                cell.code,
                frame.size,
                ink,
                is_bold=True,
            )
        )
    texts = [(one, ink) for one in (amount, note) if one.text and one.fits]
    if texts:
        written = pen.write(
            f"{key}/amount", figures, *texts, align=Align.LEFT if is_free else Align.RIGHT, anchor=Anchor.MIDDLE
        )
        marks.append(Shape(written.key, written.box, text=written.text))
    return marks


def _colours(level: int, pen: Pen) -> tuple[Colour | None, Colour]:
    if level < 0:
        return None, pen.colour("accent6")
    if level == 0:
        return pen.colour("lt2"), pen.colour("accent6")
    fill = _step(level, pen)
    return fill, pen.brand.palette.text_on(fill)


def _step(level: int, pen: Pen) -> Colour:
    """The colour of a step: the two lowest of the brand's order, then its strongest."""
    steps = pen.brand.palette.heat_colours
    return steps[-1] if level >= 3 else steps[min(level, len(steps)) - 1]


def _totals(key: str, frame: _Frame, box: Box, top: int, pen: Pen) -> list[Mark]:
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
                block.column_totals[column], cell.width_emu - _pad(cell.width_emu), sizes, is_bold=True, max_lines=1
            )
            place = cell.band(top + px(4), height)
            marks.append(
                pen.write(
                    f"{key}/totals/column-{column + 1}",
                    Box(place.left_emu, place.top_emu, place.width_emu - _pad(cell.width_emu), height),
                    (text, _total_colour(text.text)),
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


def _legend(block: HeatMap, pen: Pen) -> list[LegendItem]:
    used = {cell.level for row in block.rows for cell in row.cells}
    items = [_swatch(level, words, pen) for level, words in block.legend if level in used]
    return [*items, LegendItem("codes", block.codes)] if block.codes else items


def _swatch(level: int, words: str, pen: Pen) -> LegendItem:
    def symbol(key: str, place: Box) -> list[Mark]:
        box = Box(place.left_emu, place.top_emu + (place.height_emu - px(14)) // 2, px(22), px(14))
        fill, _ = _colours(level, pen)
        return [
            pen.frame(key, box, "rule")
            if fill is None
            else Shape(key, box, fill=fill, outline=pen.colour("rule") if level == 0 else None)
        ]

    return LegendItem(f"level-{level}", words, px(22), symbol)
