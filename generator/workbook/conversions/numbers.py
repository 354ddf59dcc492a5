"""Numbers, amounts and rates, as typed in Excel or pasted as text."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal

from generator.model.column import Kind
from generator.workbook.conversions.reading import Question, Reading, failure, remark

_HUNDRED = Decimal(100)
_ONE = Decimal(1)
_DOUBLE = Decimal(2)
_ENDLESS = "∞"
_POWERS = {"": 0, "k": 3, "m": 6, "md": 9, "mds": 9, "bn": 9}
_UNITS = r"ht|h\.t\.|mois|months?|jours?|j|days?|min|minutes?|pts?|points?"
_CURRENCIES = r"€|\$|£|eur(?:os?)?|usd|gbp|chf|cad"
_WRITTEN = re.compile(
    rf"(?P<sign>[+\-−–]?)\s*(?:(?:{_CURRENCIES})\s*)?(?P<body>\d[\d\s.,'’]*|[.,]\d+)"
    rf"\s*(?P<power>k|m|mds?|bn)?\s*(?:{_CURRENCIES})?\s*(?P<percent>%)?\s*(?:{_UNITS})?\s*(?P<minus>[\-−])?",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:(\D)\d{3})(?:\1\d{3})*")


def number(value: object, question: Question) -> Reading:
    """Read a number, an amount, a rate, a whole number or a level, as the question's kind wants it."""
    if isinstance(value, (bool, date, time, timedelta)):
        return failure("V202", question, value)
    if isinstance(value, str):
        return _written(value, question)
    return _fitted(_exact(value), question, value)


def _exact(value: object) -> Decimal:
    """Return what Excel shows: fifteen significant digits, however the binary number drifts."""
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")


def _written(text: str, question: Question) -> Reading:
    inner = text.strip()
    in_parentheses = inner.startswith("(") and inner.endswith(")")
    match = _WRITTEN.fullmatch(inner[1:-1].strip() if in_parentheses else inner)
    readings = _readings(match["body"]) if match else ()
    if match is None or not readings:
        return failure("V202", question, text)
    is_negative = in_parentheses or match["sign"] in {"-", "−", "–"} or match["minus"] is not None
    power = _POWERS[(match["power"] or "").lower()]
    if power and question.kind not in {Kind.MONEY, Kind.NUMBER}:
        return failure("V202", question, text)
    scaled = [(-reading if is_negative else reading).scaleb(power) for reading in readings]
    is_percent = match["percent"] is not None
    if len(scaled) > 1:
        return failure("V203", question, text, reading_a=scaled[0], reading_b=scaled[1])
    amount = scaled[0] / _HUNDRED if is_percent else scaled[0]
    reading = _fitted(amount, question, text, is_percent=is_percent)
    if power and not in_parentheses and not reading.failed:
        return remark("V211", question, text, value=reading.value, reading=amount)
    return reading


def _readings(body: str) -> tuple[Decimal, ...]:
    """Return the numbers that digits and separators may stand for: none, one, or two when nobody can tell."""
    body = re.sub(r"\s+", " ", body.strip().replace("’", "'"))
    for space in (" ", "'"):
        if space in body:
            whole, mark, decimals = _split(body)
            if not _GROUPED.fullmatch(whole) or (mark and not decimals.isdigit()):
                return ()
            return (Decimal(f"{whole.replace(space, '')}.{decimals or 0}"),)
    return _separated(body)


def _split(body: str) -> tuple[str, str, str]:
    at = max(body.rfind("."), body.rfind(","))
    return (body[:at], body[at], body[at + 1 :]) if at >= 0 else (body, "", "")


def _separated(body: str) -> tuple[Decimal, ...]:
    whole, mark, decimals = _split(body)
    if not mark:
        return (Decimal(body),)
    other = "," if mark == "." else "."
    is_grouped = _GROUPED.fullmatch(body) is not None
    if body.count(mark) > 1:
        return (Decimal(body.replace(mark, "")),) if is_grouped and other not in body else ()
    if other in whole:
        return (Decimal(f"{whole.replace(other, '')}.{decimals}"),) if _GROUPED.fullmatch(whole) and decimals else ()
    as_decimal = Decimal(f"{whole or 0}.{decimals or 0}")
    if is_grouped and not whole.startswith("0"):
        return as_decimal, Decimal(whole + decimals)
    return (as_decimal,)


def _fitted(amount: Decimal, question: Question, raw: object, *, is_percent: bool = False) -> Reading:
    """Hold an amount against the kind of its column."""
    match question.kind:
        case Kind.RATE:
            return _rate(amount, question, raw, is_percent=is_percent)
        case Kind.INTEGER | Kind.LEVEL:
            return _whole(amount, question, raw)
        case Kind.NUMBER if question.in_percent and not is_percent and _DOUBLE < amount <= _HUNDRED:
            return failure("V207", question, raw, reading_a=amount / _HUNDRED, reading_b=amount)
        case _:
            return Reading(amount)


def _rate(amount: Decimal, question: Question, raw: object, *, is_percent: bool) -> Reading:
    if 0 <= amount <= _ONE:
        return Reading(amount)
    if not is_percent and _ONE < amount <= _HUNDRED:
        return failure("V207", question, raw, reading_a=amount / _HUNDRED, reading_b=amount)
    return failure("V208", question, raw, low=0, high=1)


def _whole(amount: Decimal, question: Question, raw: object) -> Reading:
    if amount != amount.to_integral_value():
        return failure("V209", question, raw)
    low, high = (1, 5) if question.kind is Kind.LEVEL else (0, None)
    if amount < low or (high is not None and amount > high):
        return failure("V208", question, raw, low=low, high=_ENDLESS if high is None else high)
    return Reading(int(amount))
