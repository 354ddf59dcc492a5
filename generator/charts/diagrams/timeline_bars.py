"""The rows of a timeline drawn: words at left, bar and marks on the plot, status at right."""

from __future__ import annotations

import math

from generator.brand import Box
from generator.charts.canvas import Anchor, Mark
from generator.charts.diagrams.pen import Pen, key_of, px
from generator.charts.diagrams.rows import tops
from generator.charts.diagrams.status import status_marks
from generator.charts.diagrams.timeline_columns import HEAD, TimelineColumns
from generator.charts.diagrams.timeline_marks import (
    LABEL_LEADING,
    Placed,
    draw_marks,
    label_size,
    size_of,
)
from generator.charts.diagrams.timeline_rows import FittedRow
from generator.story.blocks.timeline import MarkKind, TimelineRow


def body_marks(frame: TimelineColumns, rows: list[FittedRow], tall: tuple[int, ...], box: Box, pen: Pen) -> list[Mark]:
    """The rows under the header, each with its words, bar, marks and status."""
    marks: list[Mark] = []
    for at, (row, top, height) in enumerate(zip(rows, tops(tall, HEAD), tall, strict=True)):
        place = box.band(top, height)
        ends_group = at + 1 == len(rows) or bool(rows[at + 1].group)
        row_key = key_of(frame.block.key, row.row.key)
        group = row.carried if at == 0 else row.group
        marks.extend(_words(row_key, row, group, frame, place, pen))
        left = box.left_emu if ends_group else frame.title.left_emu
        marks.append(
            pen.rule(f"{row_key}/rule", left, box.right_emu, place.bottom_emu, "connector" if ends_group else "rule")
        )
        marks.extend(_bar(row_key, row.row, frame, place, pen))
    return marks


def _words(key: str, row: FittedRow, group: str, frame: TimelineColumns, place: Box, pen: Pen) -> list[Mark]:
    size = row.title.size_pt
    text_top = place.top_emu + max(px(1), (place.height_emu - row.title.height_emu - row.detail.height_emu) // 2)
    marks: list[Mark] = []
    if group and frame.group.width_emu:
        room = place.bottom_emu - text_top
        fitted = pen.fit(
            group,
            frame.group.width_emu,
            (size, frame.scale.tag[-1]),
            is_bold=True,
            height_emu=room,
            may_shorten=True,
            leading=1.2,
        )
        marks.append(
            pen.write(
                f"{key}/group", Box(frame.group.left_emu, text_top, frame.group.width_emu, room), (fitted, "strong")
            )
        )
    column = Box(frame.title.left_emu, place.top_emu, frame.title.width_emu, place.height_emu)
    marks.append(pen.write(f"{key}/title", column, (row.title, "ink"), (row.detail, "muted"), anchor=Anchor.MIDDLE))
    state = Box(frame.status.left_emu, place.top_emu, frame.status.width_emu, place.height_emu)
    return [*marks, *status_marks(pen, f"{key}/status", row.row.status, state, size)]


def _bar(key: str, row: TimelineRow, frame: TimelineColumns, place: Box, pen: Pen) -> list[Mark]:
    thick = min(max(place.height_emu * 37 // 100, px(12)), px(22))
    top = place.top_emu + max((place.height_emu - thick) // 2, px(18))
    left = frame.x(row.start)
    right = frame.plot.right_emu if row.end is None else frame.x(row.end)
    bar = Box(min(left, frame.plot.right_emu - px(3)), top, max(right - left, px(3)), thick)
    colour = pen.colour("rule" if row.is_past else "message" if row.is_emphasised else "frame")
    marks: list[Mark] = [pen.fill(f"{key}/bar", bar, colour)]
    room = Box(
        frame.plot.left_emu, place.top_emu, frame.status.left_emu - px(4) - frame.plot.left_emu, place.height_emu
    )
    return [*marks, *draw_marks(pen, key, _placed(row, frame, bar, pen), bar, room, today_x(frame), colour)]


def _placed(row: TimelineRow, frame: TimelineColumns, bar: Box, pen: Pen) -> list[Placed]:
    placed: list[Placed] = []
    for mark in row.marks:
        if frame.block.start <= mark.day <= frame.block.end:
            width, height = size_of(mark.kind)
            middle = bar.top_emu + (bar.height_emu - height) // 2
            top = middle if mark.kind is MarkKind.AMENDMENT else bar.top_emu - px(1) - height
            size = label_size(pen, mark.kind, is_compact=frame.scale.is_compact)
            label = pen.width(mark.label, size, is_bold=mark.kind is MarkKind.NOTICE_NEAR)
            box = Box(frame.x(mark.day) - width // 2, top, width, height)
            placed.append(Placed(mark, box, size, label, px(math.ceil(size * LABEL_LEADING * 96 / 72))))
    return placed


def today_x(frame: TimelineColumns) -> int | None:
    """Where the today line stands, in EMU; None when the timeline does not hold that day."""
    return frame.x(frame.block.today) if frame.block.start <= frame.block.today <= frame.block.end else None
