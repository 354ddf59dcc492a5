"""The same drawings as SVG: well formed, in place, their text still text."""

from __future__ import annotations

from lxml import etree

from generator.brand import EMU_PER_INCH, Box, load
from generator.charts.canvas import Drawing, Form, Line, Paragraph, Run, Shape, TextBody
from generator.charts.picture import vector

BRAND = load()
INK = BRAND.palette["dk1"]
SVG = "{http://www.w3.org/2000/svg}"


def box(left: float, top: float, width: float, height: float) -> Box:
    """In inches."""
    return Box(*(round(value * EMU_PER_INCH) for value in (left, top, width, height)))


def drawn(*marks: Shape | Line) -> etree._Element:
    return etree.fromstring(vector(Drawing("d", box(1, 1, 2, 1), marks, "alt"), BRAND))


def test_the_picture_has_the_size_of_its_drawing_in_points() -> None:
    root = drawn()
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("144pt", "72pt", "0 0 144 72")


def test_marks_are_placed_from_the_corner_of_the_drawing() -> None:
    root = drawn(Shape("s", box(1.5, 1.25, 1, 0.5), fill=INK), Shape("e", box(1, 1, 1, 1), Form.ELLIPSE, fill=INK))
    polygon, ellipse = root.find(f"{SVG}polygon"), root.find(f"{SVG}ellipse")
    assert polygon is not None
    assert polygon.get("points") == "36,18 108,18 108,54 36,54"
    assert ellipse is not None
    assert [ellipse.get(name) for name in ("cx", "cy", "rx", "ry")] == ["36", "36", "36", "36"]


def test_text_stays_text_escaped_and_readable() -> None:
    run = Run("R&D < 4 $x$", 12, INK, is_bold=True)
    root = drawn(Shape("t", box(1, 1, 2, 1), text=TextBody((Paragraph((run,)),))))
    text = root.find(f"{SVG}text")
    assert text is not None
    assert text.text == "R&D < 4 $x$"
    assert (text.get("font-weight"), text.get("font-size")) == ("bold", "12")


def test_dashes_are_kept() -> None:
    line = Line("l", EMU_PER_INCH, EMU_PER_INCH, 3 * EMU_PER_INCH, EMU_PER_INCH, INK, is_dashed=True)
    stroke = drawn(line).find(f"{SVG}polyline")
    assert stroke is not None
    assert stroke.get("points") == "0,0 144,0"
    assert stroke.get("stroke-dasharray")
