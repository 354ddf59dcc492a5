"""The pages of a plan as LibreOffice lays it out, for the lists of contents that tell them."""

from generator.plan.layout.errors import LayoutError
from generator.plan.layout.pages import paged

__all__ = ["LayoutError", "paged"]
