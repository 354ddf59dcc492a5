"""COUVERTURE and PENETRATION: how much of the eligible whitespace we hold, by cells and by spend. Internal only."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.citation import cite
from generator.measures.formulas.outcome import NOTHING, Outcome
from generator.measures.formulas.tables import MeasureTables
from generator.measures.kpi_filter import entities_kept, offers_kept
from generator.measures.measure import Measure, merged, ratio, total
from generator.model.kpi_filter import KpiFilter
from generator.model.mapping import Potential
from generator.model.quarter import QUARTERS_A_YEAR, Quarter


def coverage(tables: MeasureTables, kept: KpiFilter, window: tuple[Quarter, ...]) -> Outcome:
    """Return eligible cells with revenue in the window ÷ eligible cells; the count is that of eligible cells."""
    eligible = _eligible(tables, kept)
    if not eligible or not tables.figures.has_revenue(window):
        return NOTHING
    revenue = tables.figures.by_cell(window)
    held = [revenue[at] for at in eligible if at in revenue and (revenue[at].value or 0) > 0]
    paths = tuple(cite("potential", row, "eligible") for row in eligible.values())
    sources = merged((*(cell.sources for cell in held), paths))
    return Outcome(ratio(Measure(Decimal(len(held)), sources), Measure(Decimal(len(eligible)))), len(eligible))


def penetration(tables: MeasureTables, kept: KpiFilter, window: tuple[Quarter, ...]) -> Outcome:
    """Return revenue ÷ Σ estimated spend over the eligible cells that are estimated; their share of all beside it.

    The spend is a year's: over a shorter window it counts in proportion.
    """
    eligible = _eligible(tables, kept)
    estimated = {at: row for at, row in eligible.items() if row.estimated_spend is not None}
    if not estimated or not tables.figures.has_revenue(window):
        return NOTHING
    revenue = tables.figures.by_cell(window)
    earned = total((Measure(Decimal(0)), *(revenue[at] for at in estimated if at in revenue)))
    spend = total(
        Measure(row.estimated_spend, (cite("potential", row, "estimated_spend"),)) for row in estimated.values()
    )
    in_window = Measure((spend.value or Decimal(0)) * len(window) / QUARTERS_A_YEAR, spend.sources)
    return Outcome(ratio(earned, in_window), len(estimated), Decimal(len(estimated)) / len(eligible))


def _eligible(tables: MeasureTables, kept: KpiFilter) -> dict[tuple[str, str], Potential]:
    entities, offers = entities_kept(tables.plan, kept), offers_kept(kept)
    return {
        at: row
        for at, row in tables.eligible.items()
        if (entities is None or row.entity in entities) and (offers is None or row.offer in offers)
    }
