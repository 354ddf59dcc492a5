"""The account plan in Word: arrange decides, write draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.brand import Brand
    from generator.story.story import Story

__all__ = ["write_plan"]


def write_plan(story: Story, brand: Brand) -> bytes:
    """The plan of a story as the bytes of a .docx file."""
    from generator.plan.arrange import arrange
    from generator.plan.write import write

    return write(arrange(story, brand), brand)
