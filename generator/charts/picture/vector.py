"""Drawings as SVG: the same marks at the same places, sharp at any size, its text still text. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from generator.brand import EMU_PER_PT, Box, Brand
from generator.brand.palette import Colour
from generator.charts.canvas import Connector, Drawing, Line, Shape
from generator.charts.picture.outlines import Point, corners, way
from generator.charts.picture.setting import Piece, font_ascent, set_text
from generator.ooxml.text import clean

_DASHES = "4.5 3"
_THICK_PT = 2.0


def vector(drawing: Drawing, brand: Brand) -> bytes:
    """The drawing as an SVG of its own size, measured in points."""
    box = drawing.box
    boxes = {mark.key: mark.box for mark in drawing.marks if isinstance(mark, Shape)}
    inside = "".join(element for mark in drawing.marks for element in _mark(mark, box, boxes, brand))
    width, height = _number(box.width_pt), _number(box.height_pt)
    ground = f'<rect width="{width}" height="{height}" fill="{brand.palette["lt1"].css}"/>'
    family = quoteattr(f"{brand.fonts.minor}, {brand.fonts.family}, sans-serif")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
        f" font-family={family}>{ground}{inside}</svg>"
    ).encode()


def _mark(mark: Shape | Line | Connector, frame: Box, boxes: Mapping[str, Box], brand: Brand) -> Iterator[str]:
    match mark:
        case Shape():
            if mark.fill is not None or mark.outline is not None:
                yield _outline(mark, frame)
            for piece in set_text(mark, brand.metrics, font_ascent(brand.fonts.regular)):
                yield _text(piece, frame)
        case Line():
            ends = ((mark.x1_emu, mark.y1_emu), (mark.x2_emu, mark.y2_emu))
            yield _stroke(ends, frame, mark.colour, mark.width_pt, is_dashed=mark.is_dashed)
        case Connector():
            yield _stroke(way(mark, boxes), frame, mark.colour, mark.width_pt)
        case _:
            assert_never(mark)


def _outline(shape: Shape, frame: Box) -> str:
    fill = "none" if shape.fill is None else shape.fill.css
    line = "" if shape.outline is None else f' stroke="{shape.outline.css}" stroke-width="{_number(shape.outline_pt)}"'
    points = corners(shape.form, shape.box)
    if points is not None:
        return f'<polygon points="{_points(points, frame)}" fill="{fill}"{line}/>'
    box = shape.box
    x, y = _place((box.left_emu + box.width_emu / 2, box.top_emu + box.height_emu / 2), frame)
    radii = f'rx="{_number(box.width_pt / 2)}" ry="{_number(box.height_pt / 2)}"'
    return f'<ellipse cx="{x}" cy="{y}" {radii} fill="{fill}"{line}/>'


def _stroke(points: tuple[Point, ...], frame: Box, colour: Colour, width_pt: float, *, is_dashed: bool = False) -> str:
    dashes = f' stroke-dasharray="{_DASHES}"' if is_dashed else ""
    cap = ' stroke-linecap="round"' if width_pt >= _THICK_PT else ""
    look = f'fill="none" stroke="{colour.css}" stroke-width="{_number(width_pt)}"{dashes}{cap}'
    return f'<polyline points="{_points(points, frame)}" {look}/>'


def _text(piece: Piece, frame: Box) -> str:
    left = _number(piece.left_pt - frame.left_emu / EMU_PER_PT)
    baseline = _number(piece.baseline_pt - frame.top_emu / EMU_PER_PT)
    weight = ' font-weight="bold"' if piece.run.is_bold else ""
    look = f'font-size="{_number(piece.run.size_pt)}" fill="{piece.run.colour.css}"{weight}'
    return f'<text x="{left}" y="{baseline}" {look} xml:space="preserve">{escape(clean(piece.run.text))}</text>'


def _points(points: tuple[Point, ...], frame: Box) -> str:
    return " ".join(",".join(_place(point, frame)) for point in points)


def _place(point: Point, frame: Box) -> tuple[str, str]:
    x, y = (point[0] - frame.left_emu) / EMU_PER_PT, (point[1] - frame.top_emu) / EMU_PER_PT
    return _number(x), _number(y)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
