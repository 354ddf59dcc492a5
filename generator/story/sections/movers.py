"""Which KPIs moved most since the last committee."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.history.difference import KpiMovement


def relative_change(move: KpiMovement) -> Decimal:
    """Return how far a KPI moved for what it was, whichever way; 0 when that is not known."""
    former = move.old.current.value if move.old else None
    return abs(move.change or Decimal(0)) / (abs(former or Decimal(0)) or Decimal(1))


def largest_mover(moves: Iterable[KpiMovement]) -> KpiMovement:
    """Return the one that moved most. ValueError without any."""
    return max(moves, key=relative_change)
