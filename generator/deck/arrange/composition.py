"""Where the blocks of a section stand over the body: one fills it, several share it by what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.brand import EMU_PER_PX, Box, Brand
from generator.charts.canvas import Drawing, Line
from generator.deck.arrange.tables.table import table_height
from generator.story.blocks import (
    BarChart,
    Block,
    ColumnChart,
    FactSheet,
    InfluenceGrid,
    LineChart,
    OrgChart,
    Prose,
    Table,
    Tiles,
)

_GAP = 28 * EMU_PER_PX
_TILES = 140 * EMU_PER_PX
_BAR_PITCH = 48 * EMU_PER_PX
_LABEL = 36 * EMU_PER_PX
_CARD_PADDING = 16 * EMU_PER_PX
_SIDE = 4  # sizes of column shares, in twelfths


@dataclass(frozen=True, slots=True)
class Composition:
    """Blocks with their boxes, and the rules between them."""

    blocks: tuple[tuple[Block, Box], ...]
    rules: tuple[Drawing, ...] = ()


def compose(blocks: Sequence[Block], brand: Brand, *, internal: str = "") -> Composition:
    """The boxes of the blocks; a single block has the whole body."""
    body = brand.grid.body
    match tuple(blocks):
        case (single,):
            return Composition(((single, body),))
        case (Tiles() as tiles, *rest):
            below = _under(body, _TILES + _GAP)
            return Composition(((tiles, body.band(0, _TILES)), *_columns(rest, below)))
        case (OrgChart() as chart, InfluenceGrid() as grid):
            left, right = _wide(body, brand)
            return Composition(((chart, left), (grid, right)))
        case ((LineChart() | ColumnChart()) as one, (LineChart() | ColumnChart()) as other):
            left, right = body.split(2, 2 * _GAP)
            return Composition(((one, left), (other, right)), (_rule(body, left, right, brand, one.key),))
        case (main, *side) if all(isinstance(block, BarChart | Prose | FactSheet) for block in side):
            return _main_and_side(main, side, brand)
        case (Table() as one, Table() as other) if len(one.columns) <= 4 and len(other.columns) <= 4:
            left, right = body.split(2, _GAP)
            return Composition(((one, left), (other, right)))
        case stacked:
            return Composition(_stack(stacked, body, brand))


def _columns(blocks: Sequence[Block], box: Box) -> tuple[tuple[Block, Box], ...]:
    """One block over the width, or the first over three fifths and the others stacked beside it."""
    if len(blocks) < 2:
        return tuple((block, box) for block in blocks)
    gap = box.width_emu // 37
    left = Box(box.left_emu, box.top_emu, (box.width_emu - gap) * 3 // 5, box.height_emu)
    rest = Box(left.right_emu + gap, box.top_emu, box.right_emu - left.right_emu - gap, box.height_emu)
    return ((blocks[0], left), *zip(blocks[1:], rest.stack(len(blocks) - 1, _GAP), strict=True))


def _wide(body: Box, brand: Brand) -> tuple[Box, Box]:
    """Three quarters and one quarter."""
    grid = brand.grid
    right = Box(body.right_emu - 284 * EMU_PER_PX, body.top_emu, 284 * EMU_PER_PX, body.height_emu)
    width = right.left_emu - body.left_emu - 3 * grid.gutter_emu
    return Box(body.left_emu, body.top_emu, width, body.height_emu), right


def _main_and_side(main: Block, side: Sequence[Block], brand: Brand) -> Composition:
    grid = brand.grid
    boxes: list[tuple[Block, Box]] = [(main, grid.main)]
    boxes += _stack(side, grid.side, brand)
    return Composition(tuple(boxes), (_rule(grid.body, grid.main, grid.side, brand, main.key),))


def _stack(blocks: Sequence[Block], box: Box, brand: Brand) -> tuple[tuple[Block, Box], ...]:
    """Blocks one under the other: those with a height of their own get it, the others share what is left."""
    wanted = [_natural(block, box, brand) for block in blocks]
    free = box.height_emu - _GAP * (len(blocks) - 1)
    known = sum(height for height in wanted if height is not None)
    open_ends = wanted.count(None)
    least = free // (2 * len(blocks))
    if known > free - open_ends * least:
        wanted = [None] * len(blocks)
        known, open_ends = 0, len(blocks)
    shared = (free - known) // open_ends if open_ends else 0
    placed, top = [], box.top_emu
    for block, height in zip(blocks, wanted, strict=True):
        tall = shared if height is None else height
        placed.append((block, Box(box.left_emu, top, box.width_emu, tall)))
        top += tall + _GAP
    return tuple(placed)


def _natural(block: Block, box: Box, brand: Brand) -> int | None:
    """The height a block asks for, or None when it takes what it is given."""
    match block:
        case Table():
            return table_height(block, box, brand)
        case BarChart():
            return _LABEL + _BAR_PITCH * len(block.bars)
        case Prose():
            return _prose_height(block, box, brand)
        case Tiles():
            return _TILES
        case _:
            return None


def _prose_height(block: Prose, box: Box, brand: Brand) -> int:
    metrics, size = brand.metrics, brand.type.body
    width = box.width_pt - 2 * _CARD_PADDING / 12_700
    lines = sum(metrics.line_count(text, width, size) for text in block.paragraphs)
    spacing = 6 * max(0, len(block.paragraphs) - 1) + (20 if block.label else 0)
    return round((lines * size * 1.3 + spacing) * 12_700) + 2 * _CARD_PADDING


def _under(box: Box, top: int) -> Box:
    return Box(box.left_emu, box.top_emu + top, box.width_emu, box.height_emu - top)


def _rule(body: Box, left: Box, right: Box, brand: Brand, key: str) -> Drawing:
    """The hairline between two columns."""
    at = (left.right_emu + right.left_emu) // 2
    line = Line(f"{key}/between/line", at, body.top_emu, at, body.bottom_emu, brand.palette["rule"])
    return Drawing(f"{key}/between", Box(at, body.top_emu, 0, body.height_emu), (line,), alt="")
