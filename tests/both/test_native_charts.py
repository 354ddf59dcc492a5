"""The charts of the plan as native ones: their data, their parts, and the same series as on the slides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from generator.brand import load
from generator.locales import Language
from generator.model.choices import FigureMeasure
from generator.plan import write_plan
from generator.story import Story
from tests.both.saved_plan import SavedPlan, saved_plan_of
from tests.deck.example_deck import LANGUAGES, SavedChart, deck_of, plan_of
from tests.plan.samples import revenue_chart, story
from tests.validity import complaints

both = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.value)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# The plan alone draws revenue over time: the margin and the columns are two charts of one figure.
FIGURE = ("revenue/columns", "revenue/columns#2")
ON_SLIDES = {*(f"kpis/KPI-0{number}/chart" for number in range(1, 6)), "quality/critical"}
EXAMPLE = {*ON_SLIDES, *FIGURE}


def native(language: Language) -> SavedPlan:
    return saved_plan_of(language, native_charts=True)


def on_slides(language: Language) -> dict[str, SavedChart]:
    return {name: chart for slide in deck_of(language).slides for name, chart in slide.charts.items()}


@both
def test_every_chart_is_native_and_every_diagram_a_picture(language: Language) -> None:
    assert set(native(language).charts) == EXAMPLE
    assert set(native(language).pictures) == set(saved_plan_of(language).pictures) - EXAMPLE


@both
def test_its_series_are_those_of_its_slide(language: Language) -> None:
    """To the last digit; the status bands, which only the plan shows, come after them."""
    slides = on_slides(language)
    assert slides.keys() == {f"{name}/chart" for name in ON_SLIDES}
    for name in ON_SLIDES:
        chart, shown = native(language).charts[name], slides[f"{name}/chart"]
        assert chart.categories == shown.categories
        assert {key: chart.series[key] for key in shown.series} == shown.series
        assert len(chart.series) == len(shown.series) + (3 if name.startswith("kpis/") else 0)


@both
def test_the_revenue_of_the_plan_is_that_of_the_workbook(language: Language) -> None:
    """Added up from the key figures as they were typed: by offer, in all, and what margin is of it."""
    margin, columns = (native(language).charts[name] for name in FIGURE)
    revenue, kept = by_offer(language, FigureMeasure.REVENUE), by_offer(language, FigureMeasure.MARGIN)
    total, earned = (tuple(map(sum, zip(*table.values(), strict=True))) for table in (revenue, kept))
    assert columns.series == {**revenue, "Σ": total}
    (shares,) = margin.series.values()
    assert shares == pytest.approx([one / of for one, of in zip(earned, total, strict=True)])
    assert margin.categories == columns.categories
    assert len(columns.categories) == len(total) == 8


def by_offer(language: Language, measure: FigureMeasure) -> dict[str, tuple[float, ...]]:
    """The amounts of a measure by offer, quarter after quarter."""
    rows = [row for row in plan_of(language).figures if row.measure is measure]
    quarters = sorted({quarter for row in rows for quarter in row.quarters})[-8:]
    return {
        offer: tuple(
            float(sum(row.quarters.get(quarter) or 0 for row in rows if row.offer == offer)) for quarter in quarters
        )
        for offer in dict.fromkeys(row.offer for row in rows)
    }


@both
def test_the_embedded_workbook_holds_what_is_plotted_and_nothing_else(language: Language) -> None:
    for chart in native(language).charts.values():
        assert chart.workbook_series == chart.series
        assert chart.workbook_categories == chart.categories
        assert chart.sheet[0][0] is None
        assert len(chart.sheet[0]) == 1 + len(chart.series)
        assert len(chart.sheet) == 1 + len(chart.categories)


@both
def test_each_is_as_large_as_its_picture(language: Language) -> None:
    pictures, charts = saved_plan_of(language).drawings, native(language).drawings

    def size(drawing: etree._Element) -> tuple[int, int]:
        extent = drawing.find(f"{WP}extent")
        assert extent is not None
        return int(extent.get("cx", "0")), int(extent.get("cy", "0"))

    for name in ON_SLIDES:
        assert size(charts[name]) == size(pictures[name])
    line, columns = (size(charts[name]) for name in FIGURE)
    assert (line[0], line[1] + columns[1]) == size(pictures["revenue/columns"])


@both
def test_each_says_what_it_shows(language: Language) -> None:
    for name in EXAMPLE:
        properties = native(language).drawings[name].find(f"{WP}docPr")
        assert properties is not None
        assert properties.get("descr")


@both
def test_every_colour_is_of_the_theme_or_of_a_status(language: Language) -> None:
    rag = [load().palette.rag(letter) for letter in "VOR"]
    allowed = {colour.hex for one in rag for colour in (one.strong, one.soft)}
    parts = native(language).parts
    charts = (parts[name] for name in parts if name.startswith(("word/charts/chart", "word/drawings/")))
    assert {one.get("val") for part in charts for one in etree.fromstring(part).iter(f"{A}srgbClr")} <= allowed


def test_the_package_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(native(Language.FR).data)
    assert complaints(path) == []


@pytest.fixture(scope="module", name="chart_alone")
def chart_alone_fixture() -> Story:
    """A plan of one chart, whose first quarter and first offer bear names like formulas."""
    told, chart = story(), revenue_chart()
    series = (replace(chart.series[0], name="=2+2"), *chart.series[1:])
    shown = replace(chart, categories=("=1+1", *chart.categories[1:]), series=series, line=None)
    chapter = told.chapters[1]
    section = replace(chapter.sections[0], chapter_blocks=(shown,))
    return replace(told, chapters=(replace(chapter, sections=(section,)),))


def test_a_name_like_a_formula_stays_a_name(chart_alone: Story) -> None:
    (chart,) = SavedPlan(write_plan(chart_alone, load(), native_charts=True)).charts.values()
    assert chart.sheet[1][0] == chart.categories[0] == "=1+1"
    assert chart.sheet[0][1] == "=2+2"


def test_the_same_story_gives_the_same_bytes(chart_alone: Story) -> None:
    first, second = (write_plan(chart_alone, load(), native_charts=True) for _ in range(2))
    assert first == second
