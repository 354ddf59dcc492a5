"""The living document: revised in time, with one person who answers for each activity."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.facts import Facts, grouped
from generator.checks.rests import Rests, thresholds
from generator.checks.rule import Rule
from generator.locales import phrase
from generator.measures.citation import cite
from generator.model.breach import Breach, breach
from generator.model.choices import RaciRole
from generator.model.field_path import FieldPath


def unrevised_plan(facts: Facts) -> Iterator[Breach]:
    """R461: the last revision is too old; the plan's start stands for a revision never written."""
    dated = [revision for revision in facts.plan.revisions if revision.dated <= facts.cutoff]
    newest = max(dated, key=lambda revision: revision.dated, default=None)
    last = newest.dated if newest else facts.plan.account.plan_start
    days = (facts.cutoff - last).days
    if days > facts.settings.revision_days:
        path = cite("revisions", newest, "dated") if newest else FieldPath("revisions", (), "dated")
        yield breach("R461", path, weight=days, last=last, days=days)


def not_one_accountable(facts: Facts) -> Iterator[Breach]:
    """R463: an activity of the RACI has no accountable person, or several."""
    for activity, rows in grouped((row.activity, row) for row in facts.plan.raci).items():
        accountable = [row for row in rows if row.role is RaciRole.ACCOUNTABLE]
        if len(accountable) != 1:
            at = accountable[1] if accountable else rows[0]
            words = phrase("checks.several_accountable", n=len(accountable))
            told = words if accountable else phrase("checks.nobody_accountable")
            yield breach("R463", cite("raci", at, "role"), activity=activity, accountable=told)


RULES = (
    Rule("R463", not_one_accountable, 665, (Rests("raci", by="activity", named="activity"),)),
    Rule("R461", unrevised_plan, 735, (Rests("revisions"), thresholds("revision_days"))),
)
