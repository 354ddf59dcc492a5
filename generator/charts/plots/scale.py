"""From values to places: round limits and the steps between them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


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


def step_for(extent: float, count: int) -> float:
    """A round step that cuts an extent into at most so many parts."""
    rough = extent / count
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * 0.999)


def round_limits(values: Iterable[Decimal], *, from_zero: bool) -> tuple[float, float]:
    """Round limits around the values, from zero when asked or when zero is near; never of no extent."""
    plain = [float(value) for value in values] or [0.0]
    low, high = min(plain), max(plain)
    if from_zero or (low >= 0 and low < 0.5 * high):
        low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        low, high = (0.0, abs(high) * 1.25 or 1.0) if low >= 0 else (low * 1.25, 0.0)
    step = step_for(high - low, 5)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
