"""The values of the example's charts, cached and embedded, against the measures worked out anew."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest

from generator.locales import Language, Locale
from generator.measures.kpis import kpi_readings
from generator.measures.pipeline import sales_pipeline
from generator.measures.revenue import FigureTable
from generator.measures.satisfaction import SurveyTable
from generator.measures.tickets import TicketTable
from generator.model.choices import SurveyType
from generator.model.quarter import Quarter
from tests.deck.example_deck import LANGUAGES, SavedChart, Values, deck_of, plan_of

both = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.value)
LETTER = {Language.FR: "T", Language.EN: "Q"}
TARGET = {Language.FR: "Cible", Language.EN: "Target"}


def chart(language: Language, name: str) -> SavedChart:
    """The saved chart of a name."""
    return next(slide.charts[name] for slide in deck_of(language).slides if name in slide.charts)


def floats(values: Iterable[Decimal | int | None]) -> Values:
    return tuple(None if value is None else float(value) for value in values)


def words(quarters: Iterable[Quarter], language: Language) -> tuple[str, ...]:
    return tuple(f"{LETTER[language]}{quarter.number} {quarter.year % 100:02}" for quarter in quarters)


def assert_holds(found: SavedChart, categories: tuple[str, ...], series: dict[str, Values]) -> None:
    """The cache and the workbook hold these categories and series, to the last digit, and nothing else."""
    assert tuple(name.replace("\u00a0", " ") for name in found.categories) == categories
    assert found.workbook_categories == found.categories
    for held in (found.series, found.workbook_series):
        assert held == {name: pytest.approx(values, rel=1e-12, abs=0) for name, values in series.items()}


@both
def test_every_kpi_is_drawn_with_its_series_and_its_target(language: Language) -> None:
    readings = kpi_readings(plan_of(language))
    assert len(readings) == 5
    for reading in readings:
        known = [quarter for quarter in plan_of(language).period.back(8) if quarter in reading.series]
        expected = {reading.kpi.name: floats(reading.series[quarter].value for quarter in known)}
        if reading.kpi.target is not None:
            expected[TARGET[language]] = (float(reading.kpi.target),) * len(known)
        assert_holds(chart(language, f"kpis/{reading.kpi.ref}/chart/chart"), words(known, language), expected)


@both
def test_revenue_is_drawn_by_offer_and_quarter(language: Language) -> None:
    figures, quarters = FigureTable(plan_of(language)), plan_of(language).period.back(8)
    sums = [figures.by_offer((quarter,)) for quarter in quarters]
    expected = {offer: floats(found[offer].value for found in sums) for offer in figures.offers()}
    assert len(expected) == 5
    expected["Σ"] = floats(figures.revenue((quarter,)).value for quarter in quarters)
    assert_holds(chart(language, "revenue/columns/chart"), words(quarters, language), expected)


@both
def test_the_margin_rate_is_drawn_over_revenue(language: Language) -> None:
    figures, quarters = FigureTable(plan_of(language)), plan_of(language).period.back(8)
    name = {Language.FR: "Taux de marge", Language.EN: "Margin rate"}[language]
    expected = {name: floats(figures.margin_rate((quarter,)).value for quarter in quarters)}
    assert_holds(chart(language, "revenue/columns/line/chart"), words(quarters, language), expected)


@both
def test_the_movers_are_drawn_from_the_highest_rise_to_the_deepest_fall(language: Language) -> None:
    plan = plan_of(language)
    now, then = (FigureTable(plan).by_offer((quarter,)) for quarter in (plan.period, plan.period.plus(-4)))
    changes = {offer: (now[offer].value or 0) - (then[offer].value or 0) for offer in now}
    order = tuple(sorted(changes, key=lambda offer: -changes[offer]))
    found = chart(language, "revenue/movers/chart")
    (title,) = found.series
    assert_holds(found, order, {title: floats(changes[offer] for offer in order)})


@both
def test_the_score_of_promoters_is_drawn_with_its_target(language: Language) -> None:
    plan = plan_of(language)
    quarters = plan.period.back(8)
    results = SurveyTable(plan).by_quarter(SurveyType.NPS)
    target = next(kpi.target for kpi in plan.kpis if kpi.calculation.name == "NPS")
    expected = {"NPS": floats(results[quarter].measure.value for quarter in quarters)}
    expected[TARGET[language]] = floats((target,) * 8)
    assert_holds(chart(language, "quality/satisfaction/chart"), words(quarters, language), expected)


@both
def test_tickets_are_drawn_by_nature_and_quarter(language: Language) -> None:
    tickets, quarters = TicketTable(plan_of(language)), plan_of(language).period.back(8)
    natures = {
        Locale(language).label(nature.label): floats(tickets.opened(nature, quarter).value for quarter in quarters)
        for nature in tickets.types()
    }
    totals = tuple(float(sum(values[at] or 0 for values in natures.values())) for at in range(8))
    assert_holds(chart(language, "quality/tickets/chart"), words(quarters, language), {**natures, "Σ": totals})


@both
def test_what_is_to_be_sold_is_drawn_against_the_gap_it_is_to_close(language: Language) -> None:
    pipeline = sales_pipeline(plan_of(language))
    selling = [deal for deal in pipeline.open_deals if deal.opportunity.objective == "OBJ-07"]
    found = chart(language, "pipeline/bars/chart")
    (title,) = found.series
    locale = Locale(language)
    sums = (locale.say("story.pipeline.selling"), locale.say("story.pipeline.gap"))
    names = (*(deal.opportunity.title for deal in selling), *sums)
    values = (*(deal.weighted.value for deal in selling), pipeline.selling.value, pipeline.gap.value)
    assert_holds(found, names, {title: floats(values)})


@both
def test_no_chart_is_left_unproved(language: Language) -> None:
    kpis = {f"kpis/{kpi.ref}/chart/chart" for kpi in plan_of(language).kpis}
    others = ("quality/satisfaction", "quality/tickets", "revenue/columns", "revenue/columns/line", "revenue/movers")
    drawn = {name for slide in deck_of(language).slides for name in slide.charts}
    assert drawn == kpis | {f"{name}/chart" for name in (*others, "pipeline/bars")}
