"""Every kind of block as parts of the plan, and which way its page lies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generator.plan.arrange.calendar import calendar_parts
from generator.plan.arrange.context import Context
from generator.plan.arrange.decisions import decision_parts
from generator.plan.arrange.diagrams import diagram_parts
from generator.plan.arrange.document import Part
from generator.plan.arrange.facts import definition_table
from generator.plan.arrange.grids import matrix_needs, matrix_parts, swot_parts
from generator.plan.arrange.kpis import kpi_cards
from generator.plan.arrange.objectives import objective_cards
from generator.plan.arrange.pictures import chart_parts
from generator.plan.arrange.prose import prose_parts
from generator.plan.arrange.schedule import schedule_parts
from generator.plan.arrange.summary import fact_table, request_table, tile_table
from generator.plan.arrange.tables import needs_landscape, table_parts
from generator.plan.arrange.text import label
from generator.plan.arrange.widths import least_width
from generator.story.blocks import Block
from generator.story.blocks.bar_table import BarTable
from generator.story.blocks.bridge import Bridge
from generator.story.blocks.calendar import Agenda, Calendar
from generator.story.blocks.chart import BarChart, ColumnChart, LineChart
from generator.story.blocks.decisions import DecisionCards
from generator.story.blocks.grid import HeatMap, Matrix, Swot
from generator.story.blocks.kpi import KpiCards
from generator.story.blocks.objectives import GoalLinks, ObjectiveCards
from generator.story.blocks.people import InfluenceGrid, Lanes, OrgChart
from generator.story.blocks.prose import FactSheet, Prose
from generator.story.blocks.risks import RiskGrid
from generator.story.blocks.since import ChangeLists
from generator.story.blocks.summary import KeyFacts, Requests, Tiles
from generator.story.blocks.table import Table
from generator.story.blocks.timeline import BackPlan, Schedule, Timeline


def block_parts(block: Block, context: Context) -> Iterator[Part]:  # noqa: C901, PLR0912  a branch a kind of block
    """The parts of a block, in order; what belongs to the meeting gives none."""
    match block:
        case Prose():
            yield from prose_parts(block, context)
        case FactSheet():
            yield from label(block.label)
            yield from definition_table(block, context)
        case Tiles():
            yield tile_table(block, context)
        case KeyFacts():
            yield from fact_table(block, context)
        case Requests():
            yield from request_table(block, context)
        case Agenda() | ChangeLists():
            return
        case Table():
            yield from table_parts(block, context)
        case KpiCards():
            yield from kpi_cards(block, context)
        case LineChart() | ColumnChart() | BarChart():
            yield from chart_parts(block, context)
        case ObjectiveCards():
            yield from objective_cards(block, context)
        case DecisionCards():
            yield from decision_parts(block, context)
        case Schedule():
            yield from schedule_parts(block, context)
        case Calendar():
            yield from calendar_parts(block, context)
        case Matrix():
            yield from matrix_parts(block, context)
        case Swot():
            yield from swot_parts(block, context)
        case (
            BarTable()
            | Bridge()
            | Timeline()
            | BackPlan()
            | GoalLinks()
            | RiskGrid()
            | OrgChart()
            | InfluenceGrid()
            | Lanes()
            | HeatMap()
        ):
            yield from diagram_parts(block, context)
        case _:
            assert_never(block)


def ways(blocks: tuple[Block, ...], context: Context, *, then_upright: bool = False) -> tuple[bool, ...]:
    """Which pages the blocks of a section stand on: True for landscape.

    A wide table and a schedule turn their page, pictures stand upright, and what can do with either
    stays where it comes; a table at the end stands upright when what follows the section does, and fills its page.
    """
    wanted = [_way(block, context) for block in blocks]
    for at in range(len(blocks) - 1, -1, -1):
        if not then_upright or wanted[at] is not None or not isinstance(blocks[at], Table):
            break
        wanted[at] = False
    way = next((one for one in wanted if one is not None), False)
    result = []
    for one in wanted:
        way = way if one is None else one
        result.append(way)
    return tuple(result)


def _way(block: Block, context: Context) -> bool | None:
    match block:
        case Table():
            return True if needs_landscape(block, context) else None
        case Schedule():
            return True
        case Matrix():
            is_wide = least_width(matrix_needs(block, context)) > context.brand.page.text_width_twips
            return True if is_wide else None
        case (
            Prose()
            | FactSheet()
            | KeyFacts()
            | Requests()
            | Agenda()
            | ChangeLists()
            | Calendar()
            | Swot()
            | DecisionCards()
            | BackPlan()
        ):
            return None
        case (
            Tiles()
            | KpiCards()
            | ObjectiveCards()
            | LineChart()
            | ColumnChart()
            | BarChart()
            | GoalLinks()
            | RiskGrid()
            | OrgChart()
            | InfluenceGrid()
            | Lanes()
            | HeatMap()
            | Timeline()
            | BarTable()
            | Bridge()
        ):
            return False
        case _:
            assert_never(block)
