"""The account plan in Word: arrange decides, write draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.brand import Brand
    from generator.story.story import Story

__all__ = ["write_plan"]


def write_plan(story: Story, brand: Brand, *, native_charts: bool = False) -> bytes:
    """The plan of a story as the bytes of a .docx file; its charts are pictures unless they shall be native ones."""
    from generator.plan.arrange import arrange
    from generator.plan.write import write

    return write(arrange(story, brand, native_charts=native_charts), brand)
