"""What the synthesis shows: weather tiles, facts of the quarter, decisions asked."""

from __future__ import annotations

from dataclasses import dataclass

from generator.story.blocks.text import Status, Tone


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile: always the same four lines; ``tone`` is that of the caption."""

    key: str
    title: str
    status: Status
    figure: str
    caption: str
    detail: str
    tone: Tone = Tone.STRONG


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """The weather: four tiles in a row."""

    key: str
    tiles: tuple[Tile, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A figure and the sentence that gives it its meaning; its key is that of what was measured."""

    key: str
    figure: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    """Facts under a label."""

    key: str
    label: str
    facts: tuple[KeyFact, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A decision asked: reference, what, by when."""

    ref: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """What we ask, under a label; the eye ends here."""

    key: str
    label: str
    requests: tuple[Request, ...]
    more: str = ""
