"""The account manager's own comment, which stands between the headline and what proves it."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing, Run
from generator.charts.fitting import FittedText, fit_text
from generator.charts.typeset import paragraph, text_box

_GAP = 14 * EMU_PER_PX
_TALLEST = 72 * EMU_PER_PX


def room_under(comment: str, brand: Brand) -> Brand:
    """The brand with the body that a comment leaves; the same without one."""
    if not comment:
        return brand
    taken, grid = _fitted(comment, brand).height_emu + _GAP, brand.grid
    body, main, side = (_without(box, taken) for box in (grid.body, grid.main, grid.side))
    return replace(brand, grid=replace(grid, body=body, main=main, side=side))


def comment_over(slide: str, comment: str, brand: Brand) -> tuple[Drawing, ...]:
    """The comment at the top of the body; nothing without one."""
    if not comment:
        return ()
    said = _fitted(comment, brand)
    box = brand.grid.body.band(0, said.height_emu)
    run = Run(said.text, said.size_pt, brand.palette["ink"])
    shape = text_box(f"{slide}/comment/text", box, paragraph(run, leading_pt=said.leading_pt))
    return (Drawing(f"{slide}/comment", box, (shape,), alt=comment),)


def _fitted(comment: str, brand: Brand) -> FittedText:
    return fit_text(
        brand.metrics,
        comment,
        width_emu=brand.grid.body.width_emu,
        sizes_pt=brand.type.steps(brand.type.body, brand.type.table),
        height_emu=_TALLEST,
        may_shorten=True,
    )


def _without(box: Box, top_emu: int) -> Box:
    return Box(box.left_emu, box.top_emu + top_emu, box.width_emu, box.height_emu - top_emu)
