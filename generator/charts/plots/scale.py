"""From values to places."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from ``low`` to ``high`` over pixels from ``start`` to ``end`` (either may be the larger)."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: Decimal | float) -> float:
        """The pixel of a value."""
        return self.start + (float(value) - self.low) / (self.high - self.low) * (self.end - self.start)
