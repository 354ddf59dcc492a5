"""How the progress of each objective was made."""

from __future__ import annotations

from collections.abc import Iterator

from generator.locales.phrase import Phrase
from generator.measures.progress import ObjectiveProgress, objective_progress
from generator.measures.traces.trace import Detail, Form, Trace, told
from generator.model.plan import AccountPlan

_FORMS = {"%": Form.PERCENT, "€": Form.MONEY, "EUR": Form.MONEY}


def objective_traces(plan: AccountPlan) -> Iterator[Trace]:
    """Yield the trace of every objective at the cut-off."""
    for progress in objective_progress(plan):
        yield _trace(progress, plan)


def _trace(progress: ObjectiveProgress, plan: AccountPlan) -> Trace:
    objective = progress.objective
    form = _FORMS.get(objective.unit or "", Form.PLAIN)
    return Trace(
        key=objective.ref,
        title=objective.label,
        formula="progress",
        result=progress.raw_share,
        form=Form.PERCENT,
        sources=progress.sources,
        details=told(
            Detail("measure", objective.measure),
            Detail("baseline", objective.baseline, form),
            Detail("current", objective.current, form),
            Detail("target", objective.target, form),
            Detail("plan_start", plan.account.plan_start),
            Detail("due", objective.due),
            Detail("expected", progress.expected, Form.PERCENT),
            Detail("status", Phrase(f"explain.rag.{progress.rag.name.lower()}")),
        ),
    )
