"""Opinions about people who have left: what the history never keeps nor compares."""

from __future__ import annotations

from typing import TypeVar

from generator.model.mapping import Contact, SharedContact
from generator.model.plan import AccountPlan, SharedPlan

OPINIONS = tuple(name for name in Contact.model_fields if name not in SharedContact.model_fields)
"""The fields that say what we observe of a person: all that the client does not see of its own people."""

AnyPlan = TypeVar("AnyPlan", bound=SharedPlan)


def without_old_opinions(plan: AnyPlan) -> AnyPlan:
    """Return the plan without what was observed of inactive people; a shared plan holds none and stays as it is."""
    if not isinstance(plan, AccountPlan):
        return plan
    return plan.model_copy(update={"contacts": tuple(map(_forgotten, plan.contacts))})


def _forgotten(contact: Contact) -> Contact:
    return contact if contact.active else contact.model_copy(update=dict.fromkeys(OPINIONS))
