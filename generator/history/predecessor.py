"""What there is to say about the plan that another is compared with, as findings; only another account's blocks."""

from __future__ import annotations

from generator.diagnostics import Finding, Place, Severity, finding
from generator.history.ownership import Ownership
from generator.history.snapshot import Damaged
from generator.locales import phrase
from generator.model.account_identity import AccountIdentity, identity_of
from generator.model.plan import SharedPlan


def damaged(file: str, damage: Damaged) -> Finding:
    """W130: say that a snapshot cannot be used, and why; ``file`` is its name."""
    return finding("W130", Place(file=file), reason=phrase(f"history.damage.{damage.reason.value}"))


def foreign(former: AccountIdentity, owned: Ownership, file: str) -> Finding | None:
    """W131: refuse the plan of another account, of which nothing but its names is read; ``file`` is its name."""
    if owned.knows(former):
        return None
    return finding("W131", Place(file=file), other=former.told, own=owned.account.told)


def doubts(old: SharedPlan, new: SharedPlan, file: str) -> tuple[Finding, ...]:
    """W132, W133, W139: say that the old plan of ``file`` is no earlier, in other money, or under other names."""
    place, former, cutoff = Place(file=file), old.account.cutoff, new.account.cutoff
    found = []
    if former >= cutoff:
        found.append(finding("W132", place, former=former, cutoff=cutoff))
    if not are_comparable(old, new):
        found.append(finding("W133", place, former=old.account.currency, currency=new.account.currency))
    was, now = identity_of(old.account), identity_of(new.account)
    if was.code and now.code and was.names != now.names:
        found.append(finding("W139", place, severity=Severity.WARNING, other=was.told, own=now.told))
    return tuple(found)


def are_comparable(old: SharedPlan, new: SharedPlan) -> bool:
    """Tell whether the amounts of two plans may stand side by side: copil knows no rate of exchange."""
    return old.account.currency == new.account.currency
