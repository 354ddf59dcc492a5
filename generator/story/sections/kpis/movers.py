"""How KPIs moved since the last committee, and which of them most."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.history.difference import KpiMovement
from generator.measures.kpis import KpiReading
from generator.model.quarter import Quarter
from generator.story.subject import Subject


def relative_change(move: KpiMovement) -> Decimal:
    """Return how far a KPI moved for what it was, whichever way; 0 when that is not known."""
    former = move.old.current.value if move.old else None
    return abs(move.change or Decimal(0)) / (abs(former or Decimal(0)) or Decimal(1))


def told_change(subject: Subject, reading: KpiReading) -> tuple[Quarter, Decimal | None]:
    """Return the quarter that a KPI is compared with, and its change: the last committee's, else the one before."""
    move = subject.movements.get(reading.kpi.ref)
    if subject.since is None or move is None:
        return subject.period.plus(-1), reading.change
    return subject.since.since, move.change


def largest_mover(moves: Iterable[KpiMovement]) -> KpiMovement:
    """Return the one that moved most. ValueError without any."""
    return max(moves, key=relative_change)
