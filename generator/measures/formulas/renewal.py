"""RENOUVELLEMENT: what was kept of the annual amounts due in the window."""

from __future__ import annotations

from decimal import Decimal

from generator.measures.formulas.outcome import NOTHING, Outcome
from generator.measures.formulas.tables import MeasureTables
from generator.measures.kpi_filter import entities_kept, offers_kept
from generator.measures.measure import ratio, total
from generator.measures.renewals import TermEnd, TermOutcome
from generator.model.kpi_filter import KpiFilter
from generator.model.quarter import Quarter


def renewal(tables: MeasureTables, kept: KpiFilter, window: tuple[Quarter, ...]) -> Outcome:
    """Return Σ min(new, old) ÷ Σ old over the terms due in the window and decided.

    The rate by number stands beside it, tacit renewals apart.
    """
    due = [term for term in _due(tables, kept, window) if term.outcome is not TermOutcome.UNDECIDED]
    tacit = sum(1 for term in due if term.outcome is TermOutcome.TACIT)
    decided = [term for term in due if term.outcome is not TermOutcome.TACIT]
    if not decided:
        return Outcome(tacit=tacit) if tacit else NOTHING
    renewed = sum(1 for term in decided if term.outcome is TermOutcome.RENEWED)
    by_value = ratio(total(term.kept for term in decided), total(term.old for term in decided))
    return Outcome(by_value, len(decided), Decimal(renewed) / len(decided), tacit)


def _due(tables: MeasureTables, kept: KpiFilter, window: tuple[Quarter, ...]) -> list[TermEnd]:
    entities, offers = entities_kept(tables.plan, kept), offers_kept(kept)
    return [
        term
        for term in tables.term_ends
        if window[0].start <= term.due <= window[-1].end
        and (entities is None or term.contract.entity in entities)
        and (offers is None or not offers.isdisjoint(term.contract.offers))
    ]
