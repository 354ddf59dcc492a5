"""What a block becomes: exhibits, one a slide it needs."""

from __future__ import annotations

from dataclasses import dataclass

from generator.deck.slides import Element


@dataclass(frozen=True, slots=True)
class Exhibit:
    """The elements of a block on one slide; ``more`` says what the block keeps off the slides, for the source line."""

    elements: tuple[Element, ...]
    more: str = ""
