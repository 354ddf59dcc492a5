"""The one way the reading of a package stops early: it ends as a finding where the package was opened."""

from __future__ import annotations


class UnreadableError(Exception):
    """A package that is not read further: the code of the finding that says why, and the sheet it is about."""

    def __init__(self, code: str, *, sheet: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.sheet = sheet


DAMAGED = "W106"
OVERSIZED = "W108"
UNSAFE = "W109"
DECLARES_A_TYPE = "W120"
NOT_A_WORKBOOK = "W105"
PROTECTED = "W103"
OTHER_FORMAT = "W121"
CROWDED_SHEET = "W122"
