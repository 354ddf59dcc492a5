"""The weighted pipeline against the commercial gap that the up- and cross-sell objectives leave open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.measures.citation import cite_all
from generator.measures.measure import Measure, difference, total
from generator.measures.references import in_reading_order
from generator.model.choices import ObjectiveStatus, ObjectiveType, OpportunityStage, OpportunityType
from generator.model.objectives import Objective, Opportunity
from generator.model.plan import AccountPlan

_CLOSED_STAGES = frozenset({OpportunityStage.WON, OpportunityStage.LOST})
_CLOSED_OBJECTIVES = frozenset({ObjectiveStatus.REACHED, ObjectiveStatus.MISSED, ObjectiveStatus.DROPPED})
_SELLING = frozenset({ObjectiveType.UP_SELL, ObjectiveType.CROSS_SELL})
_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "CHF": "CHF"}
_SCALES = {"": 1, "k": 1_000, "m": 1_000_000}


@dataclass(frozen=True, slots=True)
class Deal:
    """An opportunity and its amount × probability; closed deals weigh nothing."""

    opportunity: Opportunity
    weighted: Measure
    is_open: bool


@dataclass(frozen=True, slots=True)
class SalesPipeline:
    """The deals, their sums, the gap to close, and what the pipeline lacks of it.

    Open deals come first, the heaviest first; ``amount`` and ``weighted`` are those of all open deals. The gap is one
    of up- and cross-sell, so ``selling`` is the weighted sum of such deals alone and ``shortfall`` is gap − selling:
    positive when the pipeline does not cover the gap, None without a gap. Amounts in the account's currency.
    """

    deals: tuple[Deal, ...]
    amount: Measure
    weighted: Measure
    selling: Measure
    gap: Measure
    shortfall: Decimal | None

    @property
    def open_deals(self) -> tuple[Deal, ...]:
        """The deals neither won nor lost."""
        return tuple(deal for deal in self.deals if deal.is_open)


def sales_pipeline(plan: AccountPlan) -> SalesPipeline:
    """Return the pipeline at the cut-off."""
    deals = sorted((_deal(item) for item in plan.opportunities), key=_rank)
    open_deals = [deal for deal in deals if deal.is_open]
    selling = total(deal.weighted for deal in open_deals if deal.opportunity.type is not OpportunityType.RENEWAL)
    gap = commercial_gap(plan.objectives, plan.account.currency)
    return SalesPipeline(
        deals=tuple(deals),
        amount=total(Measure(deal.opportunity.amount, deal.weighted.sources[:1]) for deal in open_deals),
        weighted=total(deal.weighted for deal in open_deals),
        selling=selling,
        gap=gap,
        shortfall=difference(gap, Measure(selling.value or Decimal(0))),
    )


def commercial_gap(objectives: Iterable[Objective], currency: str) -> Measure:
    """Return Σ target − current of the open up- and cross-sell objectives measured in the currency.

    Each counts at least zero: one that is past its target does not make up for another. The baseline stands for a
    missing current value.
    """
    return total(_gap(objective, currency) for objective in objectives)


def currency_scale(unit: str | None, currency: str) -> int | None:
    """Return what a unit such as ``€``, ``EUR``, ``k€`` or ``M€`` is worth in the currency.

    None when it is no amount in it.
    """
    text = (unit or "").replace(" ", "").casefold()
    for name in {currency.casefold(), _SYMBOLS.get(currency, currency).casefold()}:
        if text.endswith(name) and text.removesuffix(name) in _SCALES:
            return _SCALES[text.removesuffix(name)]
    return None


def _deal(opportunity: Opportunity) -> Deal:
    is_open = opportunity.stage not in _CLOSED_STAGES
    value = opportunity.amount * opportunity.probability if is_open else Decimal(0)
    return Deal(opportunity, Measure(value, cite_all("opportunities", opportunity, ("amount", "probability"))), is_open)


def _rank(deal: Deal) -> tuple[object, ...]:
    return not deal.is_open, -(deal.weighted.value or Decimal(0)), in_reading_order(deal.opportunity.ref)


def _gap(objective: Objective, currency: str) -> Measure:
    scale = currency_scale(objective.unit, currency)
    current = objective.baseline if objective.current is None else objective.current
    if scale is None or objective.target is None or current is None:
        return Measure()
    if objective.type not in _SELLING or objective.status in _CLOSED_OBJECTIVES:
        return Measure()
    gap = max(objective.target - current, Decimal(0)) * scale
    return Measure(gap, cite_all("objectives", objective, ("target", "current")))
