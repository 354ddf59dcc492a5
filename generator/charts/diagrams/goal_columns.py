"""The columns of the linked goals: goals at left; words, baseline, bar, target and due date of an objective."""

from __future__ import annotations

from dataclasses import dataclass

from generator.brand import Box
from generator.charts.canvas import Mark
from generator.charts.diagrams.heading import GAP, heading_height, heading_marks
from generator.charts.diagrams.pen import Pen, Scale, px
from generator.charts.diagrams.status import status_width
from generator.story.blocks.objectives import GoalLine, GoalLinks

BAR = px(4)


@dataclass(frozen=True, slots=True)
class _Density:
    """Gap between rows, lowest row, padding of words; when dense a goal's details stand beside its reference."""

    gap: int
    lowest: int
    pad: int
    is_dense: bool


DENSITIES = (_Density(px(12), px(60), px(8), is_dense=False), _Density(px(8), px(48), px(4), is_dense=True))


@dataclass(frozen=True, slots=True)
class GoalColumns:
    """The columns: goals; and inside an objective its words, baseline, bar, target, due date."""

    scale: Scale
    density: _Density
    goal: Box
    objective: Box
    words: Box
    baseline: Box
    bar: Box
    target: Box
    due: Box


def goal_columns(block: GoalLinks, goals: list[GoalLine], box: Box, pen: Pen) -> GoalColumns:
    """The columns over a box, as wide as what is printed in them asks."""
    scale = pen.scale(box)
    compact = scale.is_compact
    goal = box.width_emu * 31 // 100
    link = px(36) if compact else px(96)
    pad, air = (px(8), px(6)) if compact else (px(16), px(8))
    left, right = box.left_emu + goal + link, box.right_emu
    lines = [line for one in goals for line in one.objectives]
    quiet = scale.detail[0]
    state = max(status_width(pen, line.status, scale.title[0]) for line in lines)
    due = max(
        pen.widest([line.due for line in lines], quiet),
        min(state, px(150)),
        pen.width(block.due_title, pen.brand.type.label, is_bold=True),
    )
    due = min(due, (right - left) // 4)
    printed = ([line.progress.baseline for line in lines], [line.progress.target for line in lines])
    ends = [min(pen.widest(texts, quiet), (right - left) // 8) for texts in printed]
    bar = px(84) if compact else px(176)
    due_left = right - pad - due
    target_left = due_left - (air if compact else px(28)) - ends[1]
    bar_left = target_left - air - bar
    baseline_left = bar_left - air - ends[0]
    words = left + pad
    whole = box.top_emu, box.height_emu

    def column(start: int, width: int) -> Box:
        return Box(start, whole[0], width, whole[1])

    return GoalColumns(
        scale,
        DENSITIES[0],
        column(box.left_emu, goal),
        column(left, right - left),
        column(words, baseline_left - air - words),
        column(baseline_left, ends[0]),
        column(bar_left, bar),
        column(target_left, ends[1]),
        column(due_left, due),
    )


def head_height(block: GoalLinks, frame: GoalColumns, pen: Pen) -> int:
    """The height in EMU of the titles above the columns, the air under their rule included."""
    widths = (
        (block.goals_title, frame.goal.width_emu),
        (block.objectives_title, frame.due.left_emu - frame.objective.left_emu),
        (block.due_title, frame.due.width_emu),
    )
    return max(heading_height(pen, text, width) for text, width in widths) + GAP


def header_marks(key: str, block: GoalLinks, frame: GoalColumns, pen: Pen) -> list[Mark]:
    """The titles above the columns, and their rules."""
    height = head_height(block, frame, pen) - GAP
    wide = frame.due.left_emu - frame.objective.left_emu - px(8)
    titles = (
        ("goals", block.goals_title, frame.goal.left_emu, frame.goal.width_emu),
        ("objectives", block.objectives_title, frame.objective.left_emu, wide),
        ("due", block.due_title, frame.due.left_emu, frame.objective.right_emu - frame.due.left_emu),
    )
    marks: list[Mark] = []
    for name, text, left, width in titles:
        top = frame.goal.top_emu + height - heading_height(pen, text, width)
        marks.extend(heading_marks(pen, f"{key}/{name}", text, Box(left, top, width, height), has_rule=False))
    line = frame.goal.top_emu + height
    return [
        *marks,
        pen.rule(f"{key}/goals/rule", frame.goal.left_emu, frame.goal.right_emu, line, "strong"),
        pen.rule(f"{key}/objectives/rule", frame.objective.left_emu, frame.objective.right_emu, line, "strong"),
    ]
