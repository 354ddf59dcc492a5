"""What changed since the last committee, as the plan marks it."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import load
from generator.plan.arrange.blocks import block_parts
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Part, Span, TablePart
from generator.plan.arrange.styles import Style
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from tests.charts.diagrams import samples
from tests.plan.samples import schedule, story


def cells_of(parts: list[Part]) -> list[list[Span]]:
    """The spans of every cell."""
    rows = [row for part in parts if isinstance(part, TablePart) for row in part.rows]
    return [
        [span for line in cell.paragraphs for span in line.content if isinstance(span, Span)]
        for row in rows
        for cell in row.cells
    ]


def context() -> Context:
    return Context(load(), story())


def test_a_row_says_what_happened_to_it_after_its_name() -> None:
    row = TableRow("actions/A-01", (Cell("A-01"), Cell("Former les référents")), change="+14 j")
    table = Table(
        key="t", columns=(TableColumn("Réf.", 6), TableColumn("Action", 40)), rows=(row,), caption="", name_at=1
    )
    told = ["".join(span.text for span in spans) for spans in cells_of(list(block_parts(table, context())))]
    assert told == ["Réf.", "Action", "A-01", "Former les référents  +14\u00a0j"]


def marked(name_at: int, *texts: str) -> list[str]:
    """The texts of the cells of a row that is new."""
    titles = ("Réf.", "Type", "Risque", "Réponse")
    row = TableRow("t/1", tuple(map(Cell, texts)), change="nouveau")
    table = Table(key="t", columns=tuple(map(TableColumn, titles)), rows=(row,), caption="", name_at=name_at)
    return ["".join(span.text for span in spans) for spans in cells_of(list(block_parts(table, context())))][4:]


def test_the_mark_stands_at_the_column_that_the_table_names_whatever_the_cells_say() -> None:
    row = ("R-01", "Risque de départ", "Retard", "Doubler l’équipe pendant la bascule")
    assert marked(0, *row) == ["R-01  nouveau", *row[1:]]
    assert marked(2, *row) == [*row[:2], "Retard  nouveau", row[3]]
    assert marked(2, "R-01", "Risque", "", "Réponse") == ["R-01", "Risque", "  nouveau", "Réponse"]


def test_a_column_more_in_a_schedule_is_drawn_without_being_told_to_the_plan() -> None:
    whole = schedule()
    wider = replace(
        whole,
        columns=(*whole.columns, TableColumn("Coût", align=Align.RIGHT)),
        rows=tuple(replace(row, cells=(*row.cells, Cell("12 k€"))) for row in whole.rows),
    )
    parts = list(block_parts(wider, context()))
    (table,) = (part for part in parts if isinstance(part, TablePart))
    rows = [table.rows[at].cells[7].paragraphs[0] for at in range(6)]
    assert [[span.text for span in line.content if isinstance(span, Span)] for line in rows] == [
        ["Coût"],
        *[["12 k€"]] * 5,
    ]
    assert {line.style for line in rows} == {Style.TABLE_HEADER_NUMBER, Style.TABLE_NUMBER}
    assert len(table.widths_twips) == 8 + 8


def test_an_action_of_the_schedule_says_so_too() -> None:
    whole = schedule()
    marked = replace(whole, rows=(replace(whole.rows[0], change="nouvelle"), *whole.rows[1:]))
    told = cells_of(list(block_parts(marked, context())))
    assert sum(span.text == "nouvelle" for spans in told for span in spans) == 1


def test_the_lists_of_the_meeting_are_not_the_plan_s() -> None:
    assert list(block_parts(samples.changes(), context())) == []
