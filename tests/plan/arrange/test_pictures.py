"""A picture takes no more of a page than it needs, and does not say again what its caption says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.brand import Brand, load
from generator.charts.canvas import Drawing, Shape
from generator.charts.diagrams import preferred_height_emu
from generator.plan.arrange.blocks import block_parts
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Paragraph, Picture
from generator.story.blocks import Block
from generator.story.blocks.bar_table import BarRow, BarTable, PlotColumn, Stretch, WordColumn, Words
from tests.plan.samples import heat_map, revenue_chart, story

BRAND: Brand = load()
TITLE = "Tickets ouverts, en un an"


def pictures(block: Block) -> list[Drawing]:
    parts = block_parts(block, Context(BRAND, story()))
    lines = [one for part in parts if isinstance(part, Paragraph) for one in part.content]
    return [one.drawing for one in lines if isinstance(one, Picture) and isinstance(one.drawing, Drawing)]


def said(drawing: Drawing) -> list[str]:
    bodies = [mark.text for mark in drawing.marks if isinstance(mark, Shape) and mark.text is not None]
    return ["".join(run.text for run in line.runs) for body in bodies for line in body.paragraphs]


def bars(caption: str) -> BarTable:
    rows = tuple(BarRow(key=f"t/{at}", cells=(Words("Nom"), Stretch(Decimal(0), Decimal(9)))) for at in range(4))
    columns = (WordColumn(is_name=True), PlotColumn(""))
    return BarTable(key="t", title=TITLE, columns=columns, rows=rows, alt="", caption=caption)


def test_a_title_that_the_caption_says_is_not_drawn() -> None:
    assert TITLE in said(pictures(bars("Ce qui a crû."))[0])
    assert TITLE not in said(pictures(bars(f"{TITLE}."))[0])


def test_neither_is_that_of_a_chart() -> None:
    chart = replace(revenue_chart(), line=None, line_title="")
    assert chart.title in said(pictures(chart)[0])
    assert chart.title not in said(pictures(replace(chart, caption=f"{chart.title}."))[0])


def test_a_picture_whose_rows_spread_stands_closer_and_is_not_continued_for_it() -> None:
    at_ease = preferred_height_emu(heat_map(), Context(BRAND, story()).width_emu, BRAND)
    (drawing,) = pictures(heat_map())
    assert drawing.box.height_emu < at_ease
