"""Amounts brought to the unit of their column: converted from what a cell or its header says, or refused."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.locales import Phrase, phrase
from generator.model.column import Days, Kind
from generator.workbook.conversions.reading import Question, Reading, failure, remark
from generator.workbook.conversions.units import Span, Unit, unit

_HUNDRED = Decimal(100)
_PERCENT = Unit("%", is_percent=True)
_COUNTED = {Kind.INTEGER, Kind.LEVEL, Kind.TERM}


def measured(amount: Decimal, said: Unit | None, question: Question, raw: object) -> Reading:
    """Return an amount in the unit of its column; `said` is what the cell itself says that it is counted in.

    A term in days is `Days`. The finding beside a value tells a conversion that the cell asked for.
    """
    counted_in = said or question.headed
    if counted_in is None or counted_in.is_things:
        return Reading(amount)
    if said and question.headed and said.is_money and question.headed.is_money and said.power != question.headed.power:
        readings = (amount.scaleb(said.power), amount.scaleb(question.headed.power))
        return failure("V219", question, raw, reading_a=readings[0], reading_b=readings[1])
    made = _converted(amount, counted_in, question, raw)
    return _remarked(made, amount, question, raw) if said and said.span else made


def shown(amount: Decimal, question: Question) -> Reading:
    """Return the amount of a cell whose number format may show it in another unit, or as another number."""
    face = question.face
    if face is None or not amount:
        return measured(amount, None, question, amount)
    if face.is_percent:
        return _shown_in_percent(amount, question)
    said = unit(face.words)
    if not face.thousands and not (said and said.power):
        return measured(amount, said, question, amount)
    return _shown_scaled(amount, face.thousands, said, question)


def _shown_in_percent(amount: Decimal, question: Question) -> Reading:
    counts_rates = question.kind is Kind.RATE or (
        question.kind is Kind.NUMBER and (question.unit is None or question.unit.is_percent)
    )
    return Reading(amount) if counts_rates else misfit(_PERCENT, question, f"{float(amount * _HUNDRED):.15g} %")


def _shown_scaled(amount: Decimal, thousands: int, said: Unit | None, question: Question) -> Reading:
    """Hold what a format shows, in thousands or of thousands, against the number that the cell holds."""
    own = question.unit.power if question.unit else 0
    power = said.power if said and said.power else question.headed.power if question.headed else own
    meant = amount.scaleb(power - own - 3 * thousands)
    if meant != amount:
        return failure("V219", question, amount, reading_a=meant, reading_b=amount)
    plain = replace(question, headed=None)
    return measured(amount, replace(said, power=own) if said else None, plain, amount)


def misfit(said: Unit, question: Question, raw: object) -> Reading:
    """Return the refusal of a unit that the column cannot be counted in."""
    return failure("V216", question, raw, unit=said.words, expected=expected(question))


def foreign(said: Unit, currency: str | None) -> bool:
    """Tell whether a unit names another currency than the account's."""
    return bool(said.currencies) and currency is not None and currency not in said.currencies


def expected(question: Question) -> Phrase:
    """Return what a column expects, in words."""
    match question.kind:
        case Kind.MONEY:
            return phrase("diagnostics.expected.money", currency=question.currency or "EUR")
        case Kind.RATE:
            return phrase("diagnostics.expected.rate")
        case _:
            own = question.unit
            key = "diagnostics.expected.in_unit" if own else "diagnostics.expected.number"
            return phrase(key, unit=own.told) if own else phrase(key)


def _converted(amount: Decimal, said: Unit, question: Question, raw: object) -> Reading:
    if said.has_tax:
        return misfit(said, question, raw)
    if question.kind is Kind.MONEY:
        return _money(amount, said, question, raw)
    if question.kind is Kind.RATE:
        return Reading(amount / _HUNDRED) if said.is_percent else misfit(said, question, raw)
    if question.kind in _COUNTED:
        return _counted(amount, said, question, raw)
    return _numbered(amount, said, question, raw)


def _money(amount: Decimal, said: Unit, question: Question, raw: object) -> Reading:
    if said.is_percent or said.span:
        return misfit(said, question, raw)
    if foreign(said, question.currency):
        return failure("V215", question, raw, unit=said.words, currency=question.currency)
    own = question.unit.power if question.unit else 0
    return Reading(amount.scaleb(said.power - own))


def _counted(amount: Decimal, said: Unit, question: Question, raw: object) -> Reading:
    own = question.unit.span if question.unit else None
    if said.span is None or own is None:
        return misfit(said, question, raw)
    factor, days = said.span.per(own), said.span.per(Span.DAY)
    if factor is not None:
        return Reading(amount * factor)
    if question.kind is Kind.TERM and days is not None and (whole := amount * days) == whole.to_integral_value():
        return Reading(Days(int(whole)))
    return misfit(said, question, raw)


def _numbered(amount: Decimal, said: Unit, question: Question, raw: object) -> Reading:
    """Return a number of a row that names its own unit, or none."""
    own = question.unit
    if own is not None and own.is_things and own.names_as(said):
        return Reading(amount)
    if said.is_percent:
        return Reading(amount / _HUNDRED) if own is None or own.is_percent else misfit(said, question, raw)
    if said.is_money:
        fits = own is None or own.is_money or (own.is_things and not said.currencies)
        return _money(amount, said, question, raw) if fits else misfit(said, question, raw)
    if own is None:
        return Reading(amount)
    factor = said.span.per(own.span) if said.span and own.span else None
    return misfit(said, question, raw) if factor is None else Reading(amount * factor)


def told(value: object, question: Question) -> object:
    """Return a value that was converted as it is told, with the unit that its column counts in."""
    if isinstance(value, Days):
        return value.label
    if question.kind is Kind.RATE and isinstance(value, Decimal):
        return phrase("diagnostics.expected.share", rate=value)
    own = question.unit
    return value if own is None else phrase("diagnostics.expected.length", number=value, unit=own.told)


def _remarked(made: Reading, amount: Decimal, question: Question, raw: object) -> Reading:
    """Tell a length of time that is read as another number than the one typed."""
    if made.failed or amount == (made.value.days if isinstance(made.value, Days) else made.value):
        return made
    return remark("V218", question, raw, value=made.value, reading=told(made.value, question))
