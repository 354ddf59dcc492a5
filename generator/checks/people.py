"""The client's people: who decides, who speaks for us, who is left without news, whose departure would cut us off."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.facts import Facts, grouped
from generator.checks.rests import REVENUE, Rests, thresholds
from generator.checks.rule import Rule
from generator.locales import Phrase, phrase
from generator.measures.citation import cite
from generator.measures.coverage import is_decision_maker
from generator.measures.influence import KEY_INFLUENCE, SUPPORTING, WARY
from generator.measures.months import add_months
from generator.measures.organisation import LEVELS, people_undrawn
from generator.model.breach import Breach, breach
from generator.model.choices import Coverage
from generator.model.field_path import FieldPath
from generator.model.mapping import Contact

_OPINIONS = ("decision_role", "influence", "attitude", "coverage", "observed_fact")


def missing_roles(facts: Facts) -> Iterator[Breach]:
    """R409: no active decision maker, or no active supporter, is mapped."""
    if not any(is_decision_maker(contact) for contact in facts.contacts):
        yield breach("R409", FieldPath("contacts", (), "decision_role"), missing=phrase("checks.a_decision_maker"))
    if not any(contact.attitude in SUPPORTING for contact in facts.contacts):
        yield breach("R409", FieldPath("contacts", (), "attitude"), missing=phrase("checks.a_supporter"))


def neglected_key_people(facts: Facts) -> Iterator[Breach]:
    """R412: a decision maker or an influential person has no counterpart, or no recent contact."""
    for contact in facts.contacts:
        missing = _missing(facts, contact) if _is_key(contact) else ()
        if missing:
            field = "last_contact" if contact.counterpart else "counterpart"
            path = cite("contacts", contact, field)
            yield breach("R412", path, value=getattr(contact, field), weight=contact.influence or 0, missing=missing)


def single_relationships(facts: Facts) -> Iterator[Breach]:
    """R413: an entity with revenue rests on one active relationship, or on none; nothing when nobody is mapped."""
    people = grouped((contact.entity, contact) for contact in facts.contacts if contact.coverage is not Coverage.NONE)
    for entity, own in facts.revenue_by_entity.items() if people else ():
        known = people.get(entity, ())
        if own.value and own.value > 0 and len(known) <= 1:
            relations = phrase("checks.one_relation", person=known[0].name) if known else phrase("checks.no_relation")
            path = FieldPath("entities", (entity,), "name")
            yield breach("R413", path, weight=own.value, revenue=own.value, relations=relations)


def unanswered_wariness(facts: Facts) -> Iterator[Breach]:
    """R457: an influential person is wary of us or against us, and no open action is addressed to them."""
    for contact in facts.contacts:
        influence = contact.influence or 0
        if influence < KEY_INFLUENCE or contact.attitude not in WARY:
            continue
        if contact.name not in facts.actions_by_addressee:
            path = cite("contacts", contact, "attitude")
            yield breach(
                "R457",
                path,
                value=contact.attitude,
                weight=influence,
                influence=influence,
                attitude=contact.attitude,
            )


def undrawn_people(facts: Facts) -> Iterator[Breach]:
    """R470: people stand below the last level that the organisation chart draws."""
    undrawn = people_undrawn(facts.plan)
    if undrawn:
        first = FieldPath("contacts", undrawn[0].key, "manager")
        yield breach("R470", first, value=undrawn[0].manager, n=len(undrawn), levels=LEVELS)


def stale_opinions(facts: Facts) -> Iterator[Breach]:
    """R465: opinions about a person who has left are older than the retention period."""
    months = facts.settings.retention_months
    for contact in facts.plan.contacts:
        dated = max((day for day in (contact.observed_on, contact.last_contact) if day is not None), default=None)
        if contact.active or dated is None or not any(getattr(contact, name) is not None for name in _OPINIONS):
            continue
        if add_months(dated, months) < facts.cutoff:
            yield breach("R465", cite("contacts", contact, _first_opinion(contact)), dated=dated, months=months)


def _is_key(contact: Contact) -> bool:
    return is_decision_maker(contact) or (contact.influence or 0) >= KEY_INFLUENCE


def _missing(facts: Facts, contact: Contact) -> tuple[Phrase, ...]:
    has_none = facts.is_blank(cite("contacts", contact, "counterpart"), contact.counterpart)
    no_counterpart = (phrase("checks.no_counterpart"),) if has_none else ()
    return (*no_counterpart, *_silence(facts, contact))


def _silence(facts: Facts, contact: Contact) -> tuple[Phrase, ...]:
    last = contact.last_contact
    if last is None:
        is_blank = facts.is_blank(cite("contacts", contact, "last_contact"), last)
        return (phrase("checks.no_dated_contact"),) if is_blank else ()
    days = (facts.cutoff - last).days
    return (phrase("checks.silent_since", n=days, last=last),) if days > facts.settings.contact_silence_days else ()


def _first_opinion(contact: Contact) -> str:
    return next(name for name in _OPINIONS if getattr(contact, name) is not None)


RULES = (
    Rule("R409", missing_roles, 320, (Rests("contacts", ("decision_role", "attitude")),)),
    Rule("R457", unanswered_wariness, 325, (Rests("actions", by="addressee"),)),
    Rule("R412", neglected_key_people, 330, (thresholds("contact_silence_days"),)),
    Rule("R413", single_relationships, 335, (Rests("contacts", ("coverage",), by="entity"), REVENUE)),
    Rule("R470", undrawn_people, 660),
    Rule("R465", stale_opinions, 740, (thresholds("retention_months"),), ("observed_on", "last_contact")),
)
