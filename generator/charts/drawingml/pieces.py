"""Small pieces of DrawingML as text: escaped words, colours, places; parsed once a slide, hence fast."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from generator.brand import Box, Colour, Tint
from generator.brand.palette import SHEET_NAMES
from generator.charts.canvas import Form
from generator.ooxml.text import clean

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"

FORMS = {
    Form.RECTANGLE: "rect",
    Form.ELLIPSE: "ellipse",
    Form.TRIANGLE: "triangle",
    Form.TRIANGLE_DOWN: "flowChartMerge",
    Form.DIAMOND: "diamond",
    Form.HEXAGON: "hexagon",
    Form.OCTAGON: "octagon",
    Form.TRAPEZOID_DOWN: "flowChartManualOperation",
}
_JOINER = "\u2060"
_SIGNED = re.compile("([+\u2212])(?=[€$£])")


def words(text: str) -> str:
    """Text between tags, where no line ends between a sign and the currency it stands before."""
    return escape(_SIGNED.sub(f"\\1{_JOINER}", clean(text)))


def attribute(text: str) -> str:
    """Text as an attribute's value, quotes included."""
    return quoteattr(clean(text))


def colour(value: Colour) -> str:
    """A theme colour with what is done to it, or a literal one (status)."""
    return f'<a:srgbClr val="{value.hex}"/>' if value.tint is None else _scheme(value.tint)


def fill(value: Colour | None) -> str:
    """A solid fill, or none."""
    return "<a:noFill/>" if value is None else f"<a:solidFill>{colour(value)}</a:solidFill>"


def outline(value: Colour | None, width_pt: float = 0.75, *, dash: str = "", tag: str = "ln", extra: str = "") -> str:
    """A line's look."""
    if value is None:
        return f"<a:{tag}><a:noFill/></a:{tag}>"
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:{tag} w="{round(width_pt * 12_700)}"{extra}>{fill(value)}{dashed}</a:{tag}>'


def transform(box: Box, *, tag: str = "a:xfrm", attributes: str = "", child: bool = False) -> str:
    """A place; a group's also says that its children keep the slide's coordinates."""
    at = f'x="{box.left_emu}" y="{box.top_emu}"'
    size = f'cx="{max(box.width_emu, 0)}" cy="{max(box.height_emu, 0)}"'
    inside = f"<a:chOff {at}/><a:chExt {size}/>" if child else ""
    return f"<{tag}{attributes}><a:off {at}/><a:ext {size}/>{inside}</{tag}>"


def _scheme(tint: Tint) -> str:
    name = SHEET_NAMES.get(tint.slot, tint.slot)
    inside = "".join(f'<a:{modifier} val="{value}"/>' for modifier, value in tint.modifiers)
    return f'<a:schemeClr val="{name}">{inside}</a:schemeClr>' if inside else f'<a:schemeClr val="{name}"/>'
