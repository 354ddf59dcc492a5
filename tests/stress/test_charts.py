"""Whatever the data: nothing leaves a chart of the plan, and none of its words lies on another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from generator.brand import EMU_PER_PX, Box, load
from generator.charts.canvas import Mark, Shape
from generator.charts.plots.arrange import Chart, arrange_chart
from generator.charts.plots.figures import native_figures
from generator.locales import Language
from generator.plan import write_plan
from generator.story.blocks.chart import BarChart, ColumnChart, LineChart
from generator.story.blocks.kpi import KpiCards
from tests.stress.conftest import story_of
from tests.stress.plans import CASES
from tests.validity import complaints

BRAND = load()
WIDTH = BRAND.page.text_width_twips * 635
LANGUAGE = Language.FR
every_case = pytest.mark.parametrize("case", CASES)


@cache
def charts_of(case: str) -> tuple[Chart, ...]:
    """Every chart of the chapters."""
    return tuple(_charts(case))


def _charts(case: str) -> Iterator[Chart]:
    for chapter in story_of(case, LANGUAGE).chapters:
        for section in chapter.sections:
            for block in section.chapter_blocks:
                if isinstance(block, LineChart | ColumnChart | BarChart):
                    yield block
                elif isinstance(block, KpiCards):
                    yield from (card.chart for card in block.cards if card.chart is not None)


def drawn(chart: Chart) -> Iterator[tuple[tuple[Mark, ...], Box]]:
    """The marks of its picture, then those that lie on its native charts, with their frames."""
    picture = arrange_chart(chart, WIDTH, BRAND, language=LANGUAGE)
    yield picture.marks, picture.box
    for figure in native_figures(chart, WIDTH, BRAND, language=LANGUAGE):
        yield figure.marks, figure.frame


def shapes(marks: tuple[Mark, ...]) -> list[Shape]:
    return [mark for mark in marks if isinstance(mark, Shape)]


@every_case
def test_nothing_leaves_its_frame(case: str) -> None:
    for chart in charts_of(case):
        for marks, frame in drawn(chart):
            for box in (mark.box for mark in shapes(marks)):
                assert box.left_emu >= frame.left_emu - EMU_PER_PX, chart.key
                assert box.right_emu <= frame.right_emu + EMU_PER_PX, chart.key
                assert box.top_emu >= frame.top_emu - EMU_PER_PX, chart.key
                assert box.bottom_emu <= frame.bottom_emu + EMU_PER_PX, chart.key


@every_case
def test_no_words_lie_on_others(case: str) -> None:
    for chart in charts_of(case):
        for marks, _ in drawn(chart):
            words = [mark for mark in shapes(marks) if mark.text is not None]
            for one, other in combinations(words, 2):
                assert not touch(one.box, other.box), f"{chart.key}: {one.key} touches {other.key}"


def touch(one: Box, other: Box) -> bool:
    across = one.left_emu < other.right_emu and other.left_emu < one.right_emu
    return across and one.top_emu < other.bottom_emu and other.top_emu < one.bottom_emu


@pytest.mark.parametrize("case", ["amounts", "strange"])
def test_a_plan_of_native_charts_is_sound(case: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(write_plan(story_of(case, LANGUAGE), BRAND, native_charts=True))
    assert complaints(path) == []
