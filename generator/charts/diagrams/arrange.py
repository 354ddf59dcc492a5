"""Each diagram block to the module that lays it out."""

from __future__ import annotations

from typing import assert_never

from generator.brand import EMU_PER_INCH, Box, Brand
from generator.charts.canvas import Drawing
from generator.charts.diagrams.agenda import arrange_agenda
from generator.charts.diagrams.back_plan import arrange_back_plan
from generator.charts.diagrams.bar_table import arrange_bar_table
from generator.charts.diagrams.bridge import arrange_bridge
from generator.charts.diagrams.calendar import arrange_calendar
from generator.charts.diagrams.changes import arrange_changes
from generator.charts.diagrams.decisions import arrange_decisions
from generator.charts.diagrams.fact_sheet import arrange_fact_sheet
from generator.charts.diagrams.facts import arrange_facts
from generator.charts.diagrams.goals import arrange_goals
from generator.charts.diagrams.heatmap import arrange_heat_map
from generator.charts.diagrams.influence import arrange_influence
from generator.charts.diagrams.lanes import arrange_lanes
from generator.charts.diagrams.orgchart import arrange_org_chart
from generator.charts.diagrams.pen import Pen
from generator.charts.diagrams.prose import arrange_prose
from generator.charts.diagrams.requests import arrange_requests
from generator.charts.diagrams.risks import arrange_risks
from generator.charts.diagrams.swot import arrange_swot
from generator.charts.diagrams.tiles import arrange_tiles
from generator.charts.diagrams.timeline import arrange_timeline, timeline_height
from generator.story.blocks.bar_table import BarTable
from generator.story.blocks.bridge import Bridge
from generator.story.blocks.calendar import Agenda, Calendar
from generator.story.blocks.decisions import DecisionCards
from generator.story.blocks.grid import HeatMap, Swot
from generator.story.blocks.objectives import GoalLinks
from generator.story.blocks.people import InfluenceGrid, Lanes, OrgChart
from generator.story.blocks.prose import FactSheet, Prose
from generator.story.blocks.risks import RiskGrid
from generator.story.blocks.since import ChangeLists
from generator.story.blocks.summary import KeyFacts, Requests, Tiles
from generator.story.blocks.timeline import BackPlan, Timeline

DiagramBlock = (
    Tiles | KeyFacts | Requests | Agenda | Timeline | BackPlan | GoalLinks | RiskGrid | DecisionCards | Calendar
    | OrgChart | InfluenceGrid | Lanes | HeatMap | Swot | Prose | FactSheet | ChangeLists
    | BarTable | Bridge
)  # fmt: skip

_ENDLESS_EMU = 1000 * EMU_PER_INCH


def arrange_diagram(  # noqa: C901, PLR0912 - one case a kind of block
    block: DiagramBlock, box: Box, brand: Brand, *, internal_mark: str = ""
) -> tuple[Drawing, ...]:
    """The block drawn within the box, over several drawings of that size when it needs them; none when it is empty.

    Each drawing's own box is the part of ``box`` that its marks take. ``internal_mark`` is the word printed beside what
    the client does not see ("" prints none).
    """
    pen = Pen(brand, internal_mark)
    match block:
        case Tiles():
            return arrange_tiles(block, box, pen)
        case KeyFacts():
            return arrange_facts(block, box, pen)
        case Requests():
            return arrange_requests(block, box, pen)
        case Agenda():
            return arrange_agenda(block, box, pen)
        case Timeline():
            return arrange_timeline(block, box, pen)
        case BackPlan():
            return arrange_back_plan(block, box, pen)
        case BarTable():
            return arrange_bar_table(block, box, pen)
        case Bridge():
            return arrange_bridge(block, box, pen)
        case GoalLinks():
            return arrange_goals(block, box, pen)
        case RiskGrid():
            return arrange_risks(block, box, pen)
        case DecisionCards():
            return arrange_decisions(block, box, pen)
        case Calendar():
            return arrange_calendar(block, box, pen)
        case OrgChart():
            return arrange_org_chart(block, box, pen)
        case InfluenceGrid():
            return arrange_influence(block, box, pen)
        case Lanes():
            return arrange_lanes(block, box, pen)
        case HeatMap():
            return arrange_heat_map(block, box, pen)
        case Swot():
            return arrange_swot(block, box, pen)
        case Prose():
            return arrange_prose(block, box, pen)
        case FactSheet():
            return arrange_fact_sheet(block, box, pen)
        case ChangeLists():
            return arrange_changes(block, box, pen)
        case _:
            assert_never(block)


def preferred_height_emu(block: DiagramBlock, width_emu: int, brand: Brand) -> int:
    """The height in EMU at which the block stands whole and at ease over a width; 0 when it is empty."""
    whole = arrange_diagram(block, Box(0, 0, width_emu, _ENDLESS_EMU), brand)
    return max((drawing.box.height_emu for drawing in whole), default=0)


def least_height_emu(block: DiagramBlock, width_emu: int, brand: Brand) -> int:
    """The height in EMU below which the block goes on over another drawing."""
    if isinstance(block, Timeline):
        return timeline_height(block, Box(0, 0, width_emu, _ENDLESS_EMU), Pen(brand))
    return preferred_height_emu(block, width_emu, brand)
