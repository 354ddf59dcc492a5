"""Values of a KPI in the form its unit asks for, to be said when the reader's language is known."""

from __future__ import annotations

from decimal import Decimal

from generator.locales import Phrase, phrase
from generator.model.choices import Unit


def in_unit(value: Decimal, unit: Unit) -> Phrase:
    """Return the value as money, percentage, points, days or plain number."""
    match unit:
        case Unit.MONEY:
            return phrase("checks.value.money", value=value)
        case Unit.PERCENT:
            return phrase("checks.value.percent", value=value)
        case Unit.POINTS:
            return phrase("checks.value.points", value=value)
        case Unit.DAYS:
            return phrase("checks.value.days", value=value)
        case Unit.COUNT:
            return phrase("checks.value.number", value=value)
