"""A figure and the model fields that went into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model.field_path import FieldPath


@dataclass(frozen=True, slots=True)
class Measure:
    """A value, exact, None when it is not available; ``sources`` are the fields it was made from, none twice."""

    value: Decimal | None = None
    sources: tuple[FieldPath, ...] = ()


NOT_AVAILABLE = Measure()


def merged(groups: Iterable[Iterable[FieldPath]]) -> tuple[FieldPath, ...]:
    """Return every path once, in the order first met."""
    return tuple(dict.fromkeys(path for group in groups for path in group))


def total(measures: Iterable[Measure]) -> Measure:
    """Return the sum of the known values: unknown ones are left out, and a sum of nothing known is not available."""
    known = [measure for measure in measures if measure.value is not None]
    sources = merged(measure.sources for measure in known)
    if not known:
        return Measure(None, sources)
    return Measure(sum((measure.value for measure in known if measure.value is not None), Decimal(0)), sources)


def ratio(numerator: Measure, denominator: Measure) -> Measure:
    """Return numerator ÷ denominator; not available when either is, or when the denominator is zero."""
    sources = merged((numerator.sources, denominator.sources))
    if numerator.value is None or not denominator.value:
        return Measure(None, sources)
    return Measure(numerator.value / denominator.value, sources)


def difference(later: Measure, earlier: Measure) -> Decimal | None:
    """Return later − earlier, None when either is not available."""
    if later.value is None or earlier.value is None:
        return None
    return later.value - earlier.value
