"""What changed since the last committee, as the plan marks it."""

from __future__ import annotations

from dataclasses import replace

from generator.brand import load
from generator.plan.arrange.blocks import block_parts
from generator.plan.arrange.context import Context
from generator.plan.arrange.document import Part, Span, TablePart
from generator.story.blocks.table import Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Tone
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
    table = Table(key="t", columns=(TableColumn("Réf.", 6), TableColumn("Action", 40)), rows=(row,), caption="Actions.")
    told = ["".join(span.text for span in spans) for spans in cells_of(list(block_parts(table, context())))]
    assert told == ["Réf.", "Action", "A-01", "Former les référents  +14\u00a0j"]


def marked(*cells: Cell, starts_group: bool = False) -> str:
    """The text of the cell that bears the mark of a row."""
    titles = ("Réf.", "Type", "Risque", "Réponse")
    row = TableRow("t/1", cells, starts_group=starts_group, change="nouveau")
    table = Table(key="t", columns=tuple(map(TableColumn, titles)), rows=(row,), caption="")
    (found,) = (
        spans for spans in cells_of(list(block_parts(table, context()))) if spans and spans[-1].text == "nouveau"
    )
    return found[0].text


def test_the_mark_stands_at_the_name_of_the_row() -> None:
    response = Cell("Doubler l’équipe pendant la bascule")
    assert marked(Cell("R-01"), Cell("Risque"), Cell("Un départ retarde tout"), response) == "Un départ retarde tout"
    assert marked(Cell("CODEV", Tone.STRONG), Cell("Suivi"), Cell("30/09/2026"), response) == "CODEV"
    assert marked(Cell("Risques", Tone.STRONG), Cell("Un départ"), Cell("Ajout"), starts_group=True) == "Un départ"
    assert marked(Cell("1.3"), Cell("30/09/2026"), Cell("Prismea"), Cell("")) == "Prismea"


def test_an_action_of_the_schedule_says_so_too() -> None:
    whole = schedule()
    marked = replace(whole, rows=(replace(whole.rows[0], change="nouvelle"), *whole.rows[1:]))
    told = cells_of(list(block_parts(marked, context())))
    assert sum(span.text == "nouvelle" for spans in told for span in spans) == 1


def test_the_lists_of_the_meeting_are_not_the_plan_s() -> None:
    assert list(block_parts(samples.changes(), context())) == []
