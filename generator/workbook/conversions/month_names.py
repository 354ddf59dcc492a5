"""The months as people write them, in any of our languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel.dates import get_month_names

from generator.locales import Language
from generator.workbook.matching import folded

MONTH_ALONE = re.compile(
    r"(?:(fin|d[ée]but|mi|end|late|early|mid)[\s\-]+(?:of )?)?([^\W\d]+)\.?[\s\-]*(\d{4})?", re.IGNORECASE
)
_SHORTEST = 3


def month_named(word: str) -> int | None:
    """Return the number of a month written in one of our languages, in full or cut short; None when it is not one."""
    start = folded(word)
    found = [at for at, names in _months().items() if any(name.startswith(start) for name in names)]
    return found[0] if len(start) >= _SHORTEST and len(found) == 1 else None


@cache
def _months() -> Mapping[int, frozenset[str]]:
    spoken = [get_month_names("wide", locale=language.value) for language in Language]
    return {at: frozenset(folded(names[at]) for names in spoken) for at in range(1, 13)}
