"""The amounts of an exhibit share one unit: value, target, gap, labels and axis."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.locales import Language, Locale
from generator.locales.formats import common_scale
from generator.measures.progress import objective_progress
from generator.model.choices import Calculation, Unit
from generator.story.blocks.chart import ValueFormat
from generator.story.sections.kpis.card import kpi_card
from generator.story.sections.objectives.progress import progress_bar
from generator.story.subject import Subject
from tests.builders import a_kpi, a_plan, an_objective, quarters

THOUSANDS = ValueFormat.THOUSANDS


def subject(language: Language = Language.FR, *, target: int, **values: int) -> Subject:
    kpi = a_kpi(calculation=Calculation.MANUAL, unit=Unit.MONEY, target=target, quarters=quarters(**values))
    return Subject(a_plan(kpis=(kpi,)), Locale(language), shows_notices=False)


@pytest.mark.parametrize(
    ("target", "values", "figure", "unit", "aim", "gap", "labels", "shown_in"),
    [
        # each in its own unit, this would read 950 for a target of 1,25
        (1_250_000, (800_000, 950_000), "0,95", "M€", "1,25 M€", "−0,3 M€", ("0,8", "0,95"), ValueFormat.MILLIONS),
        # a gap of 0,03 M€ asks for thousands
        (1_280_000, (1_200_000, 1_250_000), "1 250", "k€", "1 280 k€", "−30 k€", ("1 200", "1 250"), THOUSANDS),
        (1_000_000, (40_000, 950_000), "950", "k€", "1 000 k€", "−50 k€", ("40", "950"), THOUSANDS),
        (1_500, (900, 1_100), "1,1", "k€", "1,5 k€", "−0,4 k€", ("0,9", "1,1"), THOUSANDS),
        (500, (300, 450), "450", "€", "500 €", "−50 €", ("300", "450"), ValueFormat.MONEY),
    ],
)
def test_a_kpi_is_told_in_one_unit(
    target: int,
    values: tuple[int, int],
    figure: str,
    unit: str,
    aim: str,
    gap: str,
    labels: tuple[str, ...],
    shown_in: ValueFormat,
) -> None:
    told = subject(target=target, T2_2026=values[0], T3_2026=values[1])
    card = kpi_card(told, told.readings[0])
    assert (plain(card.figure), card.unit.strip()) == (figure, unit)
    assert plain(card.facts[0].value) == aim
    assert plain(card.strip[2].value) == gap
    assert card.chart is not None
    assert tuple(plain(label) for label in card.chart.series[0].labels) == labels
    assert card.chart.target is not None
    assert plain(card.chart.target.labels[-1]) == aim.removesuffix(unit).strip()
    assert card.chart.value_format is shown_in


def test_english_labels_carry_the_same_unit() -> None:
    told = subject(Language.EN, target=1_250_000, T3_2026=950_000)
    card = kpi_card(told, told.readings[0])
    assert card.chart is not None
    assert card.chart.target is not None
    assert (card.chart.series[0].labels[-1], card.chart.target.labels[-1]) == ("€0.95M", "€1.25M")


def test_the_ends_of_an_objective_share_a_unit() -> None:
    plan = a_plan(objectives=(an_objective(unit="€", baseline=800_000, current=950_000, target=1_250_000),))
    bar = progress_bar(Subject(plan, Locale(Language.FR), shows_notices=False), objective_progress(plan)[0])
    assert [plain(text) for text in (bar.baseline, bar.current, bar.target)] == ["0,8 M€", "0,95 M€", "1,25 M€"]


@pytest.mark.parametrize(
    ("amounts", "shown"),
    [
        ((1_250_000, 950_000), ("1,25 M€", "0,95 M€")),
        ((1_250_000, 99_000), ("1 250 k€", "99 k€")),
        ((12_345_678, 400_000), ("12,3 M€", "0,4 M€")),
        ((-2_000_000, 0), ("−2 M€", "0 M€")),
        ((999_600, 999_400), ("1 M€", "1 M€")),
        ((333_000, 42), ("333 000 €", "42 €")),
    ],
)
def test_a_common_unit_keeps_the_smallest_amount_readable(amounts: tuple[int, int], shown: tuple[str, str]) -> None:
    exact = tuple(Decimal(amount) for amount in amounts)
    locale, scale = Locale(Language.FR), common_scale(exact)
    assert tuple(plain(locale.money_scaled(amount, scale)) for amount in exact) == shown


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return " ".join(text.split())
