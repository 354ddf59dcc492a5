"""The figures of a plan by the key they are asked by: a reference of the workbook, or the name of a figure."""

from __future__ import annotations

from generator.locales.phrase import Phrase
from generator.measures.traces.contracts import contract_traces
from generator.measures.traces.figures import FIGURES, figure_trace
from generator.measures.traces.kpis import kpi_traces
from generator.measures.traces.objectives import objective_traces
from generator.measures.traces.trace import Trace
from generator.model.kpi_filter import folded
from generator.model.plan import AccountPlan

_BY_REFERENCE = (kpi_traces, objective_traces, contract_traces)


def keys(plan: AccountPlan) -> dict[str, str | Phrase]:
    """Return what can be asked for, each with its title: the references of the workbook, then the names of figures."""
    kpis: dict[str, str | Phrase] = {row.ref: row.name for row in plan.kpis}
    objectives = {row.ref: row.label for row in plan.objectives}
    contracts = {row.ref: row.title for row in plan.contracts}
    named = {figure.key: Phrase(f"explain.figure.{figure.word}") for figure in FIGURES}
    return kpis | objectives | contracts | named


def trace_of(plan: AccountPlan, key: str) -> Trace | None:
    """Return how the figure of this key was made, None when there is no such key; case and accents do not matter."""
    wanted = folded(key)
    for traces in _BY_REFERENCE:
        found = next((trace for trace in traces(plan) if folded(trace.key) == wanted), None)
        if found is not None:
            return found
    figure = next((item for item in FIGURES if wanted in {folded(name) for name in (item.key, *item.others)}), None)
    return figure_trace(plan, figure) if figure else None
