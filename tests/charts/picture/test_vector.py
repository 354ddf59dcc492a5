"""The same drawings as SVG: well formed, in place, their letters drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from generator.brand import EMU_PER_INCH, Box, load
from generator.charts.canvas import Drawing, Form, Line, Paragraph, Run, Shape, TextBody
from generator.charts.picture import vector

BRAND = load()
INK = BRAND.palette["ink"]
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def box(left: float, top: float, width: float, height: float) -> Box:
    """In inches."""
    return Box(*(round(value * EMU_PER_INCH) for value in (left, top, width, height)))


def drawing_of(*marks: Shape | Line) -> Drawing:
    return Drawing("d", box(1, 1, 2, 1), marks, "alt")


def drawn(*marks: Shape | Line) -> etree._Element:
    return etree.fromstring(vector(drawing_of(*marks), BRAND))


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


def texted(text: str, *, is_bold: bool = False) -> Shape:
    run = Run(text, 12, INK, is_bold=is_bold)
    return Shape("t", box(1, 1, 2, 1), text=TextBody((Paragraph((run,)),)))


def test_letters_are_outlines_told_once_and_used_where_they_stand() -> None:
    """At 12 points a unit of an outline is 0.012 points; « B » follows « A » by the advance of the font."""
    root = drawn(texted("ABBA"))
    assert [one.get("id") for one in root.iterfind(f"{SVG}defs/{SVG}path")] == ["r41", "r42"]
    word = root.find(f"{SVG}g")
    assert word is not None
    uses = word.findall(f"{SVG}use")
    assert [use.get(f"{XLINK}href") for use in uses] == ["#r41", "#r42", "#r42", "#r41"]
    advance = BRAND.metrics.width_pt("A", 12) / 0.012
    assert [float(str(use.get("x"))) for use in uses[:2]] == pytest.approx([0, advance], abs=1)
    assert str(word.get("transform")).endswith("scale(0.012 -0.012)")


def test_words_are_told_to_who_cannot_see_them() -> None:
    word = drawn(texted("R&D < 4 $x$", is_bold=True)).find(f"{SVG}g")
    assert word is not None
    assert word.get("aria-label") == "R&D < 4 $x$"
    assert word.findall(f"{SVG}use")[0].get(f"{XLINK}href") == "#b52"


def test_what_the_font_lacks_is_left_to_the_reader_and_stands_after_what_it_has() -> None:
    root = drawn(texted("DSI 山田"))
    text = root.find(f"{SVG}text")
    assert text is not None
    assert text.text == "山田"
    assert float(str(text.get("x"))) == pytest.approx(BRAND.metrics.width_pt("DSI ", 12), abs=0.01)


def test_dashes_are_kept() -> None:
    line = Line("l", EMU_PER_INCH, EMU_PER_INCH, 3 * EMU_PER_INCH, EMU_PER_INCH, INK, is_dashed=True)
    stroke = drawn(line).find(f"{SVG}polyline")
    assert stroke is not None
    assert stroke.get("points") == "0,0 144,0"
    assert stroke.get("stroke-dasharray")


def test_letters_do_not_fill_the_margin_of_a_measure() -> None:
    """A brand measured with a font that only resembles its own keeps 5 % more room, and draws letters as they are."""
    wide = replace(BRAND, fonts=replace(BRAND.fonts, margin=0.05))
    one, other = (
        [use.get("x") for use in etree.fromstring(vector(drawing_of(texted("Cloud")), brand)).iter(f"{SVG}use")]
        for brand in (BRAND, wide)
    )
    assert one == other
