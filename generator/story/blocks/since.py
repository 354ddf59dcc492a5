"""What changed since the last committee, as short lists side by side."""

from __future__ import annotations

from dataclasses import dataclass

from generator.story.blocks.text import Tone


@dataclass(frozen=True, slots=True)
class Change:
    """One item that changed: its reference, what happened to it in a few words (``+14 j → 15/09/2026``), its text."""

    ref: str
    what: str
    text: str
    tone: Tone = Tone.STRONG
    is_internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """Changes of one kind under a title that counts them; ``more`` counts those not shown and says where they are."""

    key: str
    title: str
    changes: tuple[Change, ...]
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLists:
    """The groups, a column each."""

    key: str
    groups: tuple[ChangeGroup, ...]
    alt: str
