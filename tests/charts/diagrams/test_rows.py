from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.diagrams.rows import paginate, spread, tops

HEIGHTS = st.lists(st.integers(1, 50), max_size=40)


def test_rows_that_go_stay_on_one_page() -> None:
    assert paginate([10, 10, 10], 34, 2) == (range(3),)


def test_rows_are_dealt_evenly_over_the_fewest_pages() -> None:
    assert paginate([10] * 7, 60) == (range(4), range(4, 7))


def test_no_row_is_no_page() -> None:
    assert paginate([], 100) == ()


def test_a_row_taller_than_the_room_stands_alone() -> None:
    assert paginate([10, 80, 10], 50) == (range(1), range(1, 2), range(2, 3))


def test_low_rows_rise_to_the_common_height() -> None:
    assert spread([10, 30, 10], 80, 60) == (25, 30, 25)


def test_rows_never_rise_above_the_cap() -> None:
    assert spread([10, 10], 1000, 40) == (40, 40)


def test_rows_follow_each_other_with_their_gap() -> None:
    assert tops([10, 20, 30], 5, 2) == (5, 17, 39)


@given(HEIGHTS, st.integers(50, 200), st.integers(0, 5))
def test_every_row_stands_on_one_page_and_every_page_in_its_room(heights: list[int], room: int, gap: int) -> None:
    pages = paginate(heights, room, gap)

    assert [at for page in pages for at in page] == list(range(len(heights)))
    assert all(sum(heights[at] for at in page) + gap * (len(page) - 1) <= room for page in pages)


@given(HEIGHTS, st.integers(1, 60))
def test_rows_spread_over_a_room_that_holds_them_stay_in_it(heights: list[int], cap: int) -> None:
    room = sum(heights) + 7

    tall = spread(heights, room, cap)

    assert sum(tall) <= room
    assert all(new >= old for new, old in zip(tall, heights, strict=True))
