"""Who reports to whom, whatever the table says."""

from __future__ import annotations

from generator.measures.organisation import PersonNode, organisation, people_in_order, people_undrawn
from generator.model.mapping import Contact
from generator.model.plan import AccountPlan
from tests.builders import a_contact, a_plan


def person(name: str, manager: str | None = None, *, active: bool = True) -> Contact:
    return a_contact(name=name, manager=manager, active=active)


def outline(plan: AccountPlan) -> list[str]:
    return ["  " * node.depth + node.contact.name for root in organisation(plan) for node in root.walk()]


def test_a_tree_in_the_order_of_the_table() -> None:
    plan = a_plan(contacts=(person("C", "A"), person("A"), person("B", "A"), person("D", "C")))
    assert outline(plan) == ["A", "  C", "    D", "  B"]


def test_nobody() -> None:
    assert organisation(a_plan()) == ()


def test_an_unknown_manager_makes_a_root() -> None:
    assert outline(a_plan(contacts=(person("A", "Z"), person("B", "A")))) == ["A", "  B"]


def test_people_below_someone_who_left_report_to_the_next_one_up() -> None:
    plan = a_plan(contacts=(person("A"), person("B", "A", active=False), person("C", "B"), person("D", "E")))
    assert outline(plan) == ["A", "  C", "D"]


def test_cycles_are_cut_and_nobody_is_lost() -> None:
    ring = (person("A", "C"), person("B", "A"), person("C", "B"))
    assert outline(a_plan(contacts=ring)) == ["A", "  B", "    C"]
    assert outline(a_plan(contacts=(person("X", "A"), *ring))) == ["A", "  X", "  B", "    C"]
    assert outline(a_plan(contacts=(person("A", "A"),))) == ["A"]


def test_a_cycle_through_someone_who_left_is_cut_too() -> None:
    ring = (person("A", "B"), person("B", "A", active=False))
    assert outline(a_plan(contacts=ring)) == ["A"]


def test_a_chain_deeper_than_the_stack_of_python() -> None:
    people = (person(f"P{n}", f"P{n - 1}" if n else None) for n in range(1_500))
    in_order = people_in_order(a_plan(contacts=tuple(people)))
    assert [contact.name for contact in in_order] == [f"P{n}" for n in range(1_500)]


def test_twelve_levels_are_drawn_and_those_below_are_still_listed() -> None:
    chain = tuple(person(f"P{n}", f"P{n - 1}" if n else None) for n in range(14))
    plan = a_plan(contacts=(*chain, person("Q", "P0")))

    assert outline(plan) == [*("  " * n + f"P{n}" for n in range(12)), "  Q"]
    assert [contact.name for contact in people_undrawn(plan)] == ["P12", "P13"]
    assert [contact.name for contact in people_in_order(plan)] == [*(f"P{n}" for n in range(14)), "Q"]


def test_twelve_levels_leave_nobody_out() -> None:
    chain = tuple(person(f"P{n}", f"P{n - 1}" if n else None) for n in range(12))
    assert people_undrawn(a_plan(contacts=chain)) == ()


def test_people_in_order_are_the_chart_read_down() -> None:
    plan = a_plan(contacts=(person("B", "A"), person("A")))
    assert [contact.name for contact in people_in_order(plan)] == ["A", "B"]
    assert isinstance(organisation(plan)[0], PersonNode)
