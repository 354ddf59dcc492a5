"""The figures that a plan's own measures make of it: sums of amounts, readings of KPIs, totals of contracts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.measures.contracts import contract_lives, under_contract
from generator.measures.kpis import kpi_readings
from generator.model.mapping import FigureSeries
from generator.model.plan import SharedPlan
from generator.model.quarter import QUARTERS_A_YEAR, Quarter

_Series = Mapping[Quarter, Decimal]


def measured_numbers(plan: SharedPlan) -> frozenset[Decimal]:
    """Return the figures, in the account's currency or the KPI's unit: amounts by quarter and by year, readings."""
    lives = contract_lives(plan)
    return frozenset(
        (
            *(number for series in _series_of(plan) for number in series.values()),
            *(life.annual_amount for life in lives),
            under_contract(lives).value or Decimal(0),
        )
    )


def measured_changes(plan: SharedPlan) -> frozenset[Decimal]:
    """Return how each of these figures moved, in a quarter and in a year; a quarter without one counts as zero."""
    return frozenset(
        number - series.get(earlier, Decimal(0))
        for series in _series_of(plan)
        for quarter, number in series.items()
        for earlier in (quarter.plus(-1), quarter.plus(-QUARTERS_A_YEAR))
    )


def _series_of(plan: SharedPlan) -> Iterator[_Series]:
    for reading in kpi_readings(plan):
        yield {quarter: measure.value for quarter, measure in reading.series.items() if measure.value is not None}
    for quarters in _sums(plan):
        yield quarters
        yield {quarter: _total(quarters.get(one) for one in quarter.back(QUARTERS_A_YEAR)) for quarter in quarters}


def _sums(plan: SharedPlan) -> Iterable[_Series]:
    """Return each measure's amounts by quarter: in all, by offer, by entity, by both, by segment."""
    segments = {entity.name: entity.segment for entity in plan.entities}
    found: dict[tuple[object, ...], dict[Quarter, Decimal]] = {}
    for row in plan.figures:
        for group in _groups(row, segments.get(row.entity)):
            series = found.setdefault((row.measure, *group), {})
            for quarter, amount in row.quarters.items():
                series[quarter] = series.get(quarter, Decimal(0)) + amount
    return found.values()


def _groups(row: FigureSeries, segment: str | None) -> tuple[tuple[str | None, ...], ...]:
    return (), ("offer", row.offer), ("entity", row.entity), ("cell", row.entity, row.offer), ("segment", segment)


def _total(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal(0))
