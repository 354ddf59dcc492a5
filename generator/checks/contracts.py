"""Contracts that run out: an objective, an action in time for the notice, dates that hold.

A signature dated after the cut-off is R458's: what it would change of the end of a contract is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.checks.facts import Facts
from generator.checks.rests import END, OWN_END, Rests, thresholds
from generator.checks.rule import Rule
from generator.locales import Phrase, phrase
from generator.measures.citation import cite
from generator.measures.contracts import ContractLife, notice_outlasts
from generator.measures.months import add_months
from generator.model.breach import Breach, breach
from generator.model.choices import ContractStatus, ObjectiveType
from generator.model.column import Days
from generator.model.field_path import FieldPath


def ends_without_objective(facts: Facts) -> Iterator[Breach]:
    """R403: an active contract ends within the horizon, and no open renewal objective is tied to it."""
    months = facts.settings.renewal_horizon_months
    limit = add_months(facts.cutoff, months)
    answered = {item.contract for item in facts.objectives if item.type is ObjectiveType.RENEWAL}
    for life in facts.sure_lives:
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
    for life in facts.sure_lives:
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
    for life in facts.sure_lives:
        if notice_outlasts(life):
            contract = life.contract
            path = cite("contracts", contract, "notice_months")
            notice = _term(contract.notice_months)
            yield breach(
                "R416", path, weight=life.annual_amount, notice=notice, start=contract.start, end=life.current_end
            )


def active_past_end(facts: Facts) -> Iterator[Breach]:
    """R405: a contract says active past its end."""
    for life in facts.sure_lives:
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


_SUCCESSORS = Rests("contracts", ("signed",), by="replaces")

RULES = (
    Rule(
        "R404",
        notices_without_action,
        205,
        (Rests("actions", by="contract"), END, thresholds("notice_alert_days")),
        OWN_END,
    ),
    Rule("R416", notices_longer_than_term, 210, (_SUCCESSORS, END), OWN_END),
    Rule("R405", active_past_end, 215, (_SUCCESSORS, END), OWN_END),
    Rule(
        "R403",
        ends_without_objective,
        220,
        (
            Rests("objectives", by="contract", named="contract", where=(("type", ObjectiveType.RENEWAL),)),
            replace(_SUCCESSORS, named="contract"),
            replace(END, named="contract"),
            Rests("contracts", OWN_END, by="ref", named="contract"),
            thresholds("renewal_horizon_months"),
        ),
    ),
    Rule("R459", signed_without_date, 650),
)
