from __future__ import annotations

from generator.charts.diagrams.hanging_tree import Room, Sheet, depth, in_order, sheets, size
from generator.story.blocks.people import OrgNode
from tests.charts.diagrams import samples_people as people


def _names(sheet: Sheet) -> list[list[str]]:
    """The people of the sheet, a list a root and a list a column, top to bottom."""
    listed: list[list[str]] = []
    for cluster in sheet:
        listed.extend([[cluster.root.name]] if cluster.root else [])
        listed.extend([node.name for branch in column for node, _, _ in in_order(branch)] for column in cluster.columns)
    return listed


def _node(name: str, *children: OrgNode) -> OrgNode:
    return people.person(name, "", "P", "N", "", children)


def test_a_chart_of_the_size_of_a_slide_is_one_sheet_with_a_column_a_chief() -> None:
    ((cluster,),) = sheets(people.org_chart().roots, Room(columns=4, rows=4, rows_without_root=5))

    assert cluster.root == people.org_chart().roots[0]
    assert [[branch.name for branch in column] for column in cluster.columns] == [
        ["Marc Oberlin"],
        ["Nathalie Ferrand"],
        ["Philippe Arnoux"],
        ["Laure Tessier"],
    ]


def test_a_branch_too_tall_for_its_column_goes_on_with_its_chief_on_top() -> None:
    root = _node("A", _node("B", _node("C"), _node("D"), _node("E")), _node("F"))

    found = sheets((root,), Room(columns=2, rows=3, rows_without_root=4))

    assert [_names(sheet) for sheet in found] == [[["A"], ["B"], ["F"]], [["B"], ["C", "D", "E"]]]


def test_a_deep_branch_shows_the_levels_that_fit_and_goes_on_below_them() -> None:
    team = _node("C", _node("D"), _node("E"), _node("F"))
    root = _node("A", _node("B", team, _node("G")), _node("H"))

    found = sheets((root,), Room(columns=2, rows=3, rows_without_root=4))

    assert [_names(sheet) for sheet in found] == [[["A"], ["B", "C", "G"], ["H"]], [["C"], ["D", "E", "F"]]]


def test_many_reports_are_packed_in_columns_as_low_as_they_can_be() -> None:
    root = _node("A", *(_node(name) for name in "BCDEFG"))

    ((cluster,),) = sheets((root,), Room(columns=3, rows=4, rows_without_root=5))

    assert [[branch.name for branch in column] for column in cluster.columns] == [["B", "C"], ["D", "E"], ["F", "G"]]


def test_who_reports_to_nobody_stands_beside_the_tree() -> None:
    tree = _node("A", _node("B", _node("C")), _node("D"))

    (sheet,) = sheets((tree, _node("X"), _node("Y")), Room(columns=4, rows=3, rows_without_root=3))

    assert _names(sheet) == [["A"], ["B", "C"], ["D"], ["X"], ["Y"]]


def test_everybody_stands_somewhere_and_nobody_twice_on_a_sheet() -> None:
    roots = people.large_org_chart().roots
    everyone = {node.key for node, _, _ in in_order(roots[0])}

    found = sheets(roots, Room(columns=5, rows=4, rows_without_root=5))

    shown = [[key for cluster in sheet for key in cluster.keys] for sheet in found]
    assert len(everyone) == 60
    assert {key for keys in shown for key in keys} == everyone
    assert all(len(set(keys)) == len(keys) for keys in shown)


def test_sizes_and_depths_count_people() -> None:
    chart = people.large_org_chart().roots[0]

    assert (size(chart), depth(chart)) == (60, 4)
