"""How values become words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.locales import Language, Locale
from generator.story.phrases import free_unit, full_stop
from tests.story.telling import seen


@pytest.mark.parametrize(
    ("value", "unit", "currency", "printed"),
    [
        ("12000", "€", "EUR", "12_k€"),
        ("12000", "EUR", "EUR", "12_k€"),
        ("12000", "euros", "EUR", "12_k€"),
        ("12000", "$", "USD", "12_k$US"),
        ("12000", "$", "EUR", "12~000_$"),  # dollars, whatever the account is held in
        ("12000", "€", "USD", "12~000_€"),
        ("12000", "CHF", "CHF", "12_kCHF"),
        ("12000", "£", "EUR", "12~000_£"),
        ("12", "k€", "EUR", "12_k€"),
        ("0.95", "%", "EUR", "95~%"),
        ("3", "sites", "EUR", "3_sites"),
        ("3", "établissements", "EUR", "3"),  # too long beside a bar: it is told once
        ("3", None, "EUR", "3"),
        ("3", "", "EUR", "3"),
    ],
)
def test_a_typed_unit(value: str, unit: str | None, currency: str, printed: str) -> None:
    assert seen(free_unit(Locale(Language.FR, currency), Decimal(value), unit)) == printed


def test_no_value_in_a_typed_unit() -> None:
    assert free_unit(Locale(Language.EN), None, "€") == Locale(Language.EN).say("story.not_available")


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Tout va bien", "Tout va bien."),
        ("Tout va bien.", "Tout va bien."),
        ("À suivre…", "À suivre…"),
        ("Merci\u202f!", "Merci\u202f!"),
        ("Et ensuite\u202f?", "Et ensuite\u202f?"),
        ("Voir l’annexe (A)", "Voir l’annexe (A)."),
        ("", ""),
    ],
)
def test_a_sentence_is_closed_once(text: str, closed: str) -> None:
    assert full_stop(text) == closed
