"""A calendar quarter: the period that every crosstab, window and document is counted in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

QUARTERS_A_YEAR = 4
MONTHS_A_QUARTER = 3


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """The ``number``-th quarter (1 to 4) of ``year``; quarters sort in time."""

    year: int
    number: int

    def __post_init__(self) -> None:
        """Refuse a number outside 1 to 4 with ValueError."""
        if self.number not in range(1, QUARTERS_A_YEAR + 1):
            msg = f"no quarter {self.number} in a year"
            raise ValueError(msg)

    @classmethod
    def containing(cls, day: date) -> Quarter:
        """Return the quarter that ``day`` falls in."""
        return cls(day.year, (day.month - 1) // MONTHS_A_QUARTER + 1)

    @classmethod
    def last_ended(cls, cutoff: date) -> Quarter:
        """Return the last quarter ended on or before ``cutoff``: the period of a plan."""
        current = cls.containing(cutoff)
        return current if current.end == cutoff else current.plus(-1)

    @classmethod
    def named(cls, name: str) -> Quarter:
        """Return the quarter of a sortable name such as ``2026-T3``; ValueError for any other text."""
        year, _, number = name.partition("-T")
        return cls(int(year), int(number))

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, (self.number - 1) * MONTHS_A_QUARTER + 1, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return self.plus(1).start - timedelta(days=1)

    def plus(self, quarters: int) -> Quarter:
        """Return the quarter that many quarters later (earlier when negative)."""
        index = self.year * QUARTERS_A_YEAR + self.number - 1 + quarters
        return Quarter(index // QUARTERS_A_YEAR, index % QUARTERS_A_YEAR + 1)

    def back(self, count: int) -> tuple[Quarter, ...]:
        """Return the ``count`` quarters that end with this one, in time order."""
        return tuple(self.plus(step) for step in range(1 - count, 1))

    def __str__(self) -> str:
        """Return the sortable name used in paths, keys and headers: ``2026-T3``."""
        return f"{self.year}-T{self.number}"
