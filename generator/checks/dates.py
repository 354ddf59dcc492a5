"""Ends before starts, and values or events dated after the cut-off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks.facts import Facts
from generator.checks.rule import Rule
from generator.locales import phrase
from generator.measures.citation import cite
from generator.model.breach import Breach, breach
from generator.model.choices import ContractStatus, FigureMeasure
from generator.model.field_path import FieldPath
from generator.model.mapping import Contract
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.table import Row

CROSSTABS = ("figures", "tickets", "kpis")
_EVENTS = (
    ("contracts", "signed"),
    ("amendments", "signed"),
    ("contacts", "last_contact"),
    ("contacts", "observed_on"),
    ("satisfaction", "measured"),
    ("meetings", "held"),
    ("meetings", "minutes_sent"),
    ("actions", "done"),
    ("trainings", "done"),
)
"""The dates of what has taken place. A revision may be dated later: it tells of the very update at hand."""


def ends_before_start(facts: Facts) -> Iterator[Breach]:
    """R401: the plan, a contract, an amended contract or an action ends before it starts."""
    for path, what, start, end in _spans(facts.plan):
        if start is not None and end is not None and end < start:
            yield breach("R401", path, value=end, what=what, start=start, end=end)


def values_to_come(facts: Facts) -> Iterator[Breach]:
    """R464: a quarter that begins after the cut-off carries a value; budgets may. One breach a table and quarter."""
    for table in CROSSTABS:
        for quarter, rows in _rows_to_come(facts, table).items():
            path = cite(table, rows[0], quarter) if len(rows) == 1 else FieldPath(table, (), str(quarter))
            yield breach("R464", path, quarter=quarter, cutoff=facts.cutoff, n=len(rows))
    for level in facts.plan.service_levels:
        if level.period is not None and level.achieved is not None and level.period.start > facts.cutoff:
            path = cite("service_levels", level, "achieved")
            yield breach("R464", path, value=level.achieved, quarter=level.period, cutoff=facts.cutoff, n=1)


def events_to_come(facts: Facts) -> Iterator[Breach]:
    """R458: what is said to have taken place is dated after the cut-off."""
    for table, field in _EVENTS:
        rows: Iterable[Row] = getattr(facts.plan, table)
        for row in rows:
            day: date | None = getattr(row, field)
            if day is not None and day > facts.cutoff and not _is_draft(row):
                yield breach("R458", cite(table, row, field), value=day, day=day, cutoff=facts.cutoff)


def _is_draft(row: Row) -> bool:
    """Tell whether a row is a contract still to be signed, whose date is the one foreseen."""
    return isinstance(row, Contract) and row.status is ContractStatus.DRAFT


def _spans(plan: AccountPlan) -> Iterator[tuple[FieldPath, object, date | None, date | None]]:
    account = plan.account
    yield FieldPath("account", (), "plan_end"), phrase("checks.the_plan"), account.plan_start, account.plan_end
    starts = {contract.ref: contract.start for contract in plan.contracts}
    for contract in plan.contracts:
        yield cite("contracts", contract, "end"), contract.ref, contract.start, contract.end
    for amendment in plan.amendments:
        yield cite("amendments", amendment, "new_end"), amendment.ref, starts.get(amendment.contract), amendment.new_end
    for action in plan.actions:
        yield cite("actions", action, "due"), action.ref, action.start, action.due


def _rows_to_come(facts: Facts, table: str) -> dict[Quarter, list[Row]]:
    found: dict[Quarter, list[Row]] = {}
    rows: Iterable[Row] = getattr(facts.plan, table)
    for row in rows:
        if getattr(row, "measure", None) is FigureMeasure.BUDGET:
            continue
        quarters: Iterable[Quarter] = getattr(row, "quarters")  # noqa: B009 - each crosstab's row has it
        for quarter in quarters:
            if quarter.start > facts.cutoff:
                found.setdefault(quarter, []).append(row)
    return dict(sorted(found.items()))


RULES = (
    Rule("R401", ends_before_start, 105),
    Rule("R458", events_to_come, 645),
    Rule("R464", values_to_come, 670),
)
