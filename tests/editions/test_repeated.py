"""A shared text that repeats six words or a number of an internal cell is told at its cell, before any build."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.editions import redact
from generator.model.choices import FigureMeasure, Share
from tests.builders import (
    a_figure_series,
    a_forbidden_word,
    a_plan,
    an_account,
    an_action,
    an_opportunity,
    quarters,
)

AMBITION = "Remplacer le prestataire en place avant la fin du contrat cadre"


def told(**tables: Any) -> list[tuple[str, str, object]]:
    """Code, cell and what is repeated."""
    found = redact(a_plan(**tables)).breaches
    wanted = [item for item in found if item.code in {"E502", "E505", "E506"}]
    return [(item.code, f"{item.path.table}/{item.path.key[0]}", item.args["found"]) for item in wanted]


def shared(text: str, ref: str = "A-01") -> Any:
    return an_action(ref=ref, action=text, share=Share.CLIENT)


def with_ambition(*texts: str) -> list[tuple[str, str, object]]:
    actions = tuple(shared(text, f"A-0{at}") for at, text in enumerate(texts, start=1))
    return told(account=an_account(ambition=AMBITION), actions=actions)


@pytest.mark.parametrize(
    "text",
    [
        "Il faut remplacer le prestataire en place avant l'été",
        "REMPLACER LE PRESTATAIRE, EN PLACE AVANT : enfin",
        "remplacer\u00a0le pre\u00adstataire\nen place avant",
    ],
)
def test_six_words_in_a_row_are_told(text: str) -> None:
    ((code, cell, found),) = with_ambition(text)
    assert (code, cell, str(found).lower()) == ("E505", "actions/A-01", "remplacer le prestataire en place avant")


@pytest.mark.parametrize(
    "text",
    [
        "Remplacer le prestataire en place",  # five words
        "Remplacer le prestataire cloud en place avant l'été",  # not in a row
        AMBITION,  # shared as a cell of its own
    ],
)
def test_less_is_not(text: str) -> None:
    assert with_ambition(text) == []


def test_a_text_that_is_a_shared_cell_elsewhere_may_be_repeated() -> None:
    assert with_ambition(AMBITION, f"Suite de : {AMBITION}") == []


def test_words_without_weight_tell_nothing() -> None:
    account = an_account(ambition="du T4 2025 au T3 2026 et de là au T1 2027")
    assert told(account=account, actions=(shared("Suivi du T4 2025 au T3 2026 et de là"),)) == []


def test_one_cell_is_told_once_and_a_graver_fault_alone() -> None:
    text = f"{AMBITION}, et encore : {AMBITION}"
    assert [code for code, *_ in with_ambition(text)] == ["E505"]
    forbidden = told(
        account=an_account(ambition=AMBITION),
        forbidden_words=(a_forbidden_word(),),
        actions=(shared(f"Projet Falcon. {text}"),),
    )
    assert [code for code, *_ in forbidden] == ["E502"]


DEAL = an_opportunity(amount=Decimal(185000))


@pytest.mark.parametrize("text", ["Signer à 185 000 €", "185000", "185\u202f000,00 €", "185.000 EUR"])
def test_a_number_of_five_digits_is_told(text: str) -> None:
    assert told(opportunities=(DEAL,), actions=(shared(text),)) == [("E506", "actions/A-01", Decimal(185000))]


@pytest.mark.parametrize("text", ["185 k€", "1 850 000 €", "8 500 €", "CT-185000x", "185 001 €"])
def test_another_number_is_not(text: str) -> None:
    assert told(opportunities=(DEAL,), actions=(shared(text),)) == []


def test_a_number_that_the_client_s_own_plan_gives_is_no_secret() -> None:
    revenue = a_figure_series(measure=FigureMeasure.REVENUE, quarters=quarters(T2_2026=85000, T3_2026=100000))
    assert told(opportunities=(DEAL,), actions=(shared("185 000 € sur un an"),), figures=(revenue,)) == []
    whole = a_figure_series(measure=FigureMeasure.REVENUE, quarters=quarters(T3_2026=185000))
    assert told(opportunities=(DEAL,), actions=(shared("185 000 € au trimestre"),), figures=(whole,)) == []
