"""What the rules ask of a plan: measures and indexes, each made once, when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from generator.measures.actions import ActionState, action_states, open_actions
from generator.measures.contracts import ContractLife, contract_lives
from generator.measures.coverage import GovernanceCoverage, governance_coverage
from generator.measures.formulas.tables import MeasureTables
from generator.measures.governance import BodyRhythm, MinutesDelay, body_rhythms, minutes_delays
from generator.measures.kpis import KpiReading, kpi_readings
from generator.measures.measure import Measure
from generator.measures.pipeline import SalesPipeline, sales_pipeline
from generator.measures.progress import objective_progress
from generator.measures.whitespace import Whitespace, whitespace
from generator.model.account import Settings
from generator.model.actions import SharedAction
from generator.model.choices import ContractStatus
from generator.model.field_path import FieldPath
from generator.model.gap import NO_GAPS, Gaps
from generator.model.governance import Body
from generator.model.mapping import Contact
from generator.model.objectives import Objective
from generator.model.plan import AccountPlan
from generator.model.quarter import QUARTERS_A_YEAR, Quarter

Item = TypeVar("Item")


class Facts:
    """A plan, what of it could not be read, and what is derived from it for the rules."""

    def __init__(self, plan: AccountPlan, gaps: Gaps = NO_GAPS) -> None:
        self.plan = plan
        self.gaps = gaps

    def is_blank(self, path: FieldPath, value: object) -> bool:
        """Tell whether nothing stands at a path, which is not so when what stands there could not be read."""
        return (value is None or value == ()) and not self.gaps.holds(path.table, path.key, path.field)

    @property
    def cutoff(self) -> date:
        """The day that every date is held against."""
        return self.plan.account.cutoff

    @property
    def settings(self) -> Settings:
        """The thresholds of the workbook."""
        return self.plan.settings

    @property
    def year(self) -> tuple[Quarter, ...]:
        """The four quarters that end with the plan's period."""
        return self.plan.period.back(QUARTERS_A_YEAR)

    @cached_property
    def tables(self) -> MeasureTables:
        """Figures, surveys, tickets, contract terms, indexed."""
        return MeasureTables(self.plan)

    @cached_property
    def lives(self) -> tuple[ContractLife, ...]:
        """The contracts at the cut-off."""
        return contract_lives(self.plan)

    @cached_property
    def misdated_contracts(self) -> frozenset[str]:
        """The contracts whose end hangs on an amendment or a replacement said to be signed after the cut-off."""
        moved = {item.contract for item in self.plan.amendments if item.new_end and item.signed > self.cutoff}
        signed = (item for item in self.plan.contracts if item.status is not ContractStatus.DRAFT)
        replaced = {item.replaces for item in signed if item.replaces and (item.signed or date.min) > self.cutoff}
        return frozenset(moved | replaced)

    @cached_property
    def sure_lives(self) -> tuple[ContractLife, ...]:
        """The contracts whose end is known: those that no misdated signature moves or replaces."""
        return tuple(life for life in self.lives if life.contract.ref not in self.misdated_contracts)

    @cached_property
    def readings(self) -> tuple[KpiReading, ...]:
        """The KPIs at the plan's period."""
        return kpi_readings(self.plan, self.tables)

    @cached_property
    def rhythms(self) -> tuple[BodyRhythm, ...]:
        """The bodies against their cadence."""
        return body_rhythms(self.plan)

    @cached_property
    def minutes(self) -> tuple[MinutesDelay, ...]:
        """The minutes of recent meetings."""
        return minutes_delays(self.plan)

    @cached_property
    def seats(self) -> GovernanceCoverage:
        """Who sits where."""
        return governance_coverage(self.plan)

    @cached_property
    def pipeline(self) -> SalesPipeline:
        """The deals against the commercial gap."""
        return sales_pipeline(self.plan)

    @cached_property
    def whitespace(self) -> Whitespace:
        """The entity × offer cells."""
        return whitespace(self.plan, self.tables.figures)

    @cached_property
    def revenue_by_entity(self) -> Mapping[str, Measure]:
        """The revenue of each entity over the year."""
        return self.tables.figures.by_entity(self.year)

    @cached_property
    def objectives(self) -> tuple[Objective, ...]:
        """The objectives neither reached, missed nor dropped, in the workbook's order."""
        is_open = {item.objective.ref for item in objective_progress(self.plan) if item.is_open}
        return tuple(item for item in self.plan.objectives if item.ref in is_open)

    @cached_property
    def open_actions(self) -> tuple[ActionState, ...]:
        """The open actions, the latest first."""
        return open_actions(action_states(self.plan))

    @cached_property
    def actions_by_objective(self) -> Mapping[str, tuple[SharedAction, ...]]:
        """The open actions of each objective."""
        return self._linked("objective")

    @cached_property
    def actions_by_contract(self) -> Mapping[str, tuple[SharedAction, ...]]:
        """The open actions tied to each contract."""
        return self._linked("contract")

    @cached_property
    def actions_by_kpi(self) -> Mapping[str, tuple[SharedAction, ...]]:
        """The open actions tied to each KPI."""
        return self._linked("kpi")

    @cached_property
    def actions_by_owner(self) -> Mapping[str, tuple[SharedAction, ...]]:
        """The open actions of each owner."""
        return self._linked("owner")

    @cached_property
    def actions_by_addressee(self) -> Mapping[str, tuple[SharedAction, ...]]:
        """The open actions addressed to each person."""
        return self._linked("addressee")

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """The client people still there."""
        return tuple(contact for contact in self.plan.contacts if contact.active)

    @cached_property
    def departed(self) -> frozenset[str]:
        """The names of client people who have left, those found on our team excepted."""
        team = {member.name for member in self.plan.team}
        return frozenset(contact.name for contact in self.plan.contacts if not contact.active) - team

    @cached_property
    def bodies_by_objective(self) -> Mapping[str, tuple[Body, ...]]:
        """The bodies that follow each objective."""
        return grouped((objective, body) for body in self.plan.bodies for objective in body.objectives)

    @cached_property
    def entities_above(self) -> Mapping[str, tuple[str, ...]]:
        """Each entity with those above it, itself first."""
        parents = {entity.name: entity.parent for entity in self.plan.entities}
        return {name: _upwards(name, parents) for name in parents}

    def _linked(self, field: str) -> Mapping[str, tuple[SharedAction, ...]]:
        pairs = ((getattr(state.action, field), state.action) for state in self.open_actions)
        return grouped((name, action) for name, action in pairs if name is not None)


def grouped(pairs: Iterable[tuple[str, Item]]) -> dict[str, tuple[Item, ...]]:
    """Return the items of each name, in the order met."""
    found: dict[str, list[Item]] = {}
    for name, item in pairs:
        found.setdefault(name, []).append(item)
    return {name: tuple(items) for name, items in found.items()}


def _upwards(name: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    line: dict[str, None] = {}
    at: str | None = name
    while at is not None and at not in line:
        line[at] = None
        at = parents.get(at)
    return tuple(line)
