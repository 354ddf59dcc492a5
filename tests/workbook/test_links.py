"""Cells that name several rows: read when every part is one, never halved."""

from __future__ import annotations

from typing import Any

import pytest

from generator.diagnostics import Finding
from generator.workbook.bind import Bound
from tests.builders import (
    a_body,
    a_contact,
    a_contract,
    a_plan,
    a_raci_assignment,
    a_team_member,
    an_action,
    an_entity,
    an_offer,
)
from tests.workbook.in_memory import bound_plan

ANNE, PAUL = "Anne Lefèbvre", "Paul Marchand"


def read(**tables: Any) -> Bound:
    sound: dict[str, Any] = {
        "team": (a_team_member(), a_team_member(name="Maud Perrin")),
        "contacts": (a_contact(name=ANNE), a_contact(name=PAUL)),
        "entities": (an_entity(), an_entity(name="Lyon, Rhône"), an_entity(name="Roanne")),
        "offers": (
            an_offer(),
            an_offer(name="Cloud"),
            an_offer(name="Plan; suivi"),
            an_offer(name="Études et conseil"),
        ),
    }
    return bound_plan(a_plan(**{**sound, **tables}))


def of_links(found: Bound) -> list[Finding]:
    return [said for said in found.findings if said.code.startswith("L3")]


@pytest.mark.parametrize("typed", [f"{ANNE}, {PAUL}", f"{ANNE} / {PAUL}", f"{ANNE} et {PAUL}", f"{ANNE} & {PAUL}"])
def test_a_list_is_read_when_each_part_is_a_name_and_that_is_said(typed: str) -> None:
    found = read(bodies=(a_body(client_members=(typed,)),))
    assert found.plan is not None
    assert found.plan.bodies[0].client_members == (ANNE, PAUL)
    (said,) = of_links(found)
    assert (said.code, said.value, said.args["names"]) == ("L305", typed, (ANNE, PAUL))
    assert (said.place.sheet, said.place.column) == ("3 Gouvernance", "Participants client")


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("Support; Cloud", ("Support", "Cloud")),
        ("Études et conseil", ("Études et conseil",)),
        ("Plan; suivi", ("Plan; suivi",)),
        ("Cloud; Plan; suivi; Support", ("Cloud", "Plan; suivi", "Support")),
    ],
)
def test_a_name_that_holds_a_separator_is_one_name(typed: str, offers: tuple[str, ...]) -> None:
    found = read(contracts=(a_contract(offers=(typed,)),))
    assert found.plan is not None
    assert found.plan.contracts[0].offers == offers
    assert of_links(found) == []


def test_the_longest_name_counts_in_a_list_with_commas() -> None:
    found = read(contracts=(a_contract(offers=("Études et conseil, Cloud",)),))
    assert found.plan is not None
    assert found.plan.contracts[0].offers == ("Études et conseil", "Cloud")
    assert [said.code for said in of_links(found)] == ["L305"]


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        (f"{ANNE}, Paul Marchant", f"{ANNE}; {PAUL}"),  # both, or the second would be lost
        (f"{ANNE}, Quelqu’un", None),
        ("Paul Marchant", PAUL),
    ],
)
def test_a_suggestion_never_loses_a_name(typed: str, suggestion: str | None) -> None:
    (said,) = of_links(read(bodies=(a_body(client_members=(typed,)),)))
    assert (said.code, said.value, said.suggestion) == ("L301", typed, suggestion)


@pytest.mark.parametrize("mark", [", ", " / ", " et ", "; "])
def test_of_two_owners_the_first_is_kept_and_the_second_told(mark: str) -> None:
    found = read(actions=(an_action(owner=f"Claire Vasseur{mark}Maud Perrin"),))
    assert found.plan is not None
    assert found.plan.actions[0].owner == "Claire Vasseur"
    (said,) = of_links(found)
    assert (said.code, said.args["kept"], said.args["others"]) == ("L306", "Claire Vasseur", ("Maud Perrin",))


def test_two_entities_of_one_contract_are_not_halved() -> None:
    found = read(contracts=(a_contract(entity="Groupe, Roanne"),))
    (said,) = of_links(found)
    assert (said.code, said.value, said.place.column) == ("L307", "Groupe, Roanne", "Entité")
    assert found.plan is not None
    assert found.plan.contracts == ()


def test_an_entity_with_a_comma_is_one() -> None:
    found = read(contracts=(a_contract(entity="lyon, rhône"),))
    assert found.plan is not None
    assert (found.plan.contracts[0].entity, of_links(found)) == ("Lyon, Rhône", [])


def test_two_people_in_the_key_of_a_row_are_two_rows_to_write() -> None:
    assert [said.code for said in of_links(read(raci=(a_raci_assignment(person=f"{ANNE}, {PAUL}"),)))] == ["L307"]
