"""The densities of an organisation chart: sizes of boxes and type, and how many boxes go on a drawing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.brand import EMU_PER_PT, Box
from generator.charts.diagrams.hanging_tree import Room, in_order
from generator.charts.diagrams.pen import Pen, px
from generator.charts.fitting import FittedText
from generator.story.blocks.people import OrgChart, OrgNode

COLUMN_GAP = px(14)
TRUNK = px(16)
CORNER = px(30)
_TALLEST = px(80)
_MOST_NAME_LINES = 4


@dataclass(frozen=True, slots=True)
class _Level:
    """A density: height of a box and gap under it in EMU, sizes of its three texts in points, lines of a function."""

    height: int
    gap: int
    under_root: int
    name: float
    function: float
    detail: float
    leading: float
    function_lines: int = 1


@dataclass(frozen=True, slots=True)
class OrgFrame:
    """A chart at one density over a box; ``shortened`` counts the lines that lose words in its narrowest column."""

    block: OrgChart
    box: Box
    level: _Level
    band: int
    narrowest: int
    shortened: int = 0

    @property
    def indent(self) -> int:
        """How far in EMU a level stands to the right of its chief."""
        return self.band // 2 + px(10)

    @property
    def pitch(self) -> int:
        """From the top of a box to the top of the one below, in EMU."""
        return self.level.height + self.level.gap

    def room_for_text(self, node: OrgNode, deep: int) -> int:
        """The width of a person's lines in the narrowest column, so many levels below its top."""
        inset = min(max(deep - 1, 0) * self.indent, self.narrowest // 2)
        return max(self.narrowest - inset - self.band - px(9) - (CORNER if node.attitude else px(4)), px(48))

    def room(self) -> Room:
        """How many boxes go on a drawing."""
        height = self.box.height_emu
        columns = max(1, (self.box.width_emu + COLUMN_GAP) // (self.narrowest + COLUMN_GAP))
        below = height - self.level.height - self.level.under_root
        return Room(
            columns, max(1, (below + self.level.gap) // self.pitch), max(1, (height + self.level.gap) // self.pitch)
        )


def org_frames(block: OrgChart, box: Box, pen: Pen) -> list[OrgFrame]:
    """The densities to try, from the airiest; narrow boxes only where names keep to two lines in them."""
    everyone = [(node, level) for root in block.roots for node, level, _ in in_order(root)]
    band = px(24) if any(node.role for node, _ in everyone) else px(10)
    compact = pen.scale(box).is_compact
    frames: list[OrgFrame] = []
    for narrowest in (px(136), px(166), px(196)) if compact else (px(166), px(196), px(226)):
        for level in _levels(pen, is_compact=compact):
            frame = OrgFrame(block, box, level, band, narrowest)
            lines = [person_texts(node, frame.room_for_text(node, deep), level, pen) for node, deep in everyone]
            tall = max(sum(one.height_emu for one in three) for three in lines) + px(8)
            shortened = sum(one.is_shortened for three in lines for one in three)
            frames.append(replace(frame, level=replace(level, height=max(level.height, tall)), shortened=shortened))
    return [frame for frame in frames if frame.level.height <= _TALLEST] or frames[-1:]


def _levels(pen: Pen, *, is_compact: bool) -> tuple[_Level, ...]:
    levels = _one_line_levels(pen, is_compact=is_compact)
    return (*levels, *(replace(level, function_lines=2) for level in levels))


def _one_line_levels(pen: Pen, *, is_compact: bool) -> tuple[_Level, ...]:
    size = pen.brand.type
    dense = _Level(px(50), px(6), px(26), size.chart, size.small, size.small, 1.15)
    if is_compact:
        return _Level(px(60), px(10), px(34), size.chart, size.chart, size.small, 1.2), dense
    airy = _Level(px(70), px(12), px(36), size.table, size.table, size.chart, 1.25)
    return airy, _Level(px(58), px(10), px(36), size.table, size.chart, size.chart, 1.15), dense


def person_texts(
    node: OrgNode, width: int, level: _Level, pen: Pen, *, height_emu: int | None = None
) -> tuple[FittedText, FittedText, FittedText]:
    """The name steps down, then takes more lines; a function may take two where that costs no drawing.

    The third passes under the attitude, unless the name took its place.
    """
    floor = pen.brand.type.small
    name = pen.fit(
        node.name,
        width,
        pen.brand.type.steps(level.name, floor),
        is_bold=True,
        max_lines=1,
        leading=level.leading,
    )
    if not name.fits:
        name = pen.fit(
            node.name,
            width,
            (floor,),
            is_bold=True,
            max_lines=_MOST_NAME_LINES,
            height_emu=None
            if height_emu is None
            else height_emu - round(2 * level.detail * level.leading * EMU_PER_PT),
            may_shorten=True,
            leading=level.leading,
        )
    function = pen.fit(
        node.function,
        width,
        pen.brand.type.steps(level.function, floor),
        max_lines=level.function_lines,
        may_shorten=True,
        leading=level.leading,
    )
    detail = pen.fit(
        node.detail,
        width + room_under_corner(node, name, function),
        pen.brand.type.steps(level.detail, floor),
        is_bold=node.is_detail_alert,
        max_lines=1,
        may_shorten=True,
        leading=level.leading,
    )
    return name, function, detail


def room_under_corner(node: OrgNode, name: FittedText, function: FittedText) -> int:
    """What the lines gain in EMU under the attitude, when name and function keep clear of it on one line each."""
    is_clear = len(name.lines) == len(function.lines) == 1
    return CORNER - px(4) if node.attitude and is_clear else 0
