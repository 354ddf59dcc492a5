"""REUNIONS: meetings held ÷ meetings planned."""

from __future__ import annotations

from generator.measures.formulas.outcome import Outcome
from generator.measures.formulas.tables import MeasureTables
from generator.measures.governance import attendance
from generator.measures.kpi_filter import keeps
from generator.model.kpi_filter import KpiFilter
from generator.model.quarter import Quarter


def meetings(tables: MeasureTables, kept: KpiFilter, window: tuple[Quarter, ...]) -> Outcome:
    """Return held ÷ planned in the window; the count is that of meetings planned.

    ``Type=`` keeps bodies by their type.
    """
    bodies = frozenset(body.name for body in tables.plan.bodies if keeps(kept, body.type)) if kept.types else None
    found = attendance(tables.plan, window, bodies)
    return Outcome(found.rate, found.planned or None)
