"""The client's goals linked to our objectives: a goal is as tall as the objectives that serve it."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import Box
from generator.charts.canvas import Drawing, Mark
from generator.charts.diagrams.goal_columns import DENSITIES, GoalColumns, goal_columns, head_height, header_marks
from generator.charts.diagrams.goal_groups import GoalGroup, pieces_of
from generator.charts.diagrams.goal_marks import group_marks
from generator.charts.diagrams.pages import drawings
from generator.charts.diagrams.pen import Pen, px
from generator.charts.diagrams.rows import paginate, spread
from generator.ooxml.identity import continued
from generator.story.blocks.objectives import GoalLine, GoalLinks

_TALLEST = px(78)


def arrange_goals(block: GoalLinks, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Goals with objectives, in order; objectives of no goal stand without a box; ``more`` ends the last drawing."""
    goals = [goal for goal in block.goals if goal.objectives]
    if not goals:
        return ()
    airy = goal_columns(block, goals, box, pen)
    head = head_height(block, airy, pen)
    more = pen.fit(block.more, box.width_emu, airy.scale.detail)
    room = box.height_emu - head - (more.height_emu + px(8) if block.more else 0)
    tries = [_cut(goals, replace(airy, density=density), room, pen) for density in DENSITIES]
    frame, cut = min(tries, key=lambda one: len(one[1]))
    pages: list[list[Mark]] = []
    for part, groups in enumerate(cut, start=1):
        marks = [*header_marks(continued(block.key, part), block, frame, pen)]
        top = box.top_emu + head
        for group in _stretched(groups, room):
            marks.extend(group_marks(block.key, group, frame, top, pen))
            top += group.height + frame.density.gap
        pages.append(marks)
    if block.more:
        top += px(8) - frame.density.gap - box.top_emu
        pages[-1].append(pen.write(f"{block.key}/more", box.band(top, more.height_emu), (more, "accent6")))
    return drawings(block.key, box, block.alt, pages)


def _cut(goals: list[GoalLine], frame: GoalColumns, room: int, pen: Pen) -> tuple[GoalColumns, list[list[GoalGroup]]]:
    groups = [piece for goal in goals for piece in pieces_of(goal, frame, room, pen)]
    pages = paginate([group.height for group in groups], room, frame.density.gap)
    return frame, [[groups[at] for at in page] for page in pages]


def _stretched(groups: list[GoalGroup], room: int) -> list[GoalGroup]:
    heights = [height for group in groups for height in group.heights]
    tall = iter(spread(heights, room, _TALLEST, groups[0].gap))
    return [replace(group, heights=tuple(next(tall) for _ in group.heights)) for group in groups]
