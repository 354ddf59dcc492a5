"""The client's goals linked to our objectives: a goal is as tall as the objectives that serve it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.brand import Box
from generator.charts.canvas import Anchor, Connector, Drawing, Form, Mark, Shape, Side, TextBody
from generator.charts.diagrams.heading import GAP, heading_height, heading_marks
from generator.charts.diagrams.pages import drawings, part_key
from generator.charts.diagrams.pen import Pen, Scale, key_of, px
from generator.charts.diagrams.progress import progress_marks, reach
from generator.charts.diagrams.rows import paginate, spread
from generator.charts.diagrams.status import status_marks, status_width
from generator.charts.fitting import FittedText
from generator.story.blocks.objectives import GoalLine, GoalLinks, ObjectiveLine
from generator.story.blocks.table import Align

_TALLEST = px(78)
_BAR = px(4)
_DOT = px(8)


@dataclass(frozen=True, slots=True)
class _Density:
    """Gap between rows, lowest row, padding of words; when dense a goal's details stand beside its reference."""

    gap: int
    lowest: int
    pad: int
    is_dense: bool


_DENSITIES = (_Density(px(12), px(60), px(8), is_dense=False), _Density(px(8), px(48), px(4), is_dense=True))


@dataclass(frozen=True, slots=True)
class _Frame:
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


@dataclass(frozen=True, slots=True)
class _Texts:
    """A goal's or an objective's lines."""

    ref: FittedText
    title: FittedText
    detail: FittedText

    @property
    def height(self) -> int:
        return self.ref.height_emu + self.title.height_emu + self.detail.height_emu


@dataclass(frozen=True, slots=True)
class _Group:
    """A goal, or a piece of one that goes on, with the heights of its objectives."""

    goal: GoalLine
    texts: _Texts
    objectives: tuple[ObjectiveLine, ...]
    heights: tuple[int, ...]
    gap: int

    @property
    def height(self) -> int:
        return sum(self.heights) + self.gap * (len(self.heights) - 1)


def arrange_goals(block: GoalLinks, box: Box, pen: Pen) -> tuple[Drawing, ...]:
    """Goals with objectives, in order; objectives of no goal stand without a box; ``more`` ends the last drawing."""
    goals = [goal for goal in block.goals if goal.objectives]
    if not goals:
        return ()
    airy = _framed(block, goals, box, pen)
    head = _head(block, airy, pen)
    more = pen.fit(block.more, box.width_emu, airy.scale.detail)
    room = box.height_emu - head - (more.height_emu + px(8) if block.more else 0)
    tries = [_cut(goals, replace(airy, density=density), room, pen) for density in _DENSITIES]
    frame, cut = min(tries, key=lambda one: len(one[1]))
    pages: list[list[Mark]] = []
    for part, groups in enumerate(cut, start=1):
        marks = [*_header(part_key(block.key, part), block, frame, pen)]
        top = box.top_emu + head
        for group in _stretched(groups, room):
            marks.extend(_group(block.key, group, frame, top, pen))
            top += group.height + frame.density.gap
        pages.append(marks)
    if block.more:
        top += px(8) - frame.density.gap - box.top_emu
        pages[-1].append(pen.write(f"{block.key}/more", box.band(top, more.height_emu), (more, "accent6")))
    return drawings(block.key, box, block.alt, pages)


def _cut(goals: list[GoalLine], frame: _Frame, room: int, pen: Pen) -> tuple[_Frame, list[list[_Group]]]:
    groups = [piece for goal in goals for piece in _pieces(goal, frame, room, pen)]
    pages = paginate([group.height for group in groups], room, frame.density.gap)
    return frame, [[groups[at] for at in page] for page in pages]


def _framed(block: GoalLinks, goals: list[GoalLine], box: Box, pen: Pen) -> _Frame:
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

    return _Frame(
        scale,
        _DENSITIES[0],
        column(box.left_emu, goal),
        column(left, right - left),
        column(words, baseline_left - air - words),
        column(baseline_left, ends[0]),
        column(bar_left, bar),
        column(target_left, ends[1]),
        column(due_left, due),
    )


def _head(block: GoalLinks, frame: _Frame, pen: Pen) -> int:
    widths = (
        (block.goals_title, frame.goal.width_emu),
        (block.objectives_title, frame.due.left_emu - frame.objective.left_emu),
        (block.due_title, frame.due.width_emu),
    )
    return max(heading_height(pen, text, width) for text, width in widths) + GAP


def _header(key: str, block: GoalLinks, frame: _Frame, pen: Pen) -> list[Mark]:
    height = _head(block, frame, pen) - GAP
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
        pen.rule(f"{key}/goals/rule", frame.goal.left_emu, frame.goal.right_emu, line, "dk2"),
        pen.rule(f"{key}/objectives/rule", frame.objective.left_emu, frame.objective.right_emu, line, "dk2"),
    ]


def _pieces(goal: GoalLine, frame: _Frame, room: int, pen: Pen) -> list[_Group]:
    """A goal in pieces that fit the room, each tall enough for the goal's own words."""
    texts = _goal_texts(goal, frame, room, pen)
    pad, gap = 2 * frame.density.pad, frame.density.gap
    needs = [_objective_texts(line, frame, room, pen).height + pad for line in goal.objectives]
    heights = [max(frame.density.lowest, min(need, room)) for need in needs]
    pieces: list[_Group] = []
    for page in paginate(heights, room, gap):
        own = [heights[at] for at in page]
        need = texts.height + pad if goal.ref or goal.title else 0
        while sum(own) + gap * (len(own) - 1) < need:
            own = [height + px(1) for height in own]
        pieces.append(_Group(goal, texts, tuple(goal.objectives[at] for at in page), tuple(own), gap))
    return pieces


def _stretched(groups: list[_Group], room: int) -> list[_Group]:
    heights = [height for group in groups for height in group.heights]
    tall = iter(spread(heights, room, _TALLEST, groups[0].gap))
    return [replace(group, heights=tuple(next(tall) for _ in group.heights)) for group in groups]


def _goal_texts(goal: GoalLine, frame: _Frame, room: int, pen: Pen) -> _Texts:
    width = frame.goal.width_emu - _BAR - px(16) - px(8)
    dense = frame.density.is_dense
    first = " · ".join(filter(None, (goal.ref, goal.detail))) if dense else goal.ref
    ref = pen.fit(first, width, frame.scale.detail, is_bold=not dense, max_lines=1, may_shorten=True)
    detail = pen.fit("" if dense else goal.detail, width, frame.scale.detail, max_lines=2, may_shorten=True)
    left = min(room, px(124)) - ref.height_emu - detail.height_emu - px(16)
    title = pen.fit(goal.title, width, frame.scale.title, is_bold=True, height_emu=left, may_shorten=True)
    return _Texts(ref, title, detail)


def _objective_texts(line: ObjectiveLine, frame: _Frame, room: int, pen: Pen) -> _Texts:
    mark = f" · {pen.internal_mark}" if line.is_internal and pen.internal_mark else ""
    ref = pen.fit(line.ref + mark, frame.words.width_emu, frame.scale.detail, is_bold=True)
    left = min(room, px(124)) - ref.height_emu - px(16)
    title = pen.fit(
        line.title, frame.words.width_emu, frame.scale.title, is_bold=True, height_emu=left, may_shorten=True
    )
    return _Texts(ref, title, pen.fit("", 0, frame.scale.detail))


def _group(block_key: str, group: _Group, frame: _Frame, top: int, pen: Pen) -> list[Mark]:
    key = key_of(block_key, group.goal.key)
    rows: list[Mark] = []
    links: list[Mark] = []
    at = top
    has_box = bool(group.goal.ref or group.goal.title)
    for line, height in zip(group.objectives, group.heights, strict=True):
        row_key = key_of(block_key, line.key)
        rows.extend(
            _objective(row_key, line, Box(frame.objective.left_emu, at, frame.objective.width_emu, height), frame, pen)
        )
        if has_box:
            links.extend(_link(key, row_key, (top + group.height // 2, at + height // 2), frame, pen))
        at += height + group.gap
    box = Box(frame.goal.left_emu, top, frame.goal.width_emu, group.height)
    return [*rows, *(_goal(key, group.texts, box, pen) if has_box else ()), *links]


def _goal(key: str, texts: _Texts, box: Box, pen: Pen) -> list[Mark]:
    looks = ((texts.ref, "accent6"), (texts.title, "dk2"), (texts.detail, "accent6"))
    written = pen.write(key, box, *looks, anchor=Anchor.MIDDLE)
    paragraphs = written.text.paragraphs if written.text else ()
    body = TextBody(paragraphs, Anchor.MIDDLE, left_emu=_BAR + px(16), top_emu=px(3), right_emu=px(8), bottom_emu=px(3))
    frame = Shape(key, box, fill=pen.colour("lt1"), outline=pen.colour("accent4"), text=body, alt=written.alt)
    return [frame, pen.fill(f"{key}/bar", Box(box.left_emu, box.top_emu, _BAR, box.height_emu), "dk2")]


def _link(goal_key: str, row_key: str, ys: tuple[int, int], frame: _Frame, pen: Pen) -> list[Mark]:
    key = f"{row_key}/link"
    start = Box(frame.goal.right_emu - _DOT // 2, ys[0] - _DOT // 2, _DOT, _DOT)
    end = Box(frame.objective.left_emu - _DOT // 2, ys[1] - _DOT // 2, _DOT, _DOT)
    return [
        Connector(key, goal_key, Side.RIGHT, row_key, Side.LEFT, pen.colour("accent3"), 1.5),
        pen.fill(f"{key}/from", start, "accent3", form=Form.ELLIPSE),
        pen.fill(f"{key}/to", end, "accent3", form=Form.ELLIPSE),
    ]


def _objective(key: str, line: ObjectiveLine, box: Box, frame: _Frame, pen: Pen) -> list[Mark]:
    texts = _objective_texts(line, frame, box.height_emu, pen)
    words = Box(frame.words.left_emu, box.top_emu, frame.words.width_emu, box.height_emu)
    ref_colour = "accent5" if line.is_internal and pen.internal_mark else "accent6"
    return [
        pen.fill(key, box, "lt2"),
        pen.write(f"{key}/words", words, (texts.ref, ref_colour), (texts.title, "dk2"), anchor=Anchor.MIDDLE),
        *_measure(key, line, box, frame, pen),
        *_due(key, line, box, frame, pen),
    ]


def _measure(key: str, line: ObjectiveLine, box: Box, frame: _Frame, pen: Pen) -> list[Mark]:
    """Baseline, bar with the current value above its end, target, all on one line a little below the middle."""
    progress = line.progress
    thick = px(12)
    bar = Box(frame.bar.left_emu, box.top_emu + box.height_emu // 2 + px(5), frame.bar.width_emu, thick)
    level = px(20)
    top = bar.top_emu + thick // 2 - level // 2
    quiet = frame.scale.detail
    marks: list[Mark] = []
    for name, text, column, align in (
        ("baseline", progress.baseline, frame.baseline, Align.RIGHT),
        ("target", progress.target, frame.target, Align.LEFT),
    ):
        if text:
            fitted = pen.fit(text, column.width_emu, (*quiet, pen.brand.type.small), height_emu=box.height_emu - px(8))
            half = max(level, fitted.height_emu)
            place = Box(column.left_emu, top + level // 2 - half // 2, column.width_emu, half)
            marks.append(pen.write(f"{key}/{name}", place, (fitted, "accent6"), align=align, anchor=Anchor.MIDDLE))
    if progress.share is not None:
        marks.extend(progress_marks(pen, f"{key}/progress", progress, bar))
    return [*marks, *_current(key, line, bar, frame, pen)]


def _current(key: str, line: ObjectiveLine, bar: Box, frame: _Frame, pen: Pen) -> list[Mark]:
    text = line.progress.current
    if not text:
        return []
    size = frame.scale.title[0]
    width = min(pen.width(text, size, is_bold=True), frame.target.right_emu - frame.baseline.left_emu)
    share = line.progress.share
    middle = bar.left_emu + bar.width_emu // 2 if share is None else reach(share, bar)
    left = max(frame.baseline.left_emu, min(middle - width // 2, frame.target.right_emu - width))
    drop = px(-2) if share is None else px(6)
    place = Box(left, bar.top_emu - drop - px(20) + (px(20) if share is None else 0), width, px(20))
    fitted = pen.fit(text, width, frame.scale.title, is_bold=True, max_lines=1, may_shorten=True)
    return [pen.write(f"{key}/current", place, (fitted, "accent1"), align=Align.CENTRE, anchor=Anchor.MIDDLE)]


def _due(key: str, line: ObjectiveLine, box: Box, frame: _Frame, pen: Pen) -> list[Mark]:
    middle = box.top_emu + box.height_emu // 2
    level = px(20)
    state = Box(frame.due.left_emu, middle - level + px(1), frame.due.width_emu, level)
    due = pen.fit(
        line.due, frame.due.width_emu, (*frame.scale.detail, pen.brand.type.small), max_lines=1, may_shorten=True
    )
    return [
        *status_marks(pen, f"{key}/status", line.status, state, frame.scale.title[0]),
        pen.write(
            f"{key}/due",
            Box(frame.due.left_emu, middle + px(1), frame.due.width_emu, level),
            (due, "dk1"),
            anchor=Anchor.MIDDLE,
        ),
    ]
