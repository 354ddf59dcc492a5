"""The diagrams of the deck and the plan, as drawings of primitives decided before any format."""

from generator.charts.diagrams.arrange import DiagramBlock, arrange_diagram, least_height_emu, preferred_height_emu

__all__ = ["DiagramBlock", "arrange_diagram", "least_height_emu", "preferred_height_emu"]
