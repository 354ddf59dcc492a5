"""What the tables of a slide look like: rules, fills and the cut-off border, as values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.brand import Brand, load
from generator.deck.arrange import arrange
from generator.deck.slides import Border, NativeCell, NativeTable
from generator.story.blocks import Block
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.timeline import Course, Pace, ScheduleRow
from tests.deck.samples import a_section, a_story, blocks

INK, DARK, RULE, WHITE, PALE = "1C2530", "14324A", "7393AE", "FFFFFF", "F3F5F7"
RED, SOFT_RED, AMBER, PLANNED, CLOSED = "B3261E", "FAE8E6", "B3560B", "0E7080", "B4C5D3"
"""Of the default brand, by what they say here."""


@pytest.fixture(scope="module", name="brand")
def brand_fixture() -> Brand:
    return load()


def table_of(block: Block, brand: Brand) -> NativeTable:
    slide = arrange(a_story(a_section("s", block)), brand).slides[1]
    (found,) = (element for element in slide.elements if isinstance(element, NativeTable))
    return found


def told(border: Border | None) -> tuple[str, float] | None:
    return None if border is None else (border.colour.hex, border.width_pt)


def fill(cell: NativeCell) -> str | None:
    return None if cell.fill is None else cell.fill.hex


# --- tables -----------------------------------------------------------------------------------------------------------


def a_table(*rows: TableRow) -> Table:
    return Table(key="t", columns=(TableColumn("Offre", 20), TableColumn("Total", 10)), rows=rows, caption="Offres")


def a_row(key: str, text: str = "Support", **changes: Any) -> TableRow:
    return TableRow(key, (Cell(text), Cell("12 k€")), **changes)


def test_a_rule_stands_over_the_total_and_a_lighter_one_over_each_group(brand: Brand) -> None:
    rows = (
        a_row("1", starts_group=True),
        a_row("2"),
        a_row("3", starts_group=True),
        a_row("4", is_total=True, starts_group=True),
    )
    found = [(told(row.cells[0].top), told(row.cells[0].bottom)) for row in table_of(a_table(*rows), brand).rows[1:]]
    group, total = (RULE, 0.75), (DARK, 1.0)
    assert found == [(None, None), (None, group), (group, total), (total, None)]


def test_a_total_is_set_in_bold(brand: Brand) -> None:
    rows = table_of(a_table(a_row("1"), a_row("2", is_total=True)), brand).rows[1:]
    assert [[run.is_bold for run in cell.text.paragraphs[0].runs] for row in rows for cell in row.cells] == [
        [False],
        [False],
        [True],
        [True],
    ]


def test_a_late_row_is_tinted_and_no_other(brand: Brand) -> None:
    rows = table_of(a_table(a_row("1"), a_row("2", is_late=True), a_row("3", is_closed=True)), brand).rows
    assert [[fill(cell) for cell in row.cells] for row in rows] == [
        [DARK, DARK],
        [None, None],
        [SOFT_RED, SOFT_RED],
        [None, None],
    ]


def test_a_header_is_white_on_dark_and_bold(brand: Brand) -> None:
    (run,) = table_of(a_table(a_row("1")), brand).rows[0].cells[0].text.paragraphs[0].runs
    assert (run.colour.hex, run.is_bold) == (WHITE, True)


# --- the schedule -----------------------------------------------------------------------------------------------------


def paces(brand: Brand, row: ScheduleRow, today: date = date(2026, 9, 30)) -> tuple[NativeCell, ...]:
    """The eight fortnights of a row, from 1 September to 31 December."""
    schedule = replace(blocks.schedule(), rows=(row,), today=today, more="")
    return table_of(schedule, brand).rows[2].cells[-8:]


def an_action(pace: Pace, start: date | None, end: date | None, due: date | None = None) -> ScheduleRow:
    return replace(blocks.schedule().rows[0], course=Course(start, end, pace, due))


@pytest.mark.parametrize(
    ("today", "at"),
    [
        (date(2026, 8, 31), 0),
        (date(2026, 9, 1), 1),  # the first day of a fortnight is in it
        (date(2026, 9, 15), 1),
        (date(2026, 9, 30), 2),
        (date(2026, 10, 1), 3),
        (date(2026, 12, 15), 7),
        (date(2026, 12, 16), None),  # nothing starts after it
    ],
)
def test_the_cut_off_falls_before_the_first_fortnight_that_starts_after_it(
    today: date, at: int | None, brand: Brand
) -> None:
    cells = paces(brand, an_action(Pace.PLANNED, date(2026, 9, 1), date(2026, 9, 30)), today)
    cut, gap = (INK, 2.25), (WHITE, 1.5)
    assert [told(cell.left) for cell in cells] == [cut if column == at else gap for column in range(8)]
    assert [told(cell.right) for cell in cells] == [
        cut if at is not None and column == at - 1 else gap for column in range(8)
    ]


@pytest.mark.parametrize(
    ("row", "fills"),
    [
        # filled from the fortnight of its first day to that of its last, borders included
        (an_action(Pace.PLANNED, date(2026, 9, 15), date(2026, 10, 1)), [PLANNED] * 3 + [PALE] * 5),
        (an_action(Pace.PLANNED, date(2026, 9, 16), date(2026, 9, 30)), [PALE, PLANNED] + [PALE] * 6),
        (an_action(Pace.CLOSED, date(2026, 12, 31), date(2027, 1, 31)), [PALE] * 7 + [CLOSED]),
        (an_action(Pace.BLOCKED, date(2026, 8, 1), date(2026, 9, 1)), [AMBER] + [PALE] * 7),
        (an_action(Pace.PLANNED, None, date(2026, 10, 1)), [PALE] * 8),
        (an_action(Pace.PLANNED, date(2026, 9, 1), None), [PALE] * 8),
        # late from the fortnight in which its due day passes
        (
            an_action(Pace.OVERDUE, date(2026, 9, 1), date(2026, 10, 31), date(2026, 9, 30)),
            [PLANNED, PLANNED, RED, RED] + [PALE] * 4,
        ),
        (
            an_action(Pace.OVERDUE, date(2026, 9, 1), date(2026, 10, 31), date(2026, 9, 29)),
            [PLANNED, RED, RED, RED] + [PALE] * 4,
        ),
        (an_action(Pace.OVERDUE, date(2026, 9, 1), date(2026, 9, 30)), [RED, RED] + [PALE] * 6),
    ],
)
def test_a_fortnight_is_filled_when_the_action_runs_in_it(row: ScheduleRow, fills: list[str], brand: Brand) -> None:
    cells = paces(brand, row)
    assert [fill(cell) for cell in cells] == fills
    assert {told(side) for cell in cells for side in (cell.top, cell.bottom)} == {(WHITE, 5.0)}
