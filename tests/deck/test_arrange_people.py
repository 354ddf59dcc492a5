"""People on slides: the grid beside a chart that stands whole, else each on its own; each part tells its own people."""

from __future__ import annotations

import pytest

from generator.brand import Brand, load
from generator.charts.canvas import Drawing, Shape
from generator.deck.arrange import arrange
from generator.deck.arrange.frame import tracker
from generator.deck.slides import Slide
from generator.locales import Language
from generator.story.story import Story
from tests.deck.example_deck import plan_of
from tests.deck.example_deck import story_of as example_of
from tests.stress.conftest import story_of


@pytest.fixture(scope="module", name="brand")
def brand_fixture() -> Brand:
    return load()


def people(story: Story, brand: Brand) -> list[Slide]:
    return [slide for slide in arrange(story, brand).slides if slide.key.split("#")[0] == "people"]


def chart(slide: Slide) -> Drawing | None:
    found = (one for one in slide.elements if isinstance(one, Drawing) and one.key.startswith("people/chart"))
    return next(found, None)


def test_a_few_people_stand_beside_their_grid(brand: Brand) -> None:
    (slide,) = people(story_of("ones", Language.FR), brand)
    assert chart(slide) is not None
    assert [one.key for one in slide.elements if one.key == "people/grid"] == ["people/grid"]


def test_the_example_has_its_people_on_one_slide_and_the_grid_on_the_next(brand: Brand) -> None:
    first, second = people(example_of(plan_of(Language.FR), Language.FR), brand)
    drawn = chart(first)
    assert drawn is not None
    assert drawn.alt.count("Olivier Brun") == 1
    assert chart(second) is None
    assert second.headline.startswith("Deux personnes d’influence 4 ou plus")


def test_each_slide_of_sixty_people_tells_those_who_stand_on_it(brand: Brand) -> None:
    *charts, grid = people(story_of("people", Language.FR), brand)
    assert len(charts) > 1
    assert chart(grid) is None
    for slide in charts:
        drawn = chart(slide)
        assert drawn is not None
        told = {one.split(",")[0] for one in drawn.alt.split(" · ")}
        keys = {mark.key for mark in drawn.marks}
        boxes = [one for one in drawn.marks if isinstance(one, Shape) and f"{one.key}/role" in keys]
        shown = {one.text.paragraphs[0].runs[0].text for one in boxes if one.text}
        assert told == shown


@pytest.mark.parametrize("language", Language, ids=str)
def test_every_stage_is_written_whole_at_nine_points(language: Language, brand: Brand) -> None:
    story = example_of(plan_of(language), language)
    words = {text for _, text in story.stages}
    for section in story.slides:
        drawn = tracker(section, story, brand, slide=section.key)
        bodies = [mark.text for mark in drawn.marks if isinstance(mark, Shape) and mark.text]
        runs = [run for body in bodies for run in body.paragraphs[0].runs]
        assert {run.text for run in runs} <= words
        assert {run.size_pt for run in runs} == {9}
