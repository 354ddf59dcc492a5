"""SLA: tickets within their service level ÷ tickets resolved."""

from __future__ import annotations

from generator.measures.formulas.outcome import NOTHING, Outcome
from generator.measures.formulas.tables import MeasureTables
from generator.measures.kpi_filter import keeps
from generator.measures.tickets import count_of
from generator.model.choices import Priority, TicketType
from generator.model.kpi_filter import KpiFilter
from generator.model.quarter import Quarter


def service_level(tables: MeasureTables, kept: KpiFilter, window: tuple[Quarter, ...]) -> Outcome:
    """Return the rate over the window; the count is that of tickets resolved.

    ``Type=`` keeps natures or priorities. Not available when the window's last quarter has no count.
    """

    def is_kept(nature: TicketType, priority: Priority | None) -> bool:
        return keeps(kept, nature, priority)

    if tables.tickets.service_rate(window[-1:], is_kept).resolved.value is None:
        return NOTHING
    found = tables.tickets.service_rate(window, is_kept)
    return Outcome(found.rate, count_of(found.resolved))
