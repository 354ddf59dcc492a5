"""What can be wrong with a brand folder, as one exception that keeps its parts for the message shown later."""

import math
from pathlib import Path

from generator.locales.phrase import Phrase

_LONGEST = 10**300  # Python refuses to tell a number of thousands of digits


class BrandError(Exception):
    """A brand folder that cannot be used: `place` (a dotted key), what was `expected`, what was `found`.

    `file` is the brand's file, known where the folder is; `found` is a phrase, or a value as the file gives it.
    """

    def __init__(self, place: str, expected: Phrase, found: object = None) -> None:
        super().__init__(f"{place}: {expected.key}")
        self.place = place
        self.expected = expected
        self.found = math.inf if isinstance(found, int) and abs(found) > _LONGEST else found
        self.file: Path | None = None
