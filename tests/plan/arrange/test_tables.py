"""What the tables of the plan look like: rules, fills and the cut-off border, as values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.brand import load
from generator.plan.arrange.blocks import block_parts
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Edge, TableCell, TablePart
from generator.plan.arrange.styles import Style
from generator.story.blocks import Block
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.timeline import Course, Pace, Schedule, ScheduleRow
from tests.plan.samples import schedule, story

INK, DARK, RULE, WHITE = "1C2530", "14324A", "7393AE", "FFFFFF"
SOFT_RED, RED, AMBER, PLANNED, CLOSED = "FAE8E6", "B3261E", "B3560B", "0E7080", "B4C5D3"
"""Of the default brand, by what they say here."""


def table_of(block: Block) -> TablePart:
    (found,) = (part for part in block_parts(block, Context(load(), story())) if isinstance(part, TablePart))
    return found


def told(edge: Edge | None) -> tuple[str, float] | None:
    return None if edge is None else (edge.colour.hex, edge.width_pt)


def fill(cell: TableCell) -> str | None:
    return None if cell.fill is None else cell.fill.hex


def a_row(key: str, **changes: Any) -> TableRow:
    return TableRow(key, (Cell("Support"), Cell("12 k€")), **changes)


def rows_of(*rows: TableRow) -> list[tuple[TableCell, ...]]:
    columns = (TableColumn("Offre", 20), TableColumn("Total", 10))
    return [row.cells for row in table_of(Table(key="t", columns=columns, rows=rows, caption="Offres")).rows[1:]]


def test_a_rule_stands_over_the_total_and_a_lighter_one_over_each_group() -> None:
    rows = rows_of(a_row("1"), a_row("2", starts_group=True), a_row("3", is_total=True, starts_group=True))
    assert [{told(cell.top) for cell in row} for row in rows] == [{None}, {(RULE, 0.75)}, {(DARK, 1.0)}]


def test_a_total_is_set_in_bold_and_a_closed_row_in_grey() -> None:
    rows = rows_of(a_row("1"), a_row("2", is_closed=True), a_row("3", is_total=True))
    styles = [{span.style for cell in row for span in cell.paragraphs[0].content} for row in rows]  # type: ignore[union-attr]
    assert styles == [{None}, {Style.SECONDARY}, {Style.STRONG}]


def test_a_late_row_is_tinted_and_no_other() -> None:
    rows = rows_of(a_row("1"), a_row("2", is_late=True))
    assert [[fill(cell) for cell in row] for row in rows] == [[None, None], [SOFT_RED, SOFT_RED]]


def paces(row: ScheduleRow, today: date = date(2026, 9, 30)) -> tuple[Schedule, tuple[TableCell, ...]]:
    """A schedule of one row, and its fortnights."""
    block = replace(schedule(), rows=(row,), today=today)
    return block, table_of(block).rows[1].cells[-len(block.fortnights) :]


def an_action(pace: Pace, start: date | None, end: date | None, due: date | None = None) -> ScheduleRow:
    return replace(schedule().rows[0], course=Course(start, end, pace, due))


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("day", ["start", "end"])
def test_the_cut_off_is_the_border_after_the_fortnight_it_falls_in(at: int, day: str) -> None:
    block = schedule()
    _, cells = paces(block.rows[0], getattr(block.fortnights[at], day))
    assert [told(cell.right) for cell in cells] == [
        (INK, 1.5) if column == at else None for column in range(len(cells))
    ]


@pytest.mark.parametrize(("pace", "colour"), [(Pace.PLANNED, PLANNED), (Pace.CLOSED, CLOSED), (Pace.BLOCKED, AMBER)])
def test_a_fortnight_is_filled_when_the_action_runs_in_it(pace: Pace, colour: str) -> None:
    first, second, third, *_ = schedule().fortnights
    block, cells = paces(an_action(pace, first.end, second.start))
    later = len(block.fortnights) - 2
    assert [fill(cell) for cell in cells] == [colour, colour] + [None] * later
    assert [told(cell.top) for cell in cells] == [(WHITE, 4.0), (WHITE, 4.0)] + [None] * later
    _, cells = paces(an_action(pace, second.start, second.end))
    assert [fill(cell) for cell in cells] == [None, colour] + [None] * later
    _, cells = paces(an_action(pace, None, third.end))
    assert {fill(cell) for cell in cells} == {None}


def test_a_late_action_is_red_once_its_due_day_is_past_and_not_before() -> None:
    first, second, third, *_ = schedule().fortnights
    for due, colours in (
        (second.end, [PLANNED, PLANNED, RED]),
        (second.start, [PLANNED, RED, RED]),
        (first.start, [RED, RED, RED]),
    ):
        _, cells = paces(an_action(Pace.OVERDUE, first.start, third.end, due))
        assert [fill(cell) for cell in cells[:3]] == colours
