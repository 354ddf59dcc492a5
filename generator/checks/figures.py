"""Figures that cannot be right, or that weigh too much: margins above revenue, rates out of bounds, concentration."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.facts import Facts
from generator.checks.rests import CONTRACTS, REVENUE, Rests, computed_from, thresholds
from generator.checks.rule import Rule
from generator.diagnostics import Severity
from generator.locales import phrase
from generator.measures.citation import cite
from generator.measures.contracts import under_contract
from generator.measures.kpis import KpiReading
from generator.measures.measure import Measure, total
from generator.model.breach import Breach, breach
from generator.model.choices import Calculation, FigureMeasure, Unit
from generator.model.field_path import FieldPath
from generator.model.kpis import Kpi
from generator.model.table import Row

PERCENT = "%"


def rates_out_of_bounds(facts: Facts) -> Iterator[Breach]:
    """R402: a rate typed in a row whose unit is % lies outside 0 to 1 (an NPS: −1 to 1); an error."""
    plan = facts.plan
    for objective in plan.objectives:
        if (objective.unit or "").strip() == PERCENT:
            yield from _out_of_bounds("objectives", objective, ("baseline", "target", "current"))
    for kpi in plan.kpis:
        if kpi.unit is Unit.PERCENT:
            yield from _kpi_out_of_bounds(kpi)
    for level in plan.service_levels:
        if level.unit.strip() == PERCENT:
            yield from _out_of_bounds("service_levels", level, ("target", "achieved"))


def margins_above_revenue(facts: Facts) -> Iterator[Breach]:
    """R402: the margin of a quarter is above its revenue, where that is positive."""
    rows = facts.plan.figures
    sold = {(row.entity, row.offer, row.service): row for row in rows if row.measure is FigureMeasure.REVENUE}
    for row in rows:
        revenue = sold.get((row.entity, row.offer, row.service))
        if row.measure is not FigureMeasure.MARGIN or revenue is None:
            continue
        for quarter, margin in row.quarters.items():
            earned = revenue.quarters.get(quarter, Decimal(0))
            if margin > earned > 0:
                path = cite("figures", row, quarter)
                reason = phrase("checks.margin_above_revenue", quarter=quarter, margin=margin, revenue=earned)
                yield breach("R402", path, value=margin, weight=margin - earned, reason=reason)


def penetration_above_whole(facts: Facts) -> Iterator[Breach]:
    """R402: we sell more than the spend that was estimated."""
    for reading in facts.readings:
        share = _penetration(reading)
        if share is not None and share > 1:
            reason = phrase("checks.penetration_above_whole", share=share)
            yield breach("R402", cite("kpis", reading.kpi, "calculation"), weight=share, reason=reason)


def concentrated_contracts(facts: Facts) -> Iterator[Breach]:
    """R408: one contract makes up too much of the amount under contract."""
    whole = under_contract(facts.lives)
    for life in facts.lives:
        if life.is_current:
            path = cite("contracts", life.contract, "annual_amount")
            yield from _concentrated(facts, path, life.amount, whole, "checks.of_contracts")


def concentrated_entities(facts: Facts) -> Iterator[Breach]:
    """R408: one entity, among several, makes up too much of the revenue."""
    revenue = facts.revenue_by_entity
    whole = total(revenue.values())
    for entity, own in revenue.items():
        if len(facts.plan.entities) > 1:
            path = FieldPath("entities", (entity,), "name")
            yield from _concentrated(facts, path, own, whole, "checks.of_revenue")


def _concentrated(facts: Facts, path: FieldPath, part: Measure, whole: Measure, base: str) -> Iterator[Breach]:
    threshold = facts.settings.concentration_rate
    share = part.value / whole.value if part.value is not None and whole.value else Decimal(0)
    if share > threshold:
        yield breach("R408", path, weight=share, share=share, base=phrase(base), threshold=threshold)


def _penetration(reading: KpiReading) -> Decimal | None:
    if reading.kpi.calculation is not Calculation.PENETRATION or reading.computed.value is None:
        return None
    return reading.computed.value / (100 if reading.kpi.unit is Unit.POINTS else 1)


def _out_of_bounds(table: str, row: Row, fields: tuple[str, ...]) -> Iterator[Breach]:
    for field in fields:
        value = getattr(row, field)
        if value is not None:
            yield from _bounded(table, row, field, value, Decimal(0))


def _kpi_out_of_bounds(kpi: Kpi) -> Iterator[Breach]:
    lowest = Decimal(-1) if kpi.calculation is Calculation.NPS else Decimal(0)
    for field in ("baseline", "target", "threshold"):
        value = getattr(kpi, field)
        if value is not None:
            yield from _bounded("kpis", kpi, field, value, lowest)
    for quarter, value in kpi.quarters.items():
        yield from _bounded("kpis", kpi, str(quarter), value, lowest)


def _bounded(table: str, row: Row, field: str, value: Decimal, lowest: Decimal) -> Iterator[Breach]:
    if not lowest <= value <= 1:
        reason = phrase("checks.rate_out_of_bounds", value=value, lowest=lowest)
        yield breach("R402", cite(table, row, field), value=value, severity=Severity.ERROR, reason=reason)


_AMENDED = Rests("amendments", ("annual_impact", "new_end"))

RULES = (
    Rule("R402", rates_out_of_bounds, 120),
    Rule("R402", margins_above_revenue, 635),
    Rule("R402", penetration_above_whole, 640, inputs=computed_from),
    Rule("R408", concentrated_contracts, 705, (CONTRACTS, _AMENDED, thresholds("concentration_rate"))),
    Rule("R408", concentrated_entities, 710, (REVENUE, Rests("entities"), thresholds("concentration_rate"))),
)
