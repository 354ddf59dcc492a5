"""The figures that a plan's own measures make of it: sums of amounts, readings of KPIs, totals of contracts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.measures.contracts import contract_lives, under_contract
from generator.measures.kpis import kpi_readings
from generator.model.plan import SharedPlan
from generator.model.quarter import QUARTERS_A_YEAR, Quarter

_Series = Mapping[Quarter, Decimal]


def measured_numbers(plan: SharedPlan) -> Iterator[Decimal]:
    """Yield the figures, in the account's currency or the KPI's unit; one may come several times."""
    for reading in kpi_readings(plan):
        yield from (measure.value for measure in reading.series.values() if measure.value is not None)
        yield from (change for change in (reading.change, reading.year_change) if change is not None)
    lives = contract_lives(plan)
    yield from (life.annual_amount for life in lives)
    yield under_contract(lives).value or Decimal(0)
    for series in _totals(plan):
        yield from _moving(series)


def _totals(plan: SharedPlan) -> tuple[_Series, ...]:
    """Return each measure's amounts by quarter: in all, by offer, by entity, by segment."""
    segments = {entity.name: entity.segment for entity in plan.entities}
    found: dict[tuple[object, str, str], dict[Quarter, Decimal]] = {}
    for row in plan.figures:
        groups = (("", ""), ("offer", row.offer), ("entity", row.entity), ("segment", segments.get(row.entity, "")))
        for group in groups:
            series = found.setdefault((row.measure, *group), {})
            for quarter, amount in row.quarters.items():
                series[quarter] = series.get(quarter, Decimal(0)) + amount
    return tuple(found.values())


def _moving(series: _Series) -> Iterator[Decimal]:
    """Yield the amounts of a series, those of the years they end, and how both moved in a quarter and in a year."""
    years = {quarter: sum(series.get(one, Decimal(0)) for one in quarter.back(QUARTERS_A_YEAR)) for quarter in series}
    for amounts in (series, years):
        for quarter, amount in amounts.items():
            yield Decimal(amount)
            for earlier in (quarter.plus(-1), quarter.plus(-QUARTERS_A_YEAR)):
                yield Decimal(amount - amounts.get(earlier, Decimal(0)))
