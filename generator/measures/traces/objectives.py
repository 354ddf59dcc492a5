"""How the progress of each objective was made."""

from __future__ import annotations

from collections.abc import Iterator

from generator.locales.phrase import Phrase
from generator.measures.pipeline import currency_scale
from generator.measures.progress import ObjectiveProgress, objective_progress
from generator.measures.signature import Signature
from generator.measures.traces.trace import Detail, Form, Trace, told
from generator.model.objectives import Opportunity, SharedObjective
from generator.model.plan import AccountPlan


def objective_traces(plan: AccountPlan) -> Iterator[Trace]:
    """Yield the trace of every objective at the cut-off."""
    for progress in objective_progress(plan):
        signature = progress.signature
        yield _measured(progress, plan) if signature is None else _signed(progress, plan, signature)


def _measured(progress: ObjectiveProgress, plan: AccountPlan) -> Trace:
    objective = progress.objective
    form = _form(objective, plan)
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
            _colour(progress),
        ),
    )


def _signed(progress: ObjectiveProgress, plan: AccountPlan, signature: Signature) -> Trace:
    """An amount that is signed or not: what is won so far, the deal it hangs on, and how late its actions are."""
    objective, form = progress.objective, _form(progress.objective, plan)
    return Trace(
        key=objective.ref,
        title=objective.label,
        formula="signature",
        result=objective.current,
        form=form,
        sources=progress.sources,
        details=told(
            Detail("measure", objective.measure),
            Detail("target", objective.target, form),
            Detail("due", objective.due),
            *(() if signature.deal is None else _deal(signature.deal.opportunity)),
            Detail("other_deals", signature.others or None),
            Detail("action_late", signature.days_late or None, Form.DAYS),
            _colour(progress),
        ),
    )


def _deal(deal: Opportunity) -> tuple[Detail, ...]:
    return (
        Detail("deal", f"{deal.ref}, {deal.title}"),
        Detail("stage", deal.stage.label),
        Detail("probability", deal.probability, Form.PERCENT),
        Detail("decision_due", deal.decision_due),
    )


def _form(objective: SharedObjective, plan: AccountPlan) -> Form:
    if objective.unit == "%":
        return Form.PERCENT
    return Form.MONEY if currency_scale(objective.unit, plan.account.currency) == 1 else Form.PLAIN


def _colour(progress: ObjectiveProgress) -> Detail:
    return Detail("status", Phrase(f"explain.rag.{progress.rag.name.lower()}"))
