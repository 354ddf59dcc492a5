"""Each kind of block to its arrangement; a new kind fails the type checker until it is drawn."""

from __future__ import annotations

from typing import assert_never

from generator.brand import Box, Brand
from generator.charts.diagrams import arrange_diagram
from generator.charts.plots.bars.live import arrange_bars
from generator.charts.plots.columns.live import arrange_columns
from generator.charts.plots.lines.live import arrange_lines
from generator.deck.arrange.exhibit import Exhibit
from generator.deck.arrange.kpi_cards import arrange_kpis
from generator.deck.arrange.tables.matrix import arrange_matrix
from generator.deck.arrange.tables.schedule import arrange_schedule
from generator.deck.arrange.tables.smart import smart_tables
from generator.deck.arrange.tables.table import arrange_table
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


def arrange_block(block: Block, box: Box, brand: Brand, *, internal: str) -> tuple[Exhibit, ...]:
    """A block over a box, an exhibit a slide it needs; ``internal`` is the word beside what the client does not see."""
    match block:
        case Table():
            return arrange_table(block, box, brand, internal=internal)
        case Schedule():
            return arrange_schedule(block, box, brand, internal=internal)
        case Matrix():
            return arrange_matrix(block, box, brand)
        case ObjectiveCards():
            return tuple(
                exhibit
                for table in smart_tables(block)
                for exhibit in arrange_table(table, box, brand, internal=internal)
            )
        case KpiCards():
            return arrange_kpis(block, box, brand, internal=internal)
        case LineChart():
            return (Exhibit(arrange_lines(block, box, brand)),)
        case ColumnChart():
            return (Exhibit(arrange_columns(block, box, brand)),)
        case BarChart():
            return (Exhibit(arrange_bars(block, box, brand)),)
        case (
            Prose() | FactSheet() | Tiles() | KeyFacts() | Requests() | Agenda() | Timeline() | BackPlan() | GoalLinks()
            | RiskGrid() | DecisionCards() | Calendar() | OrgChart() | InfluenceGrid() | Lanes() | HeatMap() | Swot()
            | ChangeLists() | BarTable() | Bridge()
        ):  # fmt: skip
            return tuple(
                Exhibit((drawing,), _more(block))
                for drawing in arrange_diagram(block, box, brand, internal_mark=internal)
            )
        case _:
            assert_never(block)


def _more(block: Block) -> str:
    """What a diagram leaves out, when it is a calendar, which has no line of its own for it."""
    return block.more if isinstance(block, Calendar) else ""
