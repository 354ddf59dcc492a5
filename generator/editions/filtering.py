"""The rows the client may see: those that the rules keep, less those that belong to a row left out."""

from __future__ import annotations

from generator.editions.references import Rows, fallen_at, targets_of
from generator.editions.row_rules import is_kept
from generator.model.plan import AccountPlan
from generator.model.schema import TableSpec, table_of, tables
from generator.model.table import Layout, Row


def rows_of(plan: AccountPlan, spec: TableSpec) -> tuple[Row, ...]:
    """Return the rows of a table; a form is one row."""
    found = getattr(plan, spec.field)
    return (found,) if spec.table.layout is Layout.FORM else found


def all_rows(plan: AccountPlan) -> dict[str, tuple[Row, ...]]:
    """Return every row by table."""
    return {spec.field: rows_of(plan, spec) for spec in tables()}


def shared_rows(plan: AccountPlan) -> dict[str, tuple[Row, ...]]:
    """Return the full rows that the client may see something of, by table; tables never shared are absent.

    A row falls with what it cannot do without (an amendment with its contract), and takes its own dependants along.
    """
    rows = {
        spec.field: tuple(row for row in rows_of(plan, spec) if is_kept(spec, row))
        for spec in tables()
        if spec.shared_row is not None
    }
    while (fewer := _standing(rows)) != rows:
        rows = fewer
    return rows


def left_out(rows: tuple[Row, ...], shared: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows that are not among the shared ones, which are the same objects."""
    kept = {id(row) for row in shared}
    return tuple(row for row in rows if id(row) not in kept)


def _standing(rows: Rows) -> dict[str, tuple[Row, ...]]:
    targets = targets_of(rows)
    return {
        field: tuple(row for row in found if fallen_at(table_of(field), row, targets) is None)
        for field, found in rows.items()
    }
