"""Headers that name a period which is no calendar quarter: months, half-years, years, quarters of a fiscal year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.workbook.conversions import cleaned, parse_quarter, quarter_of_month
from generator.workbook.matching import folded
from generator.workbook.raw import RawCell

_YEAR = r"(?:19|20)?\d{2}"
_YEARS = rf"(?:{_YEAR}\s*[/\-–]\s*{_YEAR})"
_FISCAL = rf"(?:(?:FY|exercice|ex\.?|AF|fiscal(?:\s+year)?)\s*'?(?:{_YEARS}|{_YEAR}))"
_RANK = r"(?:er|e|è?me|st|nd|rd|th)?"
_PART = rf"(?:[TQSH]\s*[1-4]|[1-4]\s*{_RANK}\s*(?:[TQ]\b|(?:trim\w*|sem\w*|quarter|half)\.?))"
_BETWEEN = r"[\s\-/._,]*"
_SHAPES = re.compile(
    rf"{_PART}{_BETWEEN}(?:{_YEARS}|{_FISCAL})|(?:{_YEARS}|{_FISCAL}){_BETWEEN}{_PART}"
    rf"|(?:[SH]\s*[12]|[12]\s*(?:er|e|è?me|st|nd)?\s*(?:sem\w*|half)\.?){_BETWEEN}{_YEAR}"
    rf"|(?:19|20)\d{{2}}{_BETWEEN}[SH]\s*[12]",
    re.IGNORECASE,
)
_WHOLE_YEARS = re.compile(rf"(?:19|20)\d{{2}}|{_YEARS}|{_FISCAL}", re.IGNORECASE)
_LONGEST = 40
_MONTHS = frozenset(
    (
        *("janvier", "janv", "fevrier", "fevr", "mars", "avril", "avr", "mai", "juin", "juillet", "juil", "aout"),
        *("septembre", "sept", "octobre", "oct", "novembre", "nov", "decembre", "dec", "january", "jan", "february"),
        *("feb", "march", "april", "apr", "may", "june", "jul", "july", "august", "aug", "september", "sep", "october"),
        *("november", "december"),
    )
)


def is_period(value: object) -> bool:
    """Tell whether a header names a period of any kind."""
    return parse_quarter(value) is not None or is_other_period(value) or _is_year(value)


def is_other_period(value: object) -> bool:
    """Tell whether a header names a period that no quarter is; whole years may be sums, so they do not count."""
    if parse_quarter(value) is not None or (isinstance(value, str) and len(value) > _LONGEST):
        return False
    if quarter_of_month(value) is not None:
        return True
    text = cleaned(value) if isinstance(value, str) else ""
    return _SHAPES.fullmatch(text) is not None or folded(text) in _MONTHS


def other_periods(headers: Iterable[RawCell]) -> tuple[RawCell, ...]:
    """Return the headers of a crosstab that name other periods; whole years only where no quarter has a column."""
    cells = tuple(headers)
    has_quarters = any(parse_quarter(cell.value) is not None for cell in cells)
    return tuple(cell for cell in cells if is_other_period(cell.value) or (not has_quarters and _is_year(cell.value)))


def _is_year(value: object) -> bool:
    if isinstance(value, int) and not isinstance(value, bool):
        return 1990 <= value <= 2100
    return isinstance(value, str) and len(value) <= _LONGEST and _WHOLE_YEARS.fullmatch(cleaned(value)) is not None
