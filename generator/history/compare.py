"""Compare two plans of one account: everything that changed from the one to the other."""

from __future__ import annotations

from generator.history.commitments import action_changes, decisions_applied
from generator.history.contracts import contract_changes
from generator.history.difference import Difference
from generator.history.movements import kpi_movements
from generator.history.people import people_changes
from generator.history.rows import Silent, row_changes
from generator.history.slips import slips
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import tables
from generator.model.table import Row


def compare(old: SharedPlan, new: SharedPlan, *, silent: Silent = frozenset()) -> Difference:
    """Return what changed from ``old`` to ``new``, by stable key; the order of rows says nothing.

    When one of the two is no more than a shared plan, only the fields that the client may see are compared. ``silent``
    are the (table, key) of rows that became internal: they neither go nor close, and nothing is told of them.
    """
    if isinstance(old, AccountPlan) != isinstance(new, AccountPlan):
        old, new = _shared(old), _shared(new)
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


def _shared(plan: SharedPlan) -> SharedPlan:
    """Return the plan with the fields that the client may see, of all rows."""
    fields = {spec.field: spec.shared_row for spec in tables() if spec.shared_row is not None}
    return SharedPlan.model_validate({field: _narrowed(getattr(plan, field), row) for field, row in fields.items()})


def _narrowed(rows: Row | tuple[Row, ...], kind: type[Row]) -> Row | tuple[Row, ...]:
    if isinstance(rows, tuple):
        return tuple(_one(row, kind) for row in rows)
    return _one(rows, kind)


def _one(row: Row, kind: type[Row]) -> Row:
    return kind.model_validate({name: getattr(row, name) for name in kind.model_fields})
