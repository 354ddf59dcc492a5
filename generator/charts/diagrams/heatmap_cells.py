"""A cell of the heat map: code at left, amount at right, holder below, on the colour of its step."""

from __future__ import annotations

from generator.brand import Box, Colour
from generator.charts.canvas import Anchor, Mark, Shape
from generator.charts.diagrams.heatmap_columns import HeatColumns, cell_padding
from generator.charts.diagrams.pen import Pen, px
from generator.charts.fitting import fit_text
from generator.story.blocks.grid import HeatCell
from generator.story.blocks.table import Align


def cell_marks(key: str, cell: HeatCell, place: Box, frame: HeatColumns, pen: Pen) -> list[Mark]:
    """A cell with its code, amount and note; what is not printed whole goes to its alternative text."""
    fill, ink = cell_colours(cell.level, pen)
    pad = cell_padding(place.width_emu)
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


def cell_colours(level: int, pen: Pen) -> tuple[Colour | None, Colour]:
    """The fill of a level (None: an outline only) and the ink that reads on it."""
    if level < 0:
        return None, pen.colour("muted")
    if level == 0:
        return pen.colour("card"), pen.colour("muted")
    fill = _step(level, pen)
    return fill, pen.brand.palette.text_on(fill)


def _step(level: int, pen: Pen) -> Colour:
    """The colour of a step: the two lowest of the brand's order, then its strongest."""
    steps = pen.brand.palette.heat_colours
    return steps[-1] if level >= 3 else steps[min(level, len(steps)) - 1]
