"""The day that people mean by a month, a quarter, a week, a year, or days after the cut-off: offered, never applied."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from generator.workbook.conversions.month_names import MONTH_ALONE, month_named
from generator.workbook.matching import folded

_PART = r"(?:(?P<part>fin|d[ée]but|mi|end|late|early|mid)[\s\-]+(?:of |du |de )?)?"
_WEEK = re.compile(
    r"(?:(?P<before>\d{4})[\s\-]*)?(?P<word>s|w|sem|semaine|wk|week)\.?[\s\-]*(?P<week>\d{1,2})(?:[\s/\-]+(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_QUARTER = re.compile(rf"{_PART}[TQ]\s*(?P<quarter>[1-4])(?:[\s/\-]*(?P<year>\d{{4}}))?", re.IGNORECASE)
_YEAR = re.compile(rf"{_PART}(?P<year>\d{{4}})", re.IGNORECASE)
_AFTER = re.compile(r"[JD]\s*(?P<sign>[+\-−])\s*(?P<days>\d{1,4})", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})")
_DAY_AND_WORD = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?[\s\-]+([^\W\d]+)\.?")
_STARTS, _MIDDLES = {"debut", "early"}, {"mi", "mid"}
_YEARS = range(1900, 2200)
_FRIDAY = 5
_SEMESTERS = 2


def meant_day(text: str, cutoff: date | None) -> date | None:
    """Return the day that a text most likely means; a year that is not said is the cut-off's."""
    for form in _FORMS:
        try:
            found = form(text, cutoff)
        except (ValueError, OverflowError):  # a day or a week that the year has not
            return None
        if found:
            return found
    return None


def _of_month(text: str, cutoff: date | None) -> date | None:
    match = MONTH_ALONE.fullmatch(text)
    month, year = month_named(match[2]) if match else None, _year(match[3] if match else None, cutoff)
    return _within(year, month, month, match[1]) if match and month and year else None


def _of_quarter(text: str, cutoff: date | None) -> date | None:
    match = _QUARTER.fullmatch(text)
    year = _year(match["year"] if match else None, cutoff)
    last = int(match["quarter"]) * 3 if match else 0
    return _within(year, last - 2, last, match["part"]) if match and year else None


def _of_year(text: str, _cutoff: date | None) -> date | None:
    match = _YEAR.fullmatch(text)
    return _within(int(match["year"]), 1, 12, match["part"]) if match and match["part"] else None


def _of_week(text: str, cutoff: date | None) -> date | None:
    """Return the Friday of an ISO week; `S1` and `S2` may be halves of a year."""
    match = _WEEK.fullmatch(text)
    year = _year((match["before"] or match["year"]) if match else None, cutoff)
    if match is None or year is None or (match["word"] in "sS" and int(match["week"]) <= _SEMESTERS):
        return None
    return date.fromisocalendar(year, int(match["week"]), _FRIDAY)


def _after_cutoff(text: str, cutoff: date | None) -> date | None:
    match = _AFTER.fullmatch(text)
    if match is None or cutoff is None:
        return None
    days = int(match["days"])
    return cutoff + timedelta(days=days if match["sign"] == "+" else -days)


def _without_year(text: str, cutoff: date | None) -> date | None:
    by_number, by_word = _DAY_AND_MONTH.fullmatch(text), _DAY_AND_WORD.fullmatch(text)
    match, month = by_number or by_word, 0
    if match is None or cutoff is None:
        return None
    month = int(match[2]) if by_number else month_named(match[2]) or 0
    return date(cutoff.year, month, int(match[1]))


_FORMS: tuple[Callable[[str, date | None], date | None], ...] = (
    _of_month,
    _of_quarter,
    _of_year,
    _of_week,
    _after_cutoff,
    _without_year,
)


def _year(digits: str | None, cutoff: date | None) -> int | None:
    year = int(digits) if digits else cutoff.year if cutoff else None
    return year if year in _YEARS else None


def _within(year: int, first: int, last: int, part: str | None) -> date:
    """Return the last day of some months, their first or the one in the middle where words say so."""
    word = folded(part or "")
    if word in _STARTS:
        return date(year, first, 1)
    if word in _MIDDLES:
        return date(year, (first + last) // 2, 15)
    return date(year, last, monthrange(year, last)[1])
