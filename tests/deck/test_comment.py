"""The account manager's comment stands between the headline and the exhibit, and takes room from nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.brand import Brand, load
from generator.charts.canvas import Drawing, Shape
from generator.deck.arrange import arrange
from tests.deck.samples import a_section, a_story, blocks

COMMENT = "Valmonde a demandé que la migration de Roanne passe en premier."


@pytest.fixture(scope="module")
def brand() -> Brand:
    return load()


def test_a_comment_stands_over_what_it_comments(brand: Brand) -> None:
    section = replace(a_section("kpis", blocks.kpi_cards()), comment=COMMENT)
    (slide,) = arrange(a_story(section), brand).slides[1:]
    (said,) = [one for one in slide.elements if one.key == "kpis/comment"]
    assert isinstance(said, Drawing)
    (shape,) = said.marks
    assert isinstance(shape, Shape)
    assert shape.text is not None
    assert [run.text for line in shape.text.paragraphs for run in line.runs] == [COMMENT]
    assert said.box.top_emu == brand.grid.body.top_emu
    others = [one for one in slide.elements if one.key.startswith("kpis/KPI") or one.key.startswith("kpis/cards")]
    assert others
    assert all(one.box.top_emu >= said.box.bottom_emu for one in others)
    assert all(one.box.bottom_emu <= brand.grid.body.bottom_emu for one in others)


def test_without_a_comment_nothing_moves(brand: Brand) -> None:
    (slide,) = arrange(a_story(a_section("kpis", blocks.kpi_cards())), brand).slides[1:]
    assert not [one for one in slide.elements if one.key.endswith("/comment")]
