"""What became of the contracts between two cut-offs: signed, amended, ended."""

from __future__ import annotations

from datetime import date

from generator.history.difference import ContractChanges
from generator.history.identity import with_former
from generator.measures.contracts import ContractLife, contract_lives
from generator.model.choices import ContractStatus
from generator.model.plan import SharedPlan


def contract_changes(old: SharedPlan, new: SharedPlan) -> ContractChanges:
    """Return the contracts and amendments signed since the old cut-off, and the contracts that ended.

    A row typed late, signed before the old cut-off, is a row that changed and no event of the quarter; a contract that
    another takes over goes on.
    """
    since, until = old.account.cutoff, new.account.cutoff
    before, after = _lives(old), _lives(new)
    moves = [
        (None if former is None else before[former.ref], after[contract.ref])
        for former, contract in with_former("contracts", old.contracts, new.contracts)
    ]
    return ContractChanges(
        signed=tuple(
            now.contract
            for was, now in moves
            if not _is_draft(now) and (_is_between(since, now.contract.signed, until) or (was and _is_draft(was)))
        ),
        amended=tuple(amendment for amendment in new.amendments if since < amendment.signed <= until),
        ended=tuple(now.contract for was, now in moves if was and was.is_current and _has_ended(now)),
    )


def _lives(plan: SharedPlan) -> dict[str, ContractLife]:
    return {life.contract.ref: life for life in contract_lives(plan)}


def _is_between(since: date, signed: date | None, until: date) -> bool:
    return signed is not None and since < signed <= until


def _is_draft(life: ContractLife) -> bool:
    return life.contract.status is ContractStatus.DRAFT


def _has_ended(life: ContractLife) -> bool:
    return not life.is_current and not life.replaced_by
