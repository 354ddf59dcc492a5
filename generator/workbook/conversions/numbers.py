"""Numbers, amounts, rates and terms, as typed in Excel or pasted as text."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

from generator.model.column import LONGEST_IN_DAYS, Days, Kind
from generator.workbook.conversions.measured import measured, shown
from generator.workbook.conversions.reading import Question, Reading, failure, remark
from generator.workbook.conversions.units import Unit, unit
from generator.workbook.conversions.written import Written, alone, mended, written

_HUNDRED = Decimal(100)
_ONE = Decimal(1)
_DOUBLE = Decimal(2)
_ENDLESS = "∞"
_WHOLE = {Kind.INTEGER, Kind.LEVEL, Kind.TERM}


def number(value: object, question: Question) -> Reading:
    """Read a number, an amount, a rate, a whole number, a level or a term, as the question's kind wants it."""
    if isinstance(value, (bool, date, time, timedelta)):
        return failure("V202", question, value)
    if isinstance(value, str):
        return _written(value, question)
    amount = _exact(value)
    return _fitted(shown(amount, question), question, amount)


def _exact(value: object) -> Decimal:
    """Return what Excel shows: fifteen significant digits, however the binary number drifts."""
    return Decimal(value) if isinstance(value, (int, Decimal)) else Decimal(f"{value:.15g}")


def _written(text: str, question: Question) -> Reading:
    found = written(text)
    said = unit(found.words) if found else None
    if found is None or (found.words and said is None and not _names_own_unit(found, question)):
        return failure("V202", question, text, suggestion=mended(text) or alone(text))
    power = said.power if said else 0
    if power and question.kind not in {Kind.MONEY, Kind.NUMBER}:
        return failure("V202", question, text)
    if len(found.amounts) > 1:
        first, second = (amount.scaleb(power) for amount in found.amounts)
        return failure("V203", question, text, reading_a=first, reading_b=second)
    reading = _fitted(measured(found.amounts[0], said, question, text), question, text, said=said)
    if power and not found.is_in_parentheses and not reading.failed:
        return remark("V211", question, text, value=reading.value, reading=reading.value)
    return reading


def _names_own_unit(found: Written, question: Question) -> bool:
    """Tell whether the words beside a number only repeat what its row counts."""
    own = question.unit
    return own is not None and own.is_things and own.names_as(Unit(found.words))


def _fitted(made: Reading, question: Question, raw: object, *, said: Unit | None = None) -> Reading:
    """Hold an amount against the kind and the bounds of its column."""
    if made.failed:
        return made
    if isinstance(made.value, Days):
        return _bounded(made, made.value.days, question, raw, high=LONGEST_IN_DAYS)
    if not isinstance(made.value, Decimal):
        return made
    is_percent = said is not None and said.is_percent
    counts_rates = question.kind is Kind.RATE or (
        question.kind is Kind.NUMBER and question.unit is not None and question.unit.is_percent
    )
    if counts_rates and not is_percent and (doubt := _doubtful(made.value, question, raw)):
        return doubt
    if question.kind in _WHOLE and made.value != made.value.to_integral_value():
        return failure("V209", question, raw)
    return _bounded(made, made.value, question, raw, high=question.high)


def _doubtful(rate: Decimal, question: Question, raw: object) -> Reading | None:
    """Return the question about a rate that lacks its percent sign, where it may be one of a hundred or of one."""
    is_shown_in_percent = question.face is not None and question.face.is_percent
    if question.headed and question.headed.is_percent and not is_shown_in_percent:
        typed = rate * _HUNDRED
        return failure("V207", question, raw, reading_a=rate, reading_b=typed) if 0 < typed <= _ONE else None
    sure = _ONE if question.kind is Kind.RATE else _DOUBLE
    if sure < rate <= _HUNDRED:
        return failure("V207", question, raw, reading_a=rate / _HUNDRED, reading_b=rate)
    return None


def _bounded(made: Reading, amount: Decimal | int, question: Question, raw: object, *, high: int | None) -> Reading:
    low = question.low
    if (low is not None and amount < low) or (high is not None and amount > high):
        low_said, high_said = f"−{_ENDLESS}" if low is None else low, _ENDLESS if high is None else high
        return failure("V208", question, raw, low=low_said, high=high_said)
    if question.kind in _WHOLE and isinstance(made.value, Decimal):
        return Reading(int(made.value), made.findings)
    return made
