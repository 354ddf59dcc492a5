"""Each KPI read at the plan's period: its series, its value, how it moved, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.measures.citation import cite
from generator.measures.formulas.market import coverage, penetration
from generator.measures.formulas.outcome import NOTHING, Outcome
from generator.measures.formulas.renewal import renewal
from generator.measures.formulas.rhythm import meetings
from generator.measures.formulas.segment_revenue import segment_revenue
from generator.measures.formulas.service_level import service_level
from generator.measures.formulas.surveys import promoter_score, satisfaction_rate
from generator.measures.formulas.tables import MeasureTables
from generator.measures.measure import NOT_AVAILABLE, Measure, difference
from generator.measures.rag import Rag, rag_of
from generator.model.choices import Calculation, Unit
from generator.model.field_path import FieldPath
from generator.model.kpi_filter import KpiFilter, read_filter
from generator.model.kpis import SharedKpi
from generator.model.plan import SharedPlan
from generator.model.quarter import QUARTERS_A_YEAR, Quarter

Formula = Callable[[MeasureTables, KpiFilter, tuple[Quarter, ...]], Outcome]

FORMULAS: Mapping[Calculation, Formula] = {
    Calculation.SEGMENT_REVENUE: segment_revenue,
    Calculation.COVERAGE: coverage,
    Calculation.PENETRATION: penetration,
    Calculation.MEETINGS: meetings,
    Calculation.RENEWAL: renewal,
    Calculation.NPS: promoter_score,
    Calculation.CSAT: satisfaction_rate,
    Calculation.SLA: service_level,
}
# ten years: a mistyped date must not make a series of centuries
LONGEST_SERIES = 40
_RATES = frozenset(FORMULAS) - {Calculation.SEGMENT_REVENUE, Calculation.NPS}


@dataclass(frozen=True, slots=True)
class KpiReading:
    """A KPI at the plan's period, its values in its own unit (% as a rate 0 to 1).

    ``series`` holds every quarter up to the period that has a value: computed, or typed where the formula has nothing
    to compute from. ``current`` is the value at the period; ``previous`` the quarter before, ``year_ago`` four
    quarters before, each over its own window; ``change`` and ``year_change`` the differences. ``typed`` is the value
    typed for the period, ``computed`` the one the formula gives. ``count``, ``second`` and ``tacit`` are those of
    `Outcome` at the period. ``is_computed`` tells whether the current value comes from the formula.
    """

    kpi: SharedKpi
    kpi_filter: KpiFilter
    series: Mapping[Quarter, Measure]
    current: Measure
    current_quarter: Quarter
    previous: Measure
    change: Decimal | None
    year_ago: Measure
    year_change: Decimal | None
    rag: Rag
    typed: Measure
    computed: Measure
    count: int | None
    second: Decimal | None
    tacit: int | None
    is_computed: bool

    @property
    def sources(self) -> tuple[FieldPath, ...]:
        """The fields behind the current value."""
        return self.current.sources


def kpi_readings(plan: SharedPlan, tables: MeasureTables | None = None) -> tuple[KpiReading, ...]:
    """Return the reading of every KPI that can be told, in the workbook's order.

    A KPI whose filter is not understood cannot: what it keeps is not known, and no total stands for it.
    """
    return tuple(reading for reading in every_reading(plan, tables) if not reading.kpi_filter.misread)


def every_reading(plan: SharedPlan, tables: MeasureTables | None = None) -> tuple[KpiReading, ...]:
    """Return the reading of every KPI, in the workbook's order; without a value where the filter is not understood."""
    indexed = tables or MeasureTables(plan)
    quarters = _quarters_to_read(indexed)
    return tuple(_reading(indexed, kpi, quarters) for kpi in plan.kpis)


def computed_outcome(tables: MeasureTables, kpi: SharedKpi, quarter: Quarter) -> Outcome:
    """Return what the KPI's formula gives for the window that ends with ``quarter``, in the KPI's unit.

    Nothing for MANUEL, nor for a filter that is not understood.
    """
    formula = FORMULAS.get(kpi.calculation)
    kept = read_filter(kpi.filter, kpi.calculation, tables.filter_names)
    if formula is None or kept.misread:
        return NOTHING
    return _in_unit(formula(tables, kept, quarter.back(kept.window)), kpi)


def _reading(tables: MeasureTables, kpi: SharedKpi, quarters: tuple[Quarter, ...]) -> KpiReading:
    period = tables.plan.period
    kpi_filter = read_filter(kpi.filter, kpi.calculation, tables.filter_names)
    entered = {} if kpi_filter.misread else kpi.quarters
    outcomes = (
        {quarter: computed_outcome(tables, kpi, quarter) for quarter in quarters} if kpi.calculation in FORMULAS else {}
    )
    typed = {q: Measure(value, (cite("kpis", kpi, q),)) for q, value in entered.items() if q <= period}
    computed = {quarter: outcome.measure for quarter, outcome in outcomes.items() if outcome.measure.value is not None}
    series = dict(sorted({**typed, **computed}.items()))
    current = series.get(period, NOT_AVAILABLE)
    previous = series.get(period.plus(-1), NOT_AVAILABLE)
    year_ago = series.get(period.plus(-QUARTERS_A_YEAR), NOT_AVAILABLE)
    at_period = outcomes.get(period, NOTHING)
    return KpiReading(
        kpi=kpi,
        kpi_filter=kpi_filter,
        series=series,
        current=current,
        current_quarter=period,
        previous=previous,
        change=difference(current, previous),
        year_ago=year_ago,
        year_change=difference(current, year_ago),
        rag=rag_of(current.value, kpi.target, kpi.threshold, kpi.direction),
        typed=typed.get(period, NOT_AVAILABLE),
        computed=at_period.measure,
        count=at_period.count,
        second=at_period.second,
        tacit=at_period.tacit,
        is_computed=period in computed,
    )


def _in_unit(outcome: Outcome, kpi: SharedKpi) -> Outcome:
    """Turn a rate into points, or points into a rate, when the KPI's unit asks for the other."""
    factor = Decimal(1)
    if kpi.calculation in _RATES and kpi.unit is Unit.POINTS:
        factor = Decimal(100)
    if kpi.calculation is Calculation.NPS and kpi.unit is Unit.PERCENT:
        factor = Decimal("0.01")
    value = outcome.measure.value
    if value is None or factor == 1:
        return outcome
    return Outcome(Measure(value * factor, outcome.measure.sources), outcome.count, outcome.second, outcome.tacit)


def _quarters_to_read(tables: MeasureTables) -> tuple[Quarter, ...]:
    """Return the quarters from the first datum of any table that a formula reads to the plan's period."""
    plan = tables.plan
    first = min(_quarters_with_data(plan), default=plan.period)
    count = (plan.period.year - first.year) * QUARTERS_A_YEAR + plan.period.number - first.number + 1
    return plan.period.back(min(max(count, 1), LONGEST_SERIES))


def _quarters_with_data(plan: SharedPlan) -> list[Quarter]:
    crosstabs = [quarter for rows in (plan.figures, plan.tickets) for row in rows for quarter in row.quarters]
    dated = [row.measured for row in plan.satisfaction] + [row.planned for row in plan.meetings]
    ends = [row.end for row in plan.contracts if row.end is not None] + [
        row.new_end for row in plan.amendments if row.new_end is not None
    ]
    return crosstabs + [Quarter.containing(day) for day in dated + ends]
