"""How the life of each contract was made: amount, end and notice date, with amendments and tacit renewals."""

from __future__ import annotations

from collections.abc import Iterator

from generator.locales.phrase import Phrase
from generator.measures.contracts import ContractLife, contract_lives
from generator.measures.traces.trace import Detail, Form, Trace, told
from generator.model.column import Days
from generator.model.plan import AccountPlan


def contract_traces(plan: AccountPlan) -> Iterator[Trace]:
    """Yield the trace of every contract at the cut-off."""
    for life in contract_lives(plan):
        yield _trace(life, plan)


def _trace(life: ContractLife, plan: AccountPlan) -> Trace:
    contract, cutoff, term = life.contract, plan.account.cutoff, life.contract.notice_months
    applied = ", ".join(item.ref for item in life.amendments if item.signed <= cutoff)
    return Trace(
        key=contract.ref,
        title=contract.title,
        formula="contract",
        result=life.annual_amount,
        form=Form.MONEY,
        sources=life.sources,
        details=told(
            Detail("state", Phrase("explain.contract.current" if life.is_current else "explain.contract.not_current")),
            Detail("typed_amount", contract.annual_amount, Form.MONEY),
            Detail("amendments", applied or None),
            Detail("typed_end", contract.end),
            Detail("tacit_renewals", life.tacit_renewals or None),
            Detail("current_end", life.current_end),
            Detail("notice_days", term.days) if isinstance(term, Days) else Detail("notice_months", term),
            Detail("notice_date", life.notice_date),
            Detail("days_to_notice", life.days_to_notice),
            Detail("replaced_by", ", ".join(life.replaced_by) or None),
        ),
    )
