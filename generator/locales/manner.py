"""What a language does that neither its catalogues nor the CLDR say."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

Rules = tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]
"""What is replaced in a line, in order; replacing twice changes nothing."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a language is written.

    ``tag`` names it with its country, ``office_id`` does so in Excel's formats; ``is_plural`` is asked of a count
    without its sign; ``reads_month_first`` where some of its readers write the month of a date before the day.
    """

    tag: str
    office_id: int
    is_plural: Callable[[Decimal], bool]
    typography: Rules
    reads_month_first: bool = False
