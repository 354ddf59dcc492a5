"""Contracts against what should answer them: an objective, an action, revenue, offers that are sold.

A signature dated after the cut-off is R458's: what it would change of the end of a contract is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.checks.facts import Facts
from generator.locales import Phrase, phrase
from generator.measures.citation import cite
from generator.measures.contracts import ContractLife, notice_outlasts
from generator.measures.months import add_months
from generator.model.breach import Breach, breach
from generator.model.choices import ContractStatus, ObjectiveType
from generator.model.column import Days
from generator.model.field_path import FieldPath
from generator.model.mapping import Contract

_TO_COME = frozenset({ContractStatus.ACTIVE, ContractStatus.DRAFT})


def ends_without_objective(facts: Facts) -> Iterator[Breach]:
    """R403: an active contract ends within the horizon, and no open renewal objective is tied to it."""
    months = facts.settings.renewal_horizon_months
    limit = add_months(facts.cutoff, months)
    answered = {item.contract for item in facts.objectives if item.type is ObjectiveType.RENEWAL}
    for life in _sure_lives(facts):
        end = life.current_end
        if life.contract.ref in answered or life.replaced_by or life.contract.status is not ContractStatus.ACTIVE:
            continue
        if end is not None and facts.cutoff <= end <= limit:
            path, stands = _end_cell(facts, life)
            yield breach(
                "R403",
                path,
                value=stands,
                weight=life.annual_amount,
                contract=life.contract.ref,
                end=end,
                months=months,
                derived=_derived(life, path, stands),
            )


def notices_without_action(facts: Facts) -> Iterator[Breach]:
    """R404: the notice date of a contract in force is near or passed, and no open action is tied to it."""
    for life in _sure_lives(facts):
        days = life.days_to_notice
        if days is None or days > facts.settings.notice_alert_days or not life.is_current:
            continue
        if notice_outlasts(life):
            continue
        if life.contract.ref not in facts.actions_by_contract:
            path = cite("contracts", life.contract, "notice_months")
            yield breach("R404", path, weight=life.annual_amount, notice=life.notice_date, state=_state(days))


def signed_without_date(facts: Facts) -> Iterator[Breach]:
    """R459: a contract that is no draft has no date of signature."""
    for contract in facts.plan.contracts:
        path = cite("contracts", contract, "signed")
        if contract.status is not ContractStatus.DRAFT and facts.is_blank(path, contract.signed):
            yield breach("R459", path, weight=contract.annual_amount)


def notices_longer_than_term(facts: Facts) -> Iterator[Breach]:
    """R416: the notice of a contract to be decided on is longer than the contract, from its start to its end."""
    for life in _sure_lives(facts):
        if notice_outlasts(life):
            contract = life.contract
            path = cite("contracts", contract, "notice_months")
            notice = _term(contract.notice_months)
            yield breach(
                "R416", path, weight=life.annual_amount, notice=notice, start=contract.start, end=life.current_end
            )


def active_past_end(facts: Facts) -> Iterator[Breach]:
    """R405: a contract says active past its end."""
    for life in _sure_lives(facts):
        if life.is_past_end and not life.replaced_by:
            path = cite("contracts", life.contract, "status")
            yield breach(
                "R405",
                path,
                value=life.contract.status,
                weight=life.annual_amount,
                end=life.current_end,
                cutoff=facts.cutoff,
            )


def contracts_without_revenue(facts: Facts) -> Iterator[Breach]:
    """R406: a contract in force for the whole period has had no revenue for a year; nothing without any revenue."""
    sold = facts.tables.figures.by_cell(facts.year)
    paying = {(above, offer) for (entity, offer), own in sold.items() if own.value for above in _above(facts, entity)}
    for life in _sure_lives(facts) if paying else ():
        contract = life.contract
        if not life.is_current or not life.annual_amount or contract.start > facts.plan.period.start:
            continue
        if not any((contract.entity, offer) in paying for offer in contract.offers):
            reason = phrase("checks.no_revenue", amount=life.annual_amount)
            yield breach("R406", cite("contracts", contract, "offers"), weight=life.annual_amount, reason=reason)


def revenue_without_contract(facts: Facts) -> Iterator[Breach]:
    """R406: an entity had revenue in the period on offers that no contract of its own or from above covers."""
    covered = {
        (life.contract.entity, offer) for life in facts.lives if _ran(facts, life) for offer in life.contract.offers
    }
    found: dict[str, list[tuple[str, Decimal]]] = {}
    for (entity, offer), own in facts.tables.figures.by_cell((facts.plan.period,)).items():
        if own.value and own.value > 0 and not any((above, offer) in covered for above in _above(facts, entity)):
            found.setdefault(entity, []).append((offer, own.value))
    for entity, cells in found.items():
        revenue = sum((amount for _, amount in cells), Decimal(0))
        offers = tuple(offer for offer, _ in cells)
        reason = phrase("checks.no_contract", revenue=revenue, quarter=facts.plan.period, offers=offers)
        yield breach("R406", FieldPath("entities", (entity,), "name"), weight=revenue, reason=reason)


def offers_not_for_sale(facts: Facts) -> Iterator[Breach]:
    """R407: an active or drafted contract carries an offer no longer sold, or marked ineligible for its entity."""
    retired = {offer.name for offer in facts.plan.offers if not offer.active}
    ineligible = {(row.entity, row.offer) for row in facts.plan.potential if not row.eligible}
    for contract in facts.plan.contracts:
        for offer in contract.offers if contract.status in _TO_COME else ():
            reason = _why_not(contract, offer, retired, ineligible)
            if reason is not None:
                path = cite("contracts", contract, "offers")
                yield breach("R407", path, value=offer, weight=contract.annual_amount, offer=offer, reason=reason)


def _sure_lives(facts: Facts) -> Iterator[ContractLife]:
    return (life for life in facts.lives if life.contract.ref not in facts.misdated_contracts)


def _end_cell(facts: Facts, life: ContractLife) -> tuple[FieldPath, date | None]:
    """Return the cell that sets the end of a contract, an amendment's where one moves it, and the date it holds."""
    moved = [item for item in life.amendments if item.signed <= facts.cutoff and item.new_end is not None]
    if moved:
        return cite("amendments", moved[-1], "new_end"), moved[-1].new_end
    return cite("contracts", life.contract, "end"), life.contract.end


def _derived(life: ContractLife, path: FieldPath, stands: date | None) -> Phrase | str:
    """Tell what leads from the date that is written to the end in force: an amendment, or tacit renewals of either."""
    if not life.tacit_renewals:
        return phrase("checks.end_amended", amendment=path.key[0]) if path.table == "amendments" else ""
    months = life.contract.renewal_months or 0
    return phrase("checks.end_renewed", n=life.tacit_renewals, stands=stands, months=months)


def _term(term: int | Days | None) -> Phrase | Days | None:
    return phrase("checks.months", n=term) if isinstance(term, int) else term


def _state(days: int) -> Phrase:
    if days == 0:
        return phrase("checks.notice_today")
    return phrase("checks.notice_ahead", n=days) if days > 0 else phrase("checks.notice_passed", n=-days)


def _above(facts: Facts, entity: str) -> tuple[str, ...]:
    return facts.entities_above.get(entity, (entity,))


def _ran(facts: Facts, life: ContractLife) -> bool:
    """Tell whether a contract ran for some of the period, or may have."""
    is_sure = life.contract.ref not in facts.misdated_contracts
    end = (life.current_end if is_sure else None) or date.max
    is_signed = life.contract.status is not ContractStatus.DRAFT
    return is_signed and life.contract.start <= facts.plan.period.end and end >= facts.plan.period.start


def _why_not(contract: Contract, offer: str, retired: set[str], ineligible: set[tuple[str, str]]) -> Phrase | None:
    if offer in retired:
        return phrase("checks.offer_retired")
    if (contract.entity, offer) in ineligible:
        return phrase("checks.offer_ineligible", entity=contract.entity)
    return None
