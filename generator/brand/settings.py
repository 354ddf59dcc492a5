"""Typed reading of `brand.toml`: every value is taken by name and kind, and a wrong one is told with its dotted key."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from generator.brand.errors import BrandError
from generator.locales.phrase import Phrase, phrase
from generator.output.bounded_json import bounded

_MOST_BYTES = 1_000_000
_AT = re.compile(r"line (?P<line>\d+), column (?P<column>\d+)")


@dataclass(frozen=True)
class Settings:
    """One table of the file; `place` is its dotted name."""

    values: Mapping[str, object]
    place: str

    def key(self, name: str) -> str:
        """The dotted key of a value of this table."""
        return f"{self.place}.{name}" if self.place else name

    def table(self, name: str) -> "Settings":
        """The table of this name."""
        value = self.values.get(name)
        if not isinstance(value, dict):
            raise BrandError(self.key(name), phrase("brands.expected.table"), value)
        return Settings(value, self.key(name))

    def text(self, name: str) -> str:
        """The text of this name."""
        value = self.values.get(name)
        if not isinstance(value, str):
            raise BrandError(self.key(name), phrase("brands.expected.text"), value)
        return value

    def number(self, name: str, *, low: float, high: float) -> float:
        """The number of this name, which lies within these bounds."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BrandError(self.key(name), phrase("brands.expected.number"), value)
        if not low <= value <= high:  # as no NaN does
            raise BrandError(
                self.key(name), phrase("brands.expected.between", low=_exact(low), high=_exact(high)), value
            )
        return float(value)

    def whole(self, name: str, *, low: int, high: int) -> int:
        """The whole number of this name, likewise."""
        number = self.number(name, low=low, high=high)
        if not number.is_integer():
            raise BrandError(self.key(name), phrase("brands.expected.whole"), number)
        return int(number)


def read_settings(path: Path) -> Settings:
    """The settings of a brand file; a missing or unreadable file is a `BrandError`."""
    try:
        return Settings(tomllib.loads(bounded(path, most_bytes=_MOST_BYTES).decode()), "")
    except RecursionError as error:
        raise BrandError("", phrase("brands.expected.toml"), phrase("brands.found.nested")) from error
    except OSError as error:
        raise BrandError("", phrase("brands.expected.readable"), _refused(error)) from error
    except ValueError as error:
        raise BrandError("", phrase("brands.expected.toml"), _mistake(error)) from error


def _exact(number: float) -> Decimal:
    return Decimal(str(number))


def _refused(error: Exception) -> Phrase | None:
    return None if isinstance(error, FileNotFoundError | NotADirectoryError) else phrase("brands.found.unreadable")


def _mistake(error: ValueError) -> Phrase:
    """Say where the first mistake is, when the error says so: its own words are English, and about the parser."""
    match = _AT.search(str(error))
    if match is None:
        return phrase("brands.found.mistake")
    return phrase("brands.found.mistake_at", line=int(match["line"]), column=int(match["column"]))
