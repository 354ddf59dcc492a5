"""Dates and times of day, as Excel holds them or as people type them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from generator.model.quarter import Quarter
from generator.workbook.conversions.meant_days import meant_day
from generator.workbook.conversions.month_names import MONTH_ALONE, month_named
from generator.workbook.conversions.reading import Question, Reading, cleaned, failure, remark, shown

_EPOCH_1900 = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_SERIALS = range(14_000, 110_000)  # 1938 to 2201: a year such as 2026 is not a serial
_HALF_A_SECOND = 0.5 / 86_400  # Excel shows the next day from there on
_EARLIEST = 1938  # a year typed into a cell of dates becomes a day of 1905
_YEARS = range(1900, 2200)
_CENTURY = 100
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[T ]\d{2}:\d{2}.*)?")
_DAY_AND_WORD = re.compile(r"(?:[^\W\d]+\.? )?(\d{1,2})(?:er|st|nd|rd|th)?[\s\-]+([^\W\d]+)\.?[\s\-,]+(\d{4}|\d{2})")
_WORD_AND_DAY = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_YEAR_AND_MONTH = re.compile(r"(\d{4})[/.\-](\d{1,2})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_CLOCK = re.compile(r"(\d{1,2})\s*(?:[h:]\s*(\d{2})?)\s*(?::\d{2}|min|mn)?", re.IGNORECASE)
_LAST_OF_SEVERAL = re.compile(r"\s*(?:→|->|=>|⇒)\s*")


def day(value: object, question: Question) -> Reading:
    """Read a date: a real one, a serial number, or a text (which is said)."""
    if isinstance(value, date):
        read = value.date() if isinstance(value, datetime) else value
        return Reading(read) if _EARLIEST <= read.year < _YEARS.stop else failure("V204", question, value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _serial(value, question)
    if isinstance(value, str):
        return _written(value, question)
    return failure("V204", question, value)


def _serial(value: float, question: Question) -> Reading:
    days = int(value + _HALF_A_SECOND)
    if days not in _SERIALS:
        return failure("V204", question, value)
    return Reading((_EPOCH_1904 if question.epoch_1904 else _EPOCH_1900) + timedelta(days=days))


def _written(raw: str, question: Question) -> Reading:
    text = cleaned(raw).replace("\n", " ")
    parts = _parts(text)
    if parts is None or parts[0] not in _YEARS:
        return failure("V204", question, raw, suggestion=_suggested(text, question))
    may_turn = question.language.manner.reads_month_first and _DAY_FIRST.fullmatch(text) is not None
    read, other = _date(*parts), _date(parts[0], parts[2], parts[1]) if may_turn else None
    read, other = (other, None) if read is None else (read, other)
    if read is None:
        return failure("V204", question, raw)
    reading = remark("V205", question, raw, value=read, reading=read)
    if other is None or other == read:
        return reading
    ambiguous = remark("V214", question, raw, value=read, reading=read, other=other)
    return Reading(read, (*reading.findings, *ambiguous.findings))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _parts(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day, or None; the day comes first in both languages, as in Europe.

    In English a date that can only be month first, such as `12/31/2026`, is read so.
    """
    if match := _DAY_FIRST.fullmatch(text):
        return _year(match[3]), int(match[2]), int(match[1])
    if match := _YEAR_FIRST.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if (match := _DAY_AND_WORD.fullmatch(text)) and (month := month_named(match[2])):
        return _year(match[3]), month, int(match[1])
    if (match := _WORD_AND_DAY.fullmatch(text)) and (month := month_named(match[1])):
        return int(match[3]), month, int(match[2])
    return None


def _year(digits: str) -> int:
    year = int(digits)
    return year if year >= _CENTURY else 2000 + year


def _suggested(text: str, question: Question) -> str | None:
    """Offer a day for what people write in place of one, the last of several; None where nobody can tell."""
    last = _LAST_OF_SEVERAL.split(text)[-1]
    parts = _parts(last) if last != text else None
    read = _date(*parts) if parts and parts[0] in _YEARS else meant_day(last, question.cutoff)
    return shown(read) if read else None


def quarter_of_month(value: object) -> Quarter | None:
    """Return the quarter of a date or of a month written `2026-07`, `07/2026`, `juil. 2026`; None for anything else."""
    if isinstance(value, date):
        return Quarter.containing(value)
    text = cleaned(value) if isinstance(value, str) else ""
    parts = _parts(text)
    year, month = (parts[0], parts[1]) if parts else _year_and_month(text)
    return Quarter(year, (month - 1) // 3 + 1) if year in _YEARS and 1 <= month <= 12 else None


def _year_and_month(text: str) -> tuple[int, int]:
    if match := _YEAR_AND_MONTH.fullmatch(text):
        return int(match[1]), int(match[2])
    if match := _MONTH_AND_YEAR.fullmatch(text):
        return int(match[2]), int(match[1])
    match = MONTH_ALONE.fullmatch(text)
    return (int(match[3] or 0), month_named(match[2]) or 0) if match else (0, 0)


def clock(value: object, question: Question) -> Reading:
    """Read a time of day: a real one, a fraction of a day, or a text such as `10 h 30`."""
    if isinstance(value, datetime):
        return Reading(value.time())
    if isinstance(value, time):
        return Reading(value)
    if isinstance(value, timedelta):
        value = value / timedelta(days=1)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1:
        return Reading((datetime.min + timedelta(minutes=round(value * 1440))).time())
    match = _CLOCK.fullmatch(cleaned(value)) if isinstance(value, str) else None
    if match and int(match[1]) < 24 and int(match[2] or 0) < 60:
        return Reading(time(int(match[1]), int(match[2] or 0)))
    return failure("V212", question, value)
