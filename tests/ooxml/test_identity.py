"""Stable identity: same key, same id, whatever else is there."""

import re

from generator.ooxml.identity import build_id, creation_id, guid, shape_id, shape_ids


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


def test_a_build_id_has_neither_a_figure_nor_a_vowel_in_it() -> None:
    """The SHA-256 of nothing begins with e3b0c442 98fc1c14 9afbf4c8 996fb924, told by sixteen consonants."""
    assert build_id(b"") == "sfpbqggdmltqcqcgmntptgqlmmjtpmdg"
    assert build_id(b"deck") != build_id(b"plan")
