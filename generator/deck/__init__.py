"""Draws a story as a PowerPoint deck: what stands where is decided in ``arrange``, and drawn in ``write``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.brand import Brand
    from generator.ooxml.repack import Parts
    from generator.story.story import Story

__all__ = ["draw_deck", "write_deck"]


def draw_deck(story: Story, brand: Brand) -> Parts:
    """The deck of a story as the parts of a .pptx, the same for the same story and brand."""
    from generator.deck.arrange import arrange
    from generator.deck.write import write

    return write(arrange(story, brand), brand)


def write_deck(story: Story, brand: Brand) -> bytes:
    """The same as the bytes of a .pptx."""
    from generator.ooxml.repack import packed

    return packed(draw_deck(story, brand))
