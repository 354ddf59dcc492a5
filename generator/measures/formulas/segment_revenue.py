"""CA_SEGMENT: Σ revenue over the window."""

from __future__ import annotations

from generator.measures.formulas.outcome import NOTHING, Outcome
from generator.measures.formulas.tables import MeasureTables
from generator.measures.kpi_filter import entities_kept, offers_kept
from generator.model.kpi_filter import KpiFilter
from generator.model.quarter import Quarter


def segment_revenue(tables: MeasureTables, kept: KpiFilter, window: tuple[Quarter, ...]) -> Outcome:
    """Return the revenue of the offers and entities kept.

    Not available while a quarter of the window has no figure at all: a part of the window is not its sum.
    """
    if not tables.figures.has_revenue(window):
        return NOTHING
    return Outcome(tables.figures.revenue(window, offers=offers_kept(kept), entities=entities_kept(tables.plan, kept)))
