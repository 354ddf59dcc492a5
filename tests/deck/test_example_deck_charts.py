"""The values of the example's charts, cached and embedded, against the measures worked out anew."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest

from generator.locales import Language
from generator.measures.kpis import kpi_readings
from generator.measures.tickets import TicketTable
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
def test_the_critical_tickets_are_drawn_by_quarter(language: Language) -> None:
    tickets, quarters = TicketTable(plan_of(language)), plan_of(language).period.back(8)
    found = chart(language, "quality/critical/chart")
    (title,) = found.series
    counts = floats(tickets.critical_opened(quarter).value for quarter in quarters)
    assert_holds(found, words(quarters, language), {title: counts})


@both
def test_no_chart_is_left_unproved(language: Language) -> None:
    kpis = {f"kpis/{kpi.ref}/chart/chart" for kpi in plan_of(language).kpis}
    drawn = {name for slide in deck_of(language).slides for name in slide.charts}
    assert drawn == kpis | {"quality/critical/chart"}
