"""Whether something unread may be, or may change, a row that somebody looks for."""

from __future__ import annotations

from generator.model.gap import SOMETHING, Gap, Gaps


def an_action(*lost: str, is_kept: bool = True, **values: object) -> Gaps:
    return Gaps([Gap("actions", ("A-01",), values, frozenset(lost), is_kept=is_kept)])


def test_a_lost_link_may_lead_anywhere() -> None:
    assert an_action("contract", owner="Claire").may_hold("actions", {"contract": "CT-01"})


def test_a_lost_cell_of_another_column_changes_nothing() -> None:
    assert not an_action("due", contract="CT-01").may_hold("actions", {"contract": "CT-01"})
    assert an_action("due", contract="CT-01").may_hold("actions", {"contract": "CT-01"}, ("due",))


def test_a_lost_row_is_still_known_by_its_other_cells() -> None:
    lost = an_action("status", is_kept=False, contract="CT-02")
    assert not lost.may_hold("actions", {"contract": "CT-01"})
    assert lost.may_hold("actions", {"contract": "CT-02"})
    assert lost.may_hold("actions", {"contract": frozenset({"CT-01", "CT-02"})})


def test_a_list_holds_each_of_its_names() -> None:
    body = Gaps([Gap("bodies", ("COPIL",), {"client_members": ("Anne", "Paul")}, frozenset({"cadence"}))])
    assert body.may_hold("bodies", {"client_members": "Paul"})
    assert not body.may_hold("bodies", {"client_members": "Zoé"})


def test_a_blank_is_known_to_be_blank() -> None:
    lost = an_action("status", is_kept=False, contract="CT-01")
    assert lost.may_hold("actions", {"contract": SOMETHING})
    assert not lost.may_hold("actions", {"done": SOMETHING})


def test_of_a_table_that_was_not_found_nothing_is_known() -> None:
    assert Gaps([Gap("team")]).may_hold("team", {"name": "Claire"})
    assert not Gaps([Gap("team")]).may_hold("actions", {})
