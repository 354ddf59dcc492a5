"""Who sits where, and which decision makers sit nowhere."""

from __future__ import annotations

from generator.measures.coverage import body_members, governance_coverage
from generator.model.choices import DecisionRole
from tests.builders import a_body, a_contact, a_plan

DECIDES = DecisionRole.DECISION_MAKER


def test_members_and_chairs_have_a_seat() -> None:
    body = a_body(chair="Claire", client_members=("Marc", "Hélène"), supplier_members=("Claire", "Thomas"))
    assert body_members(body) == ("Claire", "Marc", "Hélène", "Thomas")


def test_decision_makers_who_sit_nowhere() -> None:
    plan = a_plan(
        bodies=(a_body(client_members=("Marc",)), a_body(name="CODEV", chair="Laure")),
        contacts=(
            a_contact(name="Marc", decision_role=DECIDES),
            a_contact(name="Laure", decision_role=DECIDES),
            a_contact(name="Philippe", decision_role=DECIDES),
            a_contact(name="Parti", decision_role=DECIDES, active=False),
            a_contact(name="Didier", decision_role=DecisionRole.USER),
        ),
    )
    found = governance_coverage(plan)
    assert [person.name for person in found.unseated] == ["Philippe"]
    assert found.sits("Marc", "COPIL")
    assert not found.sits("Marc", "CODEV")
    assert [person.name for person in found.people] == ["Marc", "Laure", "Philippe", "Didier"]
