"""What we mean to sell: where there is something to win, enough of it, and to a client who is served well."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.facts import Facts
from generator.checks.rests import QUARTERS, Rests
from generator.checks.rule import Rule
from generator.locales import Phrase, phrase
from generator.measures.citation import cite
from generator.measures.rag import Rag
from generator.measures.whitespace import WhitespaceCell
from generator.model.breach import Breach, breach
from generator.model.choices import Calculation, ObjectiveType, OpportunityType, SurveyType
from generator.model.field_path import FieldPath
from generator.model.quarter import QUARTERS_A_YEAR

LOW_NPS = Decimal(0)
LOW_CSAT = Decimal("0.6")
_SELLING = frozenset({ObjectiveType.UP_SELL, ObjectiveType.CROSS_SELL})
_SURVEYS = frozenset({Calculation.NPS, Calculation.CSAT})


def nothing_to_win(facts: Facts) -> Iterator[Breach]:
    """R426: an objective or deal aims at an ineligible cell, or a cross-sell at one that we hold already."""
    for objective in facts.objectives:
        if objective.type in _SELLING and objective.entity and objective.offer:
            path = cite("objectives", objective, "offer")
            is_cross = objective.type is ObjectiveType.CROSS_SELL
            yield from _aimed_at(facts, path, objective.entity, objective.offer, is_cross_sell=is_cross)
    for deal in facts.pipeline.deals:
        opportunity = deal.opportunity
        if deal.is_open and opportunity.type is not OpportunityType.RENEWAL:
            path = cite("opportunities", opportunity, "offer")
            is_cross = opportunity.type is OpportunityType.CROSS_SELL
            yield from _aimed_at(facts, path, opportunity.entity, opportunity.offer, is_cross_sell=is_cross)


def pipeline_too_small(facts: Facts) -> Iterator[Breach]:
    """R427: the weighted deals linked to an objective measured in the currency do not cover its gap."""
    for item in facts.pipeline.gaps:
        if item.shortfall:
            path = cite("objectives", item.objective, "target")
            weighted, gap = item.weighted.value or Decimal(0), item.gap.value or Decimal(0)
            yield breach(
                "R427",
                path,
                value=item.objective.target,
                weight=item.shortfall,
                pipeline=weighted,
                gap=gap,
                shortfall=item.shortfall,
            )


def selling_to_the_unhappy(facts: Facts) -> Iterator[Breach]:
    """R428: satisfaction is low or critical tickets rise, an up-sell is planned, and there is no quality objective."""
    planned = next((item for item in facts.objectives if item.type is ObjectiveType.UP_SELL), None)
    if planned is None or any(item.type is ObjectiveType.QUALITY for item in facts.objectives):
        return
    reasons = (*_low_satisfaction(facts), *_rising_tickets(facts))
    if reasons:
        yield breach("R428", cite("objectives", planned, "type"), value=planned.type, reason=reasons)


def _aimed_at(facts: Facts, path: FieldPath, entity: str, offer: str, *, is_cross_sell: bool) -> Iterator[Breach]:
    cell = facts.whitespace.cell(entity, offer)
    reason = None if cell is None else _nothing_there(cell, is_cross_sell=is_cross_sell)
    if reason is not None:
        yield breach("R426", path, value=offer, entity=entity, offer=offer, reason=reason)


def _nothing_there(cell: WhitespaceCell, *, is_cross_sell: bool) -> Phrase | None:
    if cell.eligible is False:
        return phrase("checks.cell_ineligible")
    return phrase("checks.cell_held") if is_cross_sell and cell.is_ours else None


def _low_satisfaction(facts: Facts) -> tuple[Phrase, ...]:
    red = tuple(
        phrase("checks.kpi_is_red", kpi=reading.kpi.ref)
        for reading in facts.readings
        if reading.kpi.calculation in _SURVEYS and reading.rag is Rag.RED
    )
    return red or (*_low_nps(facts), *_low_csat(facts))


def _low_nps(facts: Facts) -> tuple[Phrase, ...]:
    score = facts.tables.surveys.result(SurveyType.NPS, facts.year).measure.value
    return (phrase("checks.low_nps", score=round(score)),) if score is not None and score < LOW_NPS else ()


def _low_csat(facts: Facts) -> tuple[Phrase, ...]:
    rate = facts.tables.surveys.result(SurveyType.CSAT, facts.year).measure.value
    return (phrase("checks.low_csat", rate=rate),) if rate is not None and rate < LOW_CSAT else ()


def _rising_tickets(facts: Facts) -> tuple[Phrase, ...]:
    """Tell that critical tickets are above those of the quarter before and of the year before."""
    period, tickets = facts.plan.period, facts.tables.tickets
    now = tickets.critical_opened(period).value
    before = tickets.critical_opened(period.plus(-1)).value
    year_ago = tickets.critical_opened(period.plus(-QUARTERS_A_YEAR)).value
    if now is None or before is None or now <= before or (year_ago is not None and now <= year_ago):
        return ()
    return (phrase("checks.rising_tickets", before=before, now=now),)


RULES = (
    Rule(
        "R428",
        selling_to_the_unhappy,
        425,
        (
            Rests("objectives", where=(("type", ObjectiveType.QUALITY),)),
            Rests("satisfaction", ("respondents", "scale_max")),
            Rests("tickets", (QUARTERS,)),
        ),
    ),
    Rule(
        "R427",
        pipeline_too_small,
        430,
        (Rests("opportunities", by="objective"), Rests("account", ("currency",))),
        ("unit", "baseline", "current"),
    ),
    Rule("R426", nothing_to_win, 455, (Rests("potential", ("incumbent",), by="entity", named="entity"),)),
)
