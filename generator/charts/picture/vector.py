"""Drawings as SVG: the same marks at the same places, sharp at any size, letters as the brand's font draws them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import assert_never
from xml.sax.saxutils import quoteattr

from generator.brand import EMU_PER_PT, Box, Brand, FontMetrics, Fonts
from generator.brand.palette import Colour
from generator.charts.canvas import Connector, Drawing, Line, Shape
from generator.charts.picture.outlines import Point, corners, way
from generator.charts.picture.setting import font_ascent, set_text
from generator.charts.picture.svg_letters import Letters

_DASHES = "4.5 3"
_THICK_PT = 2.0


def vector(drawing: Drawing, brand: Brand) -> bytes:
    """The drawing as an SVG of its own size, measured in points; told once in a process."""
    return _told(drawing, brand.palette["ground"], brand.fonts, brand.metrics)


@lru_cache(maxsize=128)
def _told(drawing: Drawing, ground: Colour, fonts: Fonts, metrics: FontMetrics) -> bytes:
    box, letters = drawing.box, Letters(fonts, metrics)
    boxes = {mark.key: mark.box for mark in drawing.marks if isinstance(mark, Shape)}
    inside = "".join(element for mark in drawing.marks for element in _mark(mark, box, boxes, letters))
    width, height = _number(box.width_pt), _number(box.height_pt)
    behind = f'<rect width="{width}" height="{height}" fill="{ground.css}"/>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
        f" font-family={quoteattr(f'{fonts.minor}, {fonts.family}, sans-serif')}>"
        f"{letters.defined()}{behind}{inside}</svg>"
    ).encode()


def _mark(mark: Shape | Line | Connector, frame: Box, boxes: Mapping[str, Box], letters: Letters) -> Iterator[str]:
    match mark:
        case Shape():
            if mark.fill is not None or mark.outline is not None:
                yield _outline(mark, frame)
            for piece in set_text(mark, letters.metrics, font_ascent(letters.fonts.regular)):
                yield from letters.set(piece, frame)
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


def _points(points: tuple[Point, ...], frame: Box) -> str:
    return " ".join(",".join(_place(point, frame)) for point in points)


def _place(point: Point, frame: Box) -> tuple[str, str]:
    x, y = (point[0] - frame.left_emu) / EMU_PER_PT, (point[1] - frame.top_emu) / EMU_PER_PT
    return _number(x), _number(y)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
