"""Diagrams drawn once for both documents: arranged over the page's width, then painted."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import EMU_PER_PX, Box
from generator.charts.canvas import Drawing
from generator.charts.diagrams import arrange_diagram, preferred_height_emu
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import CaptionKind, Part
from generator.plan.arrange.pictures import picture_parts
from generator.plan.arrange.tables import caption_part
from generator.story.blocks.bar_table import BarTable
from generator.story.blocks.bridge import Bridge
from generator.story.blocks.grid import HeatMap
from generator.story.blocks.objectives import GoalLinks
from generator.story.blocks.people import InfluenceGrid, Lanes, OrgChart
from generator.story.blocks.risks import RiskGrid
from generator.story.blocks.timeline import BackPlan, Timeline

Diagram = BarTable | Bridge | Timeline | BackPlan | GoalLinks | RiskGrid | OrgChart | InfluenceGrid | Lanes | HeatMap

_CLOSE = {  # in tenths of the height at ease: their rows spread, and a page has more to hold
    BarTable: 6,
    Bridge: 5,
    HeatMap: 5,
    InfluenceGrid: 7,
    Lanes: 5,
    RiskGrid: 6,
    Timeline: 7,
}
_AT_EASE = 10
_BLEED_EMU = 2 * EMU_PER_PX  # outlines stand half outside their shapes


def diagram_parts(block: Diagram, context: Context) -> tuple[Part, ...]:
    """The diagram as one picture or several, and its caption; nothing when it has nothing to show."""
    if isinstance(block, RiskGrid):
        block = replace(block, more="")  # it tells the deck's readers to look here, where the register follows
    if isinstance(block, BarTable) and block.title and block.caption.startswith(block.title):
        block = replace(block, title="")  # the caption says it
    width = context.width_emu - 2 * _BLEED_EMU
    at_ease = preferred_height_emu(block, width, context.brand)
    if not at_ease:
        return ()
    heights = [at_ease * tenths // _AT_EASE for tenths in range(_CLOSE.get(type(block), _AT_EASE), _AT_EASE + 1)]
    tries = (_drawn(block, width, min(height, context.height_emu), context) for height in heights)
    drawings = tuple(_bled(one) for one in min(tries, key=len))  # the closest that takes the fewest pictures
    caption = "" if isinstance(block, GoalLinks) else block.caption
    parts = picture_parts(block.key, drawings, block.alt)
    return (*parts, *caption_part(block.key, CaptionKind.FIGURE, caption, context))


def _drawn(block: Diagram, width: int, height: int, context: Context) -> tuple[Drawing, ...]:
    box, mark = Box(0, 0, width, height), context.story.internal_mark
    return tuple(arrange_diagram(block, box, context.brand, internal_mark=mark))


def _bled(drawing: Drawing) -> Drawing:
    """The drawing with a hair of air around it, so that no outline is cut."""
    box = drawing.box
    grown = Box(
        box.left_emu - _BLEED_EMU,
        box.top_emu - _BLEED_EMU,
        box.width_emu + 2 * _BLEED_EMU,
        box.height_emu + 2 * _BLEED_EMU,
    )
    return replace(drawing, box=grown)
