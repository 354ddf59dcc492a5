"""A bridge: how one level became another, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.story.blocks.chart import SeriesRole


@dataclass(frozen=True, slots=True)
class Level:
    """Where a bridge begins or ends: what it is, its value, as printed, and a quieter figure under its name."""

    name: str
    value: Decimal
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """What moved the level, in the colour it has everywhere; ``note`` is the quieter figure under its name."""

    key: str
    name: str
    value: Decimal
    label: str
    note: str = ""
    role: SeriesRole = SeriesRole.RANKED
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """Levels as lines and movements as bars, so that the scale need not begin at zero.

    ``reference`` is a level to compare the end with. The start and the steps add up to the end.
    """

    key: str
    title: str
    start: Level
    steps: tuple[BridgeStep, ...]
    end: Level
    alt: str
    caption: str
    reference: Level | None = None
