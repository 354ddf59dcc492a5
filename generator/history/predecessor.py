"""What is doubtful about the plan that another is compared with, as findings; nothing of it blocks."""

from __future__ import annotations

from generator.diagnostics import Finding, Place, finding
from generator.history.snapshot import Damaged
from generator.locales import phrase
from generator.locales.slug import slug
from generator.model.plan import SharedPlan


def damaged(file: str, damage: Damaged) -> Finding:
    """W130: say that a snapshot cannot be used, and why; ``file`` is its name."""
    return finding("W130", Place(file=file), reason=phrase(f"history.damage.{damage.reason.value}"))


def doubts(old: SharedPlan, new: SharedPlan, file: str) -> tuple[Finding, ...]:
    """W131 to W133: say that the old plan, read from ``file``, is another account's, no earlier, in other money."""
    place, former, cutoff = Place(file=file), old.account.cutoff, new.account.cutoff
    found = []
    if slug(old.account.client) != slug(new.account.client):
        found.append(finding("W131", place, account=old.account.client))
    if former >= cutoff:
        found.append(finding("W132", place, former=former, cutoff=cutoff))
    if not are_comparable(old, new):
        found.append(finding("W133", place, former=old.account.currency, currency=new.account.currency))
    return tuple(found)


def are_comparable(old: SharedPlan, new: SharedPlan) -> bool:
    """Tell whether the amounts of two plans may stand side by side: copil knows no rate of exchange."""
    return old.account.currency == new.account.currency
