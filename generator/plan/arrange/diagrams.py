"""Diagrams drawn once for both documents: arranged over the page's width, then painted."""

from __future__ import annotations

from generator.brand import Box
from generator.charts.diagrams import arrange_diagram, preferred_height_emu
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import CaptionKind, Part
from generator.plan.arrange.pictures import picture_parts
from generator.plan.arrange.tables import caption_part
from generator.story.blocks import GoalLinks, HeatMap, InfluenceGrid, Lanes, OrgChart, RiskGrid, Timeline

Diagram = Timeline | GoalLinks | RiskGrid | OrgChart | InfluenceGrid | Lanes | HeatMap


def diagram_parts(block: Diagram, context: Context) -> tuple[Part, ...]:
    """The diagram as one picture or several, and its caption."""
    height = min(preferred_height_emu(block, context.width_emu, context.brand), context.height_emu)
    drawings = arrange_diagram(block, Box(0, 0, context.width_emu, height), context.brand)
    caption = "" if isinstance(block, GoalLinks) else block.caption
    parts = picture_parts(block.key, drawings, block.alt)
    return (*parts, *caption_part(block.key, CaptionKind.FIGURE, caption, context))
