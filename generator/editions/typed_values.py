"""Typed values of computed KPIs that were worked out of more than the client sees: they do not leave."""

from __future__ import annotations

from generator.measures.formulas.tables import MeasureTables
from generator.measures.kpis import FORMULAS, computed_outcome
from generator.model.kpis import SharedKpi
from generator.model.plan import AccountPlan, SharedPlan


def without_telling_values(shared: SharedPlan, plan: AccountPlan) -> SharedPlan:
    """Return the shared plan less the typed values of quarters that its own rows compute otherwise than all rows do.

    The rate of all meetings, or the score of a few people of one entity, would else stand where a formula that may
    see less has nothing to say.
    """
    own, whole = MeasureTables(shared), MeasureTables(plan)
    kpis = tuple(_kept(kpi, own, whole) if kpi.calculation in FORMULAS else kpi for kpi in shared.kpis)
    return shared.model_copy(update={"kpis": kpis})


def _kept(kpi: SharedKpi, own: MeasureTables, whole: MeasureTables) -> SharedKpi:
    quarters = {
        quarter: value
        for quarter, value in kpi.quarters.items()
        if computed_outcome(own, kpi, quarter).measure.value == computed_outcome(whole, kpi, quarter).measure.value
    }
    return kpi if len(quarters) == len(kpi.quarters) else kpi.model_copy(update={"quarters": quarters})
