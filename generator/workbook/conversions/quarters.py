"""Quarters and horizons, as typed in headers and cells."""

from __future__ import annotations

import re
from datetime import date, datetime

from generator.model.quarter import Quarter
from generator.workbook.conversions.reading import Question, Reading, cleaned, failure

_YEARS = range(1990, 2101)
_YEAR = r"(?P<year>\d{4}|\d{2})"
_RANK = r"(?:er|e|ème|eme|st|nd|rd|th)?"
_WORD = r"(?:T|Q|trim(?:estre)?|quarter)"
_FORMS = (
    re.compile(rf"[TQ]\s*(?P<number>[1-4])[\s\-/._]*{_YEAR}", re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})[\s\-/._]*[TQ]\s*(?P<number>[1-4])", re.IGNORECASE),
    re.compile(rf"(?P<number>[1-4])\s*{_RANK}\s*{_WORD}\.?[\s\-/._]*{_YEAR}", re.IGNORECASE),
)


def parse_quarter(value: object) -> Quarter | None:
    """Return the quarter that a header or a text names, or None.

    `T1 2026`, `2026-T1`, `Q1 2026`, `2026Q1`, `T1-26` and `1T2026` all name one.
    """
    text = cleaned(value).replace("*", "").strip() if isinstance(value, str) else ""
    for form in _FORMS:
        if match := form.fullmatch(text):
            year = int(match["year"])
            return Quarter(year if year >= 100 else 2000 + year, int(match["number"]))
    return None


def quarter(value: object, question: Question) -> Reading:
    """Read a quarter; a date stands for the quarter it falls in."""
    read = _of_date(value) or parse_quarter(value)
    return failure("V210", question, value) if read is None else Reading(read)


def horizon(value: object, question: Question) -> Reading:
    """Read a quarter or a year; the one year of a longer text is suggested."""
    read = _year(value) or _of_date(value) or parse_quarter(value)
    if read is not None:
        return Reading(read)
    years = {year for year in re.findall(r"(?<!\d)\d{4}(?!\d)", str(value)) if int(year) in _YEARS}
    return failure("V239", question, value, suggestion=years.pop() if len(years) == 1 else None)


def _of_date(value: object) -> Quarter | None:
    return Quarter.containing(value) if isinstance(value, (date, datetime)) else None


def _year(value: object) -> int | None:
    if isinstance(value, str):
        value = int(value) if re.fullmatch(r"\d{4}", value := cleaned(value)) else None
    is_whole = isinstance(value, (int, float)) and not isinstance(value, bool) and value == int(value)
    return int(value) if is_whole and int(value) in _YEARS else None  # type: ignore[call-overload]
