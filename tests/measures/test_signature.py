"""Objectives that are signed or not, worked by hand: cut-off 30/09/2026, deals linked to OBJ-01."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from generator.editions import redact
from generator.measures.progress import ObjectiveProgress, objective_progress
from generator.measures.rag import Rag
from generator.measures.standing import Standing
from generator.model.choices import (
    ContractStatus,
    ObjectiveStatus,
    ObjectiveType,
    OpportunityStage,
    Share,
)
from generator.model.field_path import FieldPath
from tests.builders import CUTOFF, a_contract, a_plan, an_action, an_amendment, an_objective, an_opportunity

RENEWAL, CROSS_SELL = ObjectiveType.RENEWAL, ObjectiveType.CROSS_SELL
DETECTED, PROPOSED, NEGOTIATED = OpportunityStage.DETECTED, OpportunityStage.PROPOSED, OpportunityStage.NEGOTIATED
WON, LOST = OpportunityStage.WON, OpportunityStage.LOST


def days(count: int) -> date:
    return CUTOFF + timedelta(days=count)


def a_signature(**changes: Any) -> Any:
    """A renewal of 200 000, nothing signed, due in three months, shared with the client."""
    sound = {"type": RENEWAL, "unit": "€", "baseline": 0, "current": 0, "target": 200_000, "share": Share.CLIENT}
    return an_objective(**{**sound, **changes})


def a_deal(**changes: Any) -> Any:
    return an_opportunity(**{"objective": "OBJ-01", "amount": 200_000, **changes})


def an_action_late(count: int, **changes: Any) -> Any:
    return an_action(**{"objective": "OBJ-01", "due": days(-count), "share": Share.CLIENT, **changes})


def progress(objective: Any, *deals: Any, **tables: Any) -> ObjectiveProgress:
    return objective_progress(a_plan(objectives=(objective,), opportunities=deals, **tables))[0]


def to_client(objective: Any, *deals: Any, **tables: Any) -> ObjectiveProgress:
    plan = a_plan(objectives=(objective,), opportunities=deals, **tables)
    return objective_progress(redact(plan).plan)[0]


def standing(found: ObjectiveProgress) -> Standing | None:
    return None if found.signature is None else found.signature.standing


@pytest.mark.parametrize(
    ("changes", "is_signature"),
    [
        ({}, True),
        ({"type": CROSS_SELL, "unit": "k€"}, True),
        ({"type": ObjectiveType.UP_SELL, "current": 50_000}, True),
        ({"current": None}, True),
        ({"type": ObjectiveType.QUALITY}, False),
        ({"unit": "sites"}, False),
        ({"baseline": 50_000}, False),
        ({"baseline": None}, False),
        ({"target": None}, False),
    ],
)
def test_a_sale_in_the_currency_from_zero_is_signed_or_not(changes: dict[str, Any], *, is_signature: bool) -> None:
    found = progress(a_signature(**changes))
    assert (found.signature is not None) is is_signature
    if is_signature:
        assert (found.share, found.raw_share, found.expected) == (None, None, None)


@pytest.mark.parametrize(
    ("deal", "colour"),
    [
        # advanced: proposed or negotiated, at even chances or more
        ({"stage": PROPOSED, "probability": "0.5"}, Rag.AMBER),
        ({"stage": NEGOTIATED, "probability": "0.9"}, Rag.AMBER),
        ({"stage": PROPOSED, "probability": "0.49"}, Rag.NONE),
        ({"stage": DETECTED, "probability": "0.9"}, Rag.NONE),
        # past its date: the day before the cut-off, not the day itself
        ({"stage": NEGOTIATED, "probability": "0.9", "decision_due": days(-1)}, Rag.RED),
        ({"stage": NEGOTIATED, "probability": "0.9", "decision_due": days(0)}, Rag.AMBER),
        # unlikely within sixty days
        ({"probability": "0.29", "decision_due": days(60)}, Rag.RED),
        ({"probability": "0.29", "decision_due": days(61)}, Rag.NONE),
        ({"probability": "0.3", "decision_due": days(60)}, Rag.NONE),
        # closed
        ({"stage": WON}, Rag.GREEN),
        ({"stage": LOST}, Rag.RED),
    ],
)
def test_the_deal_gives_the_colour(deal: dict[str, Any], colour: Rag) -> None:
    assert progress(a_signature(), a_deal(**deal)).rag is colour


@pytest.mark.parametrize(("late", "colour"), [(0, Rag.AMBER), (1, Rag.NONE), (14, Rag.NONE), (15, Rag.RED)])
def test_a_late_action_takes_the_amber_away_then_reddens(late: int, colour: Rag) -> None:
    deal = a_deal(stage=NEGOTIATED, probability="0.9")
    assert progress(a_signature(), deal, actions=(an_action_late(late),)).rag is colour


def test_an_action_of_another_objective_or_none_counts_for_nothing() -> None:
    others = (an_action_late(40, objective="OBJ-02"), an_action_late(40, ref="A-02", objective=None))
    assert progress(a_signature(), a_deal(stage=PROPOSED), actions=others).rag is Rag.AMBER


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"status": ObjectiveStatus.REACHED}, Standing.SIGNED),
        ({"current": 200_000}, Standing.SIGNED),
        ({"current": 199_999}, Standing.OVERDUE),
        ({"status": ObjectiveStatus.MISSED}, Standing.MISSED),
        ({"status": ObjectiveStatus.DROPPED}, Standing.DROPPED),
    ],
)
def test_what_is_settled_outweighs_its_deal(changes: dict[str, Any], found: Standing) -> None:
    assert standing(progress(a_signature(**changes), a_deal(decision_due=days(-30)))) is found


def test_without_a_deal_it_is_too_early_until_its_date() -> None:
    assert standing(progress(a_signature(due=days(0)))) is Standing.EARLY
    assert standing(progress(a_signature(due=days(-1)))) is Standing.OVERDUE


def test_of_several_deals_the_heaviest_open_one_counts() -> None:
    heavy = a_deal(ref="OPP-02", amount=150_000, probability="0.7", stage=NEGOTIATED)  # 105 000 weighted
    light = a_deal(amount=60_000, probability="0.2", decision_due=days(-5))  # 12 000 weighted
    found = progress(a_signature(), light, heavy, a_deal(ref="OPP-03", stage=LOST)).signature
    assert found is not None
    assert found.deal is not None
    assert (found.standing, found.deal.opportunity.ref, found.others) == (Standing.ADVANCED, "OPP-02", 1)


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        (((120_000, WON), (80_000, WON)), Standing.SIGNED),
        (((200_000, WON), (80_000, DETECTED)), Standing.SIGNED),
        (((120_000, WON), (80_000, DETECTED)), Standing.EARLY),
        (((120_000, WON), (80_000, LOST)), Standing.LOST),
        (((200_000, WON), (80_000, LOST)), Standing.SIGNED),
    ],
)
def test_won_deals_sign_it_when_they_reach_the_target_or_are_all(amounts: Any, found: Standing) -> None:
    deals = [a_deal(ref=f"OPP-{at}", amount=amount, stage=stage) for at, (amount, stage) in enumerate(amounts)]
    assert standing(progress(a_signature(type=CROSS_SELL), *deals)) is found


def renewed(**changes: Any) -> dict[str, Any]:
    """The contract CT-01, replaced by one signed on 15/09/2026."""
    second = a_contract(ref="CT-02", replaces="CT-01", signed=date(2026, 9, 15), start=days(30), **changes)
    return {"contracts": (a_contract(), second)}


def test_a_renewal_whose_contract_is_renewed_is_green() -> None:
    late = {"actions": (an_action_late(40),)}
    by_the_old = progress(a_signature(contract="CT-01", due=days(-1)), **renewed(), **late)
    by_the_new = progress(a_signature(contract="CT-02"), **renewed())
    assert (by_the_old.rag, by_the_new.rag) == (Rag.GREEN, Rag.GREEN)
    extended = an_amendment(contract="CT-01", signed=date(2026, 9, 1), new_end=date(2029, 12, 31))
    assert progress(a_signature(contract="CT-01"), contracts=(a_contract(),), amendments=(extended,)).rag is Rag.GREEN
    said = (a_contract(status=ContractStatus.RENEWED),)
    assert progress(a_signature(contract="CT-01"), contracts=said).rag is Rag.GREEN


def test_a_draft_a_contract_in_force_or_another_sale_renews_nothing() -> None:
    assert progress(a_signature(contract="CT-01"), **renewed(status=ContractStatus.DRAFT)).rag is Rag.NONE
    assert progress(a_signature(contract="CT-01"), contracts=(a_contract(),)).rag is Rag.NONE
    former = an_amendment(contract="CT-01", signed=date(2025, 9, 1), new_end=date(2029, 12, 31))
    assert progress(a_signature(contract="CT-01"), contracts=(a_contract(),), amendments=(former,)).rag is Rag.NONE
    assert progress(a_signature(type=CROSS_SELL, contract="CT-01"), **renewed()).rag is Rag.NONE


def test_the_client_is_judged_by_what_the_client_may_know() -> None:
    deal = a_deal(stage=NEGOTIATED, probability="0.9")
    told = to_client(a_signature(), deal).signature
    assert told is not None
    assert (told.standing, told.rag, told.deal, told.others) == (Standing.EARLY, Rag.NONE, None, 0)
    assert to_client(a_signature(), a_deal(stage=LOST)).rag is Rag.NONE
    assert to_client(a_signature(current=200_000)).rag is Rag.GREEN
    assert to_client(a_signature(due=days(-1))).rag is Rag.RED
    assert to_client(a_signature(), actions=(an_action_late(15),)).rag is Rag.RED
    assert to_client(a_signature(), actions=(an_action_late(15, share=Share.INTERNAL),)).rag is Rag.NONE


def test_a_renewed_contract_leaves_the_client_without_a_colour() -> None:
    """Whether the objective is its renewal is not told."""
    objective = a_signature(contract="CT-01", due=days(-1))
    assert to_client(objective, **renewed()).rag is Rag.NONE


def test_ours_is_never_better_than_the_clients() -> None:
    """Won, but its value was not brought up to date: to the client it is overdue."""
    objective = a_signature(due=days(-1))
    assert (to_client(objective, a_deal(stage=WON)).rag, progress(objective, a_deal(stage=WON)).rag) == (
        Rag.RED,
        Rag.RED,
    )
    ours = a_signature(due=days(-1), share=Share.INTERNAL)
    assert progress(ours, a_deal(stage=WON)).rag is Rag.GREEN
    savings = a_signature(type=ObjectiveType.QUALITY, current=195_000, due=days(-1))  # 97,5 %: amber on a straight line
    assert (to_client(savings).rag, progress(savings).rag) == (Rag.RED, Rag.RED)


def test_its_sources_are_those_of_its_deals_and_late_actions() -> None:
    sources = progress(a_signature(), a_deal(), actions=(an_action_late(3),)).sources
    assert FieldPath("opportunities", ("OPP-01",), "probability") in sources
    assert FieldPath("actions", ("A-01",), "due") in sources
