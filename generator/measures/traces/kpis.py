"""How each KPI was made."""

from __future__ import annotations

from collections.abc import Iterator

from generator.locales.phrase import Phrase
from generator.measures.kpis import KpiReading, every_reading
from generator.measures.traces.trace import UNIT_FORMS, Detail, Form, Trace, told
from generator.model.choices import Calculation
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter


def kpi_traces(plan: AccountPlan) -> Iterator[Trace]:
    """Yield the trace of every KPI at the plan's period."""
    for reading in every_reading(plan):
        yield _trace(reading)


def _trace(reading: KpiReading) -> Trace:
    kpi, form = reading.kpi, UNIT_FORMS.get(reading.kpi.unit, Form.PLAIN)
    is_manual = kpi.calculation is Calculation.MANUAL
    is_typed = not reading.is_computed and not is_manual and reading.current.value is not None
    return Trace(
        key=kpi.ref,
        title=kpi.name,
        formula="typed" if is_typed else kpi.calculation.name.lower(),
        result=reading.current.value,
        form=form,
        sources=reading.sources,
        window=(reading.current_quarter,) if is_manual or is_typed else _window(reading),
        filter=kpi.filter,
        details=told(
            Detail("target", kpi.target, form),
            Detail("threshold", kpi.threshold, form),
            Detail("status", Phrase(f"explain.rag.{reading.rag.name.lower()}")),
            Detail("previous", reading.previous.value, form),
            Detail("year_ago", reading.year_ago.value, form),
            Detail(f"count.{kpi.calculation.name.lower()}", reading.count),
            Detail(f"second.{kpi.calculation.name.lower()}", reading.second, Form.PERCENT),
            Detail("tacit", reading.tacit or None),
            Detail("typed", reading.typed.value if reading.is_computed else None, form),
            *(Detail("unknown_filter", part.typed) for part in reading.kpi_filter.misread),
        ),
    )


def _window(reading: KpiReading) -> tuple[Quarter, ...]:
    return reading.current_quarter.back(reading.kpi_filter.window)
