"""Who sits in which governance body, and which decision makers sit in none."""

from __future__ import annotations

from dataclasses import dataclass

from generator.measures.organisation import people_in_order
from generator.model.choices import DecisionRole
from generator.model.governance import Body
from generator.model.mapping import Contact, SharedContact
from generator.model.plan import SharedPlan


@dataclass(frozen=True, slots=True)
class GovernanceCoverage:
    """Active client people × bodies; ``seats`` holds (person, body) for members and chairs."""

    people: tuple[SharedContact, ...]
    bodies: tuple[Body, ...]
    seats: frozenset[tuple[str, str]]
    unseated: tuple[SharedContact, ...]

    def sits(self, person: str, body: str) -> bool:
        """Tell whether this person sits in this body."""
        return (person, body) in self.seats


def governance_coverage(plan: SharedPlan) -> GovernanceCoverage:
    """Return who sits where; ``unseated`` are the active decision makers in no body (none known from a shared plan)."""
    seats = frozenset((person, body.name) for body in plan.bodies for person in body_members(body))
    seated = {person for person, _ in seats}
    people = people_in_order(plan)
    unseated = tuple(person for person in people if is_decision_maker(person) and person.name not in seated)
    return GovernanceCoverage(people, plan.bodies, seats, unseated)


def body_members(body: Body) -> tuple[str, ...]:
    """Return the members of a body on both sides, its chair included, none twice."""
    chair = () if body.chair is None else (body.chair,)
    return tuple(dict.fromkeys((*chair, *body.client_members, *body.supplier_members)))


def is_decision_maker(person: SharedContact) -> bool:
    """Tell whether a person is known as a decision maker."""
    return isinstance(person, Contact) and person.decision_role is DecisionRole.DECISION_MAKER
