"""The account plan in Word: arrange decides, write draws, layout finds the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.choices import PlanPreset

if TYPE_CHECKING:
    from generator.brand import Brand
    from generator.ooxml.repack import Parts
    from generator.plan.arrange import PlanPart
    from generator.story.story import Story

__all__ = ["can_page", "draw_annexes", "draw_plan", "write_plan"]


def can_page() -> bool:
    """Tell whether this machine has what counts the pages of a plan."""
    from generator.plan.layout.office import office

    return office() is not None


def draw_plan(story: Story, brand: Brand, *, native_charts: bool = False, pages: bool = False) -> Parts:
    """The plan of a story as the parts of a .docx file; its charts are pictures unless they shall be native ones.

    The shortest plan is its body alone: ``draw_annexes`` gives the rest. Its contents tell no page unless ``pages``
    asks LibreOffice for them: then the bytes are those of this machine, and LayoutError says why there are none.
    """
    from generator.plan.arrange import PlanPart

    part = PlanPart.BODY if story.preset is PlanPreset.SHORT else PlanPart.WHOLE
    return _drawn(story, brand, part, native_charts=native_charts, pages=pages)


def draw_annexes(story: Story, brand: Brand, *, native_charts: bool = False, pages: bool = False) -> Parts:
    """The annexes of the shortest plan, likewise."""
    from generator.plan.arrange import PlanPart

    return _drawn(story, brand, PlanPart.ANNEXES, native_charts=native_charts, pages=pages)


def _drawn(story: Story, brand: Brand, part: PlanPart, *, native_charts: bool, pages: bool) -> Parts:
    from generator.plan.arrange import arrange
    from generator.plan.write import write

    document = arrange(story, brand, native_charts=native_charts, part=part)
    if not pages:
        return write(document, brand)
    from generator.plan.layout import paged

    return paged(lambda numbers: write(document, brand, pages=numbers))


def write_plan(story: Story, brand: Brand, *, native_charts: bool = False, pages: bool = False) -> bytes:
    """The same as the bytes of a .docx file."""
    from generator.ooxml.repack import packed

    return packed(draw_plan(story, brand, native_charts=native_charts, pages=pages))
