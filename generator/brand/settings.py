"""Typed reading of `brand.toml`: every value is taken by name and kind, and a wrong one is told with its dotted key."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.brand.errors import BrandError
from generator.locales.phrase import phrase


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

    def tables(self) -> dict[str, "Settings"]:
        """Every table of this table, by name, in the order of the file."""
        return {name: self.table(name) for name in self.values}

    def text(self, name: str) -> str:
        """The text of this name."""
        value = self.values.get(name)
        if not isinstance(value, str):
            raise BrandError(self.key(name), phrase("brands.expected.text"), value)
        return value

    def texts(self) -> dict[str, str]:
        """Every value of this table, all of them texts."""
        return {name: self.text(name) for name in self.values}

    def names(self, name: str) -> tuple[str, ...]:
        """The list of texts of this name."""
        value = self.values.get(name)
        if not isinstance(value, list) or not value:
            raise BrandError(self.key(name), phrase("brands.expected.names"), value)
        return tuple(str(item) for item in value)

    def number(self, name: str) -> float:
        """The number of this name."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BrandError(self.key(name), phrase("brands.expected.number"), value)
        return float(value)

    def whole(self, name: str) -> int:
        """The whole number of this name."""
        return round(self.number(name))


def read_settings(path: Path) -> Settings:
    """The settings of a brand file; a missing or unreadable file is a `BrandError`."""
    try:
        return Settings(tomllib.loads(path.read_text(encoding="utf-8")), "")
    except OSError as error:
        raise BrandError(str(path), phrase("brands.expected.readable"), error.strerror) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrandError(str(path), phrase("brands.expected.toml"), str(error)) from error
