"""The life of each contract at the cut-off: amount, end, notice date, with amendments and tacit renewals applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.measures.citation import cite, cite_all
from generator.measures.measure import Measure, total
from generator.measures.months import add_months, before, next_term_end
from generator.measures.references import in_reading_order
from generator.model.choices import ContractStatus, Renewal
from generator.model.field_path import FieldPath
from generator.model.mapping import Amendment, Contract
from generator.model.plan import SharedPlan

_IN_FORCE = frozenset({ContractStatus.ACTIVE, ContractStatus.RENEWED, ContractStatus.NOT_RENEWED})


@dataclass(frozen=True, slots=True)
class ContractLife:
    """A contract as it stands at the cut-off.

    ``amendments`` are all of its amendments by signature; ``annual_amount`` and ``current_end`` apply those signed by
    the cut-off. ``current_end`` is None for an open-ended contract, and rolls forward with each tacit renewal of an
    active contract. ``notice_date`` is the last day to give notice of the current end; it stays when passed, until the
    end, and is None when there is none or when the follow-up is already decided (replaced, or no longer active).
    ``is_current`` tells whether the contract is in force at the cut-off: started, not ended, neither draft nor
    terminated nor taken over.
    """

    contract: Contract
    amendments: tuple[Amendment, ...]
    annual_amount: Decimal
    current_end: date | None
    notice_date: date | None
    days_to_notice: int | None
    tacit_renewals: int
    is_current: bool
    is_past_end: bool
    replaced_by: tuple[str, ...]
    sources: tuple[FieldPath, ...]

    @property
    def amount(self) -> Measure:
        """The annual amount at the cut-off, with the fields it was made from."""
        fields = [path for path in self.sources if path.field in {"annual_amount", "annual_impact"}]
        return Measure(self.annual_amount, tuple(fields))


def contract_lives(plan: SharedPlan) -> tuple[ContractLife, ...]:
    """Return every contract's life at the cut-off, drafts included, in the workbook's order."""
    amendments = amendments_by_contract(plan)
    successors = successors_by_contract(plan)
    cutoff = plan.account.cutoff
    return tuple(
        _life(contract, amendments.get(contract.ref, ()), successors.get(contract.ref, ()), cutoff)
        for contract in plan.contracts
    )


def amendments_by_contract(plan: SharedPlan) -> dict[str, tuple[Amendment, ...]]:
    """Return the amendments of each contract by date of signature, then reference."""
    found: dict[str, list[Amendment]] = {}
    for amendment in sorted(plan.amendments, key=lambda item: (item.signed, in_reading_order(item.ref))):
        found.setdefault(amendment.contract, []).append(amendment)
    return {ref: tuple(items) for ref, items in found.items()}


def successors_by_contract(plan: SharedPlan) -> dict[str, tuple[Contract, ...]]:
    """Return the contracts, signed by the cut-off, that replace each contract."""
    found: dict[str, list[Contract]] = {}
    for contract in plan.contracts:
        if contract.replaces and _is_signed(contract, plan.account.cutoff):
            found.setdefault(contract.replaces, []).append(contract)
    return {ref: tuple(items) for ref, items in found.items()}


def _is_signed(contract: Contract, cutoff: date) -> bool:
    """Tell whether a contract is signed by the cut-off; one whose date of signature is not written is by its status."""
    return contract.status is not ContractStatus.DRAFT and (contract.signed is None or contract.signed <= cutoff)


def renewed_contracts(plan: SharedPlan) -> frozenset[str]:
    """Return the contracts that stand renewed at the cut-off, drafts excepted.

    Those said to be, those replaced by one that is signed, and since the plan's start those that were extended, or
    signed in place of another.
    """
    settled = {contract.ref: contract for contract in plan.contracts if contract.status is not ContractStatus.DRAFT}
    since, cutoff = plan.account.plan_start, plan.account.cutoff
    extended = {
        item.contract
        for item in plan.amendments
        if item.contract in settled and since <= item.signed <= cutoff and _extends(item, settled[item.contract])
    }
    replacing = {
        contract.ref
        for contract in settled.values()
        if contract.replaces in settled and contract.signed is not None and since <= contract.signed <= cutoff
    }
    said = {ref for ref, contract in settled.items() if contract.status is ContractStatus.RENEWED}
    return frozenset(said | extended | replacing | (successors_by_contract(plan).keys() & settled.keys()))


def under_contract(lives: Iterable[ContractLife]) -> Measure:
    """Return the sum of the annual amounts of the contracts in force."""
    return total(life.amount for life in lives if life.is_current)


def notices_within(lives: Iterable[ContractLife], cutoff: date, days: int) -> tuple[ContractLife, ...]:
    """Return the contracts whose notice date falls from the cut-off to that many days later, the nearest first."""
    limit = cutoff + timedelta(days=days)
    return _by_notice(life for life in lives if life.notice_date is not None and cutoff <= life.notice_date <= limit)


def notices_passed(lives: Iterable[ContractLife], cutoff: date) -> tuple[ContractLife, ...]:
    """Return the contracts in force whose notice date has passed, the oldest first."""
    return _by_notice(
        life for life in lives if life.is_current and life.notice_date is not None and life.notice_date < cutoff
    )


def ending_within(lives: Iterable[ContractLife], cutoff: date, months: int) -> tuple[ContractLife, ...]:
    """Return the contracts in force that end within that many months of the cut-off, the nearest first."""
    limit = add_months(cutoff, months)
    ending = [life for life in lives if life.is_current and life.current_end is not None and life.current_end <= limit]
    return tuple(sorted(ending, key=lambda life: (life.current_end or limit, in_reading_order(life.contract.ref))))


def notice_outlasts(life: ContractLife) -> bool:
    """Tell whether notice of the end in force would have been due before the contract began: none could be given."""
    contract, end = life.contract, life.current_end
    if end is None or life.notice_date is None or end < contract.start:
        return False
    return life.notice_date < contract.start - timedelta(days=1)


def _extends(amendment: Amendment, contract: Contract) -> bool:
    return amendment.new_end is not None and contract.end is not None and amendment.new_end > contract.end


def _by_notice(lives: Iterable[ContractLife]) -> tuple[ContractLife, ...]:
    return tuple(sorted(lives, key=lambda life: (life.notice_date or date.max, in_reading_order(life.contract.ref))))


def _life(
    contract: Contract, amendments: tuple[Amendment, ...], successors: tuple[Contract, ...], cutoff: date
) -> ContractLife:
    applied = tuple(item for item in amendments if item.signed <= cutoff)
    end, renewals = _current_end(contract, applied, cutoff)
    is_undecided = contract.status is ContractStatus.ACTIVE and not successors
    notice = _notice_date(contract, end) if is_undecided else None
    return ContractLife(
        contract=contract,
        amendments=amendments,
        annual_amount=contract.annual_amount + sum((item.annual_impact or Decimal(0) for item in applied), Decimal(0)),
        current_end=end,
        notice_date=notice,
        days_to_notice=None if notice is None else (notice - cutoff).days,
        tacit_renewals=renewals,
        is_current=_is_current(contract, end, successors, cutoff),
        is_past_end=contract.status is ContractStatus.ACTIVE and end is not None and end < cutoff,
        replaced_by=tuple(item.ref for item in successors),
        sources=_sources(contract, applied, successors),
    )


def _current_end(contract: Contract, applied: tuple[Amendment, ...], cutoff: date) -> tuple[date | None, int]:
    """Return the end in force and how many tacit renewals led to it; the last amendment that moves the end wins."""
    end = next((item.new_end for item in reversed(applied) if item.new_end is not None), contract.end)
    months = contract.renewal_months
    if (
        end is None
        or contract.renewal is not Renewal.TACIT
        or contract.status is not ContractStatus.ACTIVE
        or not months
    ):
        return end, 0
    renewals, rolled = 0, end
    while rolled < cutoff:
        renewals += 1
        rolled = next_term_end(end, months * renewals)
    return rolled, renewals


def _notice_date(contract: Contract, end: date | None) -> date | None:
    if end is None or contract.notice_months is None:
        return None
    return before(end, contract.notice_months)


def _is_current(contract: Contract, end: date | None, successors: tuple[Contract, ...], cutoff: date) -> bool:
    is_taken_over = any(item.start <= cutoff for item in successors)
    is_running = contract.start <= cutoff and (end is None or cutoff <= end)
    return contract.status in _IN_FORCE and is_running and not is_taken_over


def _sources(
    contract: Contract, applied: tuple[Amendment, ...], successors: tuple[Contract, ...]
) -> tuple[FieldPath, ...]:
    fields = ("annual_amount", "start", "end", "renewal", "renewal_months", "notice_months", "status")
    own = cite_all("contracts", contract, [name for name in fields if getattr(contract, name) is not None])
    changes = tuple(
        cite("amendments", item, name)
        for item in applied
        for name in ("annual_impact", "new_end")
        if getattr(item, name) is not None
    )
    return own + changes + tuple(cite("contracts", item, "replaces") for item in successors)
