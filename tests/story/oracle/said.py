"""What a story said, message by message, with the values it was said of: for the oracle to judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.locales import Locale


@dataclass(frozen=True)
class Said:
    """A message of the catalogue as it was said."""

    key: str
    n: int | None
    args: Mapping[str, Any]


@dataclass(frozen=True)
class Recorder(Locale):
    """A locale that remembers what it was asked to say."""

    heard: list[Said] = field(default_factory=list, compare=False)

    def say(self, key: str, /, n: int | None = None, **args: object) -> str:
        self.heard.append(Said(key, n, dict(args)))
        return super().say(key, n, **args)


Expected = Mapping[str, Any] | None
"""What the message must have been said with, ``n`` among it; None where the plan does not bear it out."""
