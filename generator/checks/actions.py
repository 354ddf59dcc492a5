"""Actions: a name, a date, kept dates, statuses that hold, and a load that people can carry."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.facts import Facts
from generator.checks.missing import missing_fields
from generator.checks.rests import Rests, thresholds
from generator.checks.rule import Rule
from generator.locales import phrase
from generator.measures.citation import cite
from generator.model.breach import Breach, breach
from generator.model.choices import ActionStatus
from generator.model.field_path import FieldPath

SMALLEST_LOAD = 3
_NEEDED = (("owner", phrase("checks.action.owner")), ("due", phrase("checks.action.due")))


def nobody_or_no_date(facts: Facts) -> Iterator[Breach]:
    """R451: an open action has no owner or no date."""
    for state in facts.open_actions:
        missing = missing_fields(facts, "actions", state.action, _NEEDED)
        if missing:
            yield breach("R451", next(iter(missing)), weight=len(missing), missing=tuple(missing.values()))


def overdue_actions(facts: Facts) -> Iterator[Breach]:
    """R452: an open action is past its date; beyond the delay of the settings it goes to the steering committee."""
    for state in facts.open_actions:
        if not state.is_late:
            continue
        action, days = state.action, state.days_late
        way = "checks.to_escalate" if days > facts.settings.escalation_days else "checks.to_replan"
        owner = action.owner or phrase("checks.nobody")
        path = cite("actions", action, "due")
        yield breach("R452", path, value=action.due, weight=days, n=days, due=action.due, owner=owner, way=phrase(way))


def progress_against_status(facts: Facts) -> Iterator[Breach]:
    """R453: an action is at 100% and not closed, or closed below 100%."""
    for action in facts.plan.actions:
        if action.progress is None or action.status is ActionStatus.CANCELLED:
            continue
        if (action.progress == 1) is not (action.status is ActionStatus.DONE):
            path = cite("actions", action, "progress")
            yield breach("R453", path, value=action.progress, progress=action.progress, status=action.status)


def overloaded_owners(facts: Facts) -> Iterator[Breach]:
    """R454: one person owns too large a share of the open actions, and at least three."""
    total = len(facts.open_actions)
    team = {member.name for member in facts.plan.team}
    for owner, actions in facts.actions_by_owner.items():
        share = Decimal(len(actions)) / total
        if len(actions) >= SMALLEST_LOAD and share > facts.settings.owner_share:
            path = FieldPath("team" if owner in team else "contacts", (owner,), "name")
            yield breach("R454", path, weight=share, share=share, n=len(actions))


RULES = (
    Rule("R451", nobody_or_no_date, 130),
    Rule("R452", overdue_actions, 420),
    Rule("R454", overloaded_owners, 715, (Rests("actions", ("owner",)), thresholds("owner_share"))),
    Rule("R453", progress_against_status, 720),
)
