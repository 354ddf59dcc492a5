"""Each end of a contract term, and what became of it: renewed, renewed tacitly, not renewed, undecided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from generator.measures.citation import cite
from generator.measures.contracts import amendments_by_contract, successors_by_contract
from generator.measures.measure import Measure
from generator.measures.months import add_months, next_term_end
from generator.model.choices import ContractStatus, Renewal
from generator.model.field_path import FieldPath
from generator.model.mapping import Amendment, Contract
from generator.model.plan import SharedPlan


class TermOutcome(Enum):
    """What became of a contract at the end of a term."""

    RENEWED = auto()
    TACIT = auto()
    NOT_RENEWED = auto()
    UNDECIDED = auto()


@dataclass(frozen=True, slots=True)
class TermEnd:
    """The end of a contract's term, and what followed.

    ``old`` is the annual amount until then, ``new`` the one after, 0 when not renewed.
    """

    contract: Contract
    due: date
    outcome: TermOutcome
    old: Measure
    new: Measure

    @property
    def kept(self) -> Measure:
        """What was kept of the old amount: never more than it, so that expansion stays out."""
        old, new = self.old.value or Decimal(0), self.new.value or Decimal(0)
        return Measure(min(old, new), self.old.sources + self.new.sources)


def term_ends(plan: SharedPlan) -> tuple[TermEnd, ...]:
    """Return every end of term known at the cut-off, drafts and open-ended contracts excepted, by contract then date.

    Amendments signed by the cut-off count. One that moves the end later renews the term that it extends: its own
    impact is part of the new amount, the amendments signed before it and up to the due date part of the old one. A
    term that ended by the cut-off without a decision is not renewed; one that ends later is undecided.
    """
    amendments, successors = amendments_by_contract(plan), successors_by_contract(plan)
    cutoff = plan.account.cutoff
    ends: list[TermEnd] = []
    for contract in plan.contracts:
        if contract.end is not None and contract.status is not ContractStatus.DRAFT:
            applied = tuple(item for item in amendments.get(contract.ref, ()) if item.signed <= cutoff)
            ends.extend(_terms(contract, contract.end, applied, successors.get(contract.ref, ()), cutoff))
    return tuple(ends)


def _terms(
    contract: Contract, end: date, applied: tuple[Amendment, ...], successors: tuple[Contract, ...], cutoff: date
) -> Iterator[TermEnd]:
    due = end
    for amendment in applied:
        if amendment.new_end is None:
            continue
        for tacit in _tacit_terms(contract, due, applied, amendment.signed):
            yield tacit
            due = next_term_end(tacit.due, contract.renewal_months or 0)
        if amendment.new_end > due:
            yield _extended(contract, due, amendment, applied)
        due = amendment.new_end
    yield from _last_terms(contract, due, applied, successors, cutoff)


def _extended(contract: Contract, due: date, extension: Amendment, applied: tuple[Amendment, ...]) -> TermEnd:
    before = tuple(item for item in applied[: applied.index(extension)] if item.signed <= due)
    old = _amount(contract, before)
    new = _amount(contract, (*before, extension))
    return TermEnd(contract, due, TermOutcome.RENEWED, old, _cited(new, cite("amendments", extension, "new_end")))


def _last_terms(
    contract: Contract, due: date, applied: tuple[Amendment, ...], successors: tuple[Contract, ...], cutoff: date
) -> Iterator[TermEnd]:
    """Yield the tacit renewals after the last end that was agreed, then the end that stands."""
    last = due
    for tacit in _tacit_terms(contract, due, applied, _renewed_tacitly_until(contract, successors, cutoff)):
        yield tacit
        last = next_term_end(tacit.due, contract.renewal_months or 0)
    yield TermEnd(contract, last, *_outcome(contract, last, _amount_at(contract, applied, last), successors, cutoff))


def _renewed_tacitly_until(contract: Contract, successors: tuple[Contract, ...], cutoff: date) -> date:
    """Return the day before which terms renewed by themselves: that its replacement started on, or the cut-off."""
    if successors:
        # the term cut short or completed by the replacement is the one that was renewed
        return add_months(min(item.start for item in successors), -(contract.renewal_months or 0))
    return cutoff if contract.status is ContractStatus.ACTIVE else date.min


def _tacit_terms(contract: Contract, due: date, applied: tuple[Amendment, ...], until: date) -> Iterator[TermEnd]:
    last, months = due, contract.renewal_months or 0
    while months and contract.renewal is Renewal.TACIT and last < until:
        old = _amount_at(contract, applied, last)
        yield TermEnd(contract, last, TermOutcome.TACIT, old, old)
        last = next_term_end(last, months)


def _outcome(
    contract: Contract, due: date, old: Measure, successors: tuple[Contract, ...], cutoff: date
) -> tuple[TermOutcome, Measure, Measure]:
    status = (cite("contracts", contract, "status"),)
    if successors:
        value = sum((item.annual_amount for item in successors), Decimal(0))
        paths = tuple(cite("contracts", item, name) for item in successors for name in ("annual_amount", "replaces"))
        return TermOutcome.RENEWED, old, Measure(value, paths)
    if contract.status is ContractStatus.RENEWED:
        # declared renewed, by a contract that the workbook does not hold: at the same amount
        return TermOutcome.RENEWED, old, Measure(old.value, status)
    if contract.status is ContractStatus.ACTIVE and due >= cutoff:
        return TermOutcome.UNDECIDED, old, Measure(None, status)
    return TermOutcome.NOT_RENEWED, old, Measure(Decimal(0), status)


def _amount_at(contract: Contract, applied: tuple[Amendment, ...], day: date) -> Measure:
    return _amount(contract, tuple(item for item in applied if item.signed <= day))


def _amount(contract: Contract, amendments: tuple[Amendment, ...]) -> Measure:
    impacts = [item for item in amendments if item.annual_impact is not None]
    value = contract.annual_amount + sum((item.annual_impact or Decimal(0) for item in impacts), Decimal(0))
    paths = (cite("contracts", contract, "annual_amount"), cite("contracts", contract, "end"))
    return Measure(value, paths + tuple(cite("amendments", item, "annual_impact") for item in impacts))


def _cited(measure: Measure, path: FieldPath) -> Measure:
    return Measure(measure.value, (*measure.sources, path))
