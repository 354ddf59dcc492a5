"""How an axis prints its values."""

from __future__ import annotations

from decimal import Decimal

from generator.locales import formats
from generator.locales.language import Language
from generator.story.blocks.chart import ValueFormat

_POWERS = {ValueFormat.THOUSANDS: 3, ValueFormat.MILLIONS: 6}


def printed(value: Decimal | float, value_format: ValueFormat, language: Language) -> str:
    """A value as an axis prints it, in the unit of the labels."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(round(value, 9)))
    if value_format is ValueFormat.RATE:
        return formats.percent(language, exact)
    return formats.number(language, exact.scaleb(-_POWERS.get(value_format, 0)))
