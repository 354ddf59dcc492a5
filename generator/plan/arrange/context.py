"""What every block needs to be arranged: the brand, the words of the story, and the width at hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.brand import Brand
from generator.brand.grid import EMU_PER_INCH, TWIPS_PER_INCH
from generator.locales.language import Language
from generator.story.story import Story

_TAKEN_INCHES = 0.65  # a caption, a source
_OPENING_INCHES = 1.0  # a heading, a conclusion on two lines


@dataclass(frozen=True, slots=True)
class Context:
    """``level`` is that of the heading above, ``is_landscape`` tells which way the page lies.

    ``opens`` tells whether the heading and its conclusion stand on the same page as the block.
    ``native_charts`` asks for charts that can be edited where they are pictures otherwise.
    """

    brand: Brand
    story: Story
    level: int = 1
    is_landscape: bool = False
    opens: bool = True
    native_charts: bool = False

    @property
    def language(self) -> Language:
        """The language of the document."""
        return self.story.language

    @property
    def width_twips(self) -> int:
        """The width between the margins."""
        page = self.brand.page
        if self.is_landscape:
            return page.height_twips - page.left_twips - page.right_twips
        return page.text_width_twips

    @property
    def width_emu(self) -> int:
        """The same as pictures are measured."""
        return self.width_twips * (EMU_PER_INCH // TWIPS_PER_INCH)

    @property
    def height_emu(self) -> int:
        """The height between the margins, less what a caption takes, and a heading when it is there."""
        page = self.brand.page
        height = page.width_twips if self.is_landscape else page.height_twips
        inches = _TAKEN_INCHES + (_OPENING_INCHES if self.opens else 0)
        taken = page.top_twips + page.bottom_twips + round(inches * TWIPS_PER_INCH)
        return (height - taken) * (EMU_PER_INCH // TWIPS_PER_INCH)

    def under(self, level: int) -> Context:
        """The same under a heading of another level."""
        return replace(self, level=level)

    def turned(self, *, is_landscape: bool, opens: bool = True) -> Context:
        """The same on a page that lies this way, for the block that opens its section or for one after it."""
        return replace(self, is_landscape=is_landscape, opens=opens)
