"""The brand: palette, typography, grid, template contract and font metrics, read from a folder with a `brand.toml`."""

from generator.brand.brand import Brand, Wordmark, default_directory, load
from generator.brand.errors import BrandError
from generator.brand.grid import EMU_PER_INCH, EMU_PER_PT, EMU_PER_PX, Box, Grid, Page
from generator.brand.metrics import Fitted, FontMetrics
from generator.brand.palette import Colour, Palette, Rag, Role, Tint, contrast
from generator.brand.template import DeckTemplate, PlanTemplate
from generator.brand.typography import Fonts, PlanScale, TypeScale

__all__ = [
    "EMU_PER_INCH",
    "EMU_PER_PT",
    "EMU_PER_PX",
    "Box",
    "Brand",
    "BrandError",
    "Colour",
    "DeckTemplate",
    "Fitted",
    "FontMetrics",
    "Fonts",
    "Grid",
    "Page",
    "Palette",
    "PlanScale",
    "PlanTemplate",
    "Rag",
    "Role",
    "Tint",
    "TypeScale",
    "Wordmark",
    "contrast",
    "default_directory",
    "load",
]
