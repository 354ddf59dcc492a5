"""Figures as they are printed."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from generator.locales.locale import Locale
from generator.measures.traces import Form


def shown(value: object, form: Form, locale: Locale) -> str:
    """Print a value in its form."""
    if isinstance(value, int | Decimal):
        match form:
            case Form.MONEY:
                return locale.money(Decimal(value))
            case Form.PERCENT:
                return locale.percent(Decimal(value))
            case Form.DAYS:
                return locale.say("explain.days", n=int(value), value=locale.number(value))
            case Form.PLAIN:
                return locale.number(_brief(Decimal(value)))
            case _:
                assert_never(form)
    return locale.value(value)


def _brief(value: Decimal) -> Decimal:
    return value if value == value.to_integral_value() else value.quantize(Decimal("0.1"))
