"""Painted pictures: their size, their sameness, where text breaks."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from generator.brand import EMU_PER_INCH, EMU_PER_PT, Box, load
from generator.charts.canvas import Anchor, Connector, Drawing, Form, Line, Paragraph, Run, Shape, Side, TextBody
from generator.charts.picture import paint
from generator.charts.picture.outlines import way
from generator.charts.picture.setting import set_text
from generator.story.blocks.table import Align

BRAND = load()
INK = BRAND.palette["ink"]


def box(left: float, top: float, width: float, height: float) -> Box:
    """In inches."""
    return Box(*(round(value * EMU_PER_INCH) for value in (left, top, width, height)))


def texted(*runs: Run, width: float = 2.0, align: Align = Align.LEFT, anchor: Anchor = Anchor.TOP) -> Shape:
    return Shape("t", box(0, 0, width, 1), text=TextBody((Paragraph(runs, align),), anchor))


def image(*marks: Shape | Line | Connector) -> Image.Image:
    return Image.open(io.BytesIO(paint(Drawing("d", box(0, 0, 2, 1), marks, "alt"), BRAND))).convert("RGB")


def test_a_picture_has_the_size_of_its_drawing() -> None:
    assert image().size == (440, 220)


def test_the_same_marks_give_the_same_bytes() -> None:
    """Two keys, hence painted twice."""
    one, other = (
        Drawing(key, box(0, 0, 2, 1), (texted(Run("Où ? 12 € $x$", 12, INK)),), "alt") for key in ("one", "other")
    )
    assert paint(one, BRAND) == paint(other, BRAND)


def test_a_picture_that_both_editions_show_is_painted_once() -> None:
    one, other = (Drawing("d", box(0, 0, 2, 1), (texted(Run("Cloud", 12, INK)),), "alt") for _ in range(2))
    assert paint(one, BRAND) is paint(other, load())


def test_what_no_font_at_hand_draws_leaves_a_visible_box() -> None:
    """The place of a sign is never empty, so that a reader sees that something stands there."""
    ink = ImageChops.difference(image(texted(Run("山田", 24, INK))), image()).getbbox() or (0, 0, 0, 0)
    assert ink[2] - ink[0] > 30


def test_what_takes_no_place_leaves_no_mark() -> None:
    """A control character, a zero-width space, a byte-order mark."""
    bare, marked = (image(texted(Run(text, 24, INK))) for text in ("abcd", "a\x01b\u200bc\ufeffd"))
    assert ImageChops.difference(bare, marked).getbbox() is None


def test_a_filled_shape_covers_its_box_and_no_more() -> None:
    painted = image(Shape("s", box(0.5, 0.25, 1, 0.5), fill=INK))
    assert painted.getpixel((220, 110)) == (0x1C, 0x25, 0x30)
    assert painted.getpixel((100, 110)) == (255, 255, 255)
    assert painted.getpixel((220, 40)) == (255, 255, 255)


@pytest.mark.parametrize("width_pt", [0.72, 3.6, 7.2])
def test_a_line_is_as_thick_as_it_says(width_pt: float) -> None:
    """A tenth of an inch, 7.2 points, is 22 dots."""
    line = Line("l", 0, EMU_PER_INCH // 2, 2 * EMU_PER_INCH, EMU_PER_INCH // 2, INK, width_pt)
    painted = image(line)
    dark = [painted.getpixel((220, y)) != (255, 255, 255) for y in range(220)]
    assert sum(dark) == pytest.approx(width_pt / 72 * 220, abs=2)


def test_a_triangle_points_up() -> None:
    painted = image(Shape("s", box(0.5, 0, 1, 1), Form.TRIANGLE, fill=INK))
    assert painted.getpixel((115, 10)) == (255, 255, 255)
    assert painted.getpixel((220, 200)) == (0x1C, 0x25, 0x30)


def test_a_drawing_away_from_the_origin_is_painted_from_its_corner() -> None:
    moved = Drawing("d", box(3, 2, 2, 1), (Shape("s", box(3, 2, 1, 1), fill=INK),), "alt")
    painted = Image.open(io.BytesIO(paint(moved, BRAND))).convert("RGB")
    assert painted.getpixel((100, 100)) == (0x1C, 0x25, 0x30)
    assert painted.getpixel((300, 100)) == (255, 255, 255)


def test_text_breaks_where_the_metrics_say() -> None:
    shape = texted(Run("Moderniser les usines sans arrêt de production", 12, INK), width=1.5)
    lines = [piece.run.text for piece in set_text(shape, BRAND.metrics, 0.95)]
    assert lines == list(BRAND.metrics.wrap("Moderniser les usines sans arrêt de production", 108, 12))


def test_a_line_may_change_its_look_and_still_breaks_between_words() -> None:
    shape = texted(Run("À gagner : ", 12, INK, is_bold=True), Run("Claire Delmas, avant le comité", 12, INK), width=1.2)
    pieces = list(set_text(shape, BRAND.metrics, 0.95))
    assert "".join(piece.run.text for piece in pieces) == "À gagner : Claire Delmas, avant le comité"
    assert len({piece.baseline_pt for piece in pieces}) > 1


def test_right_aligned_text_ends_at_the_edge() -> None:
    piece = next(set_text(texted(Run("1 130", 10, INK), align=Align.RIGHT), BRAND.metrics, 0.95))
    assert abs(piece.left_pt + BRAND.metrics.width_pt("1 130", 10) - 144) < 0.01


def test_connectors_are_straight_when_level_and_bent_on_the_way_otherwise() -> None:
    boxes = {"a": box(0, 0, 1, 1), "b": box(2, 0, 1, 1), "c": box(2, 2, 1, 1)}
    level = Connector("k", "a", Side.RIGHT, "b", Side.LEFT, INK)
    bent = Connector("k", "a", Side.RIGHT, "c", Side.LEFT, INK)
    inch = EMU_PER_INCH
    assert way(level, boxes) == ((inch, inch / 2), (2 * inch, inch / 2))
    assert way(bent, boxes) == (
        (inch, inch / 2),
        (1.5 * inch, inch / 2),
        (1.5 * inch, 2.5 * inch),
        (2 * inch, 2.5 * inch),
    )


def test_a_superscript_is_smaller_and_higher() -> None:
    first, second = set_text(texted(Run("1", 12, INK), Run("er", 12, INK, is_superscript=True)), BRAND.metrics, 0.95)
    assert second.run.size_pt < first.run.size_pt
    assert second.baseline_pt < first.baseline_pt
    assert EMU_PER_PT * second.left_pt > 0
