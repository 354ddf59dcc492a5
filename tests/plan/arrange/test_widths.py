"""Columns get what they need before what they would like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.arrange.widths import Need, fitted


def test_columns_that_all_fit_share_what_is_left_in_proportion() -> None:
    assert fitted([Need(100, 200, 10), Need(100, 600, 10)], 1600) == (400, 1200)


def test_a_short_column_takes_its_line_and_the_long_ones_the_rest() -> None:
    assert fitted([Need(100, 300, 10), Need(100, 5000, 10), Need(100, 5000, 30)], 4300) == (300, 1000, 3000)


def test_a_column_never_gets_less_than_its_longest_word() -> None:
    assert fitted([Need(900, 3000, 1), Need(100, 5000, 99)], 2000) == (900, 1100)


def test_too_narrow_a_page_cuts_the_longest_words_and_leaves_the_others() -> None:
    assert fitted([Need(400, 400, 1), Need(3000, 3000, 1), Need(5000, 5000, 1)], 2400) == (400, 1000, 1000)
    assert fitted([Need(3000, 3000, 1), Need(3000, 3000, 1)], 2000) == (1000, 1000)


needs = st.tuples(st.integers(200, 3000), st.integers(0, 9000), st.floats(1, 60)).map(
    lambda one: Need(one[0], one[0] + one[1], one[2])
)


@given(st.lists(needs, min_size=1, max_size=12), st.integers(6000, 14000))
def test_widths_always_add_up_and_are_positive(columns: list[Need], width: int) -> None:
    widths = fitted(columns, width)
    assert sum(widths) == width
    assert min(widths) > 0


@given(st.lists(needs, min_size=1, max_size=4))
def test_no_word_is_cut_while_all_can_stand(columns: list[Need]) -> None:
    width = sum(one.least for one in columns) + 500
    assert all(got >= one.least - 1 for got, one in zip(fitted(columns, width), columns, strict=True))


def test_an_even_page_is_not_rounded_away() -> None:
    assert sum(fitted([Need(333, 333, 1)] * 3, 1000)) == pytest.approx(1000)
