"""Where a KPI turned: it went one way, then the other to the end of its chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.measures.kpis import KpiReading
from generator.model.quarter import Quarter
from generator.story.sections.kpis.chart import chart_quarters

Known = tuple[Quarter, Decimal]


@dataclass(frozen=True, slots=True)
class Turn:
    """The first value of a line, the one from which it has gone the other way, and the last."""

    first: Known
    turn: Known
    last: Known

    @property
    def is_rise(self) -> bool:
        """Whether it has risen since it turned."""
        return self.last[1] > self.turn[1]


def turn_of(reading: KpiReading) -> Turn | None:
    """Return the turn of a line; None for one that never turned, or that went this way before on the whole."""
    known = known_values(reading)
    at = _last_turn([value for _, value in known])
    if not at:
        return None
    found = Turn(known[0], known[at], known[-1])
    came_down = found.turn[1] < found.first[1]
    return found if found.turn[1] != found.first[1] and came_down is found.is_rise else None


def known_values(reading: KpiReading) -> list[Known]:
    """Return the values of a KPI's chart that are known, with their quarters."""
    values = (
        (quarter, reading.series[quarter].value) for quarter in chart_quarters(reading) if quarter in reading.series
    )
    return [(quarter, value) for quarter, value in values if value is not None]


def _last_turn(values: Sequence[Decimal]) -> int:
    """Where the last way that the values go begins; 0 when they go no way, or one from the first."""
    at = len(values) - 1
    while at > 0 and values[at - 1] == values[at]:
        at -= 1
    if at <= 0:
        return 0
    rises = values[at] > values[at - 1]
    while at > 0 and values[at - 1] != values[at] and (values[at] > values[at - 1]) is rises:
        at -= 1
    return at
