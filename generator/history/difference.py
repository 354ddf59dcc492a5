"""What changed between two plans as values: every row by key, and what people ask about first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from generator.measures.kpis import KpiReading
from generator.model.actions import SharedAction
from generator.model.governance import SharedDecision
from generator.model.kpis import SharedKpi
from generator.model.mapping import Amendment, Contract, SharedContact
from generator.model.quarter import Quarter
from generator.model.table import Row


class ChangeKind(Enum):
    """What happened to a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that changed, None for blank; ``field`` is a model field, or a crosstab's quarter such as ``2026-T3``."""

    field: str
    old: object
    new: object

    @property
    def is_new_quarter(self) -> bool:
        """Whether a quarter that had no value has one: the quarterly update."""
        return "-T" in self.field and self.old is None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that came, went or changed; ``key`` is its key in the new plan, in the old one when it went.

    ``fields`` is empty for an added or removed row.
    """

    table: str
    key: tuple[str, ...]
    kind: ChangeKind
    old: Row | None
    new: Row | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def row(self) -> Row:
        """The row as it is, as it was when it went."""
        row = self.new or self.old
        if row is None:
            raise ValueError("a change has a row on one side at least")
        return row

    @property
    def is_update_only(self) -> bool:
        """Whether it only gained values of quarters."""
        return self.kind is ChangeKind.CHANGED and all(change.is_new_quarter for change in self.fields)


@dataclass(frozen=True, slots=True)
class KpiMovement:
    """A KPI of the new plan, read at each plan's own period; ``old`` is None for a KPI that is new.

    ``change`` is in the KPI's unit (a difference of rates for %), None when either value is missing or when the KPI is
    not reckoned as it was: another formula, filter or unit.
    """

    kpi: SharedKpi
    old: KpiReading | None
    new: KpiReading
    change: Decimal | None


@dataclass(frozen=True, slots=True)
class Slip:
    """A date put off on a row still open; ``row`` is the new one."""

    table: str
    row: Row
    old: date
    new: date

    @property
    def days(self) -> int:
        """Days from the old date to the new one."""
        return (self.new - self.old).days


@dataclass(frozen=True, slots=True)
class ActionChanges:
    """Actions closed, new, slipped (due date put off), and late now but not at the old cut-off."""

    closed: tuple[SharedAction, ...] = ()
    new: tuple[SharedAction, ...] = ()
    slipped: tuple[Slip, ...] = ()
    late: tuple[SharedAction, ...] = ()


@dataclass(frozen=True, slots=True)
class ContractChanges:
    """Contracts and amendments signed between the two cut-offs; contracts no longer in force that none takes over."""

    signed: tuple[Contract, ...] = ()
    amended: tuple[Amendment, ...] = ()
    ended: tuple[Contract, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A client person whose place or role changed."""

    old: SharedContact
    new: SharedContact
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class PeopleChanges:
    """Client people who arrived (or came back), left (or are marked inactive), or changed role."""

    arrived: tuple[SharedContact, ...] = ()
    left: tuple[SharedContact, ...] = ()
    changed: tuple[RoleChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from the plan of ``since`` to that of ``until``; ``rows`` stand in workbook order."""

    since: Quarter
    since_cutoff: date
    until: Quarter
    until_cutoff: date
    rows: tuple[RowChange, ...] = ()
    kpis: tuple[KpiMovement, ...] = ()
    actions: ActionChanges = ActionChanges()
    contracts: ContractChanges = ContractChanges()
    people: PeopleChanges = PeopleChanges()
    decisions_applied: tuple[SharedDecision, ...] = ()
    slips: tuple[Slip, ...] = ()
