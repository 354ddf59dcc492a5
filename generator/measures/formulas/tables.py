"""The indexed tables that the formulas share, each built when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from generator.measures.kpi_filter import filter_names
from generator.measures.renewals import TermEnd, term_ends
from generator.measures.revenue import FigureTable
from generator.measures.satisfaction import SurveyTable
from generator.measures.tickets import TicketTable
from generator.model.kpi_filter import FilterNames
from generator.model.mapping import Potential
from generator.model.plan import AccountPlan, SharedPlan


class MeasureTables:
    """A plan and the indexes made from it."""

    def __init__(self, plan: SharedPlan) -> None:
        self.plan = plan

    @cached_property
    def filter_names(self) -> FilterNames:
        """The names that the filters of KPIs may give."""
        return filter_names(self.plan)

    @cached_property
    def figures(self) -> FigureTable:
        """Revenue, budget and margin."""
        return FigureTable(self.plan)

    @cached_property
    def surveys(self) -> SurveyTable:
        """Satisfaction."""
        return SurveyTable(self.plan)

    @cached_property
    def tickets(self) -> TicketTable:
        """Support tickets."""
        return TicketTable(self.plan)

    @cached_property
    def term_ends(self) -> tuple[TermEnd, ...]:
        """The contract terms that came or come to an end."""
        return term_ends(self.plan)

    @cached_property
    def eligible(self) -> Mapping[tuple[str, str], Potential]:
        """The eligible cells of the whitespace by (entity, offer); none in a shared plan."""
        rows = self.plan.potential if isinstance(self.plan, AccountPlan) else ()
        return {(row.entity, row.offer): row for row in rows if row.eligible}
