"""Compare two plans of one account: everything that changed from the one to the other."""

from __future__ import annotations

from generator.editions import redact
from generator.editions.redaction import Hidden
from generator.history.commitments import action_changes, decisions_applied
from generator.history.contracts import contract_changes
from generator.history.difference import Difference
from generator.history.movements import kpi_movements
from generator.history.people import people_changes
from generator.history.rows import row_changes
from generator.history.slips import slips
from generator.model.plan import AccountPlan, SharedPlan


def compare(old: SharedPlan, new: SharedPlan, *, silent: Hidden = frozenset()) -> Difference:
    """Return what changed from ``old`` to ``new``, by stable key; the order of rows says nothing.

    When one of the two is no more than a shared plan, what the client may see of the other is compared. ``silent`` are
    the (table, key) of rows that became internal: they neither go nor close, and nothing is told of them.
    """
    if isinstance(old, AccountPlan) and not isinstance(new, AccountPlan):
        old = redact(old).plan
    if isinstance(new, AccountPlan) and not isinstance(old, AccountPlan):
        redaction = redact(new)
        new, silent = redaction.plan, silent | redaction.hidden
    rows = row_changes(old, new, silent=silent)
    moved = slips(rows)
    return Difference(
        since=old.period,
        since_cutoff=old.account.cutoff,
        until=new.period,
        until_cutoff=new.account.cutoff,
        rows=rows,
        kpis=kpi_movements(old, new),
        actions=action_changes(old, new, moved),
        contracts=contract_changes(old, new),
        people=people_changes(rows),
        decisions_applied=decisions_applied(old, new),
        slips=moved,
    )
