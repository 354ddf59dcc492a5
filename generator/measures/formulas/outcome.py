"""What a formula gives for one window."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.measures.measure import NOT_AVAILABLE, Measure


@dataclass(frozen=True, slots=True)
class Outcome:
    """A value in the formula's natural unit (rates 0 to 1, NPS in points, amounts in the currency).

    ``count`` is the n printed beside it: respondents, meetings planned, tickets resolved, contracts due, cells
    eligible. ``second`` is the figure printed beside it: renewals by number; the share of eligible cells that are
    estimated. ``tacit`` counts the contracts renewed tacitly, shown apart from the renewal rate.
    """

    measure: Measure = NOT_AVAILABLE
    count: int | None = None
    second: Decimal | None = None
    tacit: int | None = None


NOTHING = Outcome()
