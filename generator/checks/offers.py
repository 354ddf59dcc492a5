"""Offers under contract against what is sold: revenue with a contract, contracts with revenue, offers for sale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.checks.facts import Facts
from generator.checks.rests import CONTRACTS, END, OWN_END, REVENUE, Rests
from generator.checks.rule import Rule
from generator.locales import Phrase, phrase
from generator.measures.citation import cite
from generator.measures.contracts import ContractLife
from generator.model.breach import Breach, breach
from generator.model.choices import ContractStatus
from generator.model.field_path import FieldPath
from generator.model.mapping import Contract

_TO_COME = frozenset({ContractStatus.ACTIVE, ContractStatus.DRAFT})


def contracts_without_revenue(facts: Facts) -> Iterator[Breach]:
    """R406: a contract in force for the whole period has had no revenue for a year; nothing without any revenue."""
    sold = facts.tables.figures.by_cell(facts.year)
    paying = {(above, offer) for (entity, offer), own in sold.items() if own.value for above in _above(facts, entity)}
    for life in facts.sure_lives if paying else ():
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


_PARENTS = Rests("entities", ("parent",))

RULES = (
    Rule("R406", revenue_without_contract, 620, (CONTRACTS, Rests("amendments", ("new_end",)), _PARENTS)),
    Rule("R406", contracts_without_revenue, 625, (REVENUE, _PARENTS, END), OWN_END),
    Rule("R407", offers_not_for_sale, 630),
)
