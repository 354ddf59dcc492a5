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
    """The weather: four tiles in a row, under a label; ``legend`` says once what the statuses shown mean."""

    key: str
    tiles: tuple[Tile, ...]
    alt: str
    label: str = ""
    legend: tuple[Status, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A figure, the sentence that gives it its meaning, and where it stands; its key is that of what was measured."""

    key: str
    figure: str
    text: str
    status: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    """Facts under a label."""

    key: str
    label: str
    facts: tuple[KeyFact, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A decision asked: what, who decides by when, what is at stake, what happens without it; any part may be empty."""

    ref: str
    title: str
    owner: str = ""
    due: str = ""
    stake: str = ""
    inaction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """What we ask, under a label; the eye ends here.

    ``terms_label`` heads stake, owner and date; ``inaction_label`` stands before what happens without a decision.
    """

    key: str
    label: str
    requests: tuple[Request, ...]
    terms_label: str = ""
    inaction_label: str = ""
    more: str = ""
