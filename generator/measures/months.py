"""Calendar months added to a date, as contracts count them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from generator.model.column import Days

MONTHS_A_YEAR = 12


def add_months(day: date, months: int) -> date:
    """Return the same day that many months later (earlier when negative), clipped to the end of a shorter month."""
    index = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = index // MONTHS_A_YEAR, index % MONTHS_A_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def before(day: date, term: int | Days) -> date:
    """Return the day that stands a term earlier: so many calendar months, or exactly so many days."""
    return day - timedelta(days=term.days) if isinstance(term, Days) else add_months(day, -term)


def next_term_end(last_day: date, months: int) -> date:
    """Return the last day of the term that follows ``last_day``: six months after 30 June end on 31 December."""
    return add_months(last_day + timedelta(days=1), months) - timedelta(days=1)
