"""Draws a story as a PowerPoint deck: what stands where is decided in ``arrange``, and drawn in ``write``."""

from __future__ import annotations

from generator.brand import Brand
from generator.story.story import Story


def write_deck(story: Story, brand: Brand) -> bytes:
    """The deck of a story as the bytes of a .pptx, the same for the same story and brand."""
    from generator.deck.arrange import arrange
    from generator.deck.write import write

    return write(arrange(story, brand), brand)
