"""The weighted deals of each up- and cross-sell objective against the gap it leaves open, and of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.locales.currencies import meant_by
from generator.measures.citation import cite_all
from generator.measures.measure import Measure, total
from generator.measures.references import in_reading_order
from generator.model.choices import ObjectiveStatus, ObjectiveType, OpportunityStage
from generator.model.objectives import Objective, Opportunity
from generator.model.plan import AccountPlan

CLOSED_STAGES = frozenset({OpportunityStage.WON, OpportunityStage.LOST})
_CLOSED_OBJECTIVES = frozenset({ObjectiveStatus.REACHED, ObjectiveStatus.MISSED, ObjectiveStatus.DROPPED})
_SELLING = frozenset({ObjectiveType.UP_SELL, ObjectiveType.CROSS_SELL})
_SCALES = {"": 1, "k": 1_000, "m": 1_000_000}


@dataclass(frozen=True, slots=True)
class Deal:
    """An opportunity and its amount × probability; closed deals weigh nothing."""

    opportunity: Opportunity
    weighted: Measure
    is_open: bool


@dataclass(frozen=True, slots=True)
class SellingGap:
    """What an up- or cross-sell objective measured in the currency still lacks, and the open deals linked to it.

    ``shortfall`` is gap − weighted where the deals do not cover the gap, else 0.
    """

    objective: Objective
    gap: Measure
    deals: tuple[Deal, ...]
    weighted: Measure
    shortfall: Decimal


@dataclass(frozen=True, slots=True)
class SalesPipeline:
    """The deals, their sums, and objective by objective the gap they are to close.

    Open deals come first, the heaviest first; ``amount`` and ``weighted`` are those of all open deals. ``gaps`` are
    those still open, and only the deals linked to them count in ``selling``; ``gap`` is the sum of theirs. What one
    objective has to spare closes no other's gap: ``shortfall`` is the sum of what each lacks, None without a gap.
    Amounts in the account's currency.
    """

    deals: tuple[Deal, ...]
    amount: Measure
    weighted: Measure
    gaps: tuple[SellingGap, ...]
    selling: Measure
    gap: Measure
    shortfall: Decimal | None

    @property
    def open_deals(self) -> tuple[Deal, ...]:
        """The deals neither won nor lost."""
        return tuple(deal for deal in self.deals if deal.is_open)

    @property
    def selling_deals(self) -> tuple[Deal, ...]:
        """The open deals that are to close a gap, the heaviest first."""
        linked = {deal.opportunity.ref for gap in self.gaps for deal in gap.deals}
        return tuple(deal for deal in self.open_deals if deal.opportunity.ref in linked)


def sales_pipeline(plan: AccountPlan) -> SalesPipeline:
    """Return the pipeline at the cut-off."""
    deals = tuple(sorted((_deal(item) for item in plan.opportunities), key=_rank))
    open_deals = [deal for deal in deals if deal.is_open]
    gaps = selling_gaps(plan.objectives, open_deals, plan.account.currency)
    return SalesPipeline(
        deals=deals,
        amount=total(Measure(deal.opportunity.amount, deal.weighted.sources[:1]) for deal in open_deals),
        weighted=total(deal.weighted for deal in open_deals),
        gaps=gaps,
        selling=total(gap.weighted for gap in gaps),
        gap=total(gap.gap for gap in gaps),
        shortfall=sum((gap.shortfall for gap in gaps), Decimal(0)) if gaps else None,
    )


def selling_gaps(objectives: Iterable[Objective], open_deals: Iterable[Deal], currency: str) -> tuple[SellingGap, ...]:
    """Return the gap, target − current, of each open up- and cross-sell objective measured in the currency.

    The baseline stands for a missing current value; one that is at its target or past it leaves no gap.
    """
    deals = tuple(open_deals)
    found = (_selling_gap(objective, deals, currency) for objective in objectives)
    return tuple(gap for gap in found if gap is not None)


def currency_scale(unit: str | None, currency: str) -> int | None:
    """Return what a unit such as ``€``, ``EUR``, ``euros``, ``k€`` or ``M€`` is worth in the currency.

    None when it is no amount in it.
    """
    text = "".join((unit or "").casefold().split())
    worth = (scale for mark, scale in _SCALES.items() if currency in meant_by(text.removeprefix(mark)))
    return next(worth, None)


def _deal(opportunity: Opportunity) -> Deal:
    is_open = opportunity.stage not in CLOSED_STAGES
    value = opportunity.amount * opportunity.probability if is_open else Decimal(0)
    return Deal(opportunity, Measure(value, cite_all("opportunities", opportunity, ("amount", "probability"))), is_open)


def _rank(deal: Deal) -> tuple[object, ...]:
    return not deal.is_open, -(deal.weighted.value or Decimal(0)), in_reading_order(deal.opportunity.ref)


def _selling_gap(objective: Objective, deals: tuple[Deal, ...], currency: str) -> SellingGap | None:
    gap = _gap(objective, currency)
    if not gap.value:
        return None
    linked = tuple(deal for deal in deals if deal.opportunity.objective == objective.ref)
    weighted = total(deal.weighted for deal in linked)
    return SellingGap(objective, gap, linked, weighted, max(gap.value - (weighted.value or Decimal(0)), Decimal(0)))


def _gap(objective: Objective, currency: str) -> Measure:
    scale = currency_scale(objective.unit, currency)
    current = objective.baseline if objective.current is None else objective.current
    if scale is None or objective.target is None or current is None:
        return Measure()
    if objective.type not in _SELLING or objective.status in _CLOSED_OBJECTIVES:
        return Measure()
    gap = max(objective.target - current, Decimal(0)) * scale
    return Measure(gap, cite_all("objectives", objective, ("target", "current")))
