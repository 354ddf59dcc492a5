"""From the account plan to what the client may see of it: rows filtered, dependants dropped, every row rebuilt.

A shared row is made anew from its shared class, never cast: what is internal does not exist on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.editions.blanks import Blanks, blanked_cells, blanked_columns
from generator.editions.filtering import all_rows, left_out, shared_rows
from generator.editions.free_text import telling_texts
from generator.editions.references import Rows, Targets, fallen_at, lost, names_in, targets_of, with_references
from generator.editions.repeated import repeating_texts
from generator.editions.row_rules import INTERNAL_CALCULATIONS, is_kept, is_marked_client
from generator.editions.typed_values import without_telling_values
from generator.editions.withheld import WithheldTable, withheld_from
from generator.locales import phrase
from generator.measures.citation import cite
from generator.model.breach import Breach, breach
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.schema import TableSpec, table_of
from generator.model.table import Layout, Row

Hidden = frozenset[tuple[str, tuple[str, ...]]]
"""Rows by field of the plan and key."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What the client may see, and what was taken out on the way.

    ``shows_notices`` tells whether notice dates may be told, ``respondents_minimum`` below how many answers a score is
    of few: the only settings that the client's documents depend on. ``breaches`` are E501 to E503, E505 and E506;
    ``hidden`` holds the rows left out of tables that are shared, by field of the plan and key.
    """

    plan: SharedPlan
    shows_notices: bool
    respondents_minimum: int
    breaches: tuple[Breach, ...]
    withheld: tuple[WithheldTable, ...]
    hidden: Hidden


def redact(plan: AccountPlan) -> Redaction:
    """Return what the client may see of a plan."""
    everything, shared = all_rows(plan), shared_rows(plan)
    targets, blanks = targets_of(shared), blanked_cells(plan)
    seen = without_telling_values(_rebuilt(shared, targets, blanks), plan)
    telling = tuple(telling_texts(plan, shared))
    return Redaction(
        plan=seen,
        shows_notices=plan.settings.notice_visible_to_client,
        respondents_minimum=plan.settings.respondents_minimum,
        breaches=(
            *_dropped_references(everything, shared, targets),
            *telling,
            *repeating_texts(plan, seen, shared, told={item.path for item in telling}),
            *_internal_kpis(plan),
        ),
        withheld=withheld_from(everything, shared, blanked_columns(plan)),
        hidden=_hidden(everything, shared),
    )


def _rebuilt(shared: Rows, targets: Targets, blanks: Blanks) -> SharedPlan:
    """Make every row anew from its shared class."""
    held: dict[str, object] = {}
    for field, rows in shared.items():
        spec = table_of(field)
        made = tuple(
            _row(spec, row, {**with_references(spec, row, targets), **blanks.get(id(row), {})}) for row in rows
        )
        held[field] = made[0] if spec.table.layout is Layout.FORM else made
    return SharedPlan.model_validate(held)


def _row(spec: TableSpec, row: Row, values: Mapping[str, object]) -> Row:
    if spec.shared_row is None:
        msg = f"{spec.field} is never shared, and holds {row!r}"
        raise TypeError(msg)
    return spec.shared_row.model_validate(values)


def _dropped_references(everything: Rows, shared: Rows, targets: Targets) -> Iterator[Breach]:
    """E501: a shared row refers to one that is not; so does a row given to the client, which falls with it."""
    known = targets_of(everything)
    for field, rows in everything.items():
        spec = table_of(field)
        kept = {id(row) for row in shared.get(field, ())}
        for row in rows:
            if id(row) in kept:
                yield from _references_lost(spec, row, targets, known)
            elif is_marked_client(row) and is_kept(spec, row):
                yield from _row_lost(spec, row, targets, known)


def _references_lost(spec: TableSpec, row: Row, targets: Targets, known: Targets) -> Iterator[Breach]:
    for column, name in lost(spec, row, targets):
        if known.holds(column, name):
            path = cite(spec.field, row, column.field)
            yield breach("E501", path, value=name, target=name, outcome=phrase("editions.outcome.reference"))


def _row_lost(spec: TableSpec, row: Row, targets: Targets, known: Targets) -> Iterator[Breach]:
    column = fallen_at(spec, row, targets)
    names = tuple(name for name in names_in(row, column) if known.holds(column, name)) if column else ()
    if column and names:
        path = cite(spec.field, row, column.field)
        yield breach("E501", path, value=names, target=names, outcome=phrase("editions.outcome.row"))


def _internal_kpis(plan: AccountPlan) -> Iterator[Breach]:
    """E503: a KPI that tells of the estimated potential is marked Client."""
    for kpi in plan.kpis:
        if is_marked_client(kpi) and kpi.calculation in INTERNAL_CALCULATIONS:
            path = cite("kpis", kpi, "share")
            yield breach("E503", path, value=kpi.share.label, calculation=kpi.calculation.label)


def _hidden(everything: Rows, shared: Rows) -> Hidden:
    return frozenset((field, row.key) for field, rows in shared.items() for row in left_out(everything[field], rows))
