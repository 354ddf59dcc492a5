"""The account plan in Word: arrange decides, write draws, layout finds the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.brand import Brand
    from generator.story.story import Story

__all__ = ["write_plan"]


def write_plan(story: Story, brand: Brand, *, native_charts: bool = False, pages: bool = False) -> bytes:
    """The plan of a story as the bytes of a .docx file; its charts are pictures unless they shall be native ones.

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
