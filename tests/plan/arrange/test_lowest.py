"""Columns give their room to those whose texts make the rows tall."""

from generator.plan.arrange.lowest import Columns, lowest, usual_lines

SHORT = (500,)
LONG = (600,) * 6  # 3600 twips on one line


def test_a_column_gives_what_takes_lines_off_the_rows() -> None:
    widths = [3000, 1600]
    columns: Columns = [[SHORT, SHORT], [LONG, LONG]]
    # 2600 - 200 of padding holds four words a line: two lines
    assert usual_lines(widths, columns, padding=200) == 3
    found = lowest(widths, [700, 700], columns, padding=200)
    assert sum(found) == 4600
    assert found[0] >= 700
    assert usual_lines(found, columns, padding=200) == 2


def test_no_column_falls_below_its_least_and_none_moves_for_nothing() -> None:
    assert lowest([3000, 1400], [3000, 700], [[SHORT], [LONG]], padding=200) == [3000, 1400]
    assert lowest([2000, 2400], [700, 700], [[SHORT], [SHORT]], padding=200) == [2000, 2400]


def test_a_table_without_rows_is_a_line_a_row() -> None:
    assert usual_lines([1000], [[]], padding=200) == 1
