"""Where the blocks of a section stand over the body: one fills it, several share it by what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing, Line
from generator.charts.diagrams import arrange_diagram, least_height_emu, preferred_height_emu
from generator.charts.diagrams.tiles import tiles_head_emu
from generator.charts.plots.bars.live import bars_height
from generator.deck.arrange.tables.matrix import matrix_height
from generator.deck.arrange.tables.table import PITCHES, table_height
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

_GAP = 28 * EMU_PER_PX
_TILES = 140 * EMU_PER_PX
_LOW_TILES = 130 * EMU_PER_PX
_GRID_WIDTH = 284 * EMU_PER_PX
_FACTS_SHARE = (2, 5)
_FEW_COLUMNS = 4
_ROW_GAP = 14 * EMU_PER_PX
_BOARD_SHARE = (59, 100)
_LEAST_CHART = 150 * EMU_PER_PX


@dataclass(frozen=True, slots=True)
class Composition:
    """The blocks of a slide with their boxes, and the rules between them."""

    blocks: tuple[tuple[Block, Box], ...]
    rules: tuple[Drawing, ...] = ()


def compose(blocks: Sequence[Block], brand: Brand) -> tuple[Composition, ...]:
    """The boxes of the blocks, on one slide when they stand together, else on one after the other."""
    body = brand.grid.body
    match tuple(blocks):
        case (single,):
            return (Composition(((single, body),)),)
        case (Tiles() as tiles, ChangeLists() as lists):
            return (Composition(((tiles, body.band(0, _LOW_TILES)), (lists, _under(body, _LOW_TILES + _GAP)))),)
        case (Tiles() as tiles, *rest):
            tall = _TILES + tiles_head_emu(tiles)
            return (Composition(((tiles, body.band(0, tall)), *_columns(rest, _under(body, tall + _GAP)))),)
        case (OrgChart() as chart, InfluenceGrid() as grid):
            return _chart_and_grid(chart, grid, brand)
        case several if _is_board(several):
            return (_board(several, body, brand),)
        case ((LineChart() | ColumnChart()) as one, (LineChart() | ColumnChart()) as other):
            left, right = body.split(2, 2 * _GAP)
            return (Composition(((one, left), (other, right)), (_rule(body, left, right, brand, one.key),)),)
        case (BarChart() as bars, Table() as table) if _is_narrow(table, brand):
            return (_bars_and_table(bars, table, brand),)
        case (main, *side) if all(isinstance(block, BarChart | BarTable | Prose | FactSheet) for block in side):
            return (_main_and_side(main, side, brand),)
        case (Table() as one, Table() as other) if max(len(one.columns), len(other.columns)) <= _FEW_COLUMNS:
            left, right = body.split(2, _GAP)
            return (Composition(((one, left), (other, right))),)
        case several:
            return _flow(several, body, brand)


def _is_board(blocks: Sequence[Block]) -> bool:
    """Whether blocks are small exhibits read side by side, with what to keep of them at the end."""
    *shown, last = blocks
    boards = (BarTable, LineChart, ColumnChart)
    return any(isinstance(block, BarTable) for block in shown) and all(
        isinstance(block, boards) or (block is last and isinstance(block, Prose)) for block in blocks
    )


def _board(blocks: Sequence[Block], body: Box, brand: Brand) -> Composition:
    """Two a row, the left one wider; the rows as high as they ask, sentences over the whole width under them."""
    shown = [block for block in blocks if not isinstance(block, Prose)]
    prose = [block for block in blocks if isinstance(block, Prose)]
    foot = sum(natural_height(block, body, brand) + _GAP for block in prose)
    rows = [shown[at : at + 2] for at in range(0, len(shown), 2)]
    room = body.height_emu - foot - _ROW_GAP * (len(rows) - 1)
    asked = [max(_asked(block, body, brand) for block in row) for row in rows]
    heights = [room * height // sum(asked) for height in asked]
    placed: list[tuple[Block, Box]] = []
    top = body.top_emu
    for row, height in zip(rows, heights, strict=True):
        boxes = _sides(Box(body.left_emu, top, body.width_emu, height), len(row))
        placed += zip(row, boxes, strict=True)
        top += height + _ROW_GAP
    placed += (
        (block, Box(body.left_emu, body.bottom_emu - foot + _GAP, body.width_emu, foot - _GAP)) for block in prose
    )
    return Composition(tuple(placed))


def _sides(row: Box, count: int) -> tuple[Box, ...]:
    if count == 1:
        return (row,)
    part, whole = _BOARD_SHARE
    left = Box(row.left_emu, row.top_emu, (row.width_emu - 2 * _GAP) * part // whole, row.height_emu)
    start = left.right_emu + 2 * _GAP
    return left, Box(start, row.top_emu, row.right_emu - start, row.height_emu)


def _asked(block: Block, body: Box, brand: Brand) -> int:
    """What a small exhibit asks for; a chart is content with what its neighbour takes."""
    if isinstance(block, BarTable):
        return natural_height(block, Box(0, 0, body.width_emu // 2, body.height_emu), brand)
    return _LEAST_CHART


def _columns(blocks: Sequence[Block], box: Box) -> tuple[tuple[Block, Box], ...]:
    """One block over the width, or the first over two fifths and the others stacked beside it."""
    if len(blocks) < 2:
        return tuple((block, box) for block in blocks)
    part, whole = _FACTS_SHARE
    left = Box(box.left_emu, box.top_emu, (box.width_emu - _GAP) * part // whole, box.height_emu)
    rest = Box(left.right_emu + _GAP, box.top_emu, box.right_emu - left.right_emu - _GAP, box.height_emu)
    return ((blocks[0], left), *zip(blocks[1:], rest.stack(len(blocks) - 1, _GAP), strict=True))


def _chart_and_grid(chart: OrgChart, grid: InfluenceGrid, brand: Brand) -> tuple[Composition, ...]:
    """The grid beside a chart that stands whole there; else each over the whole width."""
    body = brand.grid.body
    left, right = _wide(body, brand)
    if len(arrange_diagram(chart, left, brand)) == 1:
        return (Composition(((chart, left), (grid, right))),)
    return Composition(((chart, body),)), Composition(((grid, body),))


def _wide(body: Box, brand: Brand) -> tuple[Box, Box]:
    """Three quarters and one quarter."""
    right = Box(body.right_emu - _GRID_WIDTH, body.top_emu, _GRID_WIDTH, body.height_emu)
    width = right.left_emu - body.left_emu - 3 * brand.grid.gutter_emu
    return Box(body.left_emu, body.top_emu, width, body.height_emu), right


def _is_narrow(table: Table, brand: Brand) -> bool:
    """Whether a table stands in the main column without breaking every line."""
    return natural_height(table, brand.grid.main, brand) <= brand.grid.main.height_emu


def _bars_and_table(bars: BarChart, table: Table, brand: Brand) -> Composition:
    """Bars in the narrow column at left, their table at right."""
    body, narrow, gap = brand.grid.body, brand.grid.side.width_emu, brand.grid.side.left_emu - brand.grid.main.right_emu
    left = Box(body.left_emu, body.top_emu, narrow, body.height_emu)
    right = Box(left.right_emu + gap, body.top_emu, body.right_emu - left.right_emu - gap, body.height_emu)
    return Composition(((bars, left), (table, right)), (_rule(body, left, right, brand, bars.key),))


def _main_and_side(main: Block, side: Sequence[Block], brand: Brand) -> Composition:
    grid = brand.grid
    rule = _rule(grid.body, grid.main, grid.side, brand, main.key)
    return Composition(((main, grid.main), *_stack(side, grid.side, brand)), (rule,))


def _stack(blocks: Sequence[Block], box: Box, brand: Brand) -> tuple[tuple[Block, Box], ...]:
    """Blocks one under the other at their own heights, between tight and at ease by what there is."""
    eased = [natural_height(block, box, brand) for block in blocks]
    tight = [tight_height(block, box, brand) for block in blocks]
    heights = _between(tight, eased, box.height_emu - _GAP * (len(blocks) - 1))
    tops = [box.top_emu + sum(heights[:at]) + at * _GAP for at in range(len(blocks))]
    heights[-1] = box.bottom_emu - tops[-1]
    placed = zip(blocks, tops, heights, strict=True)
    return tuple((block, Box(box.left_emu, top, box.width_emu, height)) for block, top, height in placed)


def _between(tight: list[int], eased: list[int], free: int) -> list[int]:
    """Heights that fit: at ease, else tight and a share of what is left, else shares of what there is."""
    if sum(eased) <= free:
        return list(eased)
    if sum(tight) > free:
        return [height * free // sum(tight) for height in tight]
    spare, wish = free - sum(tight), sum(eased) - sum(tight)
    return [low + (high - low) * spare // wish for low, high in zip(tight, eased, strict=True)]


def _flow(blocks: Sequence[Block], body: Box, brand: Brand) -> tuple[Composition, ...]:
    """As many blocks a slide as stand whole one under the other."""
    sheets: list[list[Block]] = [[]]
    used = 0
    for block in blocks:
        height = tight_height(block, body, brand)
        if sheets[-1] and used + _GAP + height > body.height_emu:
            sheets.append([])
            used = 0
        used += height + (_GAP if sheets[-1] else 0)
        sheets[-1].append(block)
    return tuple(Composition(_stack(sheet, body, brand)) for sheet in sheets)


def natural_height(block: Block, box: Box, brand: Brand) -> int:
    """The height at which a block is at ease over a width; what fills what it is given asks for all of it."""
    match block:
        case Table():
            return table_height(block, box, brand, pitch_emu=PITCHES[0])
        case Matrix():
            return matrix_height(block, box, brand, pitch_emu=PITCHES[0])
        case BarChart():
            return bars_height(block)
        case LineChart() | ColumnChart() | KpiCards() | Schedule() | ObjectiveCards():
            return box.height_emu
        case (
            Prose() | FactSheet() | Tiles() | KeyFacts() | Requests() | Agenda() | Timeline() | BackPlan() | GoalLinks()
            | RiskGrid() | DecisionCards() | Calendar() | OrgChart() | InfluenceGrid() | Lanes() | HeatMap() | Swot()
            | ChangeLists() | BarTable() | Bridge()
        ):  # fmt: skip
            return preferred_height_emu(block, box.width_emu, brand)
        case _:
            assert_never(block)


def tight_height(block: Block, box: Box, brand: Brand) -> int:
    """The height below which a block would go on over another slide."""
    match block:
        case Table():
            return table_height(block, box, brand, pitch_emu=PITCHES[-1])
        case Matrix():
            return matrix_height(block, box, brand, pitch_emu=PITCHES[-1])
        case Timeline():
            return least_height_emu(block, box.width_emu, brand)
        case _:
            return natural_height(block, box, brand)


def _under(box: Box, top: int) -> Box:
    return Box(box.left_emu, box.top_emu + top, box.width_emu, box.height_emu - top)


def _rule(body: Box, left: Box, right: Box, brand: Brand, key: str) -> Drawing:
    """The hairline between two columns."""
    at = (left.right_emu + right.left_emu) // 2
    line = Line(f"{key}/between/line", at, body.top_emu, at, body.bottom_emu, brand.palette["rule"])
    return Drawing(f"{key}/between", Box(at, body.top_emu, 0, body.height_emu), (line,), alt="")
