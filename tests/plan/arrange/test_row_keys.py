"""The keys of rows in the whole plan."""

from __future__ import annotations

from generator.plan.arrange.chapters import Placed
from generator.plan.arrange.document import Paragraph, Span, TableCell, TablePart, TableRow
from generator.plan.arrange.row_keys import keyed
from generator.plan.arrange.styles import TableStyle


def a_table(key: str, *rows: str) -> Placed:
    cells = (TableCell(paragraphs=(Paragraph(content=(Span("Une action"),)),)),)
    head = TableRow(key="", cells=cells, is_header=True)
    table = TablePart(
        key=key,
        style=TableStyle.DATA,
        widths_twips=(9000,),
        rows=(head, *(TableRow(key=one, cells=cells) for one in rows)),
    )
    return Placed(table, is_landscape=False, key=key)


def keys(*placed: Placed) -> list[list[str]]:
    return [[row.key for row in one.part.rows] for one in keyed(placed) if isinstance(one.part, TablePart)]


def test_a_row_is_named_under_its_table_what_both_begin_with_once() -> None:
    gantt = a_table("actions/gantt", "actions/A-01", "actions/A-02")
    linked = a_table("kpis/KPI-01/actions", "kpis/KPI-01/actions/A-01")
    strip = a_table("kpis/KPI-01/strip", "values")
    assert keys(gantt, linked, strip) == [
        ["", "actions/gantt/A-01", "actions/gantt/A-02"],
        ["", "kpis/KPI-01/actions/A-01"],
        ["", "kpis/KPI-01/strip/values"],
    ]


def test_twins_are_told_apart_in_one_table_and_in_two_of_one_key() -> None:
    twins, others = a_table("t", "a", "a", "b"), a_table("t", "a")
    assert keys(twins, others) == [["", "t/a", "t/a~2", "t/b"], ["", "t/a~3"]]


def test_what_is_no_table_comes_back_as_it_is() -> None:
    text = Placed(Paragraph(content=(Span("Une phrase."),)), None, "p")
    assert keyed((text,)) == (text,)
