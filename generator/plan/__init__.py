"""The account plan in Word: arrange decides, write draws, layout finds the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.brand import Brand
    from generator.ooxml.repack import Parts
    from generator.story.story import Story

__all__ = ["draw_plan", "write_plan"]


def draw_plan(story: Story, brand: Brand, *, native_charts: bool = False, pages: bool = False) -> Parts:
    """The plan of a story as the parts of a .docx file; its charts are pictures unless they shall be native ones.

    Its contents tell no page unless ``pages`` asks LibreOffice for them: then the bytes are those of this machine, and
    LayoutError says why there are none.
    """
    from generator.plan.arrange import arrange
    from generator.plan.write import write

    document = arrange(story, brand, native_charts=native_charts)
    if not pages:
        return write(document, brand)
    from generator.plan.layout import paged

    return paged(lambda numbers: write(document, brand, pages=numbers))


def write_plan(story: Story, brand: Brand, *, native_charts: bool = False, pages: bool = False) -> bytes:
    """The same as the bytes of a .docx file."""
    from generator.ooxml.repack import packed

    return packed(draw_plan(story, brand, native_charts=native_charts, pages=pages))
