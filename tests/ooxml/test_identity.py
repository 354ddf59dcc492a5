"""Stable identity: same key, same id, whatever else is there."""

import re

from generator.ooxml.identity import (
    block_bookmark,
    continued,
    creation_id,
    guid,
    row_bookmark,
    row_ids,
    shape_id,
    shape_ids,
    told_apart,
    whole,
)


def test_ids_are_positive_small_enough_and_stable() -> None:
    for key in ("kpis/KPI-02/chart", "", "é" * 500):
        assert 1000 <= shape_id(key) < 2**31
        assert 1 <= creation_id(key) < 2**32
        assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", guid(key))
    assert shape_id("kpis/KPI-02/chart") == shape_id("kpis/KPI-02/chart") != shape_id("kpis/KPI-03/chart")
    assert guid("a") != guid("b")


def test_ids_of_a_slide_never_meet_and_do_not_depend_on_the_order() -> None:
    keys = [f"kpis/{number}" for number in range(500)]
    ids = shape_ids(keys)
    assert len(set(ids.values())) == 500
    assert ids == shape_ids(reversed(keys))
    assert ids["kpis/7"] == shape_id("kpis/7")


def test_a_taken_id_is_left_alone_in_a_predictable_way() -> None:
    taken = shape_id("kpis/1")
    assert shape_ids(["kpis/1"], taken=[taken]) == {"kpis/1": shape_id("kpis/1#1")}


def test_ids_of_rows_are_32_bits_none_twice_and_stay_when_others_go() -> None:
    keys = [f"actions/A-{number}" for number in range(10_000)]
    ids = row_ids(keys)
    assert len(set(ids.values())) == 10_000
    assert all(0 < number < 2**32 for number in ids.values())
    assert max(ids.values()) > 2**31
    assert row_ids(keys[10:5:-1])["actions/A-7"] == ids["actions/A-7"]


def test_twins_get_their_turn_and_never_the_key_of_another() -> None:
    assert told_apart(["a", "b", "a", "a", "c"]) == ("a", "b", "a~2", "a~3", "c")
    assert told_apart(["a", "a~2", "a"]) == ("a", "a~2", "a~3")
    assert told_apart([]) == ()


def test_the_parts_of_what_goes_on_are_one() -> None:
    parts = [continued("actions/schedule/table", part) for part in (1, 2, 12)]
    assert parts == ["actions/schedule/table", "actions/schedule/table#2", "actions/schedule/table#12"]
    assert {whole(part) for part in parts} == {"actions/schedule/table"}
    assert whole("people#grid") == "people#grid"
    assert whole("people#grid#2") == "people#grid"
    assert (
        whole("swot/threat/statement/Une menace#1234567890123456")
        == "swot/threat/statement/Une menace#1234567890123456"
    )


def test_bookmarks_are_hidden_names_within_forty_letters() -> None:
    long = "contracts/table/" + "CT-01 " * 30
    for name in (block_bookmark(long), row_bookmark(long), row_bookmark("é/à"), row_bookmark("")):
        assert re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name)
    assert re.fullmatch(r"_actions_gantt_A_01_[0-9a-f]{12}", row_bookmark("actions/gantt/A-01"))
    assert row_bookmark("actions/A-01") != row_bookmark("actions/A_01")
