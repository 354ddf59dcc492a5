"""The blocks that a story is made of: a closed union, matched exhaustively by both writers."""

from __future__ import annotations

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

Block = (
    Agenda
    | BackPlan
    | BarChart
    | BarTable
    | Bridge
    | Calendar
    | ChangeLists
    | ColumnChart
    | DecisionCards
    | FactSheet
    | GoalLinks
    | HeatMap
    | InfluenceGrid
    | KeyFacts
    | KpiCards
    | Lanes
    | LineChart
    | Matrix
    | ObjectiveCards
    | OrgChart
    | Prose
    | Requests
    | RiskGrid
    | Schedule
    | Swot
    | Table
    | Tiles
    | Timeline
)
