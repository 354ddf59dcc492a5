"""What changed between two plans, for a program: one JSON object, as docs/schemas/difference.schema.json says."""

from __future__ import annotations

from typing import Any

from generator.answers.difference.compared import Compared
from generator.answers.envelope import as_json as enveloped
from generator.answers.worded import column_name
from generator.diagnostics import Place
from generator.history.difference import Difference, FieldChange, KpiMovement, RowChange, Slip
from generator.history.encoding import encoded_value
from generator.locales.locale import Locale
from generator.model.schema import table_of
from generator.pipeline.sides import Side

Record = dict[str, Any]


def as_json(compared: Compared, locale: Locale) -> str:
    """Return the difference as one JSON object; exact values as text, members of closed lists by their stable name."""
    found = compared.difference
    return enveloped(
        "diff",
        compared.findings,
        locale,
        old=_side(compared.old),
        new=_side(compared.new),
        rows=[_row(change, compared, locale) for change in found.rows],
        kpis=[_kpi(movement) for movement in found.kpis],
        slips=[_slip(slip) for slip in found.slips],
        **_followed(found),
    )


def _side(side: Side) -> Record:
    account = side.plan.account
    return {
        "file": side.file.name,
        "client": account.client,
        "period": str(side.plan.period),
        "cutoff": account.cutoff.isoformat(),
    }


def _row(change: RowChange, compared: Compared, locale: Locale) -> Record:
    spec = table_of(change.table)
    return {
        "table": spec.table.name,
        "key": list(change.key),
        "kind": change.kind.value,
        **_cells(change, "", compared),
        "fields": [
            {
                "field": field.field,
                "column": column_name(spec, field.field, locale),
                **_values(field),
                **_cells(change, field.field, compared),
            }
            for field in change.fields
        ],
    }


def _values(field: FieldChange) -> Record:
    return {"old": encoded_value(field.old), "new": encoded_value(field.new)}


def _cells(change: RowChange, field: str, compared: Compared) -> Record:
    old, new = compared.places(change, field)
    return {"old_cell": _cell(old), "new_cell": _cell(new)}


def _cell(place: Place | None) -> Record | None:
    return None if place is None else {"sheet": place.sheet, "cell": place.cell}


def _kpi(movement: KpiMovement) -> Record:
    return {
        "key": movement.kpi.ref,
        "name": movement.kpi.name,
        "unit": movement.kpi.unit.name,
        "old": None if movement.old is None else encoded_value(movement.old.current.value),
        "new": encoded_value(movement.new.current.value),
        "change": encoded_value(movement.change),
    }


def _slip(slip: Slip) -> Record:
    spec = table_of(slip.table)
    return {
        "table": spec.table.name,
        "key": [encoded_value(getattr(slip.row, name)) for name in spec.table.key],
        "old": slip.old.isoformat(),
        "new": slip.new.isoformat(),
        "days": slip.days,
    }


def _followed(found: Difference) -> Record:
    actions, contracts, people = found.actions, found.contracts, found.people
    return {
        "actions": {
            "closed": [row.ref for row in actions.closed],
            "new": [row.ref for row in actions.new],
            "late": [row.ref for row in actions.late],
        },
        "contracts": {
            "signed": [row.ref for row in contracts.signed],
            "amended": [row.ref for row in contracts.amended],
            "ended": [row.ref for row in contracts.ended],
        },
        "people": {
            "arrived": [row.name for row in people.arrived],
            "left": [row.name for row in people.left],
            "changed": [change.new.name for change in people.changed],
        },
        "decisions_applied": [row.ref for row in found.decisions_applied],
    }
