"""Governance against the stages before it: who decides sits where it is decided, every objective is followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.facts import Facts
from generator.checks.rests import Rests
from generator.checks.rule import Rule
from generator.locales import phrase
from generator.measures.citation import cite
from generator.measures.coverage import is_decision_maker
from generator.model.breach import Breach, breach
from generator.model.choices import BodyType
from generator.model.field_path import FieldPath
from generator.model.governance import Body


def unseated_decision_makers(facts: Facts) -> Iterator[Breach]:
    """R431: an active decision maker sits in no body."""
    influence = {contact.name: contact.influence or 0 for contact in facts.contacts}
    for person in facts.seats.unseated:
        path = cite("contacts", person, "decision_role")
        yield breach("R431", path, weight=influence.get(person.name, 0))


def unfollowed_objectives(facts: Facts) -> Iterator[Breach]:
    """R432: there are bodies and none follows an open objective."""
    for objective in facts.objectives:
        if facts.plan.bodies and objective.ref not in facts.bodies_by_objective:
            yield breach("R432", cite("objectives", objective, "ref"))


def absent_deciders(facts: Facts) -> Iterator[Breach]:
    """R433: the decider of an open deal sits in none of the bodies with the client that follow its objective."""
    for deal in facts.pipeline.deals:
        opportunity = deal.opportunity
        objective, decider = opportunity.objective, opportunity.decider
        if not deal.is_open or objective is None or decider is None or decider in facts.departed:
            continue
        bodies = [body for body in facts.bodies_by_objective.get(objective, ()) if body.type is not BodyType.INTERNAL]
        if bodies and not any(facts.seats.sits(decider, body.name) for body in bodies):
            path = cite("opportunities", opportunity, "decider")
            names = tuple(body.name for body in bodies)
            weight = deal.weighted.value or 0
            yield breach("R433", path, value=decider, weight=weight, person=decider, objective=objective, body=names)


def powerless_steering(facts: Facts) -> Iterator[Breach]:
    """R434: there is no steering committee, or one without an active decision maker of the client."""
    committees = [body for body in facts.plan.bodies if body.type is BodyType.STEERING]
    if not committees:
        yield breach("R434", FieldPath("bodies", (), "type"), reason=phrase("checks.no_steering"))
    deciders = {contact.name for contact in facts.contacts if is_decision_maker(contact)}
    for body in committees:
        if not _has_one_of(body, deciders):
            path = cite("bodies", body, "client_members")
            yield breach("R434", path, reason=phrase("checks.no_decision_maker", body=body.name))


def _has_one_of(body: Body, deciders: set[str]) -> bool:
    return not deciders.isdisjoint(body.client_members) or body.chair in deciders


_COMMITTEES = Rests("bodies", where=(("type", BodyType.STEERING),))
_DECISION_MAKERS = Rests("contacts", ("decision_role",))
_SEATS = (Rests("bodies", by="client_members"), Rests("bodies", by="chair"))
_SEATS_OF_PERSON = tuple(replace(rest, named="person") for rest in _SEATS)

RULES = (
    Rule("R434", powerless_steering, 305, (_COMMITTEES, _DECISION_MAKERS), ("chair",)),
    Rule("R431", unseated_decision_makers, 310, _SEATS),
    Rule("R433", absent_deciders, 315, _SEATS_OF_PERSON),
    Rule("R432", unfollowed_objectives, 440, (Rests("bodies", by="objectives"),)),
)
