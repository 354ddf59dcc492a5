"""Support tickets by quarter: how many were opened, and how many resolved ones kept their service level."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.measures.citation import cite
from generator.measures.measure import Measure, ratio, total
from generator.model.choices import Priority, TicketMeasure, TicketType
from generator.model.plan import SharedPlan
from generator.model.quarter import Quarter

_NONE = Measure()
Kept = Callable[[TicketType, Priority | None], bool]


@dataclass(frozen=True, slots=True)
class ServiceRate:
    """Tickets within their service level ÷ tickets resolved, as a rate; both counts beside it."""

    rate: Measure
    resolved: Measure
    within: Measure


class TicketTable:
    """The tickets, indexed once.

    A row without a priority counts every priority: where it has a value, the rows by priority of the same nature are
    its detail and are not added to it.
    """

    def __init__(self, plan: SharedPlan) -> None:
        self.period = plan.period
        self._counts: dict[tuple[TicketMeasure, Quarter, TicketType], dict[Priority | None, Measure]] = {}
        for row in plan.tickets:
            for quarter, count in row.quarters.items():
                level = self._counts.setdefault((row.measure, quarter, row.type), {})
                level[row.priority] = total(
                    (level.get(row.priority, Measure()), Measure(count, (cite("tickets", row, quarter),)))
                )

    def quarters(self, measure: TicketMeasure = TicketMeasure.OPENED) -> tuple[Quarter, ...]:
        """Return the quarters with such a count up to the plan's period, in time order."""
        return tuple(
            sorted({quarter for kind, quarter, _ in self._counts if kind is measure and quarter <= self.period})
        )

    def types(self) -> tuple[TicketType, ...]:
        """Return the natures of tickets that have counts of opened ones, in the order of the closed list."""
        present = {nature for kind, _, nature in self._counts if kind is TicketMeasure.OPENED}
        return tuple(nature for nature in TicketType if nature in present)

    def opened(self, nature: TicketType, quarter: Quarter) -> Measure:
        """Return the tickets of a nature opened in a quarter."""
        levels = self._counts.get((TicketMeasure.OPENED, quarter, nature), {})
        return total(levels[priority] for priority in _outermost(set(levels)))

    def critical_opened(self, quarter: Quarter) -> Measure:
        """Return the P1 tickets opened in a quarter, all natures."""
        levels = (self._counts.get((TicketMeasure.OPENED, quarter, nature), {}) for nature in TicketType)
        return total(level[Priority.P1] for level in levels if Priority.P1 in level)

    def service_rate(self, quarters: Iterable[Quarter], kept: Kept | None = None) -> ServiceRate:
        """Return within SLA ÷ resolved over these quarters, where both counts are known, for the kinds ``kept``."""
        pairs = [pair for quarter in quarters for nature in TicketType for pair in self._pairs(quarter, nature, kept)]
        resolved, within = total(pair[0] for pair in pairs), total(pair[1] for pair in pairs)
        return ServiceRate(ratio(within, resolved), resolved, within)

    def kinds(self, quarter: Quarter) -> tuple[tuple[TicketType, Priority | None], ...]:
        """Return what the service rate of a quarter can be told by: each priority of a nature, else the nature."""
        return tuple((nature, level) for nature in TicketType for level in self._levels(quarter, nature))

    def _levels(self, quarter: Quarter, nature: TicketType) -> list[Priority | None]:
        resolved = self._counts.get((TicketMeasure.RESOLVED, quarter, nature), {})
        within = self._counts.get((TicketMeasure.WITHIN_SLA, quarter, nature), {})
        known = [level for level in (*Priority, None) if resolved.get(level, _NONE).value and level in within]
        return [level for level in known if level is not None] or known

    def _pairs(self, quarter: Quarter, nature: TicketType, kept: Kept | None) -> list[tuple[Measure, Measure]]:
        resolved = self._counts.get((TicketMeasure.RESOLVED, quarter, nature), {})
        within = self._counts.get((TicketMeasure.WITHIN_SLA, quarter, nature), {})
        both = {priority for priority in resolved if priority in within and (kept is None or kept(nature, priority))}
        return [(resolved[priority], within[priority]) for priority in _outermost(both)]


def count_of(measure: Measure) -> int | None:
    """Return a count as a whole number, None when it is not available."""
    return None if measure.value is None else int(measure.value.to_integral_value())


def _outermost(levels: set[Priority | None]) -> list[Priority | None]:
    return [None] if None in levels else [priority for priority in Priority if priority in levels]
