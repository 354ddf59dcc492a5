"""What a KPI's filter keeps of a plan."""

from __future__ import annotations

from generator.model.choices import Choice
from generator.model.kpi_filter import FilterNames, KpiFilter, folded
from generator.model.plan import SharedPlan


def filter_names(plan: SharedPlan) -> FilterNames:
    """Return the names that the filters of a plan may give."""
    return FilterNames.of(
        segments=(entity.segment for entity in plan.entities),
        offers=(offer.name for offer in plan.offers),
        entities=(entity.name for entity in plan.entities),
    )


def entities_kept(plan: SharedPlan, kpi_filter: KpiFilter) -> frozenset[str] | None:
    """Return the entities kept by segment and by name, both when both are given; None keeps every entity.

    An entity named stands for itself, not for those below it: a segment is what groups entities.
    """
    if not kpi_filter.segments and not kpi_filter.entities:
        return None
    segments = {folded(item) for item in kpi_filter.segments}
    return frozenset(
        entity.name
        for entity in plan.entities
        if (not segments or folded(entity.segment) in segments)
        and (not kpi_filter.entities or entity.name in kpi_filter.entities)
    )


def offers_kept(kpi_filter: KpiFilter) -> frozenset[str] | None:
    """Return the offers kept; None keeps every offer."""
    return frozenset(kpi_filter.offers) or None


def keeps(kpi_filter: KpiFilter, *choices: Choice | None) -> bool:
    """Tell whether ``Type=`` keeps a row that bears any of these choices."""
    if not kpi_filter.types:
        return True
    return any(choice.label.key in kpi_filter.types for choice in choices if choice is not None)
