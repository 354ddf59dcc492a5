"""How each KPI moved between two plans, each read at its own period."""

from __future__ import annotations

from decimal import Decimal

from generator.history.difference import KpiMovement
from generator.measures.kpis import KpiReading, every_reading, kpi_readings
from generator.measures.measure import difference
from generator.model.plan import SharedPlan


def kpi_movements(old: SharedPlan, new: SharedPlan) -> tuple[KpiMovement, ...]:
    """Return the movement of every KPI of the new plan that can be told, in its order.

    One whose former filter is not understood was there already: it is not new, and not comparable.
    """
    before = {reading.kpi.ref: reading for reading in every_reading(old)}
    return tuple(_movement(before.get(reading.kpi.ref), reading) for reading in kpi_readings(new))


def _movement(old: KpiReading | None, new: KpiReading) -> KpiMovement:
    return KpiMovement(new.kpi, old, new, _change(old, new))


def _change(old: KpiReading | None, new: KpiReading) -> Decimal | None:
    if old is None or _reckoned(old) != _reckoned(new):
        return None
    return difference(new.current, old.current)


def _reckoned(reading: KpiReading) -> tuple[object, ...]:
    return reading.kpi.calculation, reading.kpi.unit, reading.kpi_filter
