"""The months as people write them, in French or English."""

from __future__ import annotations

import re

from generator.workbook.matching import folded

_MONTHS = (
    *("janvier january", "fevrier february", "mars march", "avril april", "mai may", "juin june"),
    *(
        "juillet july",
        "aout august",
        "septembre september",
        "octobre october",
        "novembre november",
        "decembre december",
    ),
)
MONTH_ALONE = re.compile(
    r"(?:(fin|d[ée]but|mi|end|late|early|mid)[\s\-]+(?:of )?)?([^\W\d]+)\.?[\s\-]*(\d{4})?", re.IGNORECASE
)
_SHORTEST = 3


def month_named(word: str) -> int | None:
    """Return the number of a month written in French or English, in full or cut short; None when it is not one."""
    start = folded(word)
    found = [at for at, names in enumerate(_MONTHS, start=1) if any(name.startswith(start) for name in names.split())]
    return found[0] if len(start) >= _SHORTEST and len(found) == 1 else None
