"""Typed values of computed KPIs, judged by what the client sees and by nothing else.

What all rows compute is not asked: whether a value leaves would tell of the rows that the client does not see.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.measures.formulas.tables import MeasureTables
from generator.measures.kpi_filter import entities_kept
from generator.measures.kpis import FORMULAS, computed_outcome, quarters_to_read
from generator.model.choices import Calculation, SurveyType
from generator.model.kpi_filter import KpiFilter, read_filter
from generator.model.kpis import SharedKpi
from generator.model.plan import SharedPlan
from generator.model.quarter import Quarter

_SURVEYS: Mapping[Calculation, SurveyType] = {
    Calculation.NPS: SurveyType.NPS,
    Calculation.CSAT: SurveyType.CSAT,
}

_ROWS_MAY_BE_HIDDEN = frozenset({Calculation.MEETINGS, Calculation.RENEWAL})


def without_telling_values(shared: SharedPlan) -> SharedPlan:
    """Return the shared plan less the typed values that its own rows do not bear out."""
    own = MeasureTables(shared)
    return shared.model_copy(update={"kpis": tuple(_kept(kpi, own) for kpi in shared.kpis)})


def may_stand(own: MeasureTables, kpi: SharedKpi, quarter: Quarter, value: Decimal) -> bool:
    """Tell whether the client may see a typed value; ``own`` are the rows that it sees.

    Where they compute a value, no other one stands. Where they compute nothing, one stands unless it could say what is
    hidden: of meetings and contracts it stands for the time before the first that the client sees, since later it could
    be the rate of others; of one entity's answers it stands unless there are answers of no entity, which may be the few
    that were hidden.
    """
    if kpi.calculation not in FORMULAS:
        return True
    computed = computed_outcome(own, kpi, quarter).measure.value
    if computed is not None:
        return computed == value
    if kpi.calculation in _ROWS_MAY_BE_HIDDEN:
        return _is_before_all(own, kpi, quarter)
    kept = read_filter(kpi.filter, kpi.calculation, own.filter_names)
    return not _has_nameless_answers(own.plan, kpi.calculation, kept, quarter)


def _kept(kpi: SharedKpi, own: MeasureTables) -> SharedKpi:
    quarters = {quarter: value for quarter, value in kpi.quarters.items() if may_stand(own, kpi, quarter, value)}
    return kpi if len(quarters) == len(kpi.quarters) else kpi.model_copy(update={"quarters": quarters})


def _is_before_all(own: MeasureTables, kpi: SharedKpi, quarter: Quarter) -> bool:
    read = quarters_to_read(own)
    first = next((at for at in read if computed_outcome(own, kpi, at).measure.value is not None), None)
    return first is not None and quarter < first


def _has_nameless_answers(shared: SharedPlan, calculation: Calculation, kept: KpiFilter, quarter: Quarter) -> bool:
    survey = _SURVEYS.get(calculation)
    if survey is None or entities_kept(shared, kept) is None:
        return False
    window = quarter.back(kept.window)
    return any(
        score.type is survey and score.entity is None and Quarter.containing(score.measured) in window
        for score in shared.satisfaction
    )
