"""A goal drawn beside its objectives: box, connectors, progress bars, status and due date."""

from __future__ import annotations

from generator.brand import Box, Role
from generator.charts.canvas import Anchor, Connector, Form, Mark, Shape, Side, TextBody
from generator.charts.diagrams.goal_columns import BAR, GoalColumns
from generator.charts.diagrams.goal_groups import GoalGroup, GoalTexts, objective_texts
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.progress import progress_marks, reach
from generator.charts.diagrams.status import status_marks
from generator.charts.fitting import FittedText
from generator.story.blocks.objectives import ObjectiveLine
from generator.story.blocks.table import Align

_DOT = px(8)


def group_marks(block_key: str, group: GoalGroup, frame: GoalColumns, top: int, pen: Pen) -> list[Mark]:
    """A goal and its objectives from ``top`` (EMU), with the connectors between them."""
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


def _goal(key: str, texts: GoalTexts, box: Box, pen: Pen) -> list[Mark]:
    looks: tuple[tuple[FittedText, Role], ...] = (
        (texts.ref, "muted"),
        (texts.title, "strong"),
        (texts.detail, "muted"),
    )
    written = pen.write(key, box, *looks, anchor=Anchor.MIDDLE)
    paragraphs = written.text.paragraphs if written.text else ()
    body = TextBody(paragraphs, Anchor.MIDDLE, left_emu=BAR + px(16), top_emu=px(3), right_emu=px(8), bottom_emu=px(3))
    frame = Shape(key, box, fill=pen.colour("ground"), outline=pen.colour("frame"), text=body, alt=written.alt)
    return [frame, pen.fill(f"{key}/bar", Box(box.left_emu, box.top_emu, BAR, box.height_emu), "strong")]


def _link(goal_key: str, row_key: str, ys: tuple[int, int], frame: GoalColumns, pen: Pen) -> list[Mark]:
    key = f"{row_key}/link"
    start = Box(frame.goal.right_emu - _DOT // 2, ys[0] - _DOT // 2, _DOT, _DOT)
    end = Box(frame.objective.left_emu - _DOT // 2, ys[1] - _DOT // 2, _DOT, _DOT)
    return [
        Connector(key, goal_key, Side.RIGHT, row_key, Side.LEFT, pen.colour("connector"), 1.5),
        pen.fill(f"{key}/from", start, "connector", form=Form.ELLIPSE),
        pen.fill(f"{key}/to", end, "connector", form=Form.ELLIPSE),
    ]


def _objective(key: str, line: ObjectiveLine, box: Box, frame: GoalColumns, pen: Pen) -> list[Mark]:
    texts = objective_texts(line, frame, box.height_emu, pen)
    words = Box(frame.words.left_emu, box.top_emu, frame.words.width_emu, box.height_emu)
    ref_colour = pen.quiet(is_internal=line.is_internal)
    return [
        pen.fill(key, box, "card"),
        pen.write(f"{key}/words", words, (texts.ref, ref_colour), (texts.title, "strong"), anchor=Anchor.MIDDLE),
        *_measure(key, line, box, frame, pen),
        *_due(key, line, box, frame, pen),
    ]


def _measure(key: str, line: ObjectiveLine, box: Box, frame: GoalColumns, pen: Pen) -> list[Mark]:
    """Baseline, bar with the current value above its end, target, all on one line a little below the middle."""
    progress = line.progress
    if progress.state:
        return _state(key, line, box, frame, pen)
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
            marks.append(pen.write(f"{key}/{name}", place, (fitted, "muted"), align=align, anchor=Anchor.MIDDLE))
    if progress.share is not None:
        marks.extend(progress_marks(pen, f"{key}/progress", progress, bar))
    return [*marks, *_current(key, line, bar, frame, pen)]


def _state(key: str, line: ObjectiveLine, box: Box, frame: GoalColumns, pen: Pen) -> list[Mark]:
    """Where a signature stands in place of the bar, before its target."""
    sizes = (*frame.scale.detail, pen.brand.type.small)
    height = box.height_emu - px(8)
    marks: list[Mark] = []
    places: tuple[tuple[str, str, int, int, Role], ...] = (
        ("state", line.progress.state, frame.baseline.left_emu, frame.bar.right_emu, "message"),
        ("target", line.progress.target, frame.target.left_emu, frame.target.right_emu, "muted"),
    )
    for name, text, left, right, colour in places:
        fitted = pen.fit(text, right - left, sizes, height_emu=height)
        place = Box(left, box.top_emu + px(4), right - left, height)
        marks.append(pen.write(f"{key}/{name}", place, (fitted, colour), anchor=Anchor.MIDDLE))
    return marks


def _current(key: str, line: ObjectiveLine, bar: Box, frame: GoalColumns, pen: Pen) -> list[Mark]:
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
    return [pen.write(f"{key}/current", place, (fitted, "message"), align=Align.CENTRE, anchor=Anchor.MIDDLE)]


def _due(key: str, line: ObjectiveLine, box: Box, frame: GoalColumns, pen: Pen) -> list[Mark]:
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
            (due, "ink"),
            anchor=Anchor.MIDDLE,
        ),
    ]
