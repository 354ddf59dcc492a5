"""No page holds a row or two of a table; a low table stands on one page."""

from __future__ import annotations

from generator.brand import load
from generator.plan.arrange.document import Paragraph, Span, TableCell, TablePart, TableRow
from generator.plan.arrange.keeping import kept
from generator.plan.arrange.styles import Style, TableStyle

BRAND = load()


def row(text: str = "Une action", *, is_header: bool = False) -> TableRow:
    cell = TableCell(paragraphs=(Paragraph(content=(Span(text),), style=Style.TABLE_TEXT),))
    return TableRow(key=text, cells=(cell,), is_header=is_header, keeps_next=is_header)


def keeping(count: int, text: str = "Une action") -> str:
    """The rows of a table with a header: K keeps with the next one, – does not."""
    rows = (row("Action", is_header=True), *(row(text) for _ in range(count)))
    part = TablePart(key="t", style=TableStyle.DATA, widths_twips=(2000,), rows=rows)
    return "".join("K" if one.keeps_next else "–" for one in kept(part, BRAND).rows)


def test_a_low_table_is_never_broken() -> None:
    assert keeping(1) == "K–"
    assert keeping(6) == "KKKKKK–"


def test_a_long_table_keeps_three_rows_at_either_end() -> None:
    assert keeping(20) == "KKK" + "–" * 15 + "KK–"


def test_few_rows_of_many_lines_break_between_any_two() -> None:
    assert keeping(6, "mot " * 60) == "K––––––"


def test_the_last_row_is_not_kept_with_what_follows_the_table() -> None:
    assert keeping(1, "mot " * 200) == "K–"


def test_a_table_without_data_is_left_as_it_is() -> None:
    assert keeping(0) == "K"
