"""The units that amounts are short in: units of the currency, thousands, millions."""

from enum import Enum


class MoneyScale(Enum):
    """A unit of amounts, by the power of ten that it counts."""

    UNITS = 0
    THOUSANDS = 3
    MILLIONS = 6
