"""Whether something unread may be, or may change, a row that somebody looks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


class Counted(Mapping[str, object]):
    """The values of a row, which counts how often they are asked for."""

    asked = 0

    def __init__(self, **values: object) -> None:
        self._values = values

    def __getitem__(self, field: str) -> object:
        Counted.asked += 1
        return self._values[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def test_as_many_questions_as_gaps_cost_a_few_looks_at_each() -> None:
    refs = [f"A-{rank}" for rank in range(300)]
    gaps = Gaps(Gap("actions", (ref,), Counted(contract=ref, kpi="KPI-01"), frozenset({"due"})) for ref in refs)
    assert all(gaps.may_hold("actions", {"contract": ref, "kpi": "KPI-01"}) for ref in refs)
    assert not any(gaps.may_hold("actions", {"contract": f"{ref}x"}, ("done",)) for ref in refs)
    assert not any(gaps.may_hold("actions", {"kpi": "KPI-02", "risk": SOMETHING}) for _ in refs)
    assert all(gaps.holds("actions", (ref,), "due") for ref in refs)
    assert Counted.asked <= 10 * len(refs)  # not one for each question and gap: 90 000


def test_a_cell_is_unread_in_its_own_row_or_in_a_table_that_was_not_found() -> None:
    gaps = Gaps([Gap("actions", ("A-01",), {}, frozenset({"due"})), Gap("team", (), None, frozenset({"name"}))])
    assert gaps.holds("actions", ("A-01",), "due")
    assert not gaps.holds("actions", ("A-01",), "owner")
    assert not gaps.holds("actions", ("A-02",), "due")
    assert gaps.holds("team", ("Claire",), "name")


def test_the_same_question_is_answered_for_each_table_and_field() -> None:
    gaps = Gaps([Gap("actions", ("A-01",), {"contract": "CT-01"}, frozenset({"due"}), is_kept=True)])
    assert not gaps.may_hold("actions", {"contract": "CT-01"})
    assert gaps.may_hold("actions", {"contract": "CT-01"}, ("due",))
    assert not gaps.may_hold("risks", {"contract": "CT-01"}, ("due",))
    assert not gaps.may_hold("actions", {"contract": "CT-02"}, ("due",))
