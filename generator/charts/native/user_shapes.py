"""The shapes that lie inside a chart: words and rules that move and grow with it, placed in shares of its frame."""

from __future__ import annotations

from typing import assert_never

from generator.brand import Box
from generator.charts.canvas import Connector, Line, Mark, Shape
from generator.charts.drawingml.pieces import FORMS, A, C, attribute, fill, outline, transform
from generator.charts.drawingml.text import body_properties, paragraphs

_CDR = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
# Without a font of its own a text inside a chart takes none of the theme in some readers.
_FONT = '<a:lstStyle><a:lvl1pPr><a:defRPr><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>'


def user_shapes(marks: tuple[Mark, ...], frame: Box, language: str) -> bytes:
    """The whole part of shapes; ``frame`` is the chart's, in the coordinates of the marks."""
    inside = "".join(_anchored(mark, number, frame, language) for number, mark in enumerate(marks, start=2))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:userShapes xmlns:c="{C}" xmlns:a="{A}" xmlns:cdr="{_CDR}">{inside}</c:userShapes>'
    ).encode()


def _anchored(mark: Mark, number: int, frame: Box, language: str) -> str:
    match mark:
        case Shape():
            box = _inside(mark.box, frame)
            shown = _shape(mark, box, number, language)
        case Line():
            box = _inside(_box(mark), frame)
            shown = _line(mark, box, number)
        case Connector():
            raise TypeError("a chart holds no connector")
        case _:
            assert_never(mark)
    start = _corner("from", box.left_emu / frame.width_emu, box.top_emu / frame.height_emu)
    end = _corner("to", box.right_emu / frame.width_emu, box.bottom_emu / frame.height_emu)
    return f"<cdr:relSizeAnchor>{start}{end}{shown}</cdr:relSizeAnchor>"


def _inside(box: Box, frame: Box) -> Box:
    return Box(box.left_emu - frame.left_emu, box.top_emu - frame.top_emu, box.width_emu, box.height_emu)


def _corner(tag: str, x: float, y: float) -> str:
    return f"<cdr:{tag}><cdr:x>{_share(x)}</cdr:x><cdr:y>{_share(y)}</cdr:y></cdr:{tag}>"


def _share(value: float) -> str:
    return f"{min(max(value, 0.0), 1.0):.5f}"


def _shape(shape: Shape, box: Box, number: int, language: str) -> str:
    kind = ' txBox="1"' if shape.fill is None and shape.outline is None else ""
    look = f"{fill(shape.fill)}{outline(shape.outline, shape.outline_pt)}"
    text = ""
    if shape.text is not None:
        told = paragraphs(shape.text, language)
        text = f"<cdr:txBody>{body_properties(shape.text)}{_FONT}{told}</cdr:txBody>"
    return (
        f'<cdr:sp macro="" textlink=""><cdr:nvSpPr>{_named(shape.key, number)}<cdr:cNvSpPr{kind}/></cdr:nvSpPr>'
        f'<cdr:spPr>{transform(box)}<a:prstGeom prst="{FORMS[shape.form]}"><a:avLst/></a:prstGeom>{look}</cdr:spPr>'
        f"{text}</cdr:sp>"
    )


def _line(line: Line, box: Box, number: int) -> str:
    look = outline(line.colour, line.width_pt, dash="dash" * line.is_dashed)
    geometry = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    return (
        f'<cdr:cxnSp macro=""><cdr:nvCxnSpPr>{_named(line.key, number)}<cdr:cNvCxnSpPr/></cdr:nvCxnSpPr>'
        f"<cdr:spPr>{transform(box)}{geometry}{look}</cdr:spPr></cdr:cxnSp>"
    )


def _box(line: Line) -> Box:
    """The box of a level or an upright line."""
    left, top = min(line.x1_emu, line.x2_emu), min(line.y1_emu, line.y2_emu)
    return Box(left, top, abs(line.x2_emu - line.x1_emu), abs(line.y2_emu - line.y1_emu))


def _named(key: str, number: int) -> str:
    return f'<cdr:cNvPr id="{number}" name={attribute(key)}/>'
