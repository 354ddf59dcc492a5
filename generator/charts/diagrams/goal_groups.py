"""A goal with its objectives as rows of measured heights, cut in pieces when it is taller than its room."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.diagrams.goal_columns import BAR, GoalColumns
from generator.charts.diagrams.pen import Pen, px
from generator.charts.diagrams.rows import paginate
from generator.charts.fitting import FittedText
from generator.story.blocks.objectives import GoalLine, ObjectiveLine


@dataclass(frozen=True, slots=True)
class GoalTexts:
    """A goal's or an objective's lines."""

    ref: FittedText
    title: FittedText
    detail: FittedText

    @property
    def height(self) -> int:
        """The height in EMU of the lines under each other."""
        return self.ref.height_emu + self.title.height_emu + self.detail.height_emu


@dataclass(frozen=True, slots=True)
class GoalGroup:
    """A goal, or a piece of one that goes on, with the heights of its objectives."""

    goal: GoalLine
    texts: GoalTexts
    objectives: tuple[ObjectiveLine, ...]
    heights: tuple[int, ...]
    gap: int

    @property
    def height(self) -> int:
        """The height in EMU of the rows and the gaps between them."""
        return sum(self.heights) + self.gap * (len(self.heights) - 1)


def pieces_of(goal: GoalLine, frame: GoalColumns, room: int, pen: Pen) -> list[GoalGroup]:
    """A goal in pieces that fit the room, each tall enough for the goal's own words."""
    texts = _goal_texts(goal, frame, room, pen)
    pad, gap = 2 * frame.density.pad, frame.density.gap
    needs = [objective_texts(line, frame, room, pen).height + pad for line in goal.objectives]
    heights = [max(frame.density.lowest, min(need, room)) for need in needs]
    pieces: list[GoalGroup] = []
    for page in paginate(heights, room, gap):
        own = [heights[at] for at in page]
        need = texts.height + pad if goal.ref or goal.title else 0
        while sum(own) + gap * (len(own) - 1) < need:
            own = [height + px(1) for height in own]
        pieces.append(GoalGroup(goal, texts, tuple(goal.objectives[at] for at in page), tuple(own), gap))
    return pieces


def _goal_texts(goal: GoalLine, frame: GoalColumns, room: int, pen: Pen) -> GoalTexts:
    width = frame.goal.width_emu - BAR - px(16) - px(8)
    dense = frame.density.is_dense
    first = " · ".join(filter(None, (goal.ref, goal.detail))) if dense else goal.ref
    ref = pen.fit(first, width, frame.scale.detail, is_bold=not dense, max_lines=1, may_shorten=True)
    detail = pen.fit("" if dense else goal.detail, width, frame.scale.detail, max_lines=2, may_shorten=True)
    left = min(room, px(124)) - ref.height_emu - detail.height_emu - px(16)
    title = pen.fit(goal.title, width, frame.scale.title, is_bold=True, height_emu=left, may_shorten=True)
    return GoalTexts(ref, title, detail)


def objective_texts(line: ObjectiveLine, frame: GoalColumns, room: int, pen: Pen) -> GoalTexts:
    """The reference and the title of an objective, in at most this height."""
    mark = f" · {pen.internal_mark}" if line.is_internal and pen.internal_mark else ""
    ref = pen.fit(line.ref + mark, frame.words.width_emu, frame.scale.detail, is_bold=True)
    left = min(room, px(124)) - ref.height_emu - px(16)
    title = pen.fit(
        line.title, frame.words.width_emu, frame.scale.title, is_bold=True, height_emu=left, may_shorten=True
    )
    return GoalTexts(ref, title, pen.fit("", 0, frame.scale.detail))
