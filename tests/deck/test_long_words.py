"""Words wider than their line are broken where they were measured; every other text stays as it is."""

from __future__ import annotations

import pytest

from generator.brand import EMU_PER_PT, Box, Colour, load
from generator.charts.canvas import Drawing, Paragraph, Run, Shape, TextBody
from generator.charts.drawingml.pieces import words
from generator.charts.drawingml.text import paragraphs, right_to_left
from generator.deck.arrange.long_words import broken, with_breaks

BRAND = load()
INK = Colour("1C2530")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("xx x", "xx x"),
        ("xxxxxxx", "xxx\nxxx\nx"),
        ("x xxxxx x", "x xxx\nxx x"),
        ("xx-xxxx", "xx-xxx\nx"),
        ("", ""),
    ],
)
def test_a_long_word_is_broken_at_the_end_of_its_lines(text: str, told: str) -> None:
    # at 1000 pt an x is 433 wide, so three go on a line of 1300
    assert broken(text, 1300, BRAND.metrics, size_pt=1000, is_bold=False) == told


def test_the_runs_of_a_paragraph_share_its_lines() -> None:
    runs = (Run("xx", 10, INK), Run("xxx yy", 10, INK))
    box = Box(0, 0, round(13.3 * EMU_PER_PT), EMU_PER_PT * 40)
    drawing = Drawing("key", box, (Shape("key/text", box, text=TextBody((Paragraph(runs),))),), alt="")
    told = with_breaks(drawing, BRAND)
    assert isinstance(told, Drawing)
    (shape,) = told.marks
    assert isinstance(shape, Shape)
    assert shape.text is not None
    assert [run.text for run in shape.text.paragraphs[0].runs] == ["xx", "x\nxx yy"]


def test_a_broken_line_keeps_its_size() -> None:
    body = TextBody((Paragraph((Run("un\ndeux", 11, INK),)),))
    assert '<a:br><a:rPr lang="fr-FR" sz="1100"' in paragraphs(body, "fr-FR")


@pytest.mark.parametrize(
    ("text", "turned"),
    [("שלום 12", True), ("شركة Nordane", False), ("CT-01 : 12 %", False), ("", False), ("12", False)],
)
def test_a_paragraph_reads_from_the_side_of_most_of_its_letters(text: str, *, turned: bool) -> None:
    assert (right_to_left(text) == ' rtl="1"') is turned


def test_no_line_ends_between_a_sign_and_its_currency() -> None:
    assert words("+€94k, −€5k, +94 k€") == "+\u2060€94k, −\u2060€5k, +94 k€"
